"""Facts tables in small row groups, so that a few rows make several parts."""

from pathlib import Path

import pyarrow.parquet as pq


def regrouped(imported: Path, *, rows: int) -> Path:
    """Write the facts of an import once more, so many rows to a group; return the file."""
    path = imported / "output/facts.parquet"
    table = pq.read_table(path)
    pq.write_table(table, path, row_group_size=rows, compression="zstd")
    return path
