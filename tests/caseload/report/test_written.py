"""A report is written as the same bytes each time, names no place, and runs nothing."""

import csv
import hashlib
import json
import subprocess
import sys
from io import BytesIO
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet as pq
import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Run
from discretion.caseload.report import write_report
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.writing.folder import MANIFEST
from discretion.caseload.report.writing.folder import WORKBOOK
from discretion.caseload.report.writing.folder import report_files
from discretion.caseload.report.writing.plain import as_csv
from discretion.errors import FilesRefusedError
from tests.caseload.report.recount import named

AGAIN = """
import hashlib, sys
from pathlib import Path
from discretion.caseload.report import Wanted, make_report, read_run
from discretion.caseload.report.writing.folder import report_files
from discretion.rules.library import read_library
report = make_report(
    read_run(Path(sys.argv[1])), read_library(), Wanted(by=("place", "method"), period="quarter")
)
for name, data in report_files(report).items():
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_another_process_writes_the_same_bytes(run: Run, public: Report) -> None:
    """Another process, with other hashes of words, writes the same bytes."""
    answer = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", AGAIN, str(run.folder)],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": "5", "PYTHONPATH": ":".join(sys.path)},
    )
    digests = dict(line.split() for line in answer.stdout.splitlines())

    assert {
        name: hashlib.sha256(data).hexdigest() for name, data in report_files(public).items()
    } == digests


def test_the_manifest_holds_the_digest_of_every_file(
    run: Run, public: Report, folder: Path
) -> None:
    written = write_report(public, (run,), folder)

    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert {path.name for path in written} == {path.name for path in folder.iterdir()}
    assert manifest["files"] == {
        path.name: f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in folder.iterdir()
        if path.name != MANIFEST
    }
    assert {"results.parquet", "facts.parquet", "counts.json"} == set(
        manifest["sources"][0]["files"]
    )


def test_no_file_names_a_folder_of_the_machine(run: Run, public: Report, folder: Path) -> None:
    for path in write_report(public, (run,), folder):
        data = path.read_bytes()
        if path.name == WORKBOOK:
            book = ZipFile(BytesIO(data))
            data = b"".join(book.read(name) for name in book.namelist())
        assert str(run.folder).encode() not in data
        assert str(folder).encode() not in data


def test_a_workbook_carries_no_clock_and_no_formula(public: Report) -> None:
    data = report_files(public)[WORKBOOK]
    book = openpyxl.load_workbook(BytesIO(data))

    assert {(1980, 1, 1)} == {each.date_time[:3] for each in ZipFile(BytesIO(data)).infolist()}
    assert 1980 == book.properties.created.year
    assert len(public.tables) + 1 == len(book.sheetnames)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=cmd()" in {cell.value for cell in cells}
    assert not any(cell.data_type == "f" for cell in cells)
    assert "hidden" in {cell.value for cell in cells}


def test_a_word_that_a_spreadsheet_would_obey_is_disarmed(public: Report) -> None:
    text = as_csv(named(public.tables, "outcomes-0-by-place")).decode()

    assert "'=cmd()" in {row[0] for row in csv.reader(StringIO(text))}
    assert not any(
        cell.startswith(("=", "@", "+")) for row in csv.reader(StringIO(text)) for cell in row
    )


def test_each_file_of_a_table_holds_the_same(public: Report) -> None:
    files = report_files(public)
    for table in public.tables:
        found = pq.read_table(BytesIO(files[f"{table.id}.parquet"]))
        listed = list(csv.DictReader(StringIO(files[f"{table.id}.csv"].decode())))
        assert len(table.rows) == found.num_rows == len(listed)
        for row, held, line in zip(table.rows, found.to_pylist(), listed, strict=True):
            names = [column.name for column in table.columns]
            hidden = [name for name, cell in zip(names, row, strict=True)
                      if isinstance(cell, Hidden)]  # fmt: skip
            assert hidden == held["hidden_columns"]
            assert hidden == [name for name in names if line[name] == "hidden"]
            for name, cell in zip(names, row, strict=True):
                assert held[name] == (None if isinstance(cell, Hidden) else cell)
        assert table.title in files[f"{table.id}.txt"].decode()
        assert b"counts are no findings about anybody" in files[f"{table.id}.txt"]


def test_a_folder_that_holds_something_is_left_alone(
    run: Run, public: Report, folder: Path
) -> None:
    folder.mkdir()
    (folder / "mine").write_text("mine", "utf-8")

    with pytest.raises(FilesRefusedError) as refused:
        write_report(public, (run,), folder)

    assert "folder_in_use" == refused.value.problems[0].code
    assert ["mine"] == [path.name for path in folder.iterdir()]
