"""Judgments as a reader sees them: open, argued, settled, and open again when facts change."""

from pathlib import Path

import pytest

from discretion.cli.screen.columns import WIDTH
from tests.cli.console import run
from tests.cli.console import write_case

FACTS = """
facts:
  claims_us_citizenship: no
  offences: {complete: yes, records: [{offence_on: 2009-05-01, disposition: convicted}]}
"""


def judgments_of(tmp_path: Path, judgment: str) -> tuple[str, dict[str, object]]:
    """Return what the text and the data say of the judgment of a case."""
    path = write_case(tmp_path, f"{FACTS}judgments:\n  current_threat: {judgment}\n")
    text = " ".join(run("assess", path).out.split())
    rows = run("assess", path, "--json").answer["assessments"][0]["judgments"]
    return text, next(row for row in rows if row["id"] == "current_threat")


def settled(*, digest: str = "", on: str = "2021-12-15", component: str = "") -> str:
    return (
        f"{{answer: met, state: settled, by: B. Official, role: official, on: {on}, "
        f"reasons: Stated at length.{digest}{component}}}"
    )


def state_of(path: str, *words: str) -> object:
    rows = run("assess", path, "--json", *words).answer["assessments"][0]["judgments"]
    return next(row["state"] for row in rows if row["id"] == "current_threat")


@pytest.mark.parametrize(
    ("on", "mode", "state"),
    [
        ("2021-12-15", "audit", "settled"),
        ("2021-12-16", "audit", "open"),
        ("2021-12-16", "review", "settled"),
        ("9999-01-01", "review", "open"),
    ],
)
def test_a_judgment_counts_from_the_day_on_which_it_was_made(
    tmp_path: Path, on: str, mode: str, state: str
) -> None:
    path = write_case(tmp_path, f"{FACTS}judgments:\n  current_threat: {settled(on=on)}\n")

    assert state == state_of(path, "--mode", mode)


@pytest.mark.parametrize("component", ["ICE", "ICE-ERO"])
def test_an_official_of_the_deciding_component_settles(tmp_path: Path, component: str) -> None:
    signed = settled(component=f", component: {component}")
    path = write_case(tmp_path, f"{FACTS}judgments:\n  current_threat: {signed}\n")

    assert "settled" == state_of(path)


def test_a_judgment_of_another_component_settles_nothing_when_the_command_names_the_decider(
    tmp_path: Path,
) -> None:
    signed = settled(component=", component: ICE-ERO")
    path = write_case(tmp_path, f"{FACTS}judgments:\n  current_threat: {signed}\n")

    assert "settled" == state_of(path, "--component", "ICE-ERO")
    assert "open" == state_of(path, "--component", "CBP")


def test_a_settled_judgment_names_who_settled_it(tmp_path: Path) -> None:
    text, row = judgments_of(tmp_path, settled())

    assert "Settled by B. Official as met: Does the person pose a current threat" in text
    assert ("settled", "met", "B. Official") == (row["state"], row["answer"], row["by"])


def test_a_judgment_is_open_again_when_the_facts_behind_it_have_changed(tmp_path: Path) -> None:
    text, row = judgments_of(tmp_path, settled(digest=', facts_digest: "sha256:0"'))

    assert "Open again, as the facts have changed since B. Official settled it" in text
    assert row["stale"] is True
    assert "open" == row["state"]


def test_an_argued_judgment_says_for_whom_it_is_argued(tmp_path: Path) -> None:
    text, row = judgments_of(
        tmp_path,
        "{answer: not_met, state: argued, by: A. Counsel, role: representative, side: client}",
    )

    assert "Argued by A. Counsel for the client as not met, and open:" in text
    assert "argued" == row["state"]


def test_a_judgment_that_nothing_asserts_is_out_of_reach(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {offences: none, crim_other_conduct_alleged: no}\n")

    text = " ".join(run("assess", path).out.split())

    assert "out of reach: the record asserts nothing to rest on." in text


def test_a_long_heading_is_wrapped_and_underlined_once(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    name = " ".join(["a-long-name"] * 10)
    path.write_text(f"case: {name}\ndecision: {{date: 2021-12-15}}\n", "utf-8")

    lines = run("assess", str(path)).out.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("a-long-name"))

    assert lines[first + 1].startswith("a-long-name")
    assert set("=") == set(lines[first + 2])
    assert WIDTH >= len(lines[first + 2])
