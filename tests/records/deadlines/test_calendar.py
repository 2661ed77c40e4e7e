"""The calendar file: it is one, it holds the words of kinds alone, and its identifiers stay."""

from datetime import UTC
from datetime import date
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion import replace
from discretion.records.deadlines import DeadlinesAsked
from discretion.records.deadlines import Running
from discretion.records.deadlines import calendar_of
from discretion.records.deadlines import list_deadlines
from tests.records.deadlines.made import KIND
from tests.records.deadlines.made import MADE_AT
from tests.records.deadlines.made import asked
from tests.records.deadlines.made import begin
from tests.records.deadlines.made import lists
from tests.records.deadlines.strict import read_calendar

DAY = date(2022, 2, 3)
TITLES = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120)


@given(lists())
@settings(deadline=None)
def test_a_calendar_is_one_by_the_standard(given_list: DeadlinesAsked) -> None:
    """A calendar holds to RFC 5545, with an entry for every day that is not past."""
    found = list_deadlines(given_list)
    ahead = [row for row in found if row.due is not None and row.running is not Running.PAST]
    text = calendar_of(found, MADE_AT)
    events = read_calendar(text) if text else []

    assert [row.title for row in ahead] == [each["SUMMARY"][: len(KIND.title)] for each in events]
    for row, event in zip(ahead, events, strict=True):
        at = row.due.astimezone(UTC) if isinstance(row.due, datetime) else row.due
        assert at is not None
        assert at.isoformat()[:19] == event["DTSTART"][:19]
        assert "Passport" not in "".join(event.values())


@given(TITLES)
def test_any_title_is_folded_and_escaped_and_read_back(title: str) -> None:
    """Any title is folded and escaped so that it is read back as it was."""
    found = list_deadlines(asked(replace(KIND, title=title), begin(DAY)))
    text = calendar_of(found, MADE_AT)
    (event,) = read_calendar(text)

    assert title == event["SUMMARY"]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(lists(), st.sampled_from(("", "blue")))
@settings(deadline=None)
def test_the_same_deadlines_make_the_same_bytes(given_list: DeadlinesAsked, series: str) -> None:
    """The same deadlines make the same calendar, to the byte."""
    found = list_deadlines(given_list)

    assert calendar_of(found, MADE_AT, series) == calendar_of(found, MADE_AT, series)


def uid(day: date, series: str = "", about: str = "") -> str:
    found = list_deadlines(asked(KIND, begin(day, about=about)))
    return read_calendar(calendar_of(found, MADE_AT, series))[0]["UID"]


def test_an_entry_of_a_series_keeps_its_identifier_where_it_moves() -> None:
    moved = date(2022, 2, 4)

    assert uid(DAY, "blue") == uid(moved, "blue")
    assert uid(DAY) != uid(moved)
    assert len({uid(DAY, series) for series in ("", "blue", "red")}) == 3


def test_no_identifier_is_made_from_words_of_the_case() -> None:
    assert uid(DAY) == uid(DAY, about="A123 456 789")


def test_nothing_ahead_is_no_calendar() -> None:
    assert "" == calendar_of((), MADE_AT)
    past = list_deadlines(asked(KIND, begin(date(2020, 1, 1))))
    assert "" == calendar_of(past, MADE_AT)


def test_a_moment_is_told_in_utc_and_a_day_as_a_day() -> None:
    moment = datetime.fromisoformat("2022-02-28T20:30:00-08:00")
    kind = replace(KIND, length=None)
    text = calendar_of(list_deadlines(asked(kind, begin(moment, hours=24))), MADE_AT)

    assert "DTSTART:20220302T043000Z\r\n" in text
    assert "DTSTART;VALUE=DATE:20220213\r\n" in calendar_of(
        list_deadlines(asked(KIND, begin(DAY))), MADE_AT
    )


def test_a_day_on_a_weekend_says_so() -> None:
    found = list_deadlines(asked(KIND, begin(DAY)))
    (event,) = read_calendar(calendar_of(found, MADE_AT))

    assert "the last one before is 11 February 2022" in event["DESCRIPTION"]
    assert "business days it would be 17 February 2022" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    "spoilt",
    [
        ("\r\n", "\n"),
        ("VERSION:2.0", "VERSION:1.0"),
        ("END:VEVENT\r\n", ""),
        ("UID:", "X:"),
        ("DTSTART;VALUE=DATE:20220213", "DTSTART;VALUE=DATE:20220230"),
        ("SUMMARY:A kind", "SUMMARY:A kind, bare"),
        ("SUMMARY:A kind", f"SUMMARY:{'a' * 80}"),
        ("DTSTAMP:20220203T000000Z", "DTSTAMP:20220203T000000"),
    ],
)
def test_the_reader_is_strict(spoilt: tuple[str, str]) -> None:
    text = calendar_of(list_deadlines(asked(KIND, begin(DAY))), MADE_AT)
    wrong = text.replace(*spoilt)

    assert text != wrong
    with pytest.raises(ValueError, match=r"."):
        read_calendar(wrong)
