"""What governed a day is told on one screen, and everything else where it is asked for."""

from datetime import date

import pytest

from discretion.cli.text.governed import show_governing
from discretion.dates import LAST_DAY
from discretion.frozen import replace
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.place import read_place
from discretion.truth import Truth
from tests.cases.law import library
from tests.cases.test_governing_days import AROUND
from tests.cases.test_governing_days import DAYS
from tests.cases.test_governing_days import SENTENCES
from tests.cases.test_governing_days import Day
from tests.cli.console import TODAY
from tests.cli.console import run

SCREEN = 40
"""Lines of a screen."""
ASKED: list[Day] = [
    *DAYS,
    *SENTENCES,
    *({**row["asked"], "day": day} for row in AROUND for day in row["days"]),
]
WORDS = ("governing", "--on", "2021-06-15", "--component", "CBP")


def question_of(row: Day, decision: str) -> Question:
    classes, place = row.get("class"), row.get("place")
    return Question(
        on=row["day"],
        known_on=row.get("known_on", LAST_DAY),
        component=row.get("component", "ICE-ERO"),
        decision=decision,
        classes=None if classes is None else frozenset(classes),
        place=None if place is None else read_place(place),
    )


def told_of(question: Question, today: date = TODAY) -> str:
    instruments, vocabulary = library().instruments.values(), library().words.vocabulary
    lines = governing_lines(instruments, question, vocabulary)
    now = replace(question, on=today, known_on=today)
    return show_governing(
        question, lines, governing_lines(instruments, now, vocabulary), today, library()
    )


@pytest.mark.parametrize("named", [True, False])
def test_every_day_of_the_history_fits_a_screen(named: bool) -> None:  # noqa: FBT001  # a table's
    """What governed on a day, and what governs today, take no more lines than a screen has."""
    longest = {
        (str(row["day"]), row.get("component", "")): told.count("\n")
        for row in ASKED
        for told in [told_of(question_of(row, row.get("decision", "") if named else ""))]
        if told.count("\n") > SCREEN
    }

    assert {} == longest


def test_nothing_is_left_out_of_the_short_form() -> None:
    """Every instrument that had been issued is named with its status, and so is each part.

    Of those read for some decisions alone, a question that names none is told how many there are.
    """
    for row in ASKED:
        question = question_of(row, row.get("decision", ""))
        text = " ".join(told_of(question).split())
        lines = governing_lines(
            library().instruments.values(), question, library().words.vocabulary
        )
        counted = {
            line.instrument
            for line in lines
            if library().instruments[line.instrument].is_read_in_part and not question.decision
        }
        assert (f"{len(counted)} more are told only with" in text) is bool(counted)
        for line in lines:
            if line.instrument in counted:
                continue
            instrument = library().instruments[line.instrument]
            part = f"part {line.part} of {instrument.short}" if line.part else instrument.short
            shown = instrument.title if line.governs is not Truth.FALSE else part

            assert shown in text


def test_everything_is_told_with_its_authority_where_that_is_asked() -> None:
    brief, full = (" ".join(run(*WORDS, *more).out.split()) for more in ((), ("--all",)))

    assert "Did not govern: the 2014 memorandum (rescinded)" in brief
    assert "part C of the January 2021 memorandum (expired)" in brief
    assert "Add `--all` to see why." in brief
    assert "Did not govern:" not in full
    assert "did not govern. Status: expired. Authority: The memorandum's own terms" in full
    assert "does not govern. Status: rescinded (EO 13993, section 2) [primary]." in full


@pytest.mark.parametrize(("more", "expected"), [((), False), (("--all",), True)])
def test_a_period_tells_of_today_as_a_day_does(more: tuple[str, ...], expected: object) -> None:
    words = ("governing", "--from", "2021-06-15", "--to", "2021-06-15", *more)
    text = " ".join(run(*words).out.split())

    assert expected is ("does not govern. Status: rescinded (EO 13993, section 2)" in text)


def test_the_data_are_the_same_either_way() -> None:
    assert run(*WORDS, "--json").out == run(*WORDS, "--all", "--json").out
