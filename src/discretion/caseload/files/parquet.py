"""Tables in parquet files: one sheet each, whose cells are turned into the texts of text files."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from discretion.caseload.files.sheets import Sheet

BATCH_ROWS = 131_072


def parquet_sheet(path: Path) -> Sheet:
    """Return a parquet file as a sheet: its first line is the names of its columns.

    Raises:
        ArrowInvalid: it is no parquet file, or is damaged.

    """
    names = tuple(pq.read_schema(path).names)
    return Sheet(path=path, name="", lines=(names,), physical=(1,))


def read_parquet(sheet: Sheet, places: Table[str, int]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a parquet file, the columns that are asked for as texts."""
    file = pq.ParquetFile(sheet.path)
    names = [sheet.lines[0][place] for place in places.values()]
    for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=names):
        columns = [texts_of(batch[name]) for name in names]
        yield pa.RecordBatch.from_arrays(columns, names=list(places))


def texts_of(column: pa.Array) -> pa.Array:
    """Return a column as text files write it; midnight beside a day says nothing."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return column.cast(kind.value_type) if kind.value_type != pa.string() else column
    if pa.types.is_timestamp(kind):
        text = pc.strftime(column, format="%Y-%m-%d %H:%M:%S")
        return pc.replace_substring_regex(text, pattern=r" 00:00:00(\.0+)?$", replacement="")
    if pa.types.is_floating(kind):
        text = column.cast(pa.string())
        return pc.replace_substring_regex(text, pattern=r"\.0$", replacement="")
    return column.cast(pa.string())
