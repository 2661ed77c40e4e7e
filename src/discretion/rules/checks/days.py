"""The days that rules set by themselves: each is a day of the calendar that facts may name, too."""

from datetime import date
from datetime import datetime
from typing import assert_never

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import plus_days
from discretion.dates import plus_hours
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.rules.checks.conditions import pack_measures
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.packs.places import Places
from discretion.rules.rule import Pack
from discretion.rules.show import show_term


def check_days(pack: Pack, places: Places) -> None:
    """Report each day that a rule sets and that no matter can ever reach."""
    for placed in pack_measures(pack, places):
        term = placed.measure
        if placed.is_due and not isinstance(term, Each | Tally) and not _is_in_calendar(term):
            shown = show_term(term)
            placed.site.error(
                "day_out_of_calendar",
                shown,
                f"`{shown}` is no day from {FIRST_DAY} to the day before {LAST_DAY}",
                "write a day near that of the instrument",
            )


def _is_in_calendar(term: Term) -> bool:
    try:
        day = fixed_day(term)
    except OverflowError:
        return False
    return day is None or FIRST_DAY <= day < LAST_DAY


def fixed_day(term: Term) -> date | None:
    """Return the day that a term names in every matter, None where each has its own.

    A moment counts as the day in which it lies, in its own time zone.

    Raises:
        OverflowError: the day lies outside any calendar.

    """
    found = _fixed(term)
    return found.date() if isinstance(found, datetime) else found


def _fixed(term: Term) -> date | None:
    match term:
        case Constant(value=date() as day):
            return day
        case Shift():
            inner = _fixed(term.term)
            return None if inner is None else _moved(inner, term)
        case Constant() | Fact() | Field() | Elapsed():
            return None
        case _:
            assert_never(term)


def _moved(day: date, shift: Shift) -> date:
    """Return a day, or a moment where hours are added, moved as a term says."""
    match shift.unit:
        case Unit.HOURS:
            return plus_hours(day, shift.amount) if isinstance(day, datetime) else day
        case Unit.DAYS:
            return plus_days(day, shift.amount)
        case Unit.MONTHS:
            return plus_months(day, shift.amount)
        case Unit.YEARS:
            return plus_years(day, shift.amount)
        case _:
            assert_never(shift.unit)
