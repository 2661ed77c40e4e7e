"""The page to read a packet through: each sentence leads to what it rests on, and nothing runs."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.review import Review
from discretion.documents.review import review_page
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile

FACTS = {"birth_date": "The date of birth is 17 May 1988.", "presence": "Stretches of presence."}
PAPERS = {"lease": "Tab C1, Lease"}


class Read(HTMLParser):
    """What a page is made of: every tag with its attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.tags if "id" in given]

    @property
    def links(self) -> list[str]:
        return [given["href"].removeprefix("#") for tag, given in self.tags if tag == "a"]


def page(*documents_given: object) -> str:
    given = documents_given or (every_block(),)
    return review_page(
        Review(title="A page", told=("Read it.",), documents=given, facts=FACTS, papers=PAPERS)  # type: ignore[arg-type]  # documents
    )


def test_a_sentence_leads_to_each_fact_and_each_paper_that_it_rests_on() -> None:
    read = Read(page())

    assert {"fact-birth_date", "fact-presence-1-from", "paper-lease"} <= set(read.links)
    assert "Tab C1, Lease" in read.words


def test_every_link_leads_to_a_place_that_stands_there_once() -> None:
    read = Read(page())

    assert set(read.links) <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def test_a_sentence_that_rests_on_nothing_leads_nowhere() -> None:
    text = page(document(Paragraph(sentences=(Sentence(text="Plain words."),))))

    assert "rests on" not in text


def test_headings_follow_each_other_and_tables_have_heads() -> None:
    read = Read(page())
    headings = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]

    assert 1 == headings[0]
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert all(given["scope"] == "col" for tag, given in read.tags if tag == "th")


def test_other_languages_are_told() -> None:
    read = Read(page(document(language="es")))

    assert "es" in [given.get("lang") for tag, given in read.tags if tag == "div"]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_is_read_as_markup(words: str) -> None:
    read = Read(page(document(Paragraph(sentences=(Sentence(text=words),)))))

    assert not [tag for tag, _ in read.tags if tag in {"script", "img", "iframe", "f"}]


def test_a_page_needs_nothing_and_runs_nothing() -> None:
    text = page(hostile(), every_block())
    outside = [
        value
        for _, given in Read(text).tags
        for name, value in given.items()
        if name.startswith("on") or name in {"src", "srcset", "action"}
    ]

    assert [] == outside
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    ("one", "other"), [("a b", "a-b"), ("A", "a"), ("x61", "a"), ("é", "e"), ("a[1].b", "a[1]b")]
)
def test_two_names_never_share_a_place(one: str, other: str) -> None:
    assert place_of_fact(one) != place_of_fact(other)
    assert place_of_paper(one) != place_of_paper(other)


@pytest.mark.parametrize("name", ["", " ", "<", "é", "a b", "offences[1].weapon"])
def test_a_place_holds_nothing_that_has_to_be_escaped(name: str) -> None:
    assert re.fullmatch("[a-z0-9_-]+", place_of_paper(name))
