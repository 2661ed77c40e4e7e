"""The clock: when something is due, how long something runs, and how early it has to be done.

Every function names what it counts. A duty to act within so many days leaves out the day on which
it begins and ends with the last day; a term that runs for so many days begins with its first day,
and is half-open as every range is. No function reads the day of today.
"""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from enum import Enum
from itertools import count
from typing import assert_never

from discretion.dates import DateRange
from discretion.dates import plus_days
from discretion.dates import plus_hours
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.frozen import dataclass
from discretion.records.holidays import SATURDAY
from discretion.records.holidays import holiday_observed_on


class Counting(Enum):
    """What is counted: `BUSINESS_DAYS` are weekdays without federal holidays, `WEEKDAYS` all."""

    CALENDAR_DAYS = "calendar days"
    BUSINESS_DAYS = "business days"
    WEEKDAYS = "weekdays"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """So many days, months or years, none at all being the shortest."""

    amount: int
    counting: Counting


class BackwardsLengthError(ValueError):
    """A length is less than nothing: what lies before an event is asked for by name."""

    def __init__(self, length: Length) -> None:
        """Name the length."""
        super().__init__(f"a length of {length.amount} {length.counting.value} runs backwards")
        self.length = length


def is_weekday(day: date) -> bool:
    """Tell whether a day is one from Monday to Friday."""
    return day.weekday() < SATURDAY


def is_business_day(day: date) -> bool:
    """Tell whether a day is a weekday on which no federal holiday is observed.

    Raises:
        OutsideCalendarError: holidays of that day are not known.

    """
    return is_weekday(day) and holiday_observed_on(day) is None


def next_business_day(day: date) -> date:
    """Return the day itself if it is a business day, else the first one after it."""
    return next(each for each in _from(day, 1) if is_business_day(each))


def last_business_day(day: date) -> date:
    """Return the day itself if it is a business day, else the last one before it."""
    return next(each for each in _from(day, -1) if is_business_day(each))


def due_within(start: date, length: Length) -> date:
    """Return the last day on which something can be done within a length after a day.

    The day on which it begins is not counted. Months and years end on the same day of the month,
    or on the month's last day.

    Raises:
        BackwardsLengthError: the length is less than nothing.
        OutsideCalendarError: business days reach where holidays are not known.

    """
    return _moved(start, length, 1)


def due_before(event: date, length: Length) -> date:
    """Return the last day on which something can be done so long before an event: its lead time.

    The day of the event is not counted. Months and years end on the same day of the month, or on
    the month's last day.

    Raises:
        BackwardsLengthError: the length is less than nothing.
        OutsideCalendarError: business days reach where holidays are not known.

    """
    return _moved(event, length, -1)


def term_from(first: date, length: Length) -> DateRange:
    """Return the days of a term that begins with a day, half-open: the first day is counted.

    A hundred days from 22 January run to 1 May, and 2 May is outside.
    """
    return DateRange(start=first, end=due_within(first, length))


def due_within_hours(moment: datetime, hours: int) -> datetime:
    """Return the moment so many hours later by the clock, nights, weekends and holidays counted.

    The hours are those that pass, also where clocks are put forward or back in between.

    Args:
        moment: when it begins, with its time zone.
        hours: whole hours.

    """
    return plus_hours(moment.astimezone(UTC), hours).astimezone(moment.tzinfo)


def _moved(day: date, length: Length, step: int) -> date:
    """Return the day that a length ends on, forwards where the step is 1 and backwards at -1."""
    if length.amount < 0:
        raise BackwardsLengthError(length)
    match length.counting:
        case Counting.CALENDAR_DAYS:
            return plus_days(day, step * length.amount)
        case Counting.BUSINESS_DAYS:
            return _counted(day, length.amount, step, is_business_day)
        case Counting.WEEKDAYS:
            return _counted(day, length.amount, step, is_weekday)
        case Counting.MONTHS:
            return plus_months(day, step * length.amount)
        case Counting.YEARS:
            return plus_years(day, step * length.amount)
        case _:
            assert_never(length.counting)


def _counted(day: date, amount: int, step: int, counts: Callable[[date], bool]) -> date:
    for _ in range(amount):
        day = next(each for each in _from(plus_days(day, step), step) if counts(each))
    return day


def _from(day: date, step: int) -> Iterator[date]:
    return (plus_days(day, step * number) for number in count())
