"""The days that deadlines come to agree with counts that are made in other ways."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion import replace
from discretion.records import Counting
from discretion.records import Length
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import Direction
from discretion.records.deadlines import list_deadlines
from discretion.records.deadlines.deadline import moment_in_words
from tests.records.deadlines.made import DAYS
from tests.records.deadlines.made import KIND
from tests.records.deadlines.made import MOMENTS
from tests.records.deadlines.made import asked
from tests.records.deadlines.made import begin

FEDERAL = {
    date(2022, 1, 17): "King", date(2022, 2, 21): "Washington", date(2021, 6, 18): "Juneteenth",
    date(2021, 12, 24): "Christmas, observed", date(2021, 12, 31): "New Year, observed",
    date(2021, 11, 25): "Thanksgiving", date(2022, 6, 20): "Juneteenth, observed",
}  # fmt: skip
"""Days off of those years, as the Office of Personnel Management lists them. Source: opm.gov."""
EVERY_HOLIDAY = frozenset(FEDERAL) | frozenset(
    (
        date(2021, 7, 5), date(2021, 9, 6), date(2021, 10, 11), date(2021, 11, 11),
        date(2022, 5, 30), date(2022, 7, 4), date(2022, 9, 5),
    )
)  # fmt: skip


def one(found: tuple[Deadline, ...]) -> Deadline:
    (row,) = found
    return row


def counted(start: date, length: Length, direction: Direction = Direction.AFTER) -> Deadline:
    kind = replace(KIND, length=length, direction=direction)
    return one(list_deadlines(asked(kind, begin(start))))


@given(DAYS, st.integers(0, 400))
@settings(deadline=None)
def test_calendar_days_agree_with_an_ordinal_count(start: date, amount: int) -> None:
    """So many calendar days end where an independent count of days does, both ways."""
    length = Length(amount=amount, counting=Counting.CALENDAR_DAYS)

    assert date.fromordinal(start.toordinal() + amount) == counted(start, length).due
    assert (
        date.fromordinal(start.toordinal() - amount) == counted(start, length, Direction.BEFORE).due
    )


@given(st.dates(date(2021, 6, 1), date(2022, 6, 30)), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_business_days_agree_with_a_walk_over_weekdays(start: date, amount: int) -> None:
    """The reading in business days leaves out weekends, and every holiday that an office has."""
    length = Length(amount=amount, counting=Counting.CALENDAR_DAYS)
    row = counted(start, length)
    day, left = start, amount
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in EVERY_HOLIDAY

    assert day == row.in_business_days
    assert row.last_business_day is not None
    assert row.last_business_day.weekday() < 5
    assert row.last_business_day not in EVERY_HOLIDAY


@given(MOMENTS, st.integers(1, 200))
def test_hours_are_those_that_pass(moment: datetime, hours: int) -> None:
    """So many hours after a moment are so many seconds later, in any time zone."""
    kind = replace(KIND, length=None)
    row = one(list_deadlines(asked(kind, begin(moment, hours=hours))))

    assert isinstance(row.due, datetime)
    assert hours * 3600 == (row.due.astimezone(UTC) - moment.astimezone(UTC)).total_seconds()
    assert row.count is not None
    assert (hours, "hours") == (row.count.amount, row.count.unit)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2021-03-13T12:00", "2021-03-14T13:00:00-04:00"),
        ("2021-11-06T12:00", "2021-11-07T11:00:00-05:00"),
        ("2021-07-03T12:00", "2021-07-04T12:00:00-04:00"),
    ],
)
def test_clocks_that_are_put_forward_or_back_take_no_hour_away(start: str, due: str) -> None:
    moment = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo("America/New_York"))
    row = one(list_deadlines(asked(replace(KIND, length=None), begin(moment, hours=24))))

    assert row.due is not None
    assert due == row.due.isoformat()


@pytest.mark.parametrize(
    ("start", "amount", "counting", "direction", "due", "last"),
    [
        ("2024-02-19", 10, "calendar days", "after", "2024-02-29", "2024-02-29"),
        ("2024-02-29", 1, "years", "after", "2025-02-28", "2025-02-28"),
        ("2024-08-31", 6, "months", "before", "2024-02-29", "2024-02-29"),
        ("2023-08-31", 6, "months", "before", "2023-02-28", "2023-02-28"),
        ("2022-02-14", 7, "calendar days", "after", "2022-02-21", "2022-02-18"),
        ("2021-12-21", 4, "calendar days", "after", "2021-12-25", "2021-12-23"),
        ("2022-01-11", 10, "calendar days", "before", "2022-01-01", "2021-12-30"),
        ("2021-06-21", 2, "calendar days", "before", "2021-06-19", "2021-06-17"),
        ("2021-11-24", 1, "business days", "after", "2021-11-26", "2021-11-26"),
    ],
)
def test_leap_days_weekends_and_holidays(  # noqa: PLR0913, PLR0917 - one row of the table
    start: str, amount: int, counting: str, direction: str, due: str, last: str
) -> None:
    length = Length(amount=amount, counting=Counting(counting))
    row = counted(date.fromisoformat(start), length, Direction(direction))

    assert (due, last) == (str(row.due), str(row.last_business_day))


def test_a_moment_is_told_with_its_time_and_how_far_it_is_from_utc() -> None:
    moment = datetime.fromisoformat("2021-03-13T13:05-05:00")

    assert "13 March 2021, 13:05 (UTC-0500)" == moment_in_words(moment)
    assert "13 March 2021" == moment_in_words(moment.date())
