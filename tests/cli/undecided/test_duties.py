"""Duties as a reader sees them: what is not known of a matter is never said of it."""

from pathlib import Path

import pytest

from tests.cli.console import run
from tests.cli.console import write_case

REVIEW = "A case review was asked for, and it must be fair and expeditious."
CATEGORY = "No presumed category is met, so the action needs the approval"
GUIDELINES = "dhs-2021-09-30-guidelines"
INTERIM = "ice-2021-02-18-interim"


def text_of(folder: Path, facts: str, policy: str, *more: str) -> str:
    path = write_case(folder, facts, ", component: ICE-ERO")
    return " ".join(run("assess", path, "--policy", policy, *more).out.split())


def test_a_duty_that_is_not_known_to_be_owed_is_told_as_a_condition(tmp_path: Path) -> None:
    text = text_of(tmp_path, "", GUIDELINES)

    assert f"Not known whether owed; a duty where this is so: “{REVIEW}”" in text
    assert f": {REVIEW}" not in text


def test_a_duty_that_a_showing_lifts_is_told_as_a_condition(tmp_path: Path) -> None:
    text = text_of(tmp_path, "", INTERIM)

    assert f"Owed until shown otherwise; a duty where this is so: “{CATEGORY}" in text
    assert f": {CATEGORY}" not in text


@pytest.mark.parametrize("more", [(), ("--policy", INTERIM)])
def test_a_duty_that_is_owed_is_told_of_this_matter(tmp_path: Path, more: tuple[str, ...]) -> None:
    text = text_of(tmp_path, "facts: {proc_case_review_requested: yes}\n", GUIDELINES, *more)

    assert f"Owed: {REVIEW}" in text
    assert f"“{REVIEW}”" not in text
