"""The page to read a packet through: each sentence leads to what it rests on, and nothing runs."""

import re

import pytest

from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.documents.review.places import place_of_row
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile
from tests.documents.review.pages import FACTS
from tests.documents.review.pages import page
from tests.documents.review.pages import paragraph
from tests.documents.review.pages import said
from tests.documents.review.read import Read


def test_a_sentence_is_followed_by_all_that_it_rests_on() -> None:
    """A sentence is followed by its facts, its papers and its citations, in words."""
    resting = Sentence(
        text="So it is.",
        facts=("birth_date",),
        papers=("lease",),
        citations=("the Guidelines, II.B mit. 1",),
    )
    text = page(paragraph(resting))

    told = "[1 rests on: birth_date; Tab C1, Lease; the Guidelines, II.B mit. 1]"
    assert told == said(text, "said-1")
    assert f"So it is. {told}" in Read(text).text
    assert {("said-1", "fact-birth_date"), ("said-1", "paper-lease")} == Read(text).forward()


def test_a_sentence_that_rests_on_nothing_is_followed_by_nothing() -> None:
    text = page(paragraph(Sentence(text="Plain words.")))

    assert [] == [name for name in Read(text).ids if name.startswith("said-")]
    assert "[1 rests on" not in Read(text).text


def test_a_sentence_that_rests_on_a_citation_alone_is_numbered_too() -> None:
    text = page(paragraph(Sentence(text="So it is.", citations=("the Guidelines, I",))))

    assert "[1 rests on: the Guidelines, I]" == said(text, "said-1")


def test_facts_and_papers_lead_back_to_every_sentence_that_names_them() -> None:
    read = Read(page(every_block(), every_block()))

    assert read.forward() == read.back()
    assert {"said-1", "said-2", "said-3", "said-4"} == {at for at, _ in read.forward()}


def test_a_way_back_is_told_by_document() -> None:
    """A way back tells in which document each sentence stands that names a fact."""
    one = Sentence(text="So it is.", facts=("birth_date",))
    letter, memo = document(Paragraph(sentences=(one, one)), title="Letter"), paragraph(one)

    told = said(page(letter, memo), "fact-birth_date")

    assert f"birth_date: {FACTS['birth_date']} [named in Letter: 1, 2; A title: 3]" == told


def test_what_is_named_twice_is_told_once() -> None:
    """What a sentence names twice is told once behind it, and leads back to it once."""
    twice = ("birth_date", "birth_date")
    read = Read(page(paragraph(Sentence(text="So.", facts=twice, citations=("I", "I")))))

    assert "So. [1 rests on: birth_date; I]" in read.text
    assert "[named in A title: 1]" in read.text


def test_what_no_sentence_names_says_so() -> None:
    text = page()

    assert f"detained: {FACTS['detained']} [no sentence names it]" == said(text, "fact-detained")
    assert "Tab C2, Tax transcripts [no sentence names it]" == said(text, "paper-tax")


def test_a_fact_that_the_page_was_told_nothing_of_is_unknown() -> None:
    text = page(paragraph(Sentence(text="So?", facts=("removable", "offences[1].weapon"))))

    assert "removable: unknown. [named in A title: 1]" == said(text, "fact-removable")
    assert said(text, "fact-offences-1-weapon").startswith("offences[1].weapon: unknown.")
    assert "Unknown on this page" in Read(text).words


def test_a_part_of_a_list_leads_to_what_is_said_of_the_list() -> None:
    """A part of a list leads to what is said of the list, and is never told as unsaid."""
    text = page()

    told = "presence[1].from: part of presence: what is not said there is unknown."
    assert said(text, "fact-presence-1-from").startswith(told)
    assert ("fact-presence-1-from", "fact-presence") in Read(text).leads


def test_a_paper_without_a_title_is_listed_all_the_same() -> None:
    text = page(paragraph(Sentence(text="So it is.", papers=("letter_3",))))

    assert "[1 rests on: letter_3]" == said(text, "said-1")
    assert said(text, "paper-letter_3").startswith("letter_3: this page was given no title of it.")


@pytest.mark.parametrize("name", ["", "  "])
def test_no_link_is_without_words(name: str) -> None:
    text = page(paragraph(Sentence(text="So it is.", facts=(name,), papers=(name,))))

    assert "[1 rests on: (no name); (no name)]" == said(text, "said-1")


def test_every_link_leads_to_a_place_that_stands_there_once() -> None:
    read = Read(page(every_block(), every_block(), hostile()))

    assert {to for _, to in read.leads} <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_is_read_as_markup(words: str) -> None:
    read = Read(page(paragraph(Sentence(text=words, facts=(words,), papers=(words,)))))

    assert not [tag for tag, _ in read.tags if tag in {"script", "img", "iframe", "f"}]


def test_a_page_needs_nothing_and_runs_nothing() -> None:
    text = page(hostile(), every_block())
    given = [pair for _, attributes in Read(text).tags for pair in attributes.items()]

    assert [] == [name for name, _ in given if name.startswith("on")]
    assert {"data"} == {value.partition(":")[0] for name, value in given if name == "src"}
    assert {"class", "dir", "lang", "id", "src"} <= {name for name, _ in given}
    assert {"srcset", "action", "style"}.isdisjoint(name for name, _ in given)
    assert "default-src 'none'" in text


def test_a_page_is_the_same_every_time() -> None:
    assert page(hostile(), every_block()) == page(hostile(), every_block())


@pytest.mark.parametrize(
    ("one", "other"), [("a b", "a-b"), ("A", "a"), ("x61", "a"), ("é", "e"), ("a[1].b", "a[1]b")]
)
def test_two_names_never_share_a_place(one: str, other: str) -> None:
    assert place_of_fact(one) != place_of_fact(other)
    assert place_of_paper(one) != place_of_paper(other)
    assert place_of_row(1, one) != place_of_row(1, other)


@pytest.mark.parametrize("name", ["", " ", "<", "é", "a b", "\ud800", "offences[1].weapon"])
def test_a_place_holds_nothing_that_has_to_be_escaped(name: str) -> None:
    places = (place_of_paper(name), place_of_fact(name), place_of_row(1, name))

    assert [] == [each for each in places if not re.fullmatch("[a-z0-9_-]+", each)]
