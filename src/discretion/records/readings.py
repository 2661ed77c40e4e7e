"""The day that a rule sets, on every reading of the days that its text leaves open."""

from contextlib import suppress
from datetime import date

from discretion.frozen import dataclass
from discretion.records.clock import Counting
from discretion.records.clock import Length
from discretion.records.clock import due_within
from discretion.records.clock import next_business_day
from discretion.records.holidays import OutsideCalendarError
from discretion.rules.checks.days import fixed_day
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit

COUNTED = {
    Unit.DAYS: Counting.CALENDAR_DAYS,
    Unit.MONTHS: Counting.MONTHS,
    Unit.YEARS: Counting.YEARS,
}
"""How each unit of a rule is counted by default; hours run from a moment, which no rule names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """A day and where it comes from; the other readings are None where they make no sense.

    `start` is the day on which the clock starts, None where the rule names the last day itself.
    `due` is the default, in calendar days. `next_business_day` is the first business day at that
    day or after it. `business_days` counts business days alone, `weekdays` all from Monday to
    Friday. `length` is None where the day is no plain number of days, months or years later.
    """

    start: date | None
    length: Length | None
    due: date
    next_business_day: date | None = None
    business_days: date | None = None
    weekdays: date | None = None


def readings_of(term: Term) -> Readings | None:
    """Return the readings of the day that a rule sets, None where each matter starts the clock.

    Raises:
        OverflowError: the day lies outside any calendar, as no pack says that was checked.

    """
    due, (start, length) = fixed_day(term), _counted_from(term)
    return None if due is None else _with_business_days(start, length, due)


def _counted_from(term: Term) -> tuple[date | None, Length | None]:
    """Return the day from which a day is counted, and how far; a day that is named has neither."""
    if not isinstance(term, Shift) or term.amount < 0:
        return None, None
    if isinstance(term.term, Shift):
        return _counted_from(term.term)[0], None
    start = fixed_day(term.term)
    if start is None or term.unit not in COUNTED:
        return start, None
    return start, Length(amount=term.amount, counting=COUNTED[term.unit])


def _with_business_days(start: date | None, length: Length | None, due: date) -> Readings:
    """Return the readings, with those that need the table of holidays as far as it reaches."""
    with suppress(OutsideCalendarError):
        return Readings(
            start=start,
            length=length,
            due=due,
            next_business_day=next_business_day(due),
            business_days=_in_days(start, length, Counting.BUSINESS_DAYS),
            weekdays=_in_days(start, length, Counting.WEEKDAYS),
        )
    return Readings(start=start, length=length, due=due)


def _in_days(start: date | None, length: Length | None, counting: Counting) -> date | None:
    """Return the day on which as many days of another kind end; months and years have none."""
    if start is None or length is None or length.counting is not Counting.CALENDAR_DAYS:
        return None
    return due_within(start, Length(amount=length.amount, counting=counting))
