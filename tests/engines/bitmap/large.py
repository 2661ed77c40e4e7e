"""A large random table, made column by column: as many rows as a caseload is read at once."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from discretion.engines.table import COMPLETE
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind

ROWS = 131_072
UNKNOWN = 0.3
"""The share of cells that are empty."""
TEXTS = [f"text {number}" for number in range(200)]


def large_table(dictionary: Dictionary, names: Iterable[str], date_fact: str) -> pa.RecordBatch:
    """Return a table with columns of some facts; a third of its rows have up to four records."""
    made = np.random.default_rng(1)
    days = pa.array(made.integers(14_000, 19_000, ROWS, np.int32)).cast(pa.date32())
    columns: dict[str, pa.Array] = {date_fact: days}
    for name in sorted(set(names) - {date_fact}):
        each = dictionary.facts[name]
        if each.kind is Kind.LIST:
            columns[name] = _lists(made, each)
            columns[f"{name}{COMPLETE}"] = _yes_no(made, ROWS)
        elif each.kind is not Kind.MOMENT:
            columns[name] = _column(made, each, ROWS)
    return pa.RecordBatch.from_pydict(columns)


def _lists(made: np.random.Generator, each: FactType) -> pa.Array:
    counts = np.where(made.random(ROWS) < 0.35, made.integers(1, 5, ROWS), 0)
    ends = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    fields = [_column(made, field, int(ends[-1])) for field in each.fields.values()]
    return pa.ListArray.from_arrays(
        pa.array(ends), pa.StructArray.from_arrays(fields, list(each.fields))
    )


def _yes_no(made: np.random.Generator, rows: int) -> pa.Array:
    return pa.array(made.random(rows) < 0.5, mask=made.random(rows) < UNKNOWN)


def _column(made: np.random.Generator, each: FactType, rows: int) -> pa.Array:
    mask = made.random(rows) < UNKNOWN
    match each.kind:
        case Kind.YES_NO:
            return _yes_no(made, rows)
        case Kind.DATE:
            days = made.integers(14_000, 19_000, rows, np.int32)
            return pa.array(days, mask=mask).cast(pa.date32())
        case Kind.NUMBER:
            return pa.array(made.integers(0, 200, rows), mask=mask)
        case _:
            words = list(each.words) or TEXTS
            codes = made.integers(0, len(words), rows, np.int32)
            return pa.DictionaryArray.from_arrays(pa.array(codes, mask=mask), pa.array(words))
