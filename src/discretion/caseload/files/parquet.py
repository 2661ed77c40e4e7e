"""Parquet files: columns of any type as the text that a csv file of the same table would hold.

Days are written as in workbooks. A number that is not a number, which tables keep for a missing
one, is blank; a list or a record becomes JSON. Only a file that was written with checksums tells
for certain that it is damaged.
"""

import json
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import compute
from pyarrow import parquet

from discretion.caseload.files.notes import UNDECODED
from discretion.caseload.files.notes import Notes
from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.files.sheet import Chunk
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.workbook.values import text_of
from discretion.frozen import dataclass

ROWS = 1 << 15
"""How many rows are taken over together."""
MIDNIGHT = r"[ T]00:00(:00(\.0+)?)?(Z|\+00:?00)?$"
"""A time that says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParquetTable:
    """The way to the rows of a Parquet file."""

    path: Path

    def chunks(
        self,
        header: int,  # noqa: ARG002  # the names of the columns are its only line of headers
        width: int,  # noqa: ARG002  # every row has as many cells as there are columns
        places: Sequence[int],
        notes: Notes,
    ) -> Iterator[Chunk]:
        """Yield the rows; see `Source`."""
        number = 1
        try:
            with parquet.ParquetFile(self.path, page_checksum_verification=True) as file:
                names = file.schema_arrow.names
                wanted = [names[place] for place in places]
                for batch in file.iter_batches(ROWS, columns=wanted, use_threads=False):
                    numbers = pa.array(range(number, number + len(batch)), pa.int64())
                    number += len(batch)
                    yield _chunk(numbers, [batch.column(name) for name in wanted], notes)
        except (pa.ArrowException, OSError):
            notes.error(
                "table_unreadable",
                f"{notes.place} cannot be read from row {number} on: the file is damaged",
                "get a whole copy",
            )


def sheets_of_parquet(path: Path, notes: Notes) -> tuple[Sheet, ...]:
    """Return the one sheet of a Parquet file, nothing where it cannot be read.

    Args:
        path: the file.
        notes: where everything goes that is out of order.

    """
    try:
        with parquet.ParquetFile(path) as file:
            names = tuple(file.schema_arrow.names)
            batches = file.iter_batches(PREVIEW_LINES - 1, use_threads=False)
            shown = next(batches, None)
            rows = [] if shown is None else [as_text(column) for column in shown.columns]
    except (pa.ArrowException, OSError):
        notes.error("table_unreadable", "the file is damaged, or no Parquet file", "get a new copy")
        return ()
    lines = zip(*(column.to_pylist() for column in rows), strict=True)
    preview = (names, *(tuple(cell or "" for cell in line) for line in lines))
    return (Sheet(path=path, name="", preview=preview, source=ParquetTable(path=path)),)


def as_text(cells: pa.Array) -> pa.Array:
    """Return a column of any type as text; null stays null, and bytes that are no text become so.

    Args:
        cells: the column.

    """
    kind = cells.type
    if pa.types.is_string(kind):
        return _checked(cells)
    if pa.types.is_dictionary(kind):
        return as_text(cells.dictionary_decode())
    if pa.types.is_boolean(kind):
        return compute.if_else(cells, "TRUE", "FALSE")
    if pa.types.is_floating(kind):
        return pa.array([_number(value) for value in cells.to_pylist()], pa.string())
    if pa.types.is_nested(kind):
        return pa.array([_json(value) for value in cells.to_pylist()], pa.string())
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return pa.array([_decoded(value) for value in cells.to_pylist()], pa.string())
    text = cells.cast(pa.string())
    if pa.types.is_timestamp(kind) or pa.types.is_date64(kind):
        return compute.replace_substring_regex(text, MIDNIGHT, "")
    return text


def _chunk(numbers: pa.Array, columns: list[pa.Array], notes: Notes) -> Chunk:
    """Return some rows as text, those left out that hold bytes which are no text."""
    texts = [as_text(column) for column in columns]
    kept = [True] * len(numbers)
    for text, column in zip(texts, columns, strict=True):
        for row in compute.indices_nonzero(
            compute.and_(text.is_null(), column.is_valid())
        ).to_pylist():
            if kept[row] and not pa.types.is_floating(column.type):
                kept[row] = False
                notes.reject(numbers[row].as_py(), UNDECODED)
    if all(kept):
        return Chunk(numbers, texts)
    return Chunk(numbers.filter(pa.array(kept)), [text.filter(pa.array(kept)) for text in texts])


def _checked(cells: pa.Array) -> pa.Array:
    """Return text as it is: a file may call bytes text that are none, and only a cast looks."""
    data = cells.cast(pa.binary())
    try:
        return data.cast(pa.string())
    except pa.ArrowInvalid:
        return as_text(data)


def _number(value: float | None) -> str | None:
    return None if value is None or value != value else text_of(value)  # noqa: PLR0124  # only nan differs from itself


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, default=str, ensure_ascii=False)


def _decoded(value: bytes | None) -> str | None:
    try:
        return None if value is None else value.decode("utf-8")
    except UnicodeDecodeError:
        return None
