"""The clock: lengths, holidays, next business days, hours, terms and lead times."""

from datetime import UTC
from datetime import date
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from discretion.dates import LAST_DAY
from discretion.dates import DateRange
from discretion.dates import plus_days
from discretion.records import BackwardsLengthError
from discretion.records import Counting
from discretion.records import Length
from discretion.records import OutsideCalendarError
from discretion.records import due_before
from discretion.records import due_within
from discretion.records import due_within_hours
from discretion.records import holiday_observed_on
from discretion.records import is_business_day
from discretion.records import is_weekday
from discretion.records import last_business_day
from discretion.records import next_business_day
from discretion.records import term_from
from discretion.records.holidays import FIRST_HOLIDAYS

SEEDS = range(300)
COUNTED = (Counting.CALENDAR_DAYS, Counting.BUSINESS_DAYS, Counting.WEEKDAYS)

OBSERVED = {
    2021: ("01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11",
           "11-25", "12-24", "12-31"),
    2022: ("01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24",
           "12-26"),
    2023: ("01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10",
           "11-23", "12-25"),
    2020: ("01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26",
           "12-25"),
    1985: ("01-01", "02-18", "05-27", "07-04", "09-02", "10-14", "11-11", "11-28", "12-25"),
}  # fmt: skip
"""The days on which federal offices were closed. Source: the pay and leave calendars of the Office
of Personnel Management; for 1985 the table itself, without what later laws added."""


def days(amount: int, counting: Counting = Counting.CALENDAR_DAYS) -> Length:
    return Length(amount=amount, counting=counting)


def any_day(random: Random) -> date:
    return date(1990, 1, 1) + (date(2060, 1, 1) - date(1990, 1, 1)) * random.random()


@pytest.mark.parametrize("year", OBSERVED)
def test_holidays_of_a_year_are_those_that_offices_kept(year: int) -> None:
    every = (plus_days(date(year, 1, 1), number) for number in range(365))
    found = [f"{day:%m-%d}" for day in every if holiday_observed_on(day)]

    assert list(OBSERVED[year]) == found


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 6, 18), "Juneteenth National Independence Day"),
        (date(2021, 12, 31), "New Year's Day"),
        (date(2023, 1, 2), "New Year's Day"),
        (date(2024, 5, 27), "Memorial Day"),
    ],
)
def test_an_observed_holiday_says_which_it_is(day: date, name: str) -> None:
    found = holiday_observed_on(day)

    assert found is not None
    assert name == found.name


@pytest.mark.parametrize(
    "day",
    [
        date(2021, 1, 20),  # Inauguration Day is a holiday in and around the capital alone.
        date(2020, 6, 19),  # Juneteenth was no holiday yet.
        date(2021, 6, 19),  # A Saturday has none: it is observed on the day before.
        date(2024, 5, 20),  # The last but one Monday of May.
    ],
)
def test_a_day_that_is_no_holiday_is_none(day: date) -> None:
    assert holiday_observed_on(day) is None


@pytest.mark.parametrize("day", [plus_days(FIRST_HOLIDAYS, -1), LAST_DAY])
def test_a_day_outside_the_table_is_refused(day: date) -> None:
    with pytest.raises(OutsideCalendarError, match=f"and {day} lies outside") as refused:
        holiday_observed_on(day)

    assert day == refused.value.day


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        ("2021-10-12", days(60), "2021-12-11"),
        ("2021-10-12", days(60, Counting.WEEKDAYS), "2022-01-04"),
        ("2021-10-12", days(60, Counting.BUSINESS_DAYS), "2022-01-10"),
        ("2021-09-30", days(60), "2021-11-29"),
        ("2021-11-29", days(90), "2022-02-27"),
        ("2021-01-20", days(100), "2021-04-30"),
        ("2021-12-23", days(1, Counting.BUSINESS_DAYS), "2021-12-27"),
        ("2021-12-11", days(0, Counting.BUSINESS_DAYS), "2021-12-11"),
        ("2021-08-31", Length(amount=6, counting=Counting.MONTHS), "2022-02-28"),
        ("2024-02-29", Length(amount=2, counting=Counting.YEARS), "2026-02-28"),
        ("2017-05-10", days(30), "2017-06-09"),
    ],
)
def test_what_is_due_within_a_length_is_due_on_its_last_day(
    start: str, length: Length, due: str
) -> None:
    assert date.fromisoformat(due) == due_within(date.fromisoformat(start), length)


@pytest.mark.parametrize(
    ("event", "length", "due"),
    [
        ("2022-01-10", days(60), "2021-11-11"),
        ("2022-01-10", days(10, Counting.BUSINESS_DAYS), "2021-12-23"),
        ("2022-01-10", days(10, Counting.WEEKDAYS), "2021-12-27"),
        ("2022-03-31", Length(amount=1, counting=Counting.MONTHS), "2022-02-28"),
        ("2024-02-29", Length(amount=1, counting=Counting.YEARS), "2023-02-28"),
    ],
)
def test_a_lead_time_ends_so_long_before_the_event(event: str, length: Length, due: str) -> None:
    assert date.fromisoformat(due) == due_before(date.fromisoformat(event), length)


def test_a_term_counts_its_first_day_and_leaves_out_its_end() -> None:
    term = term_from(date(2021, 1, 22), days(100))

    assert DateRange(start=date(2021, 1, 22), end=date(2021, 5, 2)) == term
    assert term.holds(date(2021, 5, 1))
    assert not term.holds(date(2021, 5, 2))


@pytest.mark.parametrize("ends", [due_within, due_before])
def test_a_length_never_runs_backwards(ends: object) -> None:
    with pytest.raises(BackwardsLengthError, match="a length of -1 weekdays runs backwards"):
        ends(date(2021, 1, 1), days(-1, Counting.WEEKDAYS))  # type: ignore[operator]  # one of two


def test_hours_are_those_that_pass() -> None:
    eastern = ZoneInfo("America/New_York")
    before = datetime(2021, 3, 13, 12, tzinfo=eastern)
    after = due_within_hours(before, 24)

    assert datetime(2021, 3, 14, 13, tzinfo=eastern) == after
    assert 24 * 3600 == (after.astimezone(UTC) - before.astimezone(UTC)).total_seconds()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reading_in_business_days_is_never_before_the_one_in_calendar_days(seed: int) -> None:
    """A reading in business days is never before the one in calendar days, nor in weekdays."""
    random = Random(seed)
    start, amount = any_day(random), random.randrange(120)
    calendar, weekdays, business = (
        due_within(start, days(amount, each))
        for each in (Counting.CALENDAR_DAYS, Counting.WEEKDAYS, Counting.BUSINESS_DAYS)
    )

    assert calendar <= weekdays <= business


@pytest.mark.parametrize("seed", SEEDS)
def test_the_next_business_day_is_the_first_weekday_without_a_holiday_at_or_after(
    seed: int,
) -> None:
    """The next business day is the first weekday without a holiday at a day or after it."""
    day = any_day(Random(seed))
    found = next_business_day(day)
    between = [plus_days(day, number) for number in range((found - day).days)]

    assert is_weekday(found)
    assert holiday_observed_on(found) is None
    assert not any(map(is_business_day, between))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_business_day_mirrors_the_next(seed: int) -> None:
    """No business day lies between the last one at a day or before it and the next one."""
    day = any_day(Random(seed))
    last, following = last_business_day(day), next_business_day(day)
    between = [plus_days(last, number) for number in range(1, (following - last).days)]

    assert last <= day <= following
    assert is_business_day(last)
    assert not any(map(is_business_day, between))


@pytest.mark.parametrize("seed", SEEDS)
def test_days_added_one_by_one_are_days_added_at_once(seed: int) -> None:
    """Days added one by one come to the day that they come to at once, in every way of counting."""
    random = Random(seed)
    start, amount = any_day(random), random.randrange(120)
    for counting in COUNTED:
        day = start
        for _ in range(amount):
            day = due_within(day, days(1, counting))

        assert day == due_within(start, days(amount, counting))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lead_time_undoes_a_length(seed: int) -> None:
    """What is due so many days after a counted day lies so many days before its own due day."""
    random = Random(seed)
    start, amount = next_business_day(any_day(random)), random.randrange(120)
    for counting in COUNTED:
        length = days(amount, counting)

        assert start == due_before(due_within(start, length), length)
