"""Everything that is one step smaller than a condition, or than what is known of a matter."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeVar

from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import ForAll
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Within
from tests.exactness.making.views import Row
from tests.exactness.policy import DATE_FACT

Value = TypeVar("Value")


def smaller_conditions(node: Condition) -> Iterator[Condition]:
    """Yield conditions one step smaller, the smallest of them first."""
    match node:
        case And(parts=parts) | Or(parts=parts):
            yield from parts
            yield from (type(node)(fewer) for fewer in _fewer(parts) if len(fewer) > 1)
            yield from (type(node)(some) for some in _one_smaller(parts))
        case Not(part=part):
            yield part
            yield from map(Not, smaller_conditions(part))
        case Exists(items=items, where=where) if where is not None:
            yield Exists(items, None)
            yield from (Exists(items, each) for each in smaller_conditions(where))
        case ForAll(items=items, where=where):
            yield from (ForAll(items, each) for each in smaller_conditions(where))
        case Count():
            yield from _smaller_counts(node)
        case Within(term=term, words=words) if len(words) > 1:
            yield from (Within(term, (word,)) for word in words)
        case Between(term=term, low=low, high=high):
            yield Compare(low, "<=", term)
            yield Compare(term, "<=", high)
            yield from (Between(*terms) for terms in _simpler((term, low, high)))
        case Compare(left=left, operator=operator, right=right):
            yield from (Compare(a, operator, b) for a, b in _simpler((left, right)))
        case _:
            return


def _smaller_counts(node: Count) -> Iterator[Condition]:
    if node.where is not None:
        yield replace(node, where=None)
        yield from (replace(node, where=each) for each in smaller_conditions(node.where))
    if node.number > 0:
        yield replace(node, number=node.number - 1)


def _fewer(parts: tuple[Condition, ...]) -> Iterator[tuple[Condition, ...]]:
    return ((*parts[:at], *parts[at + 1 :]) for at in range(len(parts)))


def _one_smaller(parts: tuple[Condition, ...]) -> Iterator[tuple[Condition, ...]]:
    for at, part in enumerate(parts):
        yield from ((*parts[:at], each, *parts[at + 1 :]) for each in smaller_conditions(part))


def _simpler(terms: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """Yield the terms with one of them simpler."""
    for at, term in enumerate(terms):
        yield from ((*terms[:at], each, *terms[at + 1 :]) for each in _simpler_terms(term))


def _simpler_terms(term: Term) -> Iterator[Term]:
    match term:
        case Shift(term=inner, amount=amount, unit=unit):
            yield inner
            if abs(amount) > 1:
                yield Shift(inner, 1 if amount > 0 else -1, unit)
            yield from (Shift(each, amount, unit) for each in _simpler_terms(inner))
        case Elapsed(start=start, end=end, unit=unit):
            yield from (Elapsed(a, b, unit) for a, b in _simpler((start, end)))
        case _:
            return


def smaller_views(view: View) -> Iterator[View]:
    """Yield matters of which a little less is said, or more simply."""
    for name in view.known:
        if name != DATE_FACT:
            yield replace(view, known=_without(view.known, name))
    for items in view.records:
        yield from _fewer_records(view, items)
    for name in view.complete:
        yield replace(view, complete=_without(view.complete, name))
    for name in view.settled:
        yield replace(view, settled=_without(view.settled, name))
    for name in sorted(view.inapplicable):
        yield replace(view, inapplicable=view.inapplicable - {name})
    if not view.is_record:
        yield replace(view, is_record=True, _domains={})
    for known in _rows_simpler(view.known):
        yield replace(view, known=known)


def _fewer_records(view: View, items: str) -> Iterator[View]:
    """Yield matters without one record of a list, or with less said in one."""
    records = view.records[items]
    for at, record in enumerate(records):
        others = (*records[:at], *records[at + 1 :])
        inapplicable = frozenset(_renumbered(view.inapplicable, items, at + 1))
        yield replace(view, records={**view.records, items: others}, inapplicable=inapplicable)
        for less in (*(_without(record, name) for name in record), *_rows_simpler(record)):
            some = (*records[:at], less, *records[at + 1 :])
            yield replace(view, records={**view.records, items: some})
    if not records:
        yield replace(view, records=_without(view.records, items))


def _renumbered(names: frozenset[str], items: str, gone: int) -> Iterator[str]:
    """Yield names of fields as they are when a record is gone and the later ones move up."""
    for name in names:
        listed, bracket, rest = name.partition("[")
        if not bracket or listed != items:
            yield name
            continue
        number, _, field = rest.partition("].")
        if int(number) != gone:
            yield f"{items}[{int(number) - (int(number) > gone)}].{field}"


def _rows_simpler(row: Table[str, Values]) -> Iterator[Row]:
    """Yield what is known with one of the values left, in place of several."""
    for name, values in row.items():
        yield from ({**row, name: each} for each in _single_values(values))


def _single_values(values: Values) -> Iterator[Values]:
    if values.single is not None:
        return
    if isinstance(values, Choices):
        yield from (one_word(word) for word in sorted(values.words or ()))
        return
    yield from (one_value(end) for span in values.spans for end in span if end is not None)


def _without(table: Table[str, Value], name: str) -> dict[str, Value]:
    return {key: value for key, value in table.items() if key != name}
