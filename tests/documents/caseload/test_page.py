"""The page of a report: read by everybody, alone, whole, and the same every time."""

import re
from base64 import b64decode
from collections.abc import Mapping as Table
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from discretion.caseload.report import Report
from discretion.documents.caseload import caseload_page
from discretion.documents.caseload import page_files
from discretion.documents.caseload.cells import columns_of
from discretion.documents.caseload.cells import words_of
from discretion.documents.caseload.figure import has_picture
from discretion.documents.pages.drawing import KIND
from tests.documents.pages.reading import body_of
from tests.documents.pages.reading import by_class
from tests.documents.pages.reading import fragments
from tests.documents.pages.reading import ids
from tests.documents.pages.reading import levels
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return caseload_page(report)


@pytest.fixture(scope="module")
def files(report: Report) -> Table[str, bytes]:
    return page_files(report)


@pytest.fixture(scope="module")
def tree(page: str) -> ET.Element:
    return parsed(page)


def test_a_page_begins_with_what_governed_and_what_is_unknown(
    report: Report, tree: ET.Element
) -> None:
    """A page begins with which policies governed, what is unknown, and that a person decides."""
    (told,) = by_class(tree, "told")
    text = text_of(told)

    assert [each for each in report.summary if each not in text] == []
    assert "Interim Guidance: Civil Immigration Enforcement and Removal Priorities governed" in text
    assert "Under it nothing is established in" in text
    assert "A person decides." in text
    assert "counted apart, and never as a no" in text


def test_every_cell_of_a_table_is_on_the_page(report: Report, tree: ET.Element) -> None:
    """Every cell of every table is on the page, with its caption and its heads."""
    for table in report.tables:
        section = with_id(tree, f"table-{table.id}")
        (shown,) = section.iter("table")
        columns = columns_of(table)
        assert table.title == shown.findtext("caption")
        assert [each.heading for each in columns] == [text_of(each) for each in shown.iter("th")][
            : len(columns)
        ]
        rows = [[text_of(cell) for cell in row] for row in shown.iterfind("tbody/tr")]
        assert [[words_of(table, row, each) for each in columns] for row in table.rows] == rows
        assert {name for each in columns for name in each.columns} == {
            column.name for column in table.columns
        }


def test_under_every_table_stands_what_it_rests_on(report: Report, tree: ET.Element) -> None:
    for table in report.tables:
        text = text_of(with_id(tree, f"table-{table.id}"))
        assert [line for line in report.under(table) if line not in text] == []


def test_every_picture_has_its_words_and_its_table(report: Report, tree: ET.Element) -> None:
    """Every picture is told in words, and the table of the same counts stands beside it."""
    pictured = [table for table in report.tables if has_picture(table)]

    assert len(pictured) > 8
    for table in pictured:
        section = with_id(tree, f"table-{table.id}")
        (figure,) = section.iter("figure")
        (image,) = figure.iter("img")
        told = text_of(next(figure.iter("figcaption")))
        assert table.title in told
        assert told.replace(table.title, "").strip() in image.attrib["alt"]
        assert len(list(section.iter("table"))) == 1
        svg = ET.fromstring(b64decode(image.attrib["src"].removeprefix(KIND)))  # noqa: S314 - our own picture
        words = [text_of(each) for each in svg.iter("{http://www.w3.org/2000/svg}text")]
        assert any("hidden" in each for each in words) == any(
            "hidden" in words_of(table, row, each)
            for row in table.rows
            for each in columns_of(table)
            if set(each.columns) & set(table.figure)
        )


def test_what_a_picture_hides_is_told_by_no_bar(report: Report, files: Table[str, bytes]) -> None:
    for table in report.tables:
        if has_picture(table):
            svg = files[f"{table.id}.svg"].decode()
            told = re.findall(r"<title>[^<]*?: ([\w ,]+?) ([\d,]+)\.</title>", svg)
            counts = {name: int(count.replace(",", "")) for name, count in told if name}
            assert told
            assert not any(1 <= each <= 10 for each in counts.values())


def test_headings_and_places_are_in_order(tree: ET.Element) -> None:
    found = levels(tree)

    assert (1, 1) == (found[0], found.count(1))
    assert [] == [pair for pair in pairwise(found) if pair[1] > pair[0] + 1]
    assert {1} == set(ids(tree).values())
    assert set(fragments(tree)) <= ids(tree).keys()
    assert ["a", "header", "nav", "main", "footer"] == [each.tag for each in body_of(tree)]
    assert "en" == tree.get("lang")


def test_every_head_of_a_table_says_what_it_heads(tree: ET.Element) -> None:
    for table in tree.iter("table"):
        assert {"col"} == {head.get("scope") for head in table.iterfind("thead//th")}
        assert {"row"} == {head.get("scope") for head in table.iterfind("tbody//th")}


def test_what_scrolls_can_be_reached_and_is_named_apart(tree: ET.Element) -> None:
    wide = list(by_class(tree, "wide"))

    assert {("region", "0")} == {(each.get("role"), each.get("tabindex")) for each in wide}
    assert len(wide) == len({each.get("aria-label") for each in wide})
    for held in (*tree.iter("table"), *tree.iter("img")):
        assert any(held in list(each.iter()) for each in wide)


def test_a_page_runs_nothing_and_fetches_nothing(page: str, tree: ET.Element) -> None:
    """A page of a report runs nothing and asks for nothing beyond itself."""
    tags = {each.tag for each in tree.iter()}

    assert tags.isdisjoint({"script", "link", "iframe", "object", "base", "form"})
    assert "default-src 'none'" in page
    assert all(each.attrib["src"].startswith(KIND) for each in tree.iter("img"))
    assert [] == re.findall(r"https?://", page)


def test_a_page_and_its_pictures_are_the_same_every_time(
    page: str, tree: ET.Element, files: Table[str, bytes]
) -> None:
    """A page and its pictures, drawn twice, are the same bytes."""
    held = [b64decode(each.attrib["src"].removeprefix(KIND)) for each in tree.iter("img")]

    assert page.encode() == files["report.html"]
    assert sorted(held) == sorted(data for name, data in files.items() if name.endswith(".svg"))
