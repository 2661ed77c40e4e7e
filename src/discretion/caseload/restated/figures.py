"""The figures of fiscal years that a sheet publishes, each with its table, its label and its cell.

Two forms of table are read, and no other: years down the side under a heading, or years along the
headings over a column of names. Right above the headings must stand the title of the table. The
years that a title says it spans, such as `FY2018 - EOFY2023`, are no part of the table's name.
A year that is not over when the table is made is another thing than the whole year: where a title
ends in `YTD2022`, the figures of that year are left out, and so is every label that says more than
the year, such as `FY2022 YTD`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from discretion.caseload.restated.grid import Grid

YEAR = re.compile(r"FY\d{4}")
YEAR_LIKE = re.compile(r"FY ?\d{2,4}\b.*")
"""A label of a year, whatever more it says."""
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")
SPAN = re.compile(r":? FY\d{4} - (?P<kind>FY|EOFY|YTD)(?P<last>\d{4})$")


class Figure(NamedTuple):
    """One published number: what it is of, and where it stands.

    `label` is what stands beside and above it, apart from the year.
    """

    table: str
    label: tuple[str, ...]
    year: str
    number: str
    file: str
    sheet: str
    cell: str


def figures_of(grid: Grid) -> Iterator[Figure]:
    """Yield the figures of fiscal years of one sheet, in the order of its rows.

    Args:
        grid: the cells of the sheet.

    """
    for row, line in enumerate(grid.lines):
        for column, text in enumerate(line):
            if YEAR.fullmatch(text):
                along = _is_heading(grid, row, column)
                yield from (_below if along else _beside)(grid, row, column)


def _is_heading(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a year heads a column of numbers, and not a line of them."""
    beside = (grid.at(row, column - 1), grid.at(row, column + 1))
    if any(YEAR_LIKE.fullmatch(text) for text in beside):
        return True
    return NUMBER.fullmatch(grid.at(row + 1, column)) is not None


def _below(grid: Grid, row: int, column: int) -> Iterator[Figure]:
    """Yield the numbers under a year, each with the name at the beginning of its row."""
    names = column - 1
    while YEAR_LIKE.fullmatch(grid.at(row, names)):
        names -= 1
    year = grid.at(row, column)
    table = _table(grid.at(row - 1, names), year)
    if not table or not grid.at(row, names):
        return
    under = row + 1
    while name := grid.at(under, names):
        number = grid.at(under, column)
        if NUMBER.fullmatch(number):
            place = grid.name(under, column)
            yield Figure(table, (name,), year, number, grid.file, grid.sheet, place)
        under += 1


def _beside(grid: Grid, row: int, column: int) -> Iterator[Figure]:
    """Yield the numbers right of a year, each with the heading over it and words before it."""
    heads = row - 1
    while YEAR_LIKE.fullmatch(grid.at(heads, column)) or _goes_on(grid, heads, column):
        heads -= 1
    year = grid.at(row, column)
    table = _table(grid.at(heads - 1, column), year)
    if not table or not grid.at(heads, column):
        return
    words: list[str] = []
    column += 1
    while text := grid.at(row, column):
        heading = grid.at(heads, column)
        if not NUMBER.fullmatch(text):
            words.append(text)
        elif heading:
            place = grid.name(row, column)
            label = (*words, heading)
            yield Figure(table, label, year, text, grid.file, grid.sheet, place)
        column += 1


def _goes_on(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a line belongs to the year above it, whose cell is merged over several lines."""
    return not grid.at(row, column) and bool(grid.at(row, column + 1))


def _table(title: str, year: str) -> str:
    """Return the name of a table, empty where it says nothing of the whole of a year."""
    span = SPAN.search(title)
    if span is None:
        return title
    to_date = span["kind"] == "YTD" and f"FY{span['last']}" == year
    return "" if to_date else title[: span.start()]
