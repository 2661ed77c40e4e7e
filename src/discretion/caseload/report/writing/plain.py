"""A table as files that other programs read: CSV, Parquet, and a text that says what it is."""

import csv
import json
from io import BytesIO
from io import StringIO
from textwrap import wrap

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import Kind
from discretion.caseload.report.table import ReportTable

HIDDEN_WORD = "hidden"
HIDDEN_COLUMN = "hidden_columns"
"""The column of a Parquet file that names the columns whose cells are hidden in a row."""
OBEYED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula. Source: OWASP, CSV Injection."""
WIDTH = 96
TYPES = {Kind.WORDS: pa.string(), Kind.COUNT: pa.int64(), Kind.SHARE: pa.float64()}


def as_csv(table: ReportTable) -> bytes:
    """Return a table as CSV: UTF-8, commas, one heading row; a hidden cell says so.

    A word that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def as_parquet(table: ReportTable, lines: tuple[str, ...]) -> bytes:
    """Return a table as Parquet, with what stands under it in the metadata of the file.

    Args:
        table: the table; a hidden cell is empty, and the last column names it.
        lines: what stands under the table.

    """
    arrays = [
        pa.array(
            [None if isinstance(row[place], Hidden) else row[place] for row in table.rows],
            TYPES[column.kind],
        )
        for place, column in enumerate(table.columns)
    ]
    names = [column.name for column in table.columns]
    hidden = [
        [name for name, cell in zip(names, row, strict=True) if isinstance(cell, Hidden)]
        for row in table.rows
    ]
    told = json.dumps({"id": table.id, "title": table.title, "under": lines}, ensure_ascii=False)
    made = pa.table(
        [*arrays, pa.array(hidden, pa.list_(pa.string()))], names=[*names, HIDDEN_COLUMN]
    ).replace_schema_metadata({"discretion": told})
    file = BytesIO()
    pq.write_table(made, file, compression="zstd")
    return file.getvalue()


def as_text(table: ReportTable, lines: tuple[str, ...]) -> bytes:
    """Return what stands under a table as a text: its columns in words, then each sentence."""
    columns = [f"{column.name}: {column.heading}" for column in table.columns]
    parts = [
        table.title,
        "",
        *columns,
        "",
        *(line for each in lines for line in wrap(each, WIDTH, break_on_hyphens=False)),
        "",
    ]
    return "\n".join(parts).encode()


def _plain(cell: Cell) -> str:
    match cell:
        case Hidden():
            return HIDDEN_WORD
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(OBEYED) else cell
        case _:
            return repr(cell)
