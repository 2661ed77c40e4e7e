"""Opening files of tables: looked at first, then read in batches through the mapping that fits."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from discretion.caseload.files.cleaning import CleanStream
from discretion.caseload.files.parquet import parquet_sheet
from discretion.caseload.files.parquet import read_parquet
from discretion.caseload.files.recognising import Fit
from discretion.caseload.files.sheets import Sheet
from discretion.caseload.files.text import read_text
from discretion.caseload.files.text import text_sheets
from discretion.caseload.files.workbooks import WorkbookRefusedError
from discretion.caseload.files.workbooks import formulas_in
from discretion.caseload.files.workbooks import read_workbook
from discretion.caseload.files.workbooks import workbook_sheets
from discretion.caseload.importing.batches import ROW_NUMBER
from discretion.caseload.ledger import Ledger
from discretion.caseload.rows import SLIPPED
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.source import Report

WORKBOOKS, PARQUET = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), ".parquet"
"""The endings of files that are no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A file before it is read: its tables, each once for each way to take its lines apart."""

    path: Path
    size: int
    sha256: str
    tables: tuple[tuple[Sheet, ...], ...]
    problems: tuple[Problem, ...]


def look_at(path: Path) -> LookedAt:
    """Return the tables of a file with their first lines; a file that cannot be read has none."""
    report = Report(path.name)
    tables: tuple[tuple[Sheet, ...], ...] = ()
    size, digest = 0, ""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        tables = tuple(_tables(path, report))
    except WorkbookRefusedError as refused:
        report.error("table_unreadable", None, f"the workbook is not read: {refused}")
    except (OSError, EOFError) as failure:
        reason = (getattr(failure, "strerror", None) or "it is damaged").lower()
        report.error("table_unreadable", None, f"the table cannot be read: {reason}")
    except pa.ArrowInvalid:
        report.error("table_unreadable", None, "the file is no parquet file, or is damaged")
    if not tables and not report.problems:
        report.error("table_unreadable", None, "the file holds no table: no line has two cells")
    return LookedAt(
        path=path, size=size, sha256=digest, tables=tables, problems=tuple(report.problems)
    )


def read_fit(fit: Fit, ledger: Ledger) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a sheet that its mapping asks for, as texts, with their numbers.

    In a text file the first row below the header has the number 1; in a workbook each has the
    number that the sheet shows. Equal rows are all kept.

    Args:
        fit: the sheet and the mapping that it fits.
        ledger: where everything goes that keeps a row from being read.

    """
    places = wanted_places(fit)
    suffix = fit.sheet.path.suffix.lower()
    try:
        if suffix in WORKBOOKS:
            for numbers, batch in read_workbook(fit.sheet, fit.below, places):
                yield batch.append_column(ROW_NUMBER, pa.array(numbers, pa.int64()))
        elif suffix == PARQUET:
            yield from _numbered(read_parquet(fit.sheet, places), [])
        else:
            yield from _read_text(fit, ledger)
    except WorkbookRefusedError as refused:
        ledger.report.error("table_unreadable", None, f"the workbook is not read: {refused}")
    except pa.ArrowInvalid:
        ledger.report.error(
            "table_unreadable",
            None,
            "the table cannot be read to its end: a row cannot be taken apart",
            f"the rows before row {ledger.rows + 1} are kept",
        )


def wanted_places(fit: Fit) -> dict[str, int]:
    """Return the columns that a mapping asks for, and where they stand in a table."""
    mapping = fit.mapping
    groups = (column.name for column in mapping.groups.values())
    asked = dict.fromkeys((*mapping.columns, *groups, *mapping.quarantine))
    places = fit.headings.places
    return {name: places[name] for name in asked if name in places}


def _tables(path: Path, report: Report) -> Iterator[tuple[Sheet, ...]]:
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        yield from ((sheet,) for sheet in workbook_sheets(path))
        for sheet, first, number in formulas_in(path):
            report.warning(
                "formula_cells",
                None,
                f"`{sheet}` has formulas in {_cells(number)}, of which `{first}` is the first",
                "what the file last worked out for them is read, and nothing is worked out anew",
            )
    elif suffix == PARQUET:
        yield (parquet_sheet(path),)
    elif sheets := tuple(text_sheets(path)):
        yield sheets


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"


def _read_text(fit: Fit, ledger: Ledger) -> Iterator[pa.RecordBatch]:
    slipped: list[int] = []

    def refuse(row: int) -> None:
        slipped.append(row)
        ledger.leave_out(SLIPPED, row)
        ledger.rows += 1

    encoding = fit.mapping.origin.layout.encoding
    with CleanStream(fit.sheet.path, encoding) as stream:
        batches = read_text(fit.sheet, fit.below, wanted_places(fit), stream, refuse)
        yield from _numbered(batches, slipped)
        report = ledger.report
        if stream.recoded:
            report.warning(
                "table_recoded",
                None,
                f"{stream.recoded} lines are no valid {encoding}, and were read as Windows-1252",
                f"the first is line {stream.first}; see whether their letters are right",
            )
        if stream.is_cut:
            report.warning(
                "table_cut_short",
                None,
                "the packed file ends before its end, and its last line is left out",
                "the rows before it are kept: get the file anew and compare its number of rows",
            )


def _numbered(batches: Iterator[pa.RecordBatch], slipped: list[int]) -> Iterator[pa.RecordBatch]:
    """Yield batches with the numbers of their rows, passing over those that slipped."""
    at = 0
    for batch in batches:
        gone = np.array(slipped, dtype=np.int64)
        last = at + batch.num_rows + int((gone > at).sum())
        numbers = np.arange(at + 1, last + 1, dtype=np.int64)
        numbers = numbers[~np.isin(numbers, gone)][: batch.num_rows]
        at = int(numbers[-1]) if len(numbers) else at
        yield batch.append_column(ROW_NUMBER, pa.array(numbers))
