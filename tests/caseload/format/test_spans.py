"""What a year, and a term of days, months and years, leave of a value."""

from datetime import date
from datetime import timedelta

import pytest

from discretion.caseload.spans.days import born
from discretion.caseload.spans.days import in_year
from discretion.caseload.spans.terms import term_of
from discretion.dates import completed_years
from discretion.dates import plus_months
from discretion.facts.values import Spans

MOST = 73_000
STARTS = [date(2095, 1, 1) + timedelta(days=days) for days in range(0, 3_300, 11)]
"""Days over nine years, a year that is no leap year at the turn of a century among them."""


@pytest.mark.parametrize(
    ("parts", "span"),
    [
        ((30, 0, 0), (30, 30)),
        ((0, 1, 0), (28, 31)),
        ((0, 2, 0), (59, 62)),
        ((0, 3, 0), (89, 92)),
        ((0, 12, 0), (365, 366)),
        ((0, 0, 1), (365, 366)),
        ((0, 13, 0), (393, 397)),
        ((5, 6, 2), (5 + 730 + 181, 5 + 732 + 184)),
        ((364, None, None), (364, MOST)),
        ((None, 3, None), (89, MOST)),
        ((None, None, 2), (730, MOST)),
        ((30, 0, None), (30, MOST)),
        ((0, 0, 200), (73_000, MOST)),
    ],
)
def test_a_term_has_as_many_days_as_its_parts_can_have(
    parts: tuple[int | None, int | None, int | None], span: tuple[int, int]
) -> None:
    assert Spans((span,)) == term_of(*parts, MOST)


@pytest.mark.parametrize(
    "parts",
    [(None, None, None), (0, 0, 0), (0, None, None), (None, 0, 0), (0, 0, 201), (73_001, 0, 0)],
)
def test_parts_that_say_nothing_or_too_much_leave_everything(
    parts: tuple[int | None, int | None, int | None],
) -> None:
    assert None is term_of(*parts, MOST)


def test_without_a_bound_a_term_that_is_not_whole_has_no_end() -> None:
    assert Spans(((30, None),)) == term_of(30, None, 0, None)


@pytest.mark.parametrize("months", [1, 2, 5, 6, 11, 12, 13, 18, 24, 30, 47, 60])
def test_no_term_of_the_calendar_lies_outside(months: int) -> None:
    years, over = divmod(months, 12)
    lengths = {(plus_months(start, months) - start).days + 3 for start in STARTS}
    span = term_of(3, over, years, MOST)
    assert span is not None

    assert span.low <= min(lengths)  # type: ignore[operator]  # numbers
    assert max(lengths) <= span.high  # type: ignore[operator]  # numbers


@pytest.mark.parametrize(("year", "days"), [(1990, 365), (1992, 366), (1900, 365), (2099, 365)])
def test_a_year_leaves_every_day_of_it(year: int, days: int) -> None:
    span = in_year(year)
    assert span is not None

    assert (date(year, 1, 1), date(year, 12, 31)) == (span.low, span.high)
    assert days - 1 == (span.high - span.low).days  # type: ignore[operator,union-attr]  # days


@pytest.mark.parametrize("year", [0, 99, 999, 1899, 2100, 10_000])
def test_a_year_in_which_nobody_was_born_leaves_nothing(year: int) -> None:
    assert None is in_year(year)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2024, 1, 1), date(2024, 12, 31)])
def test_a_birth_year_leaves_two_ages_or_one(day: date) -> None:
    span = in_year(1990)
    assert span is not None
    ages = {completed_years(end, day) for end in (span.low, span.high)}  # type: ignore[arg-type]  # days

    assert ages == ({34} if day == date(2024, 12, 31) else {33, 34})


def test_an_age_leaves_the_days_of_one_year() -> None:
    assert Spans(((date(1991, 2, 4), date(1992, 2, 3)),)) == born(30, date(2022, 2, 3))
    assert None is born(3_000, date(2022, 2, 3))
