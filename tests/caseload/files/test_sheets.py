"""Files: what is a table is opened, what is not what its ending says is refused, all is named."""

import gzip
import hashlib
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
import xlsxwriter
from pyarrow import parquet

from discretion.caseload.files.fingerprint import fingerprint_of
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.stacks import stacks_of
from discretion.caseload.files.sheets import sheets_of
from tests.caseload.files.read import LAYOUT
from tests.caseload.files.read import read
from tests.caseload.files.read import text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"Day,Place,Note\n2022-03-01,WA,x\n"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.csv", b"", "table_unreadable", "the file is empty"),
        ("a.csv.gz", b"", "table_unreadable", "the file is empty"),
        ("a.csv.gz", gzip.compress(b"", mtime=0), "table_unreadable", "holds no line"),
        ("a.csv.gz", gzip.compress(TEXT, mtime=0)[:12], "table_unreadable", "end too soon"),
        ("a.csv.gz", TEXT, "table_unreadable", "named as a gzip file, and holds a text file"),
        ("a.csv", gzip.compress(TEXT, mtime=0), "table_unreadable", "holds a gzip file"),
        ("a.csv", b"PK\x03\x04", "table_unreadable", "a workbook or another zip archive"),
        ("a.xlsx", TEXT, "table_unreadable", "named as a workbook"),
        ("a.xlsx", b"<html><table>", "table_unreadable", "holds a web page"),
        ("a.xlsx", LOCKED, "table_unreadable", "locked with a password"),
        ("a.xlsx", LOCKED[:300], "table_unreadable", "of the format before 2007"),
        ("a.xlsx", b"PK\x03\x04 and no more", "table_unreadable", "damaged"),
        ("a.parquet", TEXT, "table_unreadable", "named as a Parquet file"),
        ("a.parquet", b"PAR1 and no more", "table_unreadable", "damaged"),
        ("a.csv", b"%PDF-1.7", "table_unreadable", "holds a PDF"),
        ("a.csv", "Day\n".encode("utf-16"), "table_not_decoded", "not valid utf-8"),
        ("a.pdf", b"%PDF-1.7", "table_unreadable", "ends in `.pdf`"),
        ("a.xls", LOCKED, "table_unreadable", "ends in `.xls`"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(
    tmp_path: "Path", name: str, content: bytes, code: str, words: str
) -> None:
    notes = notes_on(name)

    assert () == sheets_of(text(tmp_path, content, name), notes)
    assert [code] == [problem.code for problem in notes.report.problems]
    assert words in notes.report.problems[0].message


def test_a_file_that_is_not_there_is_a_problem(tmp_path: "Path") -> None:
    notes = notes_on("none.csv")

    assert () == sheets_of(tmp_path / "none.csv", notes)
    assert "no such file" in notes.report.problems[0].message


@pytest.mark.parametrize("name", ["a.csv", "A.CSV", "a.txt", "a.tsv", "a.psv"])
def test_text_is_told_by_its_ending_in_any_letters(tmp_path: "Path", name: str) -> None:
    assert [(1, "2022-03-01", "WA", "x")] == read(text(tmp_path, TEXT, name)).rows


def test_every_kind_of_file_gives_the_same_rows(tmp_path: "Path") -> None:
    rows = [("2022-03-01", "WA", "x"), ("2022-03-02", "OR", "")]
    plain = "".join(",".join(row) + "\n" for row in (LAYOUT.headers, *rows)).encode()
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((LAYOUT.headers, *rows)):
            sheet.write_row(number, 0, row)
    columns = dict(zip(LAYOUT.headers, map(list, zip(*rows, strict=True)), strict=True))
    parquet.write_table(pa.table(columns), tmp_path / "a.parquet")
    files = [
        text(tmp_path, plain, "a.csv"),
        text(tmp_path, gzip.compress(plain, mtime=0), "a.csv.gz"),
        text(tmp_path, plain.replace(b",", b"\t"), "a.tsv"),
        tmp_path / "a.xlsx",
        tmp_path / "a.parquet",
    ]

    assert [rows] * len(files) == [[row[1:] for row in read(file).rows] for file in files]


def test_a_fingerprint_is_of_the_bytes_as_they_lie(tmp_path: "Path") -> None:
    content = gzip.compress(b"x" * 3_000_000, compresslevel=0, mtime=0)
    found = fingerprint_of(text(tmp_path, content, "a.csv.gz"))

    assert ("a.csv.gz", hashlib.sha256(content).hexdigest(), len(content)) == (
        found.file,
        found.sha256,
        found.size,
    )


def test_sheets_of_one_layout_are_stacked_and_others_are_named(tmp_path: "Path") -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Arrests Q1", "Arrests Q2"):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, "Title")
            sheet.write_row(1, 0, LAYOUT.headers)
        book.add_worksheet("Summary").write_row(0, 0, ("Total", "Of"))
        book.add_worksheet("Footnotes").write(0, 0, "Arrests are counted once")
        book.add_worksheet("Nothing")
    other = text(tmp_path, TEXT, "b.csv")
    sheets = [*sheets_of(path, notes_on("a.xlsx")), *sheets_of(other, notes_on("b.csv"))]
    (stack,), problems = stacks_of(sheets, (LAYOUT,))

    assert [("a.xlsx", "Arrests Q1"), ("a.xlsx", "Arrests Q2"), ("b.csv", "")] == [
        (part.sheet.file, part.sheet.name) for part in stack.parts
    ]
    assert [("sheet_not_stacked", "warning", "a.xlsx")] * 3 == [
        (each.code, each.severity, each.file) for each in problems
    ]
    assert ["Summary", "Footnotes", "Nothing"] == [each.message.split("`")[1] for each in problems]


def test_a_file_none_of_whose_sheets_has_a_layout_is_an_error(tmp_path: "Path") -> None:
    sheets = sheets_of(text(tmp_path, "Total,Of\n1,2\n"), notes_on("made_up.csv"))
    stacks, problems = stacks_of(sheets, (LAYOUT,))

    assert () == stacks
    assert [("table_unrecognised", "error")] == [(each.code, each.severity) for each in problems]
