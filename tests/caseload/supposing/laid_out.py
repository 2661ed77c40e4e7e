"""Matters laid out as a table: each view a row, in the columns that a facts table has."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date
from typing import Any

import pyarrow as pa

from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import KNOWN_ON
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.facts.casefile import CaseFile
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.truth import Truth

WORDS = pa.dictionary(pa.int32(), pa.string())


def laid_out(views: Iterable[View], dictionary: Dictionary, date_fact: str) -> Any:  # noqa: ANN401  # a batch of Arrow
    """Return a table of a row for each view."""
    rows = list(views)
    columns: dict[str, Any] = {date_fact: pa.array([view.day for view in rows], pa.date32())}
    for name in sorted({name for view in rows for name in view.known} - {date_fact}):
        fact = dictionary.facts[name]
        columns.update(_columns(fact, [view.known.get(name) for view in rows]))
    for name in sorted({name for view in rows for name in view.records}):
        fields = dictionary.facts[name].fields
        columns[name] = _list(fields, [view.records.get(name) for view in rows])
        whole = [view.complete.get(name, Truth.UNKNOWN) for view in rows]
        words = [None if each is Truth.UNKNOWN else each is Truth.TRUE for each in whole]
        columns[f"{name}{COMPLETE}"] = pa.array(words, pa.bool_())
    return pa.RecordBatch.from_pydict(columns)


def with_known_on(batch: Any, cases: Iterable[CaseFile]) -> Any:  # noqa: ANN401  # as above
    """Return a table with the day since when each fact and each list was known."""
    matters = list(cases)
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    for name in {name for case in matters for name in case.facts}:
        days = [case.facts[name].claims[0].on if name in case.facts else None for case in matters]
        columns[f"{name}{KNOWN_ON}"] = pa.array(days, pa.date32())
    for name in {name for case in matters for name in case.lists}:
        columns[f"{name}{KNOWN_ON}"] = pa.array(
            [_since(case, name) for case in matters], pa.date32()
        )
    return pa.RecordBatch.from_pydict(columns)


def _since(case: CaseFile, name: str) -> date | None:
    records = case.lists[name].records if name in case.lists else ()
    days = [
        claim.on for record in records for account in record.values() for claim in account.claims
    ]
    return days[0] if days else None


def _columns(fact: FactType, values: list[Values | None]) -> dict[str, Any]:
    name = fact.name
    if fact.kind is Kind.YES_NO:
        words = [each.single if isinstance(each, Choices) else None for each in values]
        cells = [None if word is None else word == "yes" for word in words]
        both = [each is not None and word is None for each, word in zip(values, words, strict=True)]
        return {name: pa.array(cells, pa.bool_()), f"{name}{BOTH}": pa.array(both, pa.bool_())}
    if fact.kind in {Kind.TOKEN, Kind.TEXT}:
        kept = [
            OR.join(sorted(each.words)) if isinstance(each, Choices) and each.words else None
            for each in values
        ]
        return {name: pa.array(kept, WORDS)}
    kind = pa.date32() if fact.kind is Kind.DATE else pa.int64()
    spans = [each if isinstance(each, Spans) else None for each in values]
    low = pa.array([None if each is None else each.low for each in spans], kind)
    if all(each is None or each.single is not None for each in spans):
        return {name: low}
    high = pa.array([None if each is None else each.high for each in spans], kind)
    return {f"{name}{LOW}": low, f"{name}{HIGH}": high}


def _list(fields: Table[str, FactType], rows: list[tuple[Table[str, Values], ...] | None]) -> Any:  # noqa: ANN401  # a column of Arrow
    flat = [record for row in rows for record in row or ()]
    columns: dict[str, Any] = {}
    for name, field in fields.items():
        columns.update(_columns(field, [record.get(name) for record in flat]))
    records = pa.StructArray.from_arrays(list(columns.values()), list(columns)).to_pylist()
    cells = [None if row is None else [records.pop(0) for _ in row] for row in rows]
    kinds = pa.struct([(name, column.type) for name, column in columns.items()])
    return pa.array(cells, pa.list_(kinds))
