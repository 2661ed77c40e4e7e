"""Facts tables drawn at random, and each of their rows as the reference engine views it."""

import random
from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.engines.table import Form
from discretion.engines.table import forms_of
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.truth import Truth

DATE_FACT = "decision_date"
FIRST = date(2014, 1, 1)
ORDERED = {Kind.DATE: pa.date32(), Kind.NUMBER: pa.int32()}
UNSAID = 0.35
"""How often a cell is empty."""
COMPLETENESS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}
WORDS = ("alpha", "beta", "237a2Aiii", "212a6Ai", "8 USC 1326", "it's", 'a "word"')


def random_table(
    dictionary: Dictionary, names: Iterable[str], rows: int, draw: random.Random
) -> pa.RecordBatch:
    """Return a facts table with columns for some facts, in forms drawn at random.

    Args:
        dictionary: what the facts are.
        names: the facts and lists that may have a column; about one in eight has none.
        rows: how many rows.
        draw: where chance comes from.

    """
    days = [FIRST + timedelta(days=draw.randrange(4200)) for _ in range(rows)]
    columns: dict[str, pa.Array] = {DATE_FACT: pa.array(days, pa.date32())}
    for name in names:
        fact = dictionary.facts[name]
        if name == DATE_FACT or fact.kind is Kind.MOMENT or draw.random() < 1 / 8:
            continue
        if fact.kind is Kind.LIST:
            columns |= _list(fact, days, draw)
        else:
            columns |= _fact(fact, days, draw)
    return pa.RecordBatch.from_pydict(columns)


def _fact(fact: FactType, days: list[date], draw: random.Random) -> dict[str, pa.Array]:
    rows = [_cells(fact, day, draw, bounds=False) for day in days]
    if fact.kind in ORDERED and draw.random() < 0.5:
        rows = [_cells(fact, day, draw, bounds=True) for day in days]
    return {
        name: pa.array([row.get(name) for row in rows], kind)
        for name, kind in _types(fact, bounds=fact.name + LOW in _names(rows)).items()
    }


def _names(rows: list[dict[str, Any]]) -> set[str]:
    return {name for row in rows for name in row}


def _types(fact: FactType, *, bounds: bool) -> dict[str, pa.DataType]:
    if fact.kind in ORDERED:
        kind = ORDERED[fact.kind]
        return {fact.name + LOW: kind, fact.name + HIGH: kind} if bounds else {fact.name: kind}
    if fact.kind is Kind.YES_NO:
        return {fact.name: pa.bool_(), fact.name + BOTH: pa.bool_()}
    return {fact.name: pa.string()}


def _cells(fact: FactType, day: date, draw: random.Random, *, bounds: bool) -> dict[str, Any]:
    """Return what stands in the columns of one fact in one row."""
    if draw.random() < UNSAID:
        return {}
    if fact.kind is Kind.YES_NO:
        if draw.random() < 0.1:
            return {fact.name + BOTH: True}
        return {fact.name: draw.random() < 0.5}
    if fact.kind is Kind.TOKEN:
        several = draw.randint(1, min(3, len(fact.words))) if draw.random() < 0.3 else 1
        return {fact.name: OR.join(sorted(draw.sample(list(fact.words), several)))}
    if fact.kind is Kind.TEXT:
        return {fact.name: draw.choice(WORDS)}
    low, high = sorted((_value(fact, day, draw), _value(fact, day, draw)))
    return {fact.name + LOW: low, fact.name + HIGH: high} if bounds else {fact.name: low}


def _value(fact: FactType, day: date, draw: random.Random) -> date | int:
    if fact.kind is Kind.DATE:
        near = draw.choice((day, date(2020, 11, 1), date(2004, 2, 29), date(1957, 1, 1)))
        return near + timedelta(days=draw.choice((-1, 0, 1, draw.randrange(-4000, 2000))))
    return draw.choice((0, 1, 2, 3, 13, 17, 18, 64, 65, 90, 180, 364, 365, 366, 500))


def _list(fact: FactType, days: list[date], draw: random.Random) -> dict[str, pa.Array]:
    fields = [each for each in fact.fields.values() if each.kind not in {Kind.MOMENT, Kind.LIST}]
    bounded = {each.name for each in fields if each.kind in ORDERED and draw.random() < 0.3}
    types = {
        name: kind
        for each in fields
        for name, kind in _types(each, bounds=each.name in bounded).items()
        if not name.endswith(BOTH)
    }

    def record(day: date) -> dict[str, Any]:
        found: dict[str, Any] = dict.fromkeys(types)
        for each in fields:
            cells = _cells(each, day, draw, bounds=each.name in bounded)
            found |= {name: cell for name, cell in cells.items() if name in types}
        return found

    kind = pa.list_(pa.struct(list(types.items())))
    rows = [
        None
        if draw.random() < 0.2
        else [record(day) for _ in range(draw.choice((0, 0, 1, 1, 2, 4)))]
        for day in days
    ]
    complete = [draw.choice((True, True, False, None)) for _ in days]
    return {fact.name: pa.array(rows, kind), fact.name + COMPLETE: pa.array(complete, pa.bool_())}


def views_of(batch: pa.RecordBatch, dictionary: Dictionary) -> list[View]:
    """Return each row of a facts table as the reference engine views it."""
    forms = forms_of(name for name in batch.schema.names if name.split("__")[0] in dictionary.facts)
    return [_view(row, forms, dictionary) for row in batch.to_pylist()]


def _view(row: dict[str, Any], forms: Table[str, Form], dictionary: Dictionary) -> View:
    known: dict[str, Values] = {DATE_FACT: one_value(row[DATE_FACT])}
    records: dict[str, tuple[Table[str, Values], ...]] = {}
    complete: dict[str, Truth] = {}
    for name in forms:
        fact = dictionary.facts[name]
        if fact.kind is Kind.LIST:
            records[name] = tuple(_known(item, fact.fields) for item in row[name] or ())
            complete[name] = COMPLETENESS[row.get(name + COMPLETE)]
        else:
            known |= _known(row, {name: fact})
    return View(
        dictionary=dictionary,
        day=row[DATE_FACT],
        known=MappingProxyType(known),
        records=MappingProxyType(records),
        complete=MappingProxyType(complete),
        is_record=False,
    )


def _known(row: dict[str, Any], facts: Table[str, FactType]) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for name, fact in facts.items():
        cell = row.get(name)
        if row.get(name + BOTH):
            found[name] = Choices(frozenset(("yes", "no")))
        elif row.get(name + LOW) is not None:
            found[name] = Spans(((row[name + LOW], row[name + HIGH]),))
        elif isinstance(cell, bool):
            found[name] = one_word("yes" if cell else "no")
        elif isinstance(cell, str):
            words = cell.split(OR) if fact.kind is Kind.TOKEN else [cell]
            found[name] = Choices(frozenset(words))
        elif cell is not None:
            found[name] = Spans(((cell, cell),))
    return found
