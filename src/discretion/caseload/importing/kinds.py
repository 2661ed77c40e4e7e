"""Tables in memory of whatever kind: what comes in comes out of one kind."""

from typing import Any
from typing import TypeVar

import pyarrow as pa

AnyTable = TypeVar("AnyTable")
STREAM = "__arrow_c_stream__"
"""What a table offers that speaks the Arrow PyCapsule interface."""


def arrow_of(table: Any) -> pa.Table:  # noqa: ANN401  # a table of any kind
    """Return a table as an Arrow table.

    Raises:
        TypeError: it is of no kind that speaks Arrow.

    """
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


def same_kind(table: AnyTable, made: pa.Table) -> AnyTable:
    """Return an Arrow table as a table of the same kind as another, where one can be made of it."""
    return _made(table, made)  # type: ignore[no-any-return]  # of that kind


def _made(table: Any, made: pa.Table) -> Any:  # noqa: ANN401  # a table of any kind
    match table:
        case pa.Table():
            return made
        case pa.RecordBatch():
            return made.combine_chunks().to_batches()[0]
        case pa.RecordBatchReader():
            return made.to_reader()
        case _:
            return _foreign(table, made)


def _foreign(table: Any, made: pa.Table) -> Any:  # noqa: ANN401  # a table of any kind
    """Return a DuckDB relation or a data frame made of an Arrow table."""
    kind = type(table)
    if kind.__name__ == "DuckDBPyRelation":
        import duckdb

        return duckdb.from_arrow(made)
    return kind(made) if kind.__module__.startswith("polars") else made
