"""Calendar arithmetic with its rounding in the name of each function.

Days are `datetime.date`; moments are `datetime.datetime` with a time zone. Ranges are half-open.
"""

from datetime import MAXYEAR
from datetime import date
from datetime import datetime
from datetime import timedelta

from discretion.frozen import dataclass

FIRST_DAY = date(1900, 1, 1)
"""The earliest day a fact may name; nobody concerned was born before it."""
LAST_DAY = date(2100, 1, 1)
"""The latest day a fact may name."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""The months' names, in English on every machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A stretch of days: `start` is inside, `end` is not; None means open."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


def day_of(text: str) -> date | None:
    """Return the day of an ISO date (`2021-09-30`), or None for anything else."""
    if len(text) != len("2021-09-30") or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """Return the moment of an ISO date and time with its offset, or None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def plus_days(day: date, days: int) -> date:
    """Return the day so many calendar days later (earlier when negative)."""
    return day + timedelta(days=days)


def plus_months(day: date, months: int) -> date:
    """Return the same day of the month so many months on, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    first = date(min(index // 12, MAXYEAR), index % 12 + 1, 1)
    length = ((first + timedelta(days=31)).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))


def plus_years(day: date, years: int) -> date:
    """Return the same day so many years on; 29 February becomes 28 in a common year."""
    return plus_months(day, 12 * years)


def plus_hours(moment: datetime, hours: int) -> datetime:
    """Return the moment so many hours later, in the same time zone."""
    return moment + timedelta(hours=hours)


def completed_years(start: date, end: date) -> int:
    """Return the whole years completed from one day to another, negative when reversed."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def calendar_days(start: date, end: date) -> int:
    """Return the calendar days from one day to another, negative when reversed."""
    return (end - start).days


def long_date(day: date) -> str:
    """Return a day in words that no locale reads differently: `30 September 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
