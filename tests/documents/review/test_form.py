"""How documents stand on the page: headings, tables, pictures, languages, and what is set apart."""

from itertools import pairwise

import pytest

from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from tests.documents.every_block import SMALL
from tests.documents.every_block import SVG
from tests.documents.every_block import document
from tests.documents.pages.reading import by_class
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id
from tests.documents.review.pages import page
from tests.documents.review.read import Read


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
