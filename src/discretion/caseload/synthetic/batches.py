"""The rows of a made-up table, in batches: a row is one decision about nobody."""

from collections.abc import Iterable
from collections.abc import Iterator
from os import PathLike

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.synthetic.blocks import BLOCK_ROWS
from discretion.caseload.synthetic.blocks import Blocks
from discretion.caseload.synthetic.recipe import Recipe
from discretion.rules.library import Library


def synthetic_batches(
    recipe: Recipe,
    library: Library,
    *,
    rows: int,
    seed: int,
    batch_rows: int = BATCH_ROWS,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a made-up table.

    Every block of rows is drawn from the seed and its own number alone. So the same seed gives the
    same rows in every process and whatever the size of a batch, and a longer table begins with the
    rows of a shorter one.

    Args:
        recipe: what the table holds.
        library: the range of every fact, the order of days, and where facts apply.
        rows: how many.
        seed: not negative.
        batch_rows: how many rows a batch has, the last one excepted.

    Raises:
        NotDrawnError: the recipe names a fact that no made-up table can hold.

    """
    blocks = Blocks(recipe, library, seed)
    kept: list[pa.RecordBatch] = []
    waiting = 0
    for start in range(0, rows, BLOCK_ROWS):
        block = blocks.block(start // BLOCK_ROWS).slice(0, rows - start)
        while waiting + block.num_rows >= batch_rows:
            missing = batch_rows - waiting
            yield pa.concat_batches([*kept, block.slice(0, missing)])
            block, kept, waiting = block.slice(missing), [], 0
        if block.num_rows:
            kept.append(block)
            waiting += block.num_rows
    if kept:
        yield pa.concat_batches(kept)


def write_synthetic(path: str | PathLike[str], batches: Iterable[pa.RecordBatch]) -> int:
    """Write batches of a table as a Parquet file, one row group each, and return how many rows.

    Raises:
        ValueError: there is no batch.

    """
    writer, rows = None, 0
    try:
        for batch in batches:
            if writer is None:
                writer = pq.ParquetWriter(path, batch.schema, compression="zstd")
            writer.write_batch(batch, row_group_size=batch.num_rows)
            rows += batch.num_rows
    finally:
        if writer is not None:
            writer.close()
    if writer is None:
        message = "a table without a batch has no columns"
        raise ValueError(message)
    return rows
