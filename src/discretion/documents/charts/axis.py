"""An axis of days: few round days, named as briefly as tells them apart."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta

from discretion.dates import MONTHS
from discretion.frozen import dataclass

MOST_MARKS = 13
"""As many marks as stand beside each other without touching."""
MONTHS_APART = (1, 3, 6)
YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
DAYS_APART = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day on the axis and its name there."""

    day: date
    text: str


def marks_between(first: date, last: date) -> tuple[Mark, ...]:
    """Return the marks of a period, both days included.

    Days, months or years, whichever are the finest of which not too many fit.
    """
    for apart in DAYS_APART:
        if (last - first).days // apart < MOST_MARKS // 2:
            days = range(0, (last - first).days + 1, apart)
            return tuple(_day_mark(first + timedelta(days=each)) for each in days)
    months = (last.year - first.year) * 12 + last.month - first.month
    for apart in MONTHS_APART:
        if months // apart < MOST_MARKS:
            return tuple(_month_mark(day) for day in _month_starts(first, last, apart))
    apart = next(each for each in YEARS_APART if (last.year - first.year) // each < MOST_MARKS)
    round_year = -(-first.year // apart) * apart
    starts = (date(year, 1, 1) for year in range(round_year, last.year + 1, apart))
    return tuple(Mark(day=day, text=str(day.year)) for day in starts if day >= first)


def _month_starts(first: date, last: date, apart: int) -> Iterator[date]:
    """Yield the first day of every so manieth month of a year, within a period."""
    for month in range(first.year * 12, last.year * 12 + last.month, apart):
        day = date(month // 12, month % 12 + 1, 1)
        if day >= first:
            yield day


def _day_mark(day: date) -> Mark:
    return Mark(day=day, text=f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}")


def _month_mark(day: date) -> Mark:
    return Mark(day=day, text=f"{MONTHS[day.month - 1][:3]} {day.year}")
