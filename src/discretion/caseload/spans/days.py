"""The days that an age, or a year, leaves a date."""

from datetime import date

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import plus_days
from discretion.dates import plus_years
from discretion.facts.values import Spans


def born(years: int, day: date) -> Spans | None:
    """Return the days on which so many completed years before another can have begun.

    Args:
        years: the completed years.
        day: the day on which they are counted.

    Returns:
        The span of days, or None where so long ago there was no calendar.

    """
    if years >= day.year:
        return None
    earliest = plus_days(plus_years(day, -years - 1), 1)
    return Spans(((earliest, plus_years(day, -years)),))


def in_year(year: int) -> Spans | None:
    """Return the days of a year, or None where a fact may name no day of it."""
    if not FIRST_DAY.year <= year < LAST_DAY.year:
        return None
    return Spans(((date(year, 1, 1), date(year, 12, 31)),))
