"""Deadlines: each has its source and its count, both ends are told, and what is unknown stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings

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
from tests.records.deadlines.made import KIND
from tests.records.deadlines.made import asked
from tests.records.deadlines.made import begin
from tests.records.deadlines.made import lists

DAYS_OF_OFFICE = replace(KIND, office="days", length=None)


def one(found: tuple[Deadline, ...]) -> Deadline:
    (row,) = found
    return row


def counted(start: date, length: Length, direction: Direction = Direction.AFTER) -> Deadline:
    kind = replace(KIND, length=length, direction=direction)
    return one(list_deadlines(asked(kind, begin(start))))


@given(lists())
@settings(deadline=None)
def test_no_deadline_has_a_day_without_a_source(given_list: DeadlinesAsked) -> None:
    """No deadline has a day without a source, whatever is asked."""
    for row in list_deadlines(given_list):
        assert row.due is None or row.source.strip()
        assert (row.due is None) == bool(row.remedy)


@given(lists())
@settings(deadline=None)
def test_deadlines_come_by_day_and_those_without_one_last(given_list: DeadlinesAsked) -> None:
    """Deadlines come by day, and those that have none come last."""
    days = [row.day for row in list_deadlines(given_list)]
    known = [day for day in days if day is not None]

    assert [*sorted(known), *[None] * (len(days) - len(known))] == days


@given(lists())
@settings(deadline=None)
def test_no_kind_is_skipped(given_list: DeadlinesAsked) -> None:
    """Each kind has a row, but for what a request may have none of."""
    titled = [replace(kind, id=str(n)) for n, kind in enumerate(given_list.kinds)]
    found = {row.kind for row in list_deadlines(replace(given_list, kinds=tuple(titled)))}
    starts = {each.start for each in given_list.begins}

    for kind in titled:
        runs = not kind.runs_in or given_list.state in kind.runs_in
        is_none = runs and kind.start in SEVERAL and kind.start not in starts
        assert (kind.id in found) is not is_none


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
