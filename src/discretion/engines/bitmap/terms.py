"""The bounds of a term in every row: facts, fields and constants, shifted and measured in time.

The arithmetic of days rounds as `discretion.dates` does, of which each function here is the twin.
"""

from datetime import UTC
from datetime import datetime
from typing import assert_never

import numpy as np

from discretion.dates import plus_months
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Numbers
from discretion.engines.bitmap.columns import number_of
from discretion.engines.bitmap.scope import Scope
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit

MONTHS = 12
"""How many months a year has."""
SECONDS = {Unit.HOURS: 3600, Unit.DAYS: 86_400}
"""How many seconds a moment is shifted by."""


def bounds_of(term: Term, scope: Scope) -> Bounds:
    """Return the least and the greatest value that each row leaves to a term."""
    match term:
        case Fact() | Field():
            return scope.bounds(term)
        case Constant():
            value = np.array([number_of(term.value)], dtype=np.int64)
            return Bounds(value, value)
        case Shift():
            low, high = bounds_of(term.term, scope)
            move = _moment_later if is_moment(term.term, scope) else _later
            return Bounds(move(low, term.amount, term.unit), move(high, term.amount, term.unit))
        case Elapsed():
            start, end = bounds_of(term.start, scope), bounds_of(term.end, scope)
            length = completed_years if term.unit is Unit.YEARS else calendar_days
            return Bounds(length(start.high, end.low), length(start.low, end.high))
        case _:
            assert_never(term)


def is_moment(term: Term, scope: Scope) -> bool:
    """Tell whether a term is a moment and no day."""
    match term:
        case Fact() | Field():
            return scope.kind_of(term) is Kind.MOMENT
        case Constant():
            return isinstance(term.value, datetime)
        case Shift():
            return is_moment(term.term, scope)
        case _:
            return False


def months_later(days: Numbers, months: int) -> Numbers:
    """Return the same days of the month so many months on, or that month's last day."""
    month = days.astype("datetime64[D]").astype("datetime64[M]")
    since = days - month.astype("datetime64[D]").astype(np.int64)
    moved = month + np.timedelta64(months, "M")
    first = moved.astype("datetime64[D]").astype(np.int64)
    beyond = (moved + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64)
    later: Numbers = first + np.minimum(since, beyond - first - 1)
    return later


def completed_years(start: Numbers, end: Numbers) -> Numbers:
    """Return the whole years completed from days to others, negative when reversed."""
    from_year, from_day = _in_year(start)
    to_year, to_day = _in_year(end)
    return to_year - from_year - (to_day < from_day)


def calendar_days(start: Numbers, end: Numbers) -> Numbers:
    """Return the calendar days from days to others, negative when reversed."""
    return end - start


def _in_year(days: Numbers) -> tuple[Numbers, Numbers]:
    """Return the year of each day, and a number that grows with its month and day."""
    day = days.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    year = day.astype("datetime64[Y]")
    of_month = (day - month.astype("datetime64[D]")).astype(np.int64)
    of_year = (month - year.astype("datetime64[M]")).astype(np.int64)
    return year.astype(np.int64), of_year * 32 + of_month


def _later(days: Numbers, amount: int, unit: Unit) -> Numbers:
    match unit:
        case Unit.DAYS:
            return days + amount
        case Unit.MONTHS:
            return months_later(days, amount)
        case Unit.YEARS:
            return months_later(days, MONTHS * amount)
        case Unit.HOURS:
            message = "a day is not shifted by hours"
            raise ValueError(message)
        case _:
            assert_never(unit)


def _moment_later(moments: Numbers, amount: int, unit: Unit) -> Numbers:
    """Return moments so much later; no table holds moments, so that there are hardly any."""
    if unit in SECONDS:
        return moments + amount * SECONDS[unit]
    months = amount * (MONTHS if unit is Unit.YEARS else 1)
    moved = [plus_months(datetime.fromtimestamp(each, UTC), months) for each in moments.tolist()]
    return np.array([number_of(each) for each in moved], dtype=np.int64)
