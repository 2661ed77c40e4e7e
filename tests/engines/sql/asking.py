"""Databases that are asked: DuckDB in this process, and Spark on this machine."""

from collections.abc import Callable
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any
from typing import Protocol

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from discretion.engines.reading import Reading
from discretion.engines.sql.dialect import DUCKDB
from discretion.engines.sql.dialect import SPARK
from discretion.engines.sql.dialect import Dialect
from discretion.engines.sql.query import rules_query
from discretion.engines.sql.source import Source
from discretion.engines.table import shape_of
from discretion.facts.dictionary import Dictionary
from discretion.truth import Truth
from tests.exactness.policy import DATE_FACT

TRUTHS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}
Answer = list[tuple[Any, ...]]


class Database(Protocol):
    """A database that answers queries about one table at a time."""

    dialect: Dialect

    def ask(self, table: pa.Table, query: Callable[[str], str]) -> Answer:
        """Return the answer to a query over a table, which is told how the table is called."""


class Duck:
    """DuckDB, which reads Arrow where it lies."""

    dialect = DUCKDB

    def __init__(self) -> None:
        self.connection = duckdb.connect()

    def ask(self, table: pa.Table, query: Callable[[str], str]) -> Answer:
        self.connection.register("matters", table)
        return self.connection.execute(query('"matters"')).fetchall()


class Sparked:
    """Spark, which reads a file."""

    dialect = SPARK

    def __init__(self, session: Any, folder: Path) -> None:  # noqa: ANN401  # pyspark has no types here
        self.session = session
        self.folder = folder
        self.numbers = count()

    def ask(self, table: pa.Table, query: Callable[[str], str]) -> Answer:
        path = self.folder / f"{next(self.numbers)}.parquet"
        pq.write_table(table, path)
        return [tuple(row) for row in self.session.sql(query(f"parquet.`{path}`")).collect()]


def source_of(
    table: pa.Table,
    text: str,
    dictionary: Dictionary,
    dialect: Dialect,
    date_fact: str = DATE_FACT,
) -> Source:
    """Return a table of Arrow as a source."""
    lists = {
        each.name: [inner.name for inner in each.type.value_type]
        for each in table.schema
        if pa.types.is_list(each.type)
    }
    return Source(
        text=text,
        shape=shape_of(table.schema.names, lists),
        dictionary=dictionary,
        date_fact=date_fact,
        dialect=dialect,
    )


def truths(
    database: Database,
    table: pa.Table,
    dictionary: Dictionary,
    reading: Reading,
    *,
    date_fact: str = DATE_FACT,
) -> dict[str, list[Truth]]:
    """Return the truth of every rule in each row of a table."""

    def query(text: str) -> str:
        source = source_of(table, text, dictionary, database.dialect, date_fact)
        return rules_query(source, reading, reading.rules)

    rows = database.ask(table, query)
    return {name: [TRUTHS[row[place]] for row in rows] for place, name in enumerate(reading.rules)}


def told(truths_told: Iterable[Truth]) -> list[str]:
    """Return truths as words."""
    return [str(truth) for truth in truths_told]
