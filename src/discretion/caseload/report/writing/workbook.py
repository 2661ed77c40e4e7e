"""All tables of a report as one workbook: a sheet for each, with what stands under it."""

from datetime import UTC
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from discretion.caseload.report.report import Report
from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import Kind
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.writing.plain import HIDDEN_WORD

MADE_ON = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The moment that every workbook carries, the first that its archive can tell."""
ABOUT = "About"
LONGEST = 31
"""How long the name of a sheet may be. Source: the limits of Excel workbooks."""
WIDE, NARROW = 40, 14
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def as_workbook(report: Report) -> bytes:
    """Return a report as an xlsx file with no formula, no link and no clock in it."""
    file = BytesIO()
    book: Any = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"title": report.title, "created": MADE_ON})
    looks = {
        "bold": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
        Kind.COUNT: book.add_format({"num_format": "#,##0", "valign": "top"}),
        Kind.SHARE: book.add_format({"num_format": "0.0%", "valign": "top"}),
    }
    about: Any = book.add_worksheet(ABOUT)
    about.set_column(0, 0, 2 * WIDE)
    lines = (*report.summary, *report.lines)
    about.write_string(0, 0, report.title, looks["bold"])
    for number, line in enumerate(lines, start=1):
        about.write_string(number, 0, line, looks["words"])
    taken = {ABOUT.casefold()}
    for table in report.tables:
        _write(book.add_worksheet(_name(table.id, taken)), report, table, looks)
    book.close()
    return file.getvalue()


def _write(sheet: Any, report: Report, table: ReportTable, looks: dict[Any, Any]) -> None:  # noqa: ANN401  # a sheet of a library without types
    """Write one table: its title, its headings, its rows, and what stands under it."""
    sheet.write_string(0, 0, table.title, looks["bold"])
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDE if column.kind is Kind.WORDS else NARROW)
        sheet.write_string(1, place, column.heading, looks["bold"])
    for number, row in enumerate(table.rows, start=2):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _cell(sheet, (number, place), cell, looks.get(column.kind, looks["words"]))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(0, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for number, line in enumerate(report.under(table), start=len(table.rows) + 3):
        sheet.write_string(number, 0, line)


def _cell(sheet: Any, at: tuple[int, int], cell: Cell, look: object) -> None:  # noqa: ANN401  # as above
    match cell:
        case Hidden():
            sheet.write_string(*at, HIDDEN_WORD, look)
        case None:
            sheet.write_blank(*at, None, look)
        case str():
            sheet.write_string(*at, cell, look)
        case _:
            sheet.write_number(*at, cell, look)


def _name(wanted: str, taken: set[str]) -> str:
    """Return a name for a sheet that none has yet."""
    name, number = wanted[:LONGEST], 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted[: LONGEST - len(str(number)) - 1]}~{number}"
    taken.add(name.casefold())
    return name
