"""Whole columns of days are moved and measured with the rounding of single days."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from random import Random

import numpy as np
import pytest

from discretion.dates import calendar_days
from discretion.dates import completed_years
from discretion.dates import plus_days
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.engines.bitmap.calendar import Number
from discretion.engines.bitmap.calendar import Numbers
from discretion.engines.bitmap.calendar import day_at
from discretion.engines.bitmap.calendar import elapsed
from discretion.engines.bitmap.calendar import number_of
from discretion.engines.bitmap.calendar import shifted
from discretion.rules.condition import Unit

SHIFTS = {Unit.DAYS: plus_days, Unit.MONTHS: plus_months, Unit.YEARS: plus_years}
EVERY_DAY = [date(1900, 1, 1) + timedelta(days=number) for number in range(73_415)]
"""Every day of two centuries, in which 1900 and 2100 are no leap years and 2000 is one."""
FAR = [
    date(1752, 2, 29),
    date(1799, 12, 31),
    date(2199, 12, 31),
    date(2200, 1, 1),
    date(2404, 2, 29),
]
"""Days at the ends of the tables, and beyond them."""


def numbers(days: Iterable[date]) -> Numbers:
    return np.array([number_of(day) for day in days], np.int32)


def as_days(found: Number) -> list[date]:
    assert not isinstance(found, int)
    return [day_at(int(number)) for number in found]


@pytest.mark.parametrize(
    ("unit", "amount"),
    [
        *((Unit.DAYS, amount) for amount in (-366, -1, 0, 31)),
        *((Unit.MONTHS, amount) for amount in (-13, -1, 0, 1, 11)),
        *((Unit.YEARS, amount) for amount in (-18, -1, 1, 4)),
    ],
)
def test_every_day_is_moved_as_a_single_one(unit: Unit, amount: int) -> None:
    """A column of days is moved as each of its days is, whatever month it ends in."""
    days = EVERY_DAY[366 * 20 : -366 * 20] if unit is Unit.YEARS else EVERY_DAY
    expected = [SHIFTS[unit](day, amount) for day in days]

    assert expected == as_days(shifted(numbers(days), amount, unit))


@pytest.mark.parametrize("unit", SHIFTS)
def test_days_beyond_the_tables_are_moved_too(unit: Unit) -> None:
    expected = [SHIFTS[unit](day, 13) for day in FAR]

    assert expected == as_days(shifted(numbers(FAR), 13, unit))
    assert expected == [day_at(int(shifted(number_of(day), 13, unit))) for day in FAR]


def test_time_is_measured_as_between_single_days() -> None:
    """Completed years and calendar days between two columns are those between their days."""
    random = Random(3)
    leap = [date(year, 2, 29) for year in range(1904, 2100, 4)]
    ends = [date(2021, 2, 28), date(2021, 3, 1), date(2024, 2, 29), *FAR]
    starts = random.choices([*leap, *random.sample(EVERY_DAY, 300), *ends], k=5_000)
    later = random.choices([*leap, *random.sample(EVERY_DAY, 300), *ends], k=5_000)
    pairs = list(zip(starts, later, strict=True))
    years, days = (
        elapsed(numbers(starts), numbers(later), unit) for unit in (Unit.YEARS, Unit.DAYS)
    )

    assert [completed_years(*pair) for pair in pairs] == np.asarray(years).tolist()
    assert [calendar_days(*pair) for pair in pairs] == np.asarray(days).tolist()
