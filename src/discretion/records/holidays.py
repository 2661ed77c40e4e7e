"""The legal public holidays of the United States, as a table with the statute of each row.

Source: 5 USC 6103(a) for the days; 5 USC 6103(b)(1) for a holiday on a Saturday, which those who
work from Monday to Friday have on the Friday before; Executive Order 11582 of 11 February 1971,
section 3, for one on a Sunday, which they have on the Monday after.

Left out, because no law makes them a holiday of the whole government: Inauguration Day, which 5
USC 6103(c) gives to those who work in and around the District of Columbia; the days on which a
President closed offices by order; and the holidays of States.
"""

from datetime import date

from discretion.dates import LAST_DAY
from discretion.dates import plus_days
from discretion.frozen import dataclass

MONDAY, THURSDAY, FRIDAY, SATURDAY = 0, 3, 4, 5
"""Days of the week as `date.weekday` counts them."""
LAST = -1
"""The last such day of the week in a month, in place of a number."""
FIRST_HOLIDAYS = date(1978, 1, 1)
"""From when on the table holds: the year in which Veterans Day went back to 11 November.
Source: Public Law 94-97 (1975)."""
A_WEEK = 7


class OutsideCalendarError(ValueError):
    """A day was asked about of which the table of holidays does not speak."""

    def __init__(self, day: date) -> None:
        """Name the day, and of which days the table speaks."""
        super().__init__(
            f"holidays are known from {FIRST_HOLIDAYS} to the day before {LAST_DAY}, "
            f"and {day} lies outside"
        )
        self.day = day


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One row of the table: a day of a month, or the first, second or last such day of the week.

    `number` is the day of the month where `weekday` is None, else which one of the month.
    """

    name: str
    month: int
    number: int
    weekday: int | None = None
    since: int = FIRST_HOLIDAYS.year
    source: str = "5 USC 6103(a)"

    def falls_on(self, day: date) -> bool:
        """Tell whether the holiday itself, not its observance, is on a day."""
        if day.year < self.since or day.month != self.month:
            return False
        if self.weekday is None:
            return day.day == self.number
        if day.weekday() != self.weekday:
            return False
        if self.number == LAST:
            return plus_days(day, A_WEEK).month != self.month
        return (day.day - 1) // A_WEEK + 1 == self.number


HOLIDAYS = (
    Holiday(name="New Year's Day", month=1, number=1),
    Holiday(
        name="Birthday of Martin Luther King, Jr.",
        month=1,
        number=3,
        weekday=MONDAY,
        since=1986,
        source="5 USC 6103(a); Public Law 98-144 (1983), from January 1986 on",
    ),
    Holiday(name="Washington's Birthday", month=2, number=3, weekday=MONDAY),
    Holiday(name="Memorial Day", month=5, number=LAST, weekday=MONDAY),
    Holiday(
        name="Juneteenth National Independence Day",
        month=6,
        number=19,
        since=2021,
        source="5 USC 6103(a); Public Law 117-17 (17 June 2021)",
    ),
    Holiday(name="Independence Day", month=7, number=4),
    Holiday(name="Labor Day", month=9, number=1, weekday=MONDAY),
    Holiday(name="Columbus Day", month=10, number=2, weekday=MONDAY),
    Holiday(name="Veterans Day", month=11, number=11),
    Holiday(name="Thanksgiving Day", month=11, number=4, weekday=THURSDAY),
    Holiday(name="Christmas Day", month=12, number=25),
)
"""The legal public holidays, in the order of the statute."""


def holiday_observed_on(day: date) -> Holiday | None:
    """Return the holiday that offices open from Monday to Friday have on a day, or None.

    A weekend has none: its holiday is observed on the Friday before or the Monday after, which for
    New Year's Day may be a day of the year before.

    Raises:
        OutsideCalendarError: the table does not speak of the day.

    """
    if not FIRST_HOLIDAYS <= day < LAST_DAY:
        raise OutsideCalendarError(day)
    if day.weekday() >= SATURDAY:
        return None
    kept = [day]
    if day.weekday() == FRIDAY:
        kept.append(plus_days(day, 1))
    if day.weekday() == MONDAY:
        kept.append(plus_days(day, -1))
    return next((each for each in HOLIDAYS for one in kept if each.falls_on(one)), None)
