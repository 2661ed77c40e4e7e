"""The calendar of formulas against that of the language, on days around every turn of a month."""

from datetime import date
from datetime import timedelta
from random import Random

import z3

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import completed_years
from discretion.dates import plus_months
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search

SPAN = (LAST_DAY - FIRST_DAY).days
TURNS = tuple(
    date(year, month, 1) + timedelta(days=step)
    for year in (1900, 1904, 1999, 2000, 2020, 2021, 2099)
    for month in (1, 2, 3, 12)
    for step in (-1, 0, 27, 28)
)
"""Days beside the ends of months, in common years, leap years and the hundredths between."""


def open_days() -> tuple[z3.ArithRef, z3.ArithRef]:
    return z3.Int("one"), z3.Int("other")


def test_a_chosen_day_moves_and_counts_as_the_calendar_does() -> None:
    """Months added to a day, and years between two, come out as in the language itself."""
    one, other = open_days()
    calendar = Calendar()
    moved = {months: calendar.plus_months(one, months) for months in (-13, -1, 1, 6, 48)}
    years = calendar.completed_years(one, other)
    search = Search(calendar.kept, 5)
    random = Random(1)
    for day in TURNS:
        second = random.choice((FIRST_DAY + timedelta(days=random.randrange(SPAN)), *TURNS))
        found, model = search.ask(one == day.toordinal(), other == second.toordinal())
        assert found is Found.SOME
        assert model is not None
        for months, formula in moved.items():
            assert plus_months(day, months).toordinal() == model.eval(formula).as_long()

        assert completed_years(day, second) == model.eval(years).as_long()


def test_a_day_that_is_decided_needs_no_solver() -> None:
    """Days that are given are moved and counted at once."""
    day, later = date(2020, 2, 29), date(2021, 2, 28)
    one, other = z3.IntVal(day.toordinal()), z3.IntVal(later.toordinal())
    calendar = Calendar()

    assert later.toordinal() == calendar.plus_months(one, 12).as_long()
    assert calendar.completed_years(one, other).as_long() == 0
    assert calendar.calendar_days(one, other).as_long() == (later - day).days
    assert not calendar.kept


def test_the_parts_of_a_day_are_made_once() -> None:
    """A day that is read twice is taken apart once."""
    one, _ = open_days()
    calendar = Calendar()

    assert calendar.civil(one) is calendar.civil(one)


def test_a_question_out_of_time_is_not_settled() -> None:
    """A question that takes too long is told as not settled, and never as one without answer."""
    one, other = open_days()
    calendar = Calendar()
    years = calendar.completed_years(one, other)
    within = [day >= FIRST_DAY.toordinal() for day in (one, other)]
    within.extend(day <= LAST_DAY.toordinal() for day in (one, other))
    moved = calendar.plus_months(one, 12 * 18)
    search = Search(calendar.kept, 0.02)

    found, model = search.ask(*within, years >= 18, moved > other)

    assert found is Found.NOT_SETTLED
    assert model is None


def test_the_fewest_is_not_settled_where_a_smaller_one_may_exist() -> None:
    """Where nobody knows whether less would do, the fewest is told as not settled."""
    one, other = open_days()
    calendar = Calendar()
    years = calendar.completed_years(one, other)
    moved = calendar.plus_months(one, 12 * 18)
    said = z3.Bool("said")
    within = [day >= FIRST_DAY.toordinal() for day in (one, other)]
    within.extend(day <= LAST_DAY.toordinal() for day in (one, other))
    search = Search(calendar.kept, 0.5)

    found, model, number = search.fewest((said,), *within, years >= 18, z3.Or(said, moved > other))

    assert (found, model, number) == (Found.NOT_SETTLED, None, 0)
