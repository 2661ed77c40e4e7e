"""Stacking batches in one file: sheets of one layout, of which some may lack a column."""

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.names import BATCH_ROWS


class Stack:
    """Writes batches under each other; what a later one lacks is empty there.

    The columns are those of the first batch. A column that only a later one has is written from
    there on, in the place of nothing: files of one import are of one layout, so that this is rare,
    and the whole is then written once more.
    """

    def __init__(self, path: Path) -> None:
        """Take the file that is written once the first batch comes."""
        self.path = path
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0
        self._schema: pa.Schema | None = None
        self._writer: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left, and close the file."""
        if self._waiting:
            self._flush()
        if self._writer is not None:
            self._writer.close()

    def add(self, batch: pa.RecordBatch) -> None:
        """Add a batch below those before it."""
        if self._schema is None:
            self._schema = batch.schema
        elif set(batch.schema.names) - set(self._schema.names):
            self._widen(batch.schema)
        self._waiting.append(batch)
        self._rows += batch.num_rows
        while self._rows >= BATCH_ROWS:
            self._flush(BATCH_ROWS)

    def _flush(self, most: int | None = None) -> None:
        schema = self._schema
        if schema is None:
            return
        table = pa.concat_tables([_as(batch, schema) for batch in self._waiting])
        table = table.unify_dictionaries()
        now, later = (table, table.slice(0, 0)) if most is None else _parted(table, most)
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, schema, compression="zstd")
        self._writer.write_table(now.combine_chunks(), row_group_size=BATCH_ROWS)
        self._waiting = later.to_batches()
        self._rows = later.num_rows

    def _widen(self, schema: pa.Schema) -> None:
        """Take in the columns that a later sheet has, and write again what is written."""
        known = self._schema or schema
        fields = [*known, *(field for field in schema if field.name not in known.names)]
        self._schema = pa.schema(fields)
        if self._writer is None:
            return
        self._writer.close()
        before = self.path.with_suffix(".before")
        self.path.replace(before)
        self._writer = pq.ParquetWriter(self.path, self._schema, compression="zstd")
        for batch in pq.ParquetFile(before).iter_batches(batch_size=BATCH_ROWS):
            self._writer.write_table(_as(batch, self._schema), row_group_size=BATCH_ROWS)
        before.unlink()


def _as(batch: pa.RecordBatch, schema: pa.Schema) -> pa.Table:
    """Return a batch with the columns of a schema, empty where it has none."""
    columns = [
        batch[field.name].cast(field.type)
        if field.name in batch.schema.names
        else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _parted(table: pa.Table, most: int) -> tuple[pa.Table, pa.Table]:
    return table.slice(0, most), table.slice(most)
