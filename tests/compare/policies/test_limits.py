"""What cannot be compared, and what is not settled: told as such, and never as the same."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from discretion.assess.assess import Assessor
from discretion.compare import read_version
from discretion.compare.differences.compare import ComparisonRequest
from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.difference import Comparison
from discretion.compare.side import PolicySide
from discretion.compare.side import policy_side
from discretion.errors import IncomparableError
from discretion.rules.library import BUNDLED
from discretion.rules.library import read_library
from tests.bad.mistakes import GOOD
from tests.compare.policies.comparing import FINAL
from tests.compare.policies.comparing import SECONDS
from tests.compare.policies.comparing import TODAY
from tests.compare.policies.comparing import side

ENTRY = 'when: bs_entry_manner == unlawful and bs_last_entry_date > "2020-11-01"'
"""A condition of the made pack, for which others are put."""


JUDGMENTS = "judgments:\n"
"""Where the made pack begins to list its judgments."""
FURTHER = (
    "  - {{id: {0}, question: Is it {0}?, rests_on: {1}, cite: I, basis: read, "
    "says: An official says it.}}\n"
)


def made_side(
    folder: Path, when: str, name: str = "small-2021-memo", further: tuple[str, str] = ("", "")
) -> PolicySide:
    """Return the made pack with another condition in one of its rules.

    Args:
        folder: where it is made.
        when: the condition.
        name: what the instrument is called.
        further: one more judgment with what it rests on; an empty name for none.

    """
    shutil.copytree(GOOD, folder)
    text = folder / "text.md"
    found = text.read_text("utf-8")
    assert ENTRY in found
    text.write_text(found.replace(ENTRY, f"when: {when}"), "utf-8")
    head = folder / "instrument.yaml"
    told = head.read_text("utf-8").replace("small-2021-memo", name)
    judgments = JUDGMENTS + (FURTHER.format(*further) if further[0] else "")
    head.write_text(told.replace(JUDGMENTS, judgments, 1), "utf-8")
    version, problems = read_version(str(folder))
    assert version is not None, problems
    return policy_side(version.pack.instrument.id, Assessor(version.library))


def set_against(folder: Path, one: str, other: str, seconds: float) -> Comparison:
    """Return the made pack with one condition against itself with another."""
    a, b = made_side(folder / "a", one), made_side(folder / "b", other)
    request = ComparisonRequest(day=date(2021, 12, 15), today=TODAY, seconds=seconds)
    return compare_policies(a, b, request)


def told_of(comparison: Comparison, topic: str) -> set[tuple[str, str]]:
    return {(row.relation, row.note) for row in comparison.differences if row.topic == topic}


def test_what_is_out_of_time_is_not_settled(tmp_path: Path) -> None:
    """A rule that a solver cannot settle in time is not settled, and all others still are."""
    found = set_against(
        tmp_path,
        "completed_years(birth_date, first_entry_on) >= 18",
        "birth_date + years(18) <= first_entry_on",
        seconds=0.3,
    )

    assert {("not_settled", "not settled within 0.3 s")} == told_of(found, "s.entry")
    assert {("same", "")} == told_of(found, "s.care")


def test_what_counts_too_many_records_is_not_settled(tmp_path: Path) -> None:
    """Rules that could count more records than are looked at are never told as the same."""
    found = set_against(
        tmp_path,
        "count(offences, it.disposition == convicted) >= 30",
        "count(offences, it.disposition == convicted) >= 31",
        seconds=SECONDS,
    )
    ((relation, note),) = told_of(found, "s.entry")

    assert "not_settled" == relation
    assert "at most 24 offences" in note


def test_a_small_difference_of_counts_is_found(tmp_path: Path) -> None:
    """Rules that count one record more are told apart by a case with just so many."""
    found = set_against(
        tmp_path,
        "count(offences, it.disposition == convicted) >= 2",
        "count(offences, it.disposition == convicted) >= 3",
        seconds=SECONDS,
    )
    (row,) = [row for row in found.differences if row.topic == "s.entry"]
    assert row.witness is not None

    assert ("looser", "a", True) == (row.relation, row.met_in, row.is_all)
    assert 2 == len(row.witness.facts["offences"])  # type: ignore[arg-type]  # records


def test_matters_of_two_types_are_not_compared() -> None:
    """A policy on persons and one on operations have no case in common."""
    with pytest.raises(IncomparableError, match="matter of type"):
        compare_policies(
            side(FINAL), side("screen-operation"), ComparisonRequest(day=TODAY, today=TODAY)
        )


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("paroled: ", "let_in: ", "`bs_entry_manner` has another set of values"),
        (
            "  bs_entry_manner:\n    type: token\n",
            "  bs_entry_manner:\n    type: text\n",
            "has another type",
        ),
    ],
)
def test_a_fact_of_another_meaning_is_not_compared(
    was: str, now: str, why: str, tmp_path: Path
) -> None:
    """Two dictionaries that mean one fact otherwise are told, with the fact."""
    policies = tmp_path / "policies"
    shutil.copytree(BUNDLED, policies)
    module = policies / "facts/entry.yaml"
    text = module.read_text("utf-8")
    assert was in text
    module.write_text(text.replace(was, now), "utf-8")
    other = policy_side(FINAL, Assessor(read_library(policies)))

    with pytest.raises(IncomparableError, match=why):
        compare_policies(side(FINAL), other, ComparisonRequest(day=TODAY, today=TODAY))
