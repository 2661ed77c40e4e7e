"""For which decisions an instrument is read, where it reaches, and days that sources leave open."""

from datetime import date
from types import MappingProxyType

import pytest

from discretion.entries import Entries
from discretion.frozen import replace
from discretion.law.event import StatusEvent
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import Instrument
from discretion.law.instrument_reader import read_instrument
from discretion.place import read_place
from discretion.rules.library import read_library
from discretion.source import Report
from discretion.source import read_yaml
from discretion.truth import Truth

FIRST, LAST = date(2011, 3, 31), date(2011, 12, 7)
T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
EVENT = StatusEvent(
    name="made", part="", kind="in_force", start=FIRST, latest_start=FIRST, end=None,
    clock="legal", component="", decisions=frozenset(), classes=frozenset(), place=None,
    condition="", authority="the text", source="", certainty="reported", known_from=FIRST,
    end_known_from=None, order="", note="",
)  # fmt: skip
MEMO = Instrument(
    id="memo", title="The memo", short="the memo", issuer="DHS", matter="case",
    components=("ICE",), issued_on=FIRST, published_at="", reviewed="nobody yet",
    parts=MappingProxyType({}), scope=frozenset(("worksite_operation",)), prevails_over=(),
    sources=MappingProxyType({}), events=(EVENT,),
)  # fmt: skip
EITHER_DAY = replace(EVENT, latest_start=LAST, is_either=True)


def ask(instrument: Instrument, day: date, decision: str = "", place: str = "") -> GoverningLine:
    line, *others = lines(instrument, day, decision, place)
    assert others == []
    return line


def lines(
    instrument: Instrument, day: date, decision: str = "", place: str = ""
) -> tuple[GoverningLine, ...]:
    question = Question(
        on=day, known_on=date(2026, 1, 1), component="ICE", decision=decision,
        place=read_place(place) if place else None,
    )  # fmt: skip
    return governing_lines([instrument], question, read_library().words.vocabulary)


def test_of_a_decision_for_which_nobody_read_an_instrument_nothing_is_said() -> None:
    """An instrument read for some decisions alone has no line for any other."""
    partly = replace(MEMO, is_read_in_part=True)

    assert F is ask(MEMO, LAST, "arrest").governs
    assert "outside the scope" in ask(MEMO, LAST, "arrest").condition
    assert () == lines(partly, LAST, "arrest")
    assert T is ask(partly, LAST, "worksite_operation").governs
    assert T is ask(partly, LAST).governs


@pytest.mark.parametrize(
    ("place", "governs"),
    [("US-CA", T), ("N.D. Cal.", T), ("US-TX", F), ("9th Cir.", U), ("US", U), ("", U)],
)
def test_an_instrument_governs_only_within_the_place_that_it_reaches(
    place: str, governs: Truth
) -> None:
    line = ask(replace(MEMO, place=read_place("US-CA")), LAST, place=place)

    assert governs is line.governs
    assert ("" if governs is T else "the memo reaches California alone") == line.condition
    assert "in_force" == line.status


def test_what_is_out_of_force_governs_nowhere_in_its_place_either() -> None:
    ended = replace(EVENT, kind="rescinded")
    here = replace(MEMO, place=read_place("US-CA"), events=(ended,))

    assert F is ask(here, LAST, place="US-CA").governs
    assert F is ask(here, LAST).governs


@pytest.mark.parametrize("clock", ["legal", "announced", "practice"])
@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2011, 6, 1), "unknown"), (FIRST, "unknown"), (LAST, "in_force")],
)
def test_between_two_days_of_which_one_is_right_the_status_is_unknown(
    clock: str, day: date, status: str
) -> None:
    """A clock whose event may have begun or not says that it is unknown, and no more."""
    event = replace(EITHER_DAY, clock=clock)
    others = () if clock == "legal" else (EVENT,)
    line = ask(replace(MEMO, events=(*others, event)), day)

    assert status == getattr(line, clock)
    assert (U if clock == "legal" and status == "unknown" else T) is line.governs


def test_a_reader_is_told_between_which_days_it_is_open() -> None:
    told = ask(replace(MEMO, events=(EITHER_DAY,)), date(2011, 6, 1)).condition
    between = replace(EITHER_DAY, is_either=False)

    assert told.endswith("the sources leave open 31 March 2011 or 7 December 2011")
    assert "some day between 31 March 2011 and 7 December 2011" == between.start_in_words
    assert "31 March 2011" == EVENT.start_in_words


def test_before_the_first_of_two_days_nothing_had_been_issued() -> None:
    assert () == lines(replace(MEMO, events=(EITHER_DAY,)), date(2011, 3, 30))


def test_what_an_open_day_may_have_ended_is_unknown_too() -> None:
    """Where a later status may have begun, the earlier one is not told as if it lasted."""
    ended = replace(EITHER_DAY, name="ended", kind="rescinded")
    earlier = replace(EVENT, start=date(2010, 1, 1), latest_start=date(2010, 1, 1))
    memo = replace(MEMO, events=(earlier, ended))

    found = [ask(memo, day).governs for day in (date(2011, 1, 1), date(2011, 6, 1), LAST)]

    assert [T, U, F] == found


HEAD = """\
id: memo
title: The memo
issuer: DHS
issued_on: 2011-03-31
scope: {components: [ICE], decisions: [worksite_operation], others: OTHERS, place: PLACE}
events:
  - {id: made, kind: in_force, from: FROM, authority: the text, source: X, certainty: reported}
"""


def read(others: str = "not_read", place: str = "US-CA", start: str = "2011-03-31") -> Instrument:
    report = Report("instrument.yaml")
    text = HEAD.replace("OTHERS", others).replace("PLACE", place).replace("FROM", start)
    node = read_yaml(text, report)
    instrument = read_instrument(Entries(node, report, "an instrument"))
    assert [] == [problem.code for problem in report.problems]
    return instrument


@pytest.mark.parametrize(
    ("start", "is_either"),
    [
        ("2011-03-31 or 2011-12-07", True),
        ("2011-03-31..2011-12-07", False),
        ("2011-03-31", False),
        ("2011-03-31 or 2011-03-31", False),
    ],
)
def test_a_file_says_two_days_or_all_between(start: str, *, is_either: bool) -> None:
    event = read(start=start).events[0]

    assert is_either is event.is_either
    assert (FIRST, LAST if "12-07" in start else FIRST) == (event.start, event.latest_start)


def test_a_file_says_for_what_it_is_read_and_where_it_reaches() -> None:
    place = read("outside", "none").place

    assert (True, "US-CA") == (read().is_read_in_part, getattr(read().place, "code", ""))
    assert (False, None) == (read("outside", "none").is_read_in_part, place)
