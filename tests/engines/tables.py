"""Random tables of matters, and each of their rows as the view that the reference reads.

A table is laid out as `discretion.engines.table` says. Wherever a row could be read in two ways,
`view_of` is what it means, for every bulk engine:

- A text is read as it stands; only a token may have several words parted by `|`.
- Where one end of `FACT__low` and `FACT__high` is empty, that end is the domain's.
- The date fact need not be a fact of the dictionary.
- A list without a cell has no record that is known; it may still be said to be whole.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from datetime import timedelta
from random import Random
from typing import Any

import pyarrow as pa

from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import KNOWN_ON
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.truth import Truth

DAYS = (date(2004, 2, 29), date(2021, 2, 26), date(2021, 3, 3), date(2021, 3, 31))
"""Days about which decisions are made, where nothing else is asked."""
WORDS = pa.dictionary(pa.int32(), pa.string())
TYPES = {Kind.YES_NO: pa.bool_(), Kind.DATE: pa.date32(), Kind.NUMBER: pa.int64()}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """The days, numbers and texts about which the cells of a table lie.

    `decided` holds the only days on which decisions are made, where it is not empty.
    """

    days: tuple[date, ...] = DAYS
    numbers: tuple[int, ...] = (0, 2, 4)
    texts: tuple[str, ...] = ("", "a", "ab", "aba", "b|a")
    decided: tuple[date, ...] = ()


def pool_of(conditions: Iterable[Condition]) -> Pool:
    """Return what some conditions compare with, so that rows lie on either side of it."""
    found: dict[type, dict[Any, None]] = {date: {}, int: {}, str: {}}
    for condition in conditions:
        for node in walk(condition):
            if isinstance(node, StartsWith):
                found[str].update({node.prefix: None, f"{node.prefix}x": None})
            elif isinstance(node, Within):
                found[str].update(dict.fromkeys(node.words))
            for term in terms_of(node):
                for leaf in leaf_terms(term):
                    if isinstance(leaf, Constant) and type(leaf.value) in found:
                        found[type(leaf.value)][leaf.value] = None
    return Pool(
        days=tuple(found[date]) or DAYS,
        numbers=tuple(found[int]) or Pool().numbers,
        texts=(*found[str], "another"),
    )


def table_of(
    random: Random, dictionary: Dictionary, date_fact: str, rows: int, pool: Pool | None = None
) -> pa.RecordBatch:
    """Return a random table of matters.

    Args:
        random: where chance comes from.
        dictionary: the facts, of which some have no column.
        date_fact: the fact that the day of the decision gives.
        rows: how many.
        pool: what the cells lie about.

    """
    pool = pool or Pool()
    days = [_decided(random, pool) for _ in range(rows)]
    columns: dict[str, pa.Array] = {date_fact: pa.array(days, pa.date32())}
    for name, fact in dictionary.facts.items():
        if name != date_fact and random.random() < 0.9:
            columns.update(_columns(random, fact, days, pool))
    shuffled = random.sample(list(columns), len(columns))
    return pa.RecordBatch.from_pydict({name: columns[name] for name in shuffled})


def views_of(batch: pa.RecordBatch, dictionary: Dictionary, date_fact: str) -> Iterator[View]:
    """Yield each row of a table as the reference engine reads it."""
    for row in batch.to_pylist():
        yield view_of(row, dictionary, date_fact)


def view_of(row: Row, dictionary: Dictionary, date_fact: str) -> View:
    """Return one row of a table as the reference engine reads it: never the decision's record."""
    day = row[date_fact]
    facts = dictionary.facts
    lists = [name for name, fact in facts.items() if fact.kind is Kind.LIST]
    known = _known(row, {name: fact for name, fact in facts.items() if name not in lists}, day)
    whole = {name: row.get(f"{name}{COMPLETE}") for name in lists}
    return View(
        dictionary=dictionary,
        day=day,
        known={**known, date_fact: one_value(day)},
        records={
            name: tuple(_known(record or {}, facts[name].fields, day) for record in row[name])
            for name in lists
            if row.get(name) is not None
        },
        complete={
            name: Truth.TRUE if said else Truth.FALSE
            for name, said in whole.items()
            if said is not None
        },
        is_record=False,
    )


def _known(row: Row, facts: Table[str, FactType], day: date) -> dict[str, Values]:
    found = {name: _values(row, fact, day) for name, fact in facts.items()}
    return {name: values for name, values in found.items() if values is not None}


def _values(row: Row, fact: FactType, day: date) -> Values | None:
    """Return what a row says of a fact, None where it says nothing."""
    name, cell = fact.name, row.get(fact.name)
    if fact.kind is Kind.YES_NO:
        if row.get(f"{name}{BOTH}"):
            return Choices(frozenset(("yes", "no")))
        return None if cell is None else one_word("yes" if cell else "no")
    low, high = row.get(f"{name}{LOW}"), row.get(f"{name}{HIGH}")
    if low is not None or high is not None:
        domain = fact.domain(day)
        assert isinstance(domain, Spans)
        return Spans(((domain.low if low is None else low, domain.high if high is None else high),))
    if cell is None or f"{name}{LOW}" in row:
        return None
    if fact.kind is Kind.TOKEN:
        return Choices(frozenset(cell.split(OR)))
    return one_word(cell) if fact.kind is Kind.TEXT else one_value(cell)


def _columns(
    random: Random, fact: FactType, days: list[date], pool: Pool, *, in_list: bool = False
) -> Iterator[tuple[str, pa.Array]]:
    """Yield the columns of one fact, or of one field in the records of lists."""
    name, rows = fact.name, len(days)
    if not in_list and random.random() < 0.2:
        yield f"{name}{KNOWN_ON}", pa.array(days, pa.date32())
    share = random.choice((0.0, 0.3, 0.3, 0.9))
    if fact.kind is Kind.LIST:
        yield from _lists(random, fact, days, pool)
    elif fact.kind in {Kind.DATE, Kind.NUMBER} and random.random() < 0.4:
        spans = [_span(random, fact, day, pool, share) for day in days]
        for ending, place in ((LOW, 0), (HIGH, 1)):
            yield f"{name}{ending}", pa.array([span[place] for span in spans], TYPES[fact.kind])
    elif fact.kind in TYPES:
        cells = [_cell(random, fact, day, pool, share) for day in days]
        yield name, pa.array(cells, TYPES[fact.kind])
        if fact.kind is Kind.YES_NO and not in_list and random.random() < 0.4:
            both = [random.choice((None, False, True)) for _ in range(rows)]
            yield f"{name}{BOTH}", pa.array(both, pa.bool_())
    elif fact.kind is not Kind.MOMENT:
        words = [_cell(random, fact, day, pool, share) for day in days]
        yield name, pa.array(words, random.choice((WORDS, pa.string())))


def _lists(
    random: Random, fact: FactType, days: list[date], pool: Pool
) -> Iterator[tuple[str, pa.Array]]:
    counts = [random.choice((None, 0, 0, 1, 1, 2, 3)) for _ in days]
    each = [day for day, count in zip(days, counts, strict=True) for _ in range(count or 0)]
    kept = [field for field in fact.fields.values() if random.random() < 0.9]
    fields = {
        name: column
        for field in kept or fact.fields.values()
        for name, column in _columns(random, field, each, pool, in_list=True)
    }
    records = pa.StructArray.from_arrays(list(fields.values()), list(fields)).to_pylist()
    cells = [None if count is None else [records.pop(0) for _ in range(count)] for count in counts]
    kinds = pa.struct([(name, column.type) for name, column in fields.items()])
    yield fact.name, pa.array(cells, pa.list_(kinds))
    if random.random() < 0.8:
        whole = [random.choice((None, False, True, True)) for _ in days]
        yield f"{fact.name}{COMPLETE}", pa.array(whole, pa.bool_())


def _cell(random: Random, fact: FactType, day: date, pool: Pool, share: float) -> Any:  # noqa: ANN401  # any cell at all
    """Return a cell, empty in a share of all."""
    if random.random() < share:
        return None
    match fact.kind:
        case Kind.YES_NO:
            return random.random() < 0.5
        case Kind.TOKEN:
            words = sorted(fact.words)
            return OR.join(sorted(random.sample(words, min(len(words), random.choice((1, 1, 2))))))
        case Kind.TEXT:
            return random.choice(pool.texts)
        case Kind.DATE:
            return _day(random, pool) if random.random() < 0.8 else day
        case _:
            return max(random.choice(pool.numbers) + random.choice((-1, 0, 1)), 0)


def _span(random: Random, fact: FactType, day: date, pool: Pool, share: float) -> tuple[Any, Any]:
    """Return the least and the greatest that is left, either of them now and then unsaid."""
    one, other = (_cell(random, fact, day, pool, share) for _ in range(2))
    if one is None or other is None:
        return None, None
    low, high, domain = min(one, other), max(one, other), fact.domain(day)
    assert isinstance(domain, Spans)
    match random.randrange(8):
        case 0 if domain.low <= high:
            return None, high
        case 1 if low <= domain.high:
            return low, None
        case 2:
            return low, low
        case _:
            return low, high


def _decided(random: Random, pool: Pool) -> date:
    return random.choice(pool.decided) if pool.decided else _day(random, pool)


def _day(random: Random, pool: Pool) -> date:
    return random.choice(pool.days) + timedelta(days=random.choice((-366, -31, -1, 0, 0, 1, 4, 30)))
