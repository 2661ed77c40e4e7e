"""Ordered atoms as plain comparisons: where along a line of days or numbers each of them turns.

Every ordered atom is a conjunction of comparisons by `<` and `<=`, or the opposite of one; and
each comparison turns at most once as one of the facts it reads grows.
"""

from bisect import bisect_left
from collections.abc import Callable
from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import Any

from discretion.engines.atoms import Atom
from discretion.facts.values import Ordered
from discretion.facts.values import Spans
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
"""The finest difference that two moments can have."""
PLAIN = (timedelta(minutes=1) // TICK, timedelta(seconds=1) // TICK)
"""What people count moments in, the coarsest first."""
CALENDAR_ROUND = 1461
"""After how many days months and years have the same lengths again, from 1901 to 2099."""
YEARS_SPREAD = 3
"""By how many days, at most, the same number of years differs in length, with one to spare."""
MONTHS_SPREAD = 6
"""By how many days, at most, the same number of months does: one month has 28 to 31 days."""


def comparisons_of(atom: Atom) -> tuple[Compare, ...]:
    """Return the comparisons by `<` and `<=` that an ordered atom is made of, none for a word's."""
    match atom:
        case Between():
            return Compare(atom.low, "<=", atom.term), Compare(atom.term, "<=", atom.high)
        case Compare(operator="<" | "<="):
            return (atom,)
        case Compare(operator=">"):
            return (Compare(atom.right, "<", atom.left),)
        case Compare(operator=">="):
            return (Compare(atom.right, "<=", atom.left),)
        case Compare():
            return Compare(atom.left, "<=", atom.right), Compare(atom.right, "<=", atom.left)
        case _:
            return ()


def is_opposite(atom: Atom) -> bool:
    """Tell whether an atom holds where its comparisons do not all hold."""
    return isinstance(atom, Compare) and atom.operator == "!="


def rises(comparison: Compare, leaf: Fact | Field) -> bool:
    """Tell whether a comparison can only come true, and not cease to be, as a fact grows."""
    return _direction(comparison.right, leaf) > _direction(comparison.left, leaf)


def _direction(term: Term, leaf: Fact | Field) -> int:
    match term:
        case Fact() | Field():
            return int(term == leaf)
        case Shift():
            return _direction(term.term, leaf)
        case Elapsed():
            return _direction(term.end, leaf) - _direction(term.start, leaf)
        case _:
            return 0


def spread_of(comparison: Compare) -> int:
    """Return by how many days the distance can differ that a comparison asks for."""
    return _spread(comparison.left) + _spread(comparison.right)


def _spread(term: Term) -> int:
    match term:
        case Shift(unit=Unit.YEARS):
            return YEARS_SPREAD + _spread(term.term)
        case Shift(unit=Unit.MONTHS):
            return MONTHS_SPREAD + _spread(term.term)
        case Shift():
            return _spread(term.term)
        case Elapsed():
            own = YEARS_SPREAD if term.unit is Unit.YEARS else 0
            return own + _spread(term.start) + _spread(term.end)
        case _:
            return 0


def first_turn(low: int, high: int, holds: Callable[[int], bool]) -> int | None:
    """Return the first number after a low end where a test differs from there, None for nowhere.

    Args:
        low: where to begin.
        high: where to end.
        holds: a test that turns at most once on the way; most turns are near.

    """
    start = holds(low)
    before, step = low, 1
    while before + step < high and holds(before + step) is start:
        before, step = before + step, 2 * step
    after = min(before + step, high)
    if after == high and holds(high) is start:
        return None
    between = range(before + 1, after)
    return before + 1 + bisect_left(between, 1, key=lambda number: holds(number) is not start)


def ordinal_of(value: Any) -> int:  # noqa: ANN401  # a day, moment or number
    """Return an ordered value as a whole number: of days, of ticks, or itself."""
    if isinstance(value, datetime):
        return (value - EPOCH) // TICK
    return value.toordinal() if isinstance(value, date) else int(value)


def value_at(ordinal: int, like: Ordered) -> Ordered:
    """Return the value that a whole number stands for, of the kind of another value."""
    if isinstance(like, datetime):
        return (EPOCH + TICK * ordinal).astimezone(like.tzinfo)
    return date.fromordinal(ordinal) if isinstance(like, date) else ordinal


def plainer(ordinal: int, like: Ordered) -> Iterator[int]:
    """Yield the whole minute and second at or after a moment, nothing for other values."""
    if isinstance(like, datetime):
        yield from (ordinal + -ordinal % unit for unit in PLAIN)


def ordinal_spans(values: Spans) -> tuple[tuple[int, int], ...]:
    """Return spans as whole numbers."""
    return tuple((ordinal_of(low), ordinal_of(high)) for low, high in values.spans)


def times_read(comparison: Compare, leaf: Fact | Field) -> int:
    """Return how often a comparison reads a fact."""
    return sum(each == leaf for term in terms_of(comparison) for each in leaf_terms(term))
