"""Tables of other libraries: taken in as Arrow, in the types of a facts table, and given back.

Libraries write the same words in several ways: as views, with long offsets, or through numbers
without a sign. A facts table knows one of each.
"""

from typing import Any

import pyarrow as pa

STREAM = "__arrow_c_stream__"
"""What a table offers that speaks the Arrow PyCapsule interface."""


def taken_in(table: Any) -> pa.Table:  # noqa: ANN401  # a table of any kind
    """Return a table as an Arrow table of plain types.

    Raises:
        TypeError: it is of no kind that speaks Arrow.

    """
    found = _arrow(table)
    columns = [_plain(column) for column in found.columns]
    return pa.Table.from_arrays(columns, names=found.schema.names)


def given_back(made: pa.Table, table: Any) -> Any:  # noqa: ANN401  # tables of any kind
    """Return an Arrow table as the kind of another one, as it is where that cannot be made."""
    match table:
        case pa.Table():
            return made
        case pa.RecordBatch():
            return next(iter(made.combine_chunks().to_batches()), no_rows(made.schema))
        case pa.RecordBatchReader():
            return made.to_reader()
        case _:
            return _foreign(made, type(table))


def no_rows(schema: pa.Schema) -> pa.RecordBatch:
    """Return a batch without rows."""
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)


def _arrow(table: Any) -> pa.Table:  # noqa: ANN401  # a table of any kind
    if isinstance(table, pa.Table):
        return table
    if isinstance(table, pa.RecordBatch):
        return pa.Table.from_batches([table])
    if hasattr(table, "to_arrow_table"):
        return table.to_arrow_table()
    if hasattr(table, STREAM):
        return pa.RecordBatchReader.from_stream(table).read_all()
    message = "a caseload is a DuckDB relation or a table that speaks Arrow"
    raise TypeError(message)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column in the plain type of what it holds, its words told apart as they were."""
    if not pa.types.is_dictionary(column.type):
        kind = _plain_type(column.type)
        return column if kind == column.type else column.cast(kind)
    value = _plain_type(column.type.value_type)
    parts = [
        pa.DictionaryArray.from_arrays(chunk.indices.cast(pa.int32()), chunk.dictionary.cast(value))
        for chunk in column.chunks
    ]
    return pa.chunked_array(parts, pa.dictionary(pa.int32(), value))


def _plain_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(_plain_type(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([(field.name, _plain_type(field.type)) for field in kind])
    return kind


def _foreign(made: pa.Table, kind: type) -> Any:  # noqa: ANN401  # a table of any kind
    """Return a DuckDB relation or a data frame made of an Arrow table."""
    if kind.__name__ == "DuckDBPyRelation":
        import duckdb

        return duckdb.from_arrow(made)
    return kind(made) if kind.__module__.startswith("polars") else made
