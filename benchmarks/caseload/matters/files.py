"""Tables of matters as Arrow reads them."""

from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 131_072


def batches_of(path: Path, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """Yield the batches of a table of matters."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(ROWS, columns=columns)
