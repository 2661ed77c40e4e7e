"""The civil calendar in whole numbers: exact for every day that a fact may name.

Years are counted from March, so that the day that is added every four years comes last; the
length of a month then follows from its place alone. Source: the Gregorian rule, as in the bull
Inter gravissimas (1582): every fourth year, of the hundredths only every fourth.
"""

from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import NamedTuple

import z3

from discretion.dates import calendar_days
from discretion.dates import completed_years
from discretion.dates import plus_months
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
"""The finest difference that two moments can have."""
HOUR = timedelta(hours=1) // TICK
"""An hour in ticks."""
MARCH, MONTHS, LONGEST = 3, 12, 31
FIRST_YEAR, LAST_YEAR = 1000, 3000
"""Years that no day reaches that a fact may name, however far a rule moves it."""


def number_of(value: date | datetime | int) -> int:
    """Return a day as its ordinal, a moment as ticks since the beginning of 1970, else itself."""
    if isinstance(value, datetime):
        return (value - EPOCH) // TICK
    return value.toordinal() if isinstance(value, date) else value


class Civil(NamedTuple):
    """A day by its year from March, its month from March (0 to 11), and its day from 0."""

    year: Number
    month: Number
    day: Number


class Calendar:
    """Days moved by months and years, and years between days, with what a solver must keep.

    `kept` are the formulas that tie the parts of a day to the day; they always hold together.
    """

    def __init__(self) -> None:
        """Begin with no day taken apart."""
        self.kept: list[Formula] = []
        self._civil: dict[int, tuple[Number, Civil]] = {}

    def plus_months(self, day: Number, months: int) -> Number:
        """Return the same day of the month so many months on, or that month's last day."""
        known = _day(day)
        if known is not None:
            return z3.IntVal(plus_months(known, months).toordinal())
        civil = self.civil(day)
        later = civil.year * MONTHS + civil.month + months
        year, month = later / MONTHS, later % MONTHS
        start, following = _start(year, month), _start(year, month + 1)
        reached = start + civil.day
        return z3.If(reached < following, reached, following - 1)

    def completed_years(self, start: Number, end: Number) -> Number:
        """Return the whole years completed from one day to another, negative when reversed."""
        days = _day(start), _day(end)
        if days[0] is not None and days[1] is not None:
            return z3.IntVal(completed_years(days[0], days[1]))
        one, other = self.civil(start), self.civil(end)
        not_yet = z3.If(_turned(other) < _turned(one), 1, 0)
        return _year(other) - _year(one) - not_yet

    def calendar_days(self, start: Number, end: Number) -> Number:
        """Return the calendar days from one day to another, negative when reversed."""
        days = _day(start), _day(end)
        if days[0] is not None and days[1] is not None:
            return z3.IntVal(calendar_days(days[0], days[1]))
        return end - start

    def civil(self, day: Number) -> Civil:
        """Return the parts of a day, made once."""
        found = self._civil.get(day.get_id())
        if found is None:
            name = f"civil{len(self._civil)}"
            civil = Civil(*(z3.Int(f"{name}.{part}") for part in Civil._fields))
            self.kept.extend(_tied(day, civil))
            found = self._civil[day.get_id()] = (day, civil)
        return found[1]


def _day(number: Number) -> date | None:
    """Return the day of a number that is decided, None for one that is not."""
    plain = z3.simplify(number)
    return date.fromordinal(plain.as_long()) if z3.is_int_value(plain) else None


def _tied(day: Number, civil: Civil) -> Iterator[Formula]:
    """Yield that the parts are those of the day: it lies in the month, and that in its year."""
    yield z3.And(civil.month >= 0, civil.month < MONTHS, civil.day >= 0)
    yield day == _start(civil.year, civil.month) + civil.day
    yield day < _start(civil.year, civil.month + 1)


def _start(year: Number, month: Number) -> Number:
    """Return the ordinal of the first day of a month, the twelfth being the next year's first."""
    over = z3.If(month >= MONTHS, 1, 0)
    year, month = year + over, month - MONTHS * over
    leaps = year / 4 - year / 100 + year / 400
    return 365 * year + leaps + (153 * month + 2) / 5 + _FIRST


_FIRST = date(2000, 3, 1).toordinal() - (365 * 2000 + 2000 // 4 - 2000 // 100 + 2000 // 400)
"""The ordinal of 1 March of the year 0, as the rule goes on backwards."""


def _is_after_december(civil: Civil) -> Formula:
    return civil.month >= MONTHS - MARCH + 1


def _year(civil: Civil) -> Number:
    return civil.year + z3.If(_is_after_december(civil), 1, 0)


def _turned(civil: Civil) -> Number:
    """Return how far into its year a day is, by month and day."""
    month = z3.If(
        _is_after_december(civil), civil.month - (MONTHS - MARCH + 1), civil.month + MARCH - 1
    )
    return month * 32 + civil.day
