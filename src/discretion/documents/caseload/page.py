"""A report on a table of decisions as one HTML file: what governed, what is unknown, each table."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.caseload.report.report import Report
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.documents.caseload.cells import Shown
from discretion.documents.caseload.cells import columns_of
from discretion.documents.caseload.cells import words_of
from discretion.documents.caseload.figure import description_of
from discretion.documents.caseload.figure import draw_table
from discretion.documents.caseload.figure import has_picture
from discretion.documents.pages.drawing import drawing
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import Inside
from discretion.documents.pages.element import element
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import Sheet
from discretion.documents.pages.sheet import whole_page

PAGE = "report.html"
NUMBER = {"class": "number"}
FEW = 3
"""How many columns a narrow window has room for."""
NO_ROWS = "No row is counted here."


def page_files(report: Report) -> Table[str, bytes]:
    """Return the page of a report and its pictures, by the names of their files.

    Args:
        report: the tables.

    Raises:
        MissingExtraError: a library that draws is not installed.

    """
    pictures = {each.id: draw_table(each) for each in report.tables if has_picture(each)}
    files = {f"{name}.svg": picture.encode() for name, picture in pictures.items()}
    return files | {PAGE: _page(report, pictures).encode()}


def caseload_page(report: Report) -> str:
    """Return the page of a report as the text of an HTML file.

    Args:
        report: the tables, as they are; nothing is counted here.

    Raises:
        MissingExtraError: a library that draws is not installed.

    """
    return _page(report, {each.id: draw_table(each) for each in report.tables if has_picture(each)})


def _page(report: Report, pictures: Table[str, str]) -> str:
    told = element(
        "div",
        *(element("p", each) for each in report.summary),
        given={"class": "told", "role": "note"},
    )
    sections = (
        Section(
            id=f"table-{each.id}",
            heading=each.title,
            inside=tuple(_inside(report, each, pictures.get(each.id, ""))),
        )
        for each in report.tables
    )
    return whole_page(
        Sheet(
            title=report.title,
            head=(told,),
            sections=tuple(sections),
            foot=tuple(element("p", line, given={"class": "quiet"}) for line in report.lines),
        )
    )


def _inside(report: Report, table: ReportTable, svg: str) -> Iterator[Element]:
    """Yield a table with its picture before it, and below both what they rest on."""
    yield element("p", table.definition)
    held = drawing(svg, f"{table.title}. {description_of(table)}") if svg else None
    if held is not None:
        caption = element("figcaption", element("strong", table.title), f" {description_of(table)}")
        yield element("figure", caption, _scrolling(f"Picture: {table.title}", held))
    yield _table(table) if table.rows else element("p", NO_ROWS)
    own = (element("li", each) for each in report.under(table))
    yield element("p", element("strong", "What this rests on"))
    yield element("ul", *own, given={"class": "quiet"})


def _table(table: ReportTable) -> Element:
    columns = columns_of(table)
    heads = (
        element("th", each.heading, given={"scope": "col", **(NUMBER if each.is_number else {})})
        for each in columns
    )
    inside = element(
        "table",
        element("caption", table.title),
        element("thead", element("tr", *heads)),
        element("tbody", *(_row(table, row, columns) for row in table.rows)),
        given={"class": "whole many" if len(columns) > FEW else "whole"},
    )
    return _scrolling(f"Table: {table.title}", inside)


def _row(table: ReportTable, row: Row, columns: tuple[Shown, ...]) -> Element:
    """Return a row, headed by its first cell."""
    first, *others = columns
    cells = (
        element("td", words_of(table, row, each), given=NUMBER if each.is_number else {})
        for each in others
    )
    head = element("th", words_of(table, row, first), given={"scope": "row"})
    return element("tr", head, *cells)


def _scrolling(name: str, inside: Inside) -> Element:
    """Return what scrolls by itself where a window is too narrow for it."""
    given = {"class": "wide", "role": "region", "aria-label": name, "tabindex": "0"}
    return element("div", inside, given=given)
