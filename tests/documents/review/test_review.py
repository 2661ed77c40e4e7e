"""The page to read a packet through: each sentence leads to what it rests on, and nothing runs."""

import re
from itertools import pairwise

import pytest

from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.review import Review
from discretion.documents.review import review_page
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.documents.review.places import place_of_row
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import SMALL
from tests.documents.every_block import SVG
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile
from tests.documents.pages.reading import by_class
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id
from tests.documents.review.read import Read

FACTS = {
    "birth_date": "The date of birth is 17 May 1988.",
    "presence": "Stretches of presence.",
    "detained": "The person is not held in immigration custody.",
}
PAPERS = {"lease": "Tab C1, Lease", "tax": "Tab C2, Tax transcripts"}


def page(*documents: Document) -> str:
    return review_page(
        Review(
            title="A page",
            told=("Read it.",),
            documents=documents or (every_block(),),
            facts=FACTS,
            papers=PAPERS,
        )
    )


def paragraph(*sentences: Sentence) -> Document:
    return document(Paragraph(sentences=sentences))


def said(text: str, name: str) -> str:
    return text_of(with_id(parsed(text), name))


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


@pytest.mark.parametrize("levels", [(3,), (1, 3, 1, 3), (2, 9, 0, -1), (3, 3, 3)])
def test_headings_of_a_page_leave_no_level_out(levels: tuple[int, ...]) -> None:
    """Headings of a page leave no level out, whatever those of a document do."""
    headings = (Heading(text="A heading", level=level) for level in levels)
    found = Read(page(document(*headings))).levels

    assert 1 == found[0]
    assert 1 == found.count(1)
    assert [] == [pair for pair in pairwise(found) if pair[1] > pair[0] + 1]


def test_every_table_has_its_heads_and_is_one() -> None:
    """Every table of a document is one table, with a caption, and its rows and columns headed."""
    tree = parsed(page())
    tables = list(tree.iter("table"))

    assert ["Ninety rows", "The data"] == [each.findtext("caption") for each in tables]
    assert [91, 2] == [len(list(each.iter("tr"))) for each in tables]
    assert {"col"} == {
        each.get("scope") for table in tables for each in table.iterfind("thead//th")
    }
    assert {"row"} == {each.get("scope") for each in tables[0].iterfind("tbody//th")}
    assert 90 == len(list(tables[0].iterfind("tbody//th")))
    assert [] == list(tables[1].iterfind("tbody//th"))


def test_a_row_with_nothing_at_its_head_has_none() -> None:
    grid = Grid(caption="Two", head=("A", "B"), rows=((Cell(), Cell(sentences=plain("b"))),))

    (row,) = parsed(page(document(grid))).iterfind(".//tbody/tr")

    assert ["td", "td"] == [each.tag for each in row]


def test_rows_may_be_led_to_by_their_anchors() -> None:
    rows = tuple((Cell(sentences=plain(each)), Cell()) for each in "abc")
    grid = Grid(caption="C", head=("A", "B"), rows=rows, anchors=("tab-C1", "tab-C1", ""))

    ids = [each.get("id") for each in parsed(page(document(grid))).iterfind(".//tbody/tr")]

    assert ["row-1-tab-C1", None, None] == ids


def test_what_scrolls_can_be_reached_and_is_named() -> None:
    wide = list(by_class(parsed(page()), "wide"))

    assert ["Ninety rows", "A picture", "The data"] == [each.get("aria-label") for each in wide]
    assert {("region", "0")} == {(each.get("role"), each.get("tabindex")) for each in wide}


def test_a_picture_is_shown_with_its_words_and_its_data() -> None:
    (figure,) = parsed(page()).iter("figure")
    (image,) = figure.iter("img")

    assert ["figcaption", "div"] == [each.tag for each in figure]
    assert "A picture A black bar." == text_of(figure[0])
    assert "A picture" == image.get("alt")
    assert image.attrib["src"].startswith("data:image/svg+xml;base64,")
    assert "img-src data:" in page()


def test_a_picture_that_could_run_something_is_told_in_words() -> None:
    svg = SVG.replace("</svg>", "<script>alert(1)</script></svg>")
    picture = Picture(svg=svg, title="A picture", description="A black bar.", data=SMALL)
    text = page(document(picture))

    assert "<img" not in text
    assert "alert" not in text
    assert "A picture A black bar." in Read(text).text
    assert "The picture is not shown here" in Read(text).text
    assert "The data" in Read(text).words


def test_a_document_in_another_language_is_read_as_such() -> None:
    """A document in another language is read as such, but what the page says behind it."""
    resting = Sentence(text="Es así.", facts=("birth_date",))
    english = Sentence(text="As they say.", language="en")
    spanish = Sentence(text="Dicen.", language="es")
    block = Paragraph(sentences=(resting, english, spanish))
    tree = parsed(page(document(block, language="es", title="Una carta")))

    assert ("es", "auto") == (with_id(tree, "document-1").get("lang"),
                              with_id(tree, "document-1").get("dir"))  # fmt: skip
    assert "en" == with_id(tree, "said-1").get("lang")
    assert ["en", None] == [each.get("lang") for each in tree.iter("span") if each.text in
                            {english.text, spanish.text}] + [None]  # fmt: skip
    named = {each.text: each.get("lang") for each in tree.iter() if each.text == "Una carta"}
    assert {"Una carta": "es"} == named


def test_a_sentence_in_another_language_is_read_as_such() -> None:
    spans = {each.text: each for each in parsed(page()).iter("span") if each.get("lang")}

    assert {"Una frase en español.": "es", "جملة": "ar"} == {
        text: each.get("lang") for text, each in spans.items()
    }
    assert {"auto"} == {each.get("dir") for each in spans.values()}


def test_the_mark_of_a_document_stands_before_everything_else_in_it() -> None:
    section = with_id(parsed(page()), "document-1")

    assert "h2" == section[0].tag
    assert "note" == section[1].get("role")
    assert "Internal: work product, do not file." == text_of(section[1]).strip()


def test_a_page_says_that_a_person_decides() -> None:
    (foot,) = parsed(page()).iter("footer")

    assert "An assessment for a human decision" in text_of(foot)


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
