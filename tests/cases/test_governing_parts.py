"""What befalls a part of an instrument, and what that leaves of the rest of it."""

from datetime import date
from types import MappingProxyType

import pytest

from discretion.cli.text.governed import show_lines
from discretion.frozen import replace
from discretion.law.event import STATUSES
from discretion.law.event import StatusEvent
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import Instrument
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.truth import Truth

ISSUED, DAY = date(2021, 1, 20), date(2021, 3, 1)
WHOLE = StatusEvent(
    name="whole", part="", kind="in_force", start=ISSUED, latest_start=ISSUED, end=None,
    clock="legal", component="", decisions=frozenset(), classes=frozenset(), place=None,
    condition="", authority="the memo", source="", certainty="primary", known_from=ISSUED,
    end_known_from=None, order="", note="",
)  # fmt: skip
LIMITED = {"enjoined", "stayed", "vacated", "issued", "rescinded", "superseded", "expired"}
"""The kinds after which a part may not be used."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def instrument(*events: StatusEvent) -> Instrument:
    return Instrument(
        id="dhs-2021-01-20-pekoske",
        title="The memo",
        short="the memo",
        issuer="DHS",
        matter="case",
        components=("ICE",),
        issued_on=ISSUED,
        published_at="",
        reviewed="nobody yet",
        parts=MappingProxyType({"B": ""}),
        scope=frozenset(("arrest", "detainer")),
        prevails_over=(),
        sources=MappingProxyType({}),
        events=(WHOLE, *events),
    )


def part(kind: str, *decisions: str) -> StatusEvent:
    return replace(WHOLE, name="part", part="B", kind=kind, decisions=frozenset(decisions))


def lines_of(
    library: Library, event: StatusEvent, decision: str, on: date = DAY
) -> dict[str, tuple[Truth, str]]:
    question = Question(on=on, known_on=DAY, component="ICE", decision=decision)
    lines = governing_lines([instrument(event)], question, library.words.vocabulary)
    return {line.part: (line.governs, line.status) for line in lines}


@pytest.mark.parametrize("kind", STATUSES)
def test_a_part_does_not_govern_while_it_is_restrained_or_without_effect(
    kind: str, library: Library
) -> None:
    limited = {"B": (Truth.FALSE, kind)} if kind in LIMITED else {}

    assert {"": (Truth.TRUE, "in_force"), **limited} == lines_of(library, part(kind), "arrest")


def test_a_part_governs_again_from_the_day_on_which_it_takes_effect(library: Library) -> None:
    pending = replace(part("issued"), end=DAY, end_known_from=ISSUED)

    assert {"", "B"} == lines_of(library, pending, "arrest", date(2021, 2, 28)).keys()
    assert {""} == lines_of(library, pending, "arrest", DAY).keys()


def test_a_part_without_effect_for_one_decision_leaves_the_others_alone(library: Library) -> None:
    expired = part("expired", "detainer")

    assert {"": (Truth.TRUE, "in_force")} == lines_of(library, expired, "arrest")
    assert (Truth.UNKNOWN, "expired") == lines_of(library, expired, "")["B"]


def test_a_reader_is_told_for_what_a_part_is_without_effect(library: Library) -> None:
    question = Question(on=DAY, known_on=DAY, component="ICE")
    lines = governing_lines(
        [instrument(part("expired", "detainer"))], question, library.words.vocabulary
    )

    shown = " ".join("".join(show_lines(lines, library)).split())

    assert "part B (ICE): may have governed. Status: expired." in shown
    assert "That is so of: a decision to issue a detainer." in shown


def test_a_part_without_effect_for_every_decision_of_its_own_does_not_govern(
    library: Library,
) -> None:
    """A part has no effect where what ended it names every decision that the part speaks to."""
    effective = replace(part("in_force", "detainer"), end=date(2021, 2, 1), end_known_from=ISSUED)
    expired = replace(part("expired", "detainer"), start=date(2021, 2, 1))
    memo = instrument(effective, replace(expired, latest_start=expired.start))
    question = Question(on=DAY, known_on=DAY, component="ICE")

    whole, limited = governing_lines([memo], question, library.words.vocabulary)

    assert (Truth.TRUE, "") == (whole.governs, whole.condition)
    assert (Truth.FALSE, "") == (limited.governs, limited.condition)


@pytest.mark.parametrize("kind", sorted(LIMITED))
def test_an_instrument_says_nothing_of_a_decision_that_only_a_part_without_effect_speaks_to(
    kind: str, library: Library
) -> None:
    """A decision is not governed while the only part that is told to speak to it has no effect."""
    effective = replace(part("in_force", "detainer"), end=date(2021, 2, 1), end_known_from=ISSUED)
    memo = instrument(effective, part(kind, "detainer"))
    told = {
        decision: governing_lines(
            [memo],
            Question(on=DAY, known_on=DAY, component="ICE", decision=decision),
            library.words.vocabulary,
        )[0]
        for decision in ("arrest", "detainer")
    }

    assert Truth.TRUE is told["arrest"].governs
    assert Truth.FALSE is told["detainer"].governs
    assert (
        "of the memo, only part B speaks to a decision to issue a detainer, and that did not govern"
    ) == told["detainer"].condition


def test_two_parts_that_alone_speak_to_a_decision_are_both_told(library: Library) -> None:
    parts = [
        replace(part("in_force", "detainer"), part=name, name=name, end=DAY, end_known_from=ISSUED)
        for name in ("B", "C")
    ]
    ended = [replace(part("rescinded", "detainer"), part=name, name=f"{name}-end") for name in "BC"]
    memo = replace(instrument(*parts, *ended), parts=MappingProxyType({"B": "", "C": ""}))
    question = Question(on=DAY, known_on=DAY, component="ICE", decision="detainer")

    whole, *_ = governing_lines([memo], question, library.words.vocabulary)

    assert "of the memo, only parts B and C speak to" in whole.condition


def test_what_was_announced_of_the_whole_is_not_said_of_a_part(library: Library) -> None:
    """A part with a history of its own has no announcement but one that names it."""
    of_whole = replace(WHOLE, name="announced", clock="announced")
    of_part = replace(part("expired"), name="own", clock="announced")
    question = Question(on=DAY, known_on=DAY, component="ICE")
    told = [
        [line.announced for line in governing_lines([memo], question, library.words.vocabulary)]
        for memo in (
            instrument(of_whole, part("expired")),
            instrument(of_whole, part("expired"), of_part),
        )
    ]

    assert [["in_force", ""], ["in_force", "expired"]] == told
