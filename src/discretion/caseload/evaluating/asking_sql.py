"""Asking by SQL: conditions as the text of the second engine, run in DuckDB on each batch."""

from collections.abc import Iterable
from collections.abc import Mapping as Table

import duckdb
import numpy as np
import pyarrow as pa

from discretion.caseload.evaluating.asking import Answers
from discretion.caseload.evaluating.masks import plane_of
from discretion.engines.bitmap.alone.deciding import Deciding
from discretion.engines.bitmap.planes import Planes
from discretion.engines.reading import Reading
from discretion.engines.sql.dialect import DUCKDB
from discretion.engines.sql.query import rules_query
from discretion.engines.sql.source import Source
from discretion.engines.table import Shape
from discretion.engines.table import shape_of
from discretion.facts.dictionary import Dictionary
from discretion.rules.condition import Condition

TABLE, PLACE = "facts", "place in the batch"
"""What a batch is called in a query, and the column that says where each of its rows stands."""


class SqlAsking:
    """Asks DuckDB; it does not find which missing fact alone could decide."""

    name = "sql"

    def __init__(self, dictionary: Dictionary, date_fact: str) -> None:
        """Take the facts that can be said, and the one that the day of the decision gives."""
        self._dictionary = dictionary
        self._date_fact = date_fact
        self._database = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})

    def answers(
        self, view: pa.RecordBatch, reading: Reading, asked: Table[str, Condition]
    ) -> Answers:
        """Return where each condition is true, and where it is false."""
        if not asked:
            return {}
        numbered = {f"c{number}": condition for number, condition in enumerate(asked.values())}
        source = Source(
            text=f'"{TABLE}"',
            shape=_shape(view.schema),
            dictionary=self._dictionary,
            date_fact=self._date_fact,
            dialect=DUCKDB,
        )
        places = pa.array(np.arange(view.num_rows))
        self._database.register(TABLE, pa.Table.from_batches([view]).append_column(PLACE, places))
        query = rules_query(source, reading, numbered, carry=[PLACE])
        found = self._database.sql(query).to_arrow_table().sort_by(PLACE).combine_chunks()
        self._database.unregister(TABLE)
        return {
            name: Planes(*plane_of(_whole(found[column])))
            for name, column in zip(asked, numbered, strict=True)
        }

    def alone(
        self,
        view: pa.RecordBatch,
        reading: Reading,
        asked: Table[str, Condition],
        facts: Iterable[str],
    ) -> Deciding:
        """Return nothing: the text of a query does not tell which fact alone could decide."""
        del view, reading, facts
        return {name: {} for name in asked}


def _shape(schema: pa.Schema) -> Shape:
    lists = {
        field.name: [inner.name for inner in field.type.value_type]
        for field in schema
        if pa.types.is_list(field.type)
    }
    return shape_of(schema.names, lists)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    chunks = column.combine_chunks()
    whole = chunks if isinstance(chunks, pa.Array) else pa.concat_arrays(chunks.chunks)
    return whole.cast(pa.bool_())
