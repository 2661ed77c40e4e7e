"""Workbooks: values as text, what values do not tell said, and nothing unpacked beyond sense."""

import re
import struct
import zipfile
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from discretion.caseload.files.notes import SLIPPED
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.sheets import sheets_of
from discretion.caseload.files.text.stream import ALWAYS_ALLOWED
from discretion.caseload.files.workbook.scan import scan_of
from discretion.caseload.files.workbook.values import Value
from discretion.caseload.files.workbook.values import text_of
from tests.caseload.files.read import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADERS = ("Day", "Place", "Note")


def workbook(
    folder: "Path", fill: "Callable[[Workbook, Worksheet], None]", name: str = "made_up.xlsx"
) -> "Path":
    """Return a workbook whose first sheet has headers and is filled further."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Rows")
        sheet.write_row(0, 0, HEADERS)
        fill(book, sheet)
    return path


def changed(path: "Path", part: str, change: "Callable[[bytes], bytes]") -> "Path":
    """Return a copy of a workbook in which one part is other."""
    copy = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return copy


def test_rows_have_the_sheets_own_numbers_and_values_as_text(tmp_path: "Path") -> None:
    def fill(book: "Workbook", sheet: "Worksheet") -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "m/d/yyyy h:mm"})
        sheet.write_datetime(1, 0, datetime.fromisoformat("2022-03-01"), day)
        sheet.write_number(1, 1, 44621)
        sheet.write_number(1, 2, 1.5)
        sheet.write_datetime(4, 0, datetime.fromisoformat("2022-03-02T14:05"), moment)
        sheet.write_row(4, 1, (True,))
        sheet.write_string(4, 2, "a\r\nb ")

    found = read(workbook(tmp_path, fill))

    assert [
        (2, "2022-03-01", "44621", "1.5"),
        (5, "2022-03-02T14:05:00", "TRUE", "a\r\nb "),
    ] == found.rows
    assert [] == found.codes


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("", ""),
        (" x", " x"),
        (True, "TRUE"),
        (False, "FALSE"),
        (3.0, "3"),
        (-2.5, "-2.5"),
        (1e20, "1e+20"),
        (date(2022, 3, 1), "2022-03-01"),
        (datetime.fromisoformat("2022-03-01"), "2022-03-01"),
        (datetime.fromisoformat("2022-03-01T00:00:01"), "2022-03-01T00:00:01"),
        (time(6, 30), "06:30:00"),
        (timedelta(days=1, hours=12, seconds=5), "36:00:05"),
    ],
)
def test_a_value_is_written_as_in_a_csv_file(value: "Value", written: str) -> None:
    assert written == text_of(value)


def test_a_table_that_begins_far_from_the_corner_keeps_its_row_numbers(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Rows")
        sheet.merge_range("C4:E4", "Arrests of 2022")
        sheet.write_row("C5", HEADERS)
        sheet.write_row("C6", ("2022-03-01", "WA", "x"))
    found = read(path)

    assert [(6, "2022-03-01", "WA", "x")] == found.rows
    assert [] == found.codes


def test_formulas_are_counted_and_their_stored_values_read(tmp_path: "Path") -> None:
    def fill(_: "Workbook", sheet: "Worksheet") -> None:
        sheet.write_row(1, 0, ("2022-03-01", "WA"))
        sheet.write_formula(1, 2, '="f"&"<f>"', None, "f")
        sheet.write_formula(2, 0, "=TODAY()", None, "2022-03-02")

    found = read(workbook(tmp_path, fill))

    assert [(2, "2022-03-01", "WA", "f"), (3, "2022-03-02", "", "")] == found.rows
    assert ["formula_cells"] == found.codes
    problem = found.notes.report.problems[0]
    assert problem.message.startswith("2 cells of the table are formulas")
    assert "the first is C2" in problem.help


def test_cells_that_show_an_error_are_counted_and_blank(tmp_path: "Path") -> None:
    def fill(_: "Workbook", sheet: "Worksheet") -> None:
        sheet.write_row(1, 0, ("2022-03-01", "WA"))
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")

    found = read(workbook(tmp_path, fill))

    assert [(2, "2022-03-01", "WA", "")] == found.rows
    assert ["formula_cells", "error_cells"] == found.codes
    assert "the first is C2" == found.notes.report.problems[1].help


def test_merged_cells_under_the_headers_are_named(tmp_path: "Path") -> None:
    def fill(_: "Workbook", sheet: "Worksheet") -> None:
        sheet.merge_range("A2:A3", "2022-03-01")
        sheet.write_row("B2", ("WA", "x"))
        sheet.write_row("B3", ("OR", "y"))

    found = read(workbook(tmp_path, fill))

    assert [(2, "2022-03-01", "WA", "x"), (3, "", "OR", "y")] == found.rows
    assert ["merged_cells"] == found.codes
    assert "the first begins at A2" == found.notes.report.problems[0].help


def test_a_cell_beyond_the_headers_leaves_its_row_out(tmp_path: "Path") -> None:
    def fill(_: "Workbook", sheet: "Worksheet") -> None:
        sheet.write_row(1, 0, ("2022-03-01", "WA", "x"))
        sheet.write_row(2, 0, ("2022-03-02", "WA", "x", "slipped"))

    found = read(workbook(tmp_path, fill))

    assert [2] == [row[0] for row in found.rows]
    assert [(3, SLIPPED)] == found.rejects


def test_hidden_sheets_are_named_and_sheets_of_charts_are_none(tmp_path: "Path") -> None:
    def fill(book: "Workbook", sheet: "Worksheet") -> None:
        sheet.write_row(1, 0, ("2022-03-01", "WA", "x"))
        book.add_worksheet("Behind").hide()
        book.add_worksheet("Wholly <Behind>").very_hidden()
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Rows!$A$1:$A$2"})
        book.add_chartsheet("Picture").set_chart(chart)

    path = workbook(tmp_path, fill)
    notes = notes_on(path.name)
    sheets = sheets_of(path, notes)

    assert ["Rows", "Behind", "Wholly <Behind>"] == [sheet.name for sheet in sheets]
    assert ["sheet_hidden"] * 2 == [problem.code for problem in notes.report.problems]


def claiming(rows: int) -> "Callable[[bytes], bytes]":
    return lambda text: re.sub(rb'ref="A1:C\d+"', b'ref="A1:C%d"' % rows, text)


@pytest.mark.parametrize(
    ("part", "change", "words"),
    [
        ("xl/worksheets/sheet1.xml", claiming(1_048_577), "claims 1,048,577 rows"),
        (
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace(b"</sheetData>", b'<row r="2000000"></row></sheetData>'),
            "claims 2,000,000 rows",
        ),
        (
            "xl/worksheets/sheet1.xml",
            lambda text: text.replace(
                b"</sheetData>",
                b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
            ),
            "spans 1,048,576 rows and 16,384 columns",
        ),
        (
            "xl/theme/theme1.xml",
            lambda _: b"<a>" + b" " * (ALWAYS_ALLOWED + 1) + b"</a>",
            "would unpack to",
        ),
    ],
)
def test_a_workbook_larger_than_one_can_be_is_not_opened(
    tmp_path: "Path", part: str, change: "Callable[[bytes], bytes]", words: str
) -> None:
    path = changed(workbook(tmp_path, lambda _, sheet: sheet.write(1, 0, "x")), part, change)
    notes = notes_on(path.name)

    assert () == sheets_of(path, notes)
    assert ["file_too_large"] == [problem.code for problem in notes.report.problems]
    assert words in notes.report.problems[0].message


def test_a_workbook_may_claim_as_many_rows_as_there_can_be(tmp_path: "Path") -> None:
    path = workbook(tmp_path, lambda _, sheet: sheet.write_row(1, 0, ("a", "b", "c")))
    found = read(changed(path, "xl/worksheets/sheet1.xml", claiming(1_048_576)))

    assert [(2, "a", "b", "c")] == found.rows


def test_an_archive_that_unpacks_to_more_than_it_claims_is_not_opened(tmp_path: "Path") -> None:
    grown = changed(
        workbook(tmp_path, lambda _, sheet: sheet.write(1, 0, "x")),
        "xl/theme/theme1.xml",
        lambda _: b" " * 1_000_000,
    )
    content = grown.read_bytes()
    lying = content.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 1_000))
    grown.write_bytes(lying)
    notes = notes_on(grown.name)

    assert content != lying
    assert () == sheets_of(grown, notes)
    assert ["table_unreadable"] == [problem.code for problem in notes.report.problems]
    assert "than it claims" in notes.report.problems[0].message


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_workbook_that_breaks_off_is_said_to_be_damaged(tmp_path: "Path", kept: float) -> None:
    path = workbook(tmp_path, lambda _, sheet: sheet.write(1, 0, "x"))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    found = read(path)

    assert ["table_unreadable"] == found.codes
    assert [] == found.rows


@pytest.mark.parametrize("at", range(0, 6000, 211))
def test_damage_anywhere_in_a_workbook_is_a_problem_or_does_no_harm(
    tmp_path: "Path", at: int
) -> None:
    path = workbook(tmp_path, lambda _, sheet: sheet.write_row(1, 0, ("a", "b", "c")))
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 255
    path.write_bytes(bytes(content))
    found = read(path)

    assert found.codes or [(2, "a", "b", "c")] == found.rows


def test_an_archive_without_a_workbook_is_none(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")

    assert ["table_unreadable"] == read(path).codes


def test_a_sheet_whose_elements_have_a_prefix_is_scanned_like_any_other() -> None:
    text = (
        b'<x:worksheet xmlns:x="a"><x:sheetData><x:row r="7"><x:c r="AB7" t="e"><x:f>1/0</x:f>'
        b"<x:v>#DIV/0!</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    scans = {scan_of([text[:at], text[at:]]) for at in range(len(text))}

    (scan,) = scans
    assert (7, 28, 1, "AB7", 1, "AB7") == (
        scan.rows,
        scan.columns,
        scan.formulas,
        scan.formula,
        scan.errors,
        scan.error,
    )
