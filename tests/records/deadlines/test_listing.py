"""Deadlines: each has its source and its count, both ends are told, and what is unknown stays."""

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
from discretion.records.deadlines import Begin
from discretion.records.deadlines import Bound
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import DeadlinesAsked
from discretion.records.deadlines import Direction
from discretion.records.deadlines import OfficeTerm
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Running
from discretion.records.deadlines import Start
from discretion.records.deadlines import list_deadlines
from discretion.records.deadlines.kind import SEVERAL
from tests.records.deadlines.made import DAYS
from tests.records.deadlines.made import KIND
from tests.records.deadlines.made import MOMENTS
from tests.records.deadlines.made import asked
from tests.records.deadlines.made import begin
from tests.records.deadlines.made import lists

FEDERAL = {
    date(2022, 1, 17): "King", date(2022, 2, 21): "Washington", date(2021, 6, 18): "Juneteenth",
    date(2021, 12, 24): "Christmas, observed", date(2021, 12, 31): "New Year, observed",
    date(2021, 11, 25): "Thanksgiving", date(2022, 6, 20): "Juneteenth, observed",
}  # fmt: skip
"""Days off of those years, as the Office of Personnel Management lists them. Source: opm.gov."""
DAYS_OF_OFFICE = replace(KIND, office="days", length=None)


def one(found: tuple[Deadline, ...]) -> Deadline:
    (row,) = found
    return row


def counted(start: date, length: Length, direction: Direction = Direction.AFTER) -> Deadline:
    kind = replace(KIND, length=length, direction=direction)
    return one(list_deadlines(asked(kind, begin(start))))


@given(lists())
def test_no_deadline_has_a_day_without_a_source(given_list: DeadlinesAsked) -> None:
    """No deadline has a day without a source, whatever is asked."""
    for row in list_deadlines(given_list):
        assert row.due is None or row.source.strip()
        assert (row.due is None) == bool(row.remedy)


@given(lists())
def test_deadlines_come_by_day_and_those_without_one_last(given_list: DeadlinesAsked) -> None:
    """Deadlines come by day, and those that have none come last."""
    days = [row.day for row in list_deadlines(given_list)]
    known = [day for day in days if day is not None]

    assert [*sorted(known), *[None] * (len(days) - len(known))] == days


@given(lists())
def test_no_kind_is_skipped(given_list: DeadlinesAsked) -> None:
    """Each kind has a row, but for what a request may have none of."""
    titled = [replace(kind, id=str(n)) for n, kind in enumerate(given_list.kinds)]
    found = {row.kind for row in list_deadlines(replace(given_list, kinds=tuple(titled)))}
    starts = {each.start for each in given_list.begins}

    for kind in titled:
        runs = not kind.runs_in or given_list.state in kind.runs_in
        is_none = runs and kind.start in SEVERAL and kind.start not in starts
        assert (kind.id in found) is not is_none


@given(DAYS, st.integers(0, 3000))
def test_calendar_days_agree_with_an_ordinal_count(start: date, amount: int) -> None:
    """So many calendar days end where an independent count of days does, both ways."""
    length = Length(amount=amount, counting=Counting.CALENDAR_DAYS)

    assert date.fromordinal(start.toordinal() + amount) == counted(start, length).due
    assert (
        date.fromordinal(start.toordinal() - amount) == counted(start, length, Direction.BEFORE).due
    )


@given(st.dates(date(2021, 6, 1), date(2022, 6, 30)), st.integers(1, 40))
@settings(max_examples=200)
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


EVERY_HOLIDAY = frozenset(FEDERAL) | frozenset(
    (
        date(2021, 7, 5), date(2021, 9, 6), date(2021, 10, 11), date(2021, 11, 11),
        date(2022, 5, 30), date(2022, 7, 4), date(2022, 9, 5),
    )
)  # fmt: skip


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


def test_a_day_between_two_gives_both_ends() -> None:
    found = list_deadlines(asked(KIND, begin(date(2022, 2, 1), date(2022, 3, 1))))

    assert [(date(2022, 2, 11), Bound.EARLIEST), (date(2022, 3, 11), Bound.LATEST)] == [
        (row.due, row.bound) for row in found
    ]


def test_a_side_without_a_bound_is_told_as_unknown() -> None:
    open_begin = Begin(start=Start.SENDING, earliest=date(2022, 2, 1), latest=None)
    known, unknown = list_deadlines(asked(KIND, open_begin))

    assert (Bound.EARLIEST, date(2022, 2, 11)) == (known.bound, known.due)
    assert (Bound.LATEST, None, Running.UNKNOWN) == (unknown.bound, unknown.due, unknown.running)


def test_what_nobody_recorded_is_told_with_what_to_record() -> None:
    row = one(list_deadlines(asked(KIND)))

    assert (Running.UNKNOWN, "Record it.") == (row.running, row.remedy)


@pytest.mark.parametrize(
    ("day", "running"),
    [(9, Running.AHEAD), (13, Running.TODAY), (14, Running.PAST)],
)
def test_a_deadline_is_past_on_the_day_after(day: int, running: Running) -> None:
    made = asked(KIND, begin(date(2022, 2, 3)), today=date(2022, 2, day))
    row = one(list_deadlines(made))

    assert running is row.running
    assert row.is_past is (running is Running.PAST)


def test_before_it_is_sent_nothing_is_followed_up() -> None:
    kind = replace(KIND, runs_in=frozenset((RequestState.SENT,)))
    row = one(list_deadlines(asked(kind, begin(date(2022, 2, 1)), state=RequestState.DRAFT)))

    assert (None, Running.NOT_RUNNING) == (row.due, row.running)
    assert "state `sent`, and the request is in the state `draft`" in row.remedy


@pytest.mark.parametrize(("times", "due"), [(1, date(2022, 3, 3)), (2, date(2022, 4, 2))])
def test_an_office_says_how_long_and_its_source_is_told(times: int, due: date) -> None:
    term = OfficeTerm(days=30, words="", source="a page of the office (1 October 2021)")
    kind = replace(DAYS_OF_OFFICE, times=times)
    row = one(list_deadlines(asked(kind, begin(date(2022, 2, 1)), office={"days": term})))

    assert due == row.due
    assert "a guide; a page of the office (1 October 2021)" == row.source


def test_an_office_without_a_source_counts_nothing() -> None:
    term = OfficeTerm(days=30, words="", source="")
    made = asked(DAYS_OF_OFFICE, begin(date(2022, 2, 1)), office={"days": term})
    row = one(list_deadlines(made))

    assert (None, Running.UNKNOWN) == (row.due, row.running)
    assert "without a source" in row.remedy


def test_more_days_than_the_calendar_has_are_told() -> None:
    term = OfficeTerm(days=10**12, words="", source="a page")
    made = asked(DAYS_OF_OFFICE, begin(date(2022, 2, 1)), office={"days": term})

    assert "no such day" in one(list_deadlines(made)).remedy


def test_beyond_the_table_of_holidays_no_business_day_is_told() -> None:
    row = counted(date(2150, 1, 1), Length(amount=3, counting=Counting.CALENDAR_DAYS))

    assert (date(2150, 1, 4), None, None) == (
        row.due,
        row.last_business_day,
        row.in_business_days,
    )


def test_a_step_for_which_no_source_sets_a_day_has_none() -> None:
    term = OfficeTerm(days=None, words="the chief counsel", source="a page")
    kind = replace(KIND, office="words", length=None, direction=Direction.NO_DAY)
    row = one(list_deadlines(asked(kind, begin(date(2022, 2, 1)), office={"words": term})))

    assert (None, Running.NO_DAY, "the chief counsel") == (row.due, row.running, row.about)


def test_a_count_says_which_day_it_leaves_out() -> None:
    row = counted(date(2022, 2, 1), Length(amount=1, counting=Counting.CALENDAR_DAYS))

    assert row.count is not None
    assert "1 calendar day after 1 February 2022" == row.count.told
