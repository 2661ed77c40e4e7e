"""Parquet files: how tables of matters are read, and results written, by our engine."""

from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 131_072


def result_writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """Return a writer of results.

    The bytes of masks stand apart by their place, so that those that say little take little;
    addresses stand as their differences, and words by their place among all.
    """
    words = [field.name for field in schema if pa.types.is_dictionary(field.type)]
    masks = [field.name for field in schema if pa.types.is_uint64(field.type)]
    encodings = {"row_number": "DELTA_BINARY_PACKED", **dict.fromkeys(masks, "BYTE_STREAM_SPLIT")}
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        write_statistics=False,
        use_dictionary=words,
        column_encoding=encodings,
    )


def batches_of(path: Path, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """Yield the batches of a table of matters."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(ROWS, columns=columns)
