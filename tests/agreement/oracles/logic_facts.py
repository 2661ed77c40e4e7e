"""What is known of matters as facts of a logic program."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.truth import Truth
from tests.exactness.policy import Policy

EPOCH = datetime(1890, 1, 1, tzinfo=UTC)
"""The moment from which minutes are counted."""
MINUTE = timedelta(minutes=1)


def said(policy: Policy, views: Sequence[View]) -> Iterator[str]:
    """Yield what is known of each matter; the record 0 is the matter itself."""
    for row, view in enumerate(views):
        yield f"matter({row})."
        for name, each in policy.dictionary.facts.items():
            if each.kind is Kind.LIST:
                yield from _listed(view, name, each, row)
            else:
                values = view.values(name)
                applies = name not in view.inapplicable or name in view.known
                yield from _fact(f'{row},0,"{name}"', values, applies=applies)
        yield from (f'said({row},"{name}").' for name in view.known)
        for judgment, met in view.settled.items():
            yield f'settled({row},"{judgment}",{int(met)}).'


def _listed(view: View, items: str, each: FactType, row: int) -> Iterator[str]:
    if view.completeness(items) is Truth.TRUE:
        yield f'complete({row},"{items}").'
    for number, record in enumerate(view.listed(items), start=1):
        yield f'record({row},"{items}",{number}).'
        yield from _record(view, items, each.fields, record, (row, number))


def _record(
    view: View,
    items: str,
    fields: Table[str, FactType],
    record: Table[str, Values],
    at: tuple[int, int],
) -> Iterator[str]:
    row, number = at
    for name in fields:
        applies = name in record or f"{items}[{number}].{name}" not in view.inapplicable
        values = view.field_values(items, record, name)
        yield from _fact(f'{row},{number},"{items}.{name}"', values, applies=applies)


def _fact(place: str, values: Values, *, applies: bool) -> Iterator[str]:
    if not applies:
        yield f"inapplicable({place})."
    if not isinstance(values, Choices):
        yield from (f"left({place},{number(low)},{number(high)})." for low, high in values.spans)
    elif values.words is None:
        yield f"any({place})."
    else:
        yield from (f'word({place},"{word}").' for word in values.words)


def number(value: date | int) -> int:
    """Return a day as its number, a moment as whole minutes, and a number as it is."""
    match value:
        case datetime():
            minutes, rest = divmod(value - EPOCH, MINUTE)
            if rest:
                message = f"{value} is no whole minute"
                raise ValueError(message)
            return minutes
        case date():
            return value.toordinal()
        case _:
            return value
