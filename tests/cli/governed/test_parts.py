"""What an assessment says where a part of an instrument, or all but a procedure, did not govern."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.console import EXAMPLE
from tests.cli.console import run
from tests.cli.console import write_case

MEMO, REVIEW, OPLA = (
    "dhs-2021-01-20-pekoske",
    "ice-2021-03-05-case-review",
    "opla-2021-05-27-trasvina",
)
UNGUIDED = "inherent_discretion"
CBP = ("--component", "CBP")
ENJOINED = ("--class", "1226c1_detainer_lodged")
ASKED = [
    ("before section B took effect", "2021-01-25", "arrest", CBP, [UNGUIDED]),
    ("on its day", "2021-02-01", "arrest", CBP, [MEMO]),
    ("before the pause was enjoined", "2021-01-25", "execute_removal_order", CBP, [MEMO]),
    ("the pause was enjoined", "2021-01-28", "execute_removal_order", CBP, [UNGUIDED]),
    ("the pause ran out", "2021-06-15", "execute_removal_order", CBP, [UNGUIDED]),
    ("the pause says nothing of it", "2021-06-15", "arrest", CBP, [MEMO]),
    ("both memoranda were enjoined", "2021-10-01", "custody", ENJOINED, [REVIEW, UNGUIDED]),
]
SHOWN = """
facts:
  known_to_government: {claims: [{value: yes}], disclosure: may_disclose}
  claims_us_citizenship: {claims: [{value: no}], disclosure: may_disclose}
  ns_engaged_or_suspected_terrorism: {claims: [{value: engaged}], disclosure: may_disclose}
"""
"""What may be disclosed, and what it comes to under the priorities of 2021."""


def assessed(day: str, decision: str, *more: str, case: str = EXAMPLE) -> list[dict[str, Any]]:
    """Return the assessments of a case for another decision, one for each instrument."""
    asked = ("assess", case, "--on", day, "--decision", decision, *more, "--json")
    made = run(*asked).answer["assessments"]
    return list({each["instrument"]: each for each in made}.values())


@pytest.mark.parametrize(
    ("day", "decision", "more", "expected"),
    [pytest.param(*row, id=why) for why, *row in ASKED],
)
def test_only_what_governed_the_decision_is_assessed(
    day: str, decision: str, more: tuple[str, ...], expected: list[str]
) -> None:
    """Where nothing that guides the decision governed, discretion without a guide is told."""
    made = assessed(day, decision, *more)

    assert expected == [each["instrument"] for each in made]
    assert all(each["governs"] is True for each in made if each["instrument"] != UNGUIDED)


def test_what_was_asked_for_says_which_part_did_not_govern() -> None:
    asked = ("--on", "2021-01-25", "--decision", "arrest", *CBP, "--policy", MEMO)
    text = " ".join(run("assess", EXAMPLE, *asked).out.split())
    (made,) = assessed("2021-01-25", "arrest", *CBP, "--policy", MEMO)

    assert (False, ["B"]) == (made["governs"], made["parts_without_effect"])
    assert "Its part B (Section B: interim civil enforcement guidelines) did not govern" in text
    assert "(the January 2021 memorandum, B(1), first limb) [did not govern]" in text
    assert "It is not certain whether this instrument governed" not in text
    assert "part B of the January 2021 memorandum (issued)" in text


def test_a_part_that_ended_leaves_the_rest_of_its_instrument_certain() -> None:
    asked = ("assess", EXAMPLE, "--on", "2021-12-15", "--component", "ICE-OPLA")
    text = " ".join(run(*asked, "--decision", "dismissal", "--policy", OPLA).out.split())
    made = assessed("2021-12-15", "dismissal", "--component", "ICE-OPLA", "--policy", OPLA)

    assert [(True, ["priorities"])] == [
        (each["governs"], each["parts_without_effect"]) for each in made
    ]
    assert "Its part priorities (" in text
    assert "It is not certain whether this instrument governed" not in text


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-11-28", ({"tra.ns.1", "tra.ns", "tra.stage"}, "presumed_national_security")),
        ("2021-12-15", ({"tra.stage"}, None)),
    ],
)
def test_nothing_of_a_part_that_did_not_govern_goes_out(
    day: str, expected: tuple[set[str], str | None], tmp_path: Path
) -> None:
    """What may be shown outside holds no finding of such a part, and no outcome beside it."""
    more = ("--component", "ICE-OPLA", "--policy", OPLA, "--audience", "outward")
    (made,) = assessed(day, "dismissal", *more, case=write_case(tmp_path, SHOWN))
    found = {each["rule"] for each in made["findings"]}

    assert expected == (found, made["established"])


def test_a_procedure_alone_is_told_apart_from_a_guide() -> None:
    asked = ("assess", EXAMPLE, "--on", "2021-10-01", "--decision", "custody", *ENJOINED)
    text = " ".join(run(*asked).out.split())

    assert "Under: No written guide to this decision governed" in text
    assert "No instrument described here is known to guide this decision." in text
    assert "part B of the January 2021 memorandum (enjoined)" in text
