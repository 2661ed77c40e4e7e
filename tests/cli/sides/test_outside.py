"""Side by side for outside: what may not be told is not stated, and never told as absent."""

from pathlib import Path

import pytest

from tests.cli.sides.several import GUIDELINES
from tests.cli.sides.several import INTERIM
from tests.cli.sides.several import VISITOR
from tests.cli.sides.several import data
from tests.cli.sides.several import section
from tests.cli.sides.several import several
from tests.cli.test_outward import CANARY
from tests.cli.test_outward import CASE


@pytest.fixture
def outward_case(tmp_path: Path) -> str:
    """A case that may be shown outside, with counsel's override for what did not govern."""
    head = "case: nobody\ndecision: {type: arrest, date: 2021-12-15, component: ICE-ERO}\n"
    override = (
        "{gate: no_policy_open, by: A. Counsel, role: representative, on: 2026-01-02, reason: x}"
    )
    path = tmp_path / "case.yaml"
    path.write_text(f"{head}overrides: [{override}]\n{CASE}", "utf-8")
    return str(path)


def test_outside_nothing_missing_open_or_internal_stands_side_by_side(outward_case: str) -> None:
    outward = ("--audience", "outward")
    said = several(outward_case, INTERIM, GUIDELINES, words=outward)
    answer = several(outward_case, INTERIM, GUIDELINES, words=(*outward, "--json"))
    found = data(answer)

    assert 0 == said.code
    assert [] == found["missing"]
    assert "not_stated" == found["outcome"]
    assert {"only_in_one", "not_stated", "same"} >= {row["relation"] for row in found["topics"]}
    truths = {said["truth"] for row in found["topics"] for said in row["instruments"]}
    assert {"true", None} == truths
    assert [] == [word for word in ("Missing", "Open", "open", "Why") if word in section(said)]
    assert CANARY not in said.out + answer.out
    assert "recalled" not in section(said)


def test_outside_what_is_not_stated_is_never_told_as_absent(outward_case: str) -> None:
    said = several(outward_case, INTERIM, GUIDELINES, words=("--audience", "outward"))
    rows = [line.split("  ") for line in section(said).splitlines() if line.startswith("Family")]

    assert [["Family, mitigating", "not stated", "shown", "not stated"]] == [
        [cell.strip() for cell in row if cell] for row in rows
    ]


def test_outside_without_an_override_what_did_not_govern_is_refused() -> None:
    said = several(VISITOR, INTERIM, GUIDELINES, words=("--audience", "outward"))

    assert 1 == said.code
    assert "did not govern and is no authority for this decision" in said.err


def test_outside_a_duty_that_is_not_stated_is_never_told_as_not_owed(tmp_path: Path) -> None:
    said = "disclosure: may_disclose"
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: nobody\ndecision: {type: arrest, date: 2021-12-15, component: ICE-ERO}\n"
        "overrides: [{gate: no_policy_open, by: A. Counsel, role: representative, "
        "on: 2026-01-02, reason: x}]\nfacts:\n"
        f"  known_to_government: {{claims: [{{value: yes}}], {said}}}\n"
        f"  offences: {{complete: yes, {said}, records: [{{disposition: convicted}}]}}\n",
        "utf-8",
    )
    policies, outward = ("opla-2022-04-03-doyle", GUIDELINES), ("--audience", "outward")
    found = data(several(str(path), *policies, words=(*outward, "--json")))
    states = {
        row["topic"]: [each["state"] for each in row["instruments"]] for row in found["duties"]
    }

    assert {"record_review": ["not_stated", "owed"]} == states
    assert "Owed under B, not stated whether under A:" in section(
        several(str(path), *policies, words=outward)
    )
