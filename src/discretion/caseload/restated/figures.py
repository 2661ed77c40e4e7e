"""The figures of a workbook that are published by fiscal year, and where each of them stands."""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple

from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.workbook.rows import SheetTable
from discretion.caseload.files.workbook.values import text_of

YEARS = "Fiscal Year"
"""The header of the column of years, by which ICE's workbooks lay out such tables."""
PERIOD = re.compile(r"\s+FY\s?\d{4}\s*[-–]\s*(YTD|EOFY|FY)?\s*\d{4}$", re.IGNORECASE)
"""The years that a title names, which differ from one workbook to the next."""
LETTERS = 26


class Figure(NamedTuple):
    """One published figure: of which table, of which year and of what.

    Two figures are the same where these are equal, with white space folded and the years left out
    that a title names. A part of a year is another year.
    """

    table: str
    year: str
    what: str


class Published(NamedTuple):
    """A figure where it stands. It is an aggregate, and about nobody."""

    figure: Figure
    value: int
    file: str
    sheet: str
    cell: str


def figures_in(sheets: Iterable[Sheet]) -> Iterator[Published]:
    """Yield the figures by fiscal year of the sheets of a workbook."""
    for sheet in sheets:
        if isinstance(sheet.source, SheetTable):
            yield from _figures(sheet, sheet.source)


def title_of(text: str) -> str:
    """Return the title of a table without the years that it names."""
    return PERIOD.sub("", " ".join(text.split()))


def _figures(sheet: Sheet, table: SheetTable) -> Iterator[Published]:
    title, headers = "", list[str]()
    for number, row in enumerate(table.book.sheet(table.name).iter_rows(), start=1):
        cells = [" ".join(text_of(cell).split()) for cell in row]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            title, headers = title_of(filled[0]), []
        elif filled and YEARS in cells:
            headers = cells
        elif not filled:
            headers = []
        elif headers:
            yield from _line(sheet, title, headers, cells, number)


def _line(
    sheet: Sheet, title: str, headers: list[str], cells: list[str], number: int
) -> Iterator[Published]:
    """Yield the figures of one line of a table."""
    at = headers.index(YEARS)
    year = cells[at]
    told = [
        cell for place, cell in enumerate(cells) if place != at and cell and not _is_number(cell)
    ]
    for place, (what, value) in enumerate(zip(headers, cells, strict=False)):
        if place != at and what and year and value.isdecimal():
            yield Published(
                figure=Figure(title, year, ", ".join((*told, what))),
                value=int(value),
                file=sheet.file,
                sheet=sheet.name.strip(),
                cell=f"{_letters(place)}{number}",
            )


def _letters(place: int) -> str:
    """Return a column's letters, from its place counted from 0."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
