"""Arrow columns as plain arrays of numbers and truths, and back."""

from typing import Any
from typing import TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]
"""One truth for each row."""
Numbers: TypeAlias = NDArray[np.int64]
"""One number for each row: a day as its distance from 1970, a moment in microseconds."""
Column: TypeAlias = Any
"""A column of Arrow, whose own types are not published."""


def said(column: Column) -> Mask:
    """Return which cells of a column are not empty."""
    if column.null_count in {0, len(column)}:
        return np.full(len(column), not column.null_count)
    return _bits(column.buffers()[0], column)


def truths(column: Column) -> Mask:
    """Return which cells of a column of booleans hold true; an empty one does not."""
    column = column if column.type == pa.bool_() else column.cast(pa.bool_())
    if column.null_count == len(column):
        return np.zeros(len(column), np.bool_)
    return _bits(column.buffers()[1], column) & said(column)


def numbers(column: Column, kind: object) -> Numbers:
    """Return the values of a column of whole numbers, days or moments; where empty, any.

    Args:
        column: the column.
        kind: the Arrow type that its values are read as.

    """
    column = column if column.type == kind else column.cast(kind)
    held = np.dtype(np.int32 if kind == pa.date32() else np.int64)
    start, size = column.offset * held.itemsize, len(column)
    if column.null_count == size:
        return np.zeros(size, np.int64)
    values = np.frombuffer(column.buffers()[1], held, size, start)
    return values.astype(np.int64, copy=False)


def boolean_column(values: Mask, where: Mask) -> Column:
    """Return a column of booleans, empty where it says nothing."""
    buffers = [_packed(where), pa.py_buffer(np.packbits(values, bitorder="little"))]
    return pa.Array.from_buffers(pa.bool_(), len(values), buffers)


def number_column(values: Numbers, where: Mask, kind: object) -> Column:
    """Return a column of whole numbers, days or moments, empty where it says nothing."""
    held = np.int32 if kind in {pa.date32(), pa.int32()} else np.int64
    buffers = [_packed(where), pa.py_buffer(np.ascontiguousarray(values, held))]
    return pa.Array.from_buffers(kind, len(values), buffers)


def with_columns(batch: Any, changed: dict[str, Column | None]) -> Any:  # noqa: ANN401  # of Arrow
    """Return a batch with some columns put in, or taken out where None; all others are shared."""
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    columns.update(changed)
    kept = {name: column for name, column in columns.items() if column is not None}
    made = pa.RecordBatch.from_arrays(list(kept.values()), names=list(kept))
    return made.replace_schema_metadata(batch.schema.metadata)


def _packed(where: Mask) -> Any:  # noqa: ANN401  # a buffer of Arrow, or None for cells all full
    return None if where.all() else pa.py_buffer(np.packbits(where, bitorder="little"))


def _bits(buffer: object, column: Column) -> Mask:
    """Return the bits of a column's own stretch of a buffer."""
    first, size = column.offset, len(column)
    whole = np.frombuffer(buffer, np.uint8)[first // 8 : (first + size + 7) // 8]  # type: ignore[call-overload]  # a buffer of Arrow
    bits = np.unpackbits(whole, count=size + first % 8, bitorder="little")
    return bits[first % 8 :].view(np.bool_)
