"""Calendar arithmetic on whole columns of days, with the rounding of `discretion.dates`.

A day is the number of days since 1 January 1970, as Arrow keeps it. Days that some fact may name
are looked up in tables; others are worked out.
"""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from functools import cache
from typing import Any
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from discretion.rules.condition import Unit

Numbers: TypeAlias = NDArray[Any]
"""Days or other whole numbers, one for each row."""
Number: TypeAlias = int | Numbers
"""The same number in every row, or one for each."""

EPOCH = date(1970, 1, 1)
MONTHS = 12
FIRST_YEAR, LAST_YEAR = 1800, 2200
"""The years from which and up to which the tables go."""
YEAR_BITS, MONTH_BITS, MONTH, DAY = 9, 5, 15, 31
"""A code holds a year, a month in four bits behind it, and a day in the five last."""


def number_of(day: date) -> int:
    """Return a day as a number."""
    return (day - EPOCH).days


def day_at(number: int) -> date:
    """Return the day of a number."""
    return EPOCH + timedelta(days=number)


FIRST, LAST = (number_of(date(year, 1, 1)) for year in (FIRST_YEAR, LAST_YEAR))
FIRST_MONTH, LAST_MONTH = FIRST_YEAR * MONTHS, LAST_YEAR * MONTHS


def shifted(days: Number, amount: int, unit: Unit) -> Number:
    """Return days so many days, months or years later, or that month's last day."""
    if unit is Unit.DAYS:
        return days + amount
    months = amount * MONTHS if unit is Unit.YEARS else amount
    codes = _codes(days)
    month = (codes >> YEAR_BITS) * MONTHS + (codes >> MONTH_BITS & MONTH) - 1 + months
    start = _starts(month)
    later: Number = start + np.minimum(codes & DAY, _starts(month + 1) - start) - 1
    return later


def elapsed(start: Number, end: Number, unit: Unit) -> Number:
    """Return the completed years or calendar days from one day to another."""
    if unit is Unit.YEARS:
        years: Number = _codes(end) - _codes(start) >> YEAR_BITS
        return years
    return end - start


def _codes(days: Number) -> Any:  # noqa: ANN401  # numbers, or one that NumPy made
    return _looked_up(days, FIRST, LAST, _code_table, _codes_of)


def _starts(months: Number) -> Any:  # noqa: ANN401  # as above
    """Return the first day of months, counted from the year 0."""
    return _looked_up(months, FIRST_MONTH, LAST_MONTH, _start_table, _starts_of)


def _looked_up(
    asked: Number,
    first: int,
    last: int,
    table: Callable[[], Numbers],
    work_out: Callable[[Numbers], Numbers],
) -> Any:  # noqa: ANN401  # as above
    found = np.asarray(asked)
    if not found.size or (found.min() >= first and found.max() < last):
        return table()[found - first]
    return work_out(found)


@cache
def _code_table() -> Numbers:
    return _codes_of(np.arange(FIRST, LAST, dtype=np.int32))


@cache
def _start_table() -> Numbers:
    return _starts_of(np.arange(FIRST_MONTH, LAST_MONTH, dtype=np.int32))


def _codes_of(days: Numbers) -> Numbers:
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    index = months.astype(np.int32) + EPOCH.year * MONTHS
    day = (dates - months.astype("datetime64[D]")).astype(np.int32) + 1
    year, month = np.divmod(index, MONTHS)
    codes: Numbers = (year << YEAR_BITS) + (month + 1 << MONTH_BITS) + day
    return codes


def _starts_of(months: Numbers) -> Numbers:
    since = (months - EPOCH.year * MONTHS).astype("datetime64[M]")
    return since.astype("datetime64[D]").astype(np.int32)
