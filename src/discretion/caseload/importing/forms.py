"""How the facts and lists of a mapping stand in a table: the form and the Arrow type of each.

A form never depends on the rows of one batch, so that all batches of one mapping fit together.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias
from typing import assert_never

import pyarrow as pa

from discretion.caseload.mapping import Always
from discretion.caseload.mapping import FactSource
from discretion.caseload.mapping import FieldSource
from discretion.caseload.mapping import FromColumn
from discretion.caseload.mapping import FromCondition
from discretion.caseload.mapping import FromTerm
from discretion.caseload.mapping import FromYear
from discretion.caseload.mapping import FromYears
from discretion.caseload.mapping import ListMapping
from discretion.engines.table import BOTH
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.facts.values import Values

Fields: TypeAlias = tuple[pa.Field, ...]

ORDERED = {Kind.DATE: pa.date32(), Kind.NUMBER: pa.int64()}
"""The types of columns of ordered values; a moment has no column."""


def plain_type(fact: FactType) -> pa.DataType:
    """Return the type of a column that holds one fact."""
    if fact.kind is Kind.YES_NO:
        return pa.bool_()
    return ORDERED.get(fact.kind, pa.string())


def fields_of(fact: FactType, sources: Iterable[FactSource | FieldSource]) -> Fields:
    """Return the columns of a fact that comes from any of some sources."""
    kind = plain_type(fact)
    several = [values for source in sources for values in _several(source)]
    if fact.kind in ORDERED:
        if several:
            return pa.field(fact.name + LOW, kind), pa.field(fact.name + HIGH, kind)
        return (pa.field(fact.name, kind),)
    if fact.kind is Kind.YES_NO and several:
        return pa.field(fact.name, kind), pa.field(fact.name + BOTH, pa.bool_())
    return (pa.field(fact.name, kind),)


def cells_of(
    fact: FactType, fields: Iterable[pa.Field], values: Values | None
) -> Table[str, object]:
    """Return what stands in the columns of a fact of which some values are left, None for all."""
    if isinstance(values, Spans):
        return _ends(fact, fields, values)
    if values is None or values.words is None:
        return {}
    if fact.kind is Kind.YES_NO:
        single = values.single
        return {fact.name + BOTH: True} if single is None else {fact.name: single == "yes"}
    return {fact.name: OR.join(sorted(values.words))}


def record_fields(mapped: Iterable[ListMapping]) -> dict[str, tuple[FactType, Fields]]:
    """Return each field of the records that feed one list, with the columns it has in a struct."""
    sources: dict[str, tuple[FactType, list[FactSource | FieldSource]]] = {}
    for part in mapped:
        for each in part.fields:
            sources.setdefault(each.fact.name, (each.fact, []))[1].append(each.source)
    return {name: (fact, fields_of(fact, found)) for name, (fact, found) in sources.items()}


def list_type(fields: Table[str, tuple[FactType, Fields]]) -> pa.DataType:
    """Return the type of a list column whose records have such fields."""
    return pa.list_(pa.struct([field for _, found in fields.values() for field in found]))


def _ends(fact: FactType, fields: Iterable[pa.Field], values: Spans) -> Table[str, object]:
    if any(field.name == fact.name for field in fields):
        return {fact.name: values.single}
    return {fact.name + LOW: values.low, fact.name + HIGH: values.high}


def _several(source: FactSource | FieldSource) -> Iterator[Values]:
    """Yield what a source may say that leaves more than one value."""
    match source:
        case FromColumn(codes=codes):
            said = () if codes is None else codes.values()
            yield from (values for values in said if values is not None and is_open(values))
        case Always(values=values):
            if is_open(values):
                yield values
        case FromYears() | FromYear() | FromTerm():
            yield Spans(((None, None),))
        case FromCondition():
            return
        case _:
            assert_never(source)


def is_open(values: Values) -> bool:
    """Tell whether more than one value is left."""
    return values.single is None
