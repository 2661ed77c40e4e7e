"""The values a term may have: facts, fields and constants, shifted and measured in time."""

from collections.abc import Mapping as Table
from typing import Any
from typing import Protocol
from typing import assert_never

from discretion.dates import calendar_days
from discretion.dates import completed_years
from discretion.dates import plus_days
from discretion.dates import plus_hours
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import joined
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit

_SHIFTS = {
    Unit.HOURS: plus_hours,
    Unit.DAYS: plus_days,
    Unit.MONTHS: plus_months,
    Unit.YEARS: plus_years,
}


class Known(Protocol):
    """Whatever tells which values facts and fields may still have."""

    def values(self, name: str) -> Values:
        """Return the values of a fact."""

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:
        """Return the values of a field of one record."""


class Record:
    """One record of a list, while a condition is read of it."""

    __slots__ = ("items", "known", "number")

    def __init__(self, items: str, known: Table[str, Values], number: int = 0) -> None:
        """Take the list's name, what is known of the record's fields, and its number on file."""
        self.items = items
        self.known = known
        self.number = number


def term_values(term: Term, view: Known, record: Record | None = None) -> Values:
    """Return the values a term may have in a view, of one record where it has fields."""
    match term:
        case Fact():
            return view.values(term.name)
        case Field():
            if record is None:
                message = f"the field `{term.name}` is read outside a list"
                raise ValueError(message)
            return view.field_values(record.items, record.known, term.name)
        case Constant(value=str(word)):
            return one_word(word)
        case Constant():
            return one_value(term.value)  # type: ignore[arg-type]  # words are matched above
        case Shift():
            return shifted(term_values(term.term, view, record), term.amount, term.unit)
        case Elapsed():
            return elapsed(
                term_values(term.start, view, record),
                term_values(term.end, view, record),
                term.unit,
            )
        case _:
            assert_never(term)


def shifted(values: Values, amount: int, unit: Unit) -> Spans:
    """Return days or moments so many units later; the ends move, as the functions are monotone."""
    move = _SHIFTS[unit]
    return joined((move(low, amount), move(high, amount)) for low, high in _bounded(values))


def elapsed(start: Values, end: Values, unit: Unit) -> Spans:
    """Return the completed years or calendar days that may lie between two days."""
    length = completed_years if unit is Unit.YEARS else calendar_days
    return joined(
        (length(start_high, end_low), length(start_low, end_high))
        for start_low, start_high in _bounded(start)
        for end_low, end_high in _bounded(end)
    )


def _bounded(values: Values) -> tuple[tuple[Any, Any], ...]:
    return values.spans if isinstance(values, Spans) else ()
