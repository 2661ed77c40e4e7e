"""The commands that screen a matter: their codes, their keys and what they refuse."""

from pathlib import Path

import pytest

from tests.cli.console import EXAMPLE
from tests.cli.console import run

ROOT = Path(__file__).resolve().parents[3]
OPERATION = str(ROOT / "examples/operation-demo.yaml")
RETALIATION = str(ROOT / "examples/retaliation-demo.yaml")
PROTECTION = str(ROOT / "examples/protection-demo.yaml")
KEYS = [
    *("not_a_decision", "version", "problems", "mode", "state", "because_unknown", "branches"),
    *("not_governed", "actions", "interpretations", "referrals", "effects", "findings"),
    *("missing", "individual_assessments_owed"),
]


@pytest.mark.parametrize(
    "words",
    [
        ("operation", "screen", OPERATION),
        ("retaliation", "screen", RETALIATION),
        ("protection", "check", PROTECTION),
    ],
)
def test_an_answer_begins_with_the_keys_of_the_formats(words: tuple[str, ...]) -> None:
    answer = run(*words, "--json").answer

    assert KEYS == list(answer)[: len(KEYS)]
    assert answer["not_a_decision"] is True


def test_a_stop_ends_with_1_and_another_state_with_0() -> None:
    assert 1 == run("operation", "screen", OPERATION).code
    assert 0 == run("retaliation", "screen", RETALIATION).code
    assert 0 == run("protection", "check", PROTECTION).code


def test_text_says_what_it_is_and_what_it_is_not() -> None:
    out = run("operation", "screen", OPERATION).out

    assert "decides nothing and recommends no arrest" in " ".join(out.split())
    assert "No state of this screen is a permission" in out


def test_a_counterfactual_is_marked_in_text_and_in_data() -> None:
    words = ("operation", "screen", OPERATION, "--mode", "counterfactual", "--rules-on")
    told = run(*words, "1990-01-01", "--json").answer

    assert "COUNTERFACTUAL: THE RULES OF 1 JANUARY 1990" in run(*words, "1990-01-01").out
    assert "not_governed_on_date" == told["state"]
    assert told["watermark"].startswith("Counterfactual: the rules of 1 January 1990")
    assert "2022-06-01" == told["on"]


def test_an_assumption_is_printed_and_closes_what_nobody_signed() -> None:
    words = ("operation", "screen", OPERATION, "--assume", "mass_determined")
    answer = run(*words, "--json").answer

    assert "barred_mass_operation" == answer["state"]
    assert ["mass_determined"] == [each["id"] for each in answer["assumptions"]]
    assert "Assumed for a study (mass_determined" in run(*words).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("operation", "screen", RETALIATION), "this command reads one with `operation`"),
        (("retaliation", "screen", OPERATION), "this command reads one with `matter`"),
        (("protection", "check", RETALIATION), "this command reads one with `request`"),
        (("retaliation", "screen", PROTECTION), "the file begins with `request`"),
        (("operation", "screen", EXAMPLE), "the file begins with `case`"),
        (("assess", OPERATION), "`assess` is for a person's case"),
    ],
)
def test_a_file_of_another_matter_is_refused(words: tuple[str, ...], told: str) -> None:
    said = run(*words)

    assert 3 == said.code
    assert told in " ".join(said.err.split())
    assert "other_matter" == run(*words, "--json").answer["problems"][0]["code"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--mode", "audit"), "`audit`"),
        (("--assume", "mass_determind"), "did you mean `mass_determined`?"),
        (("--rules-on", "2022-06-01"), "add `--mode counterfactual`"),
    ],
)
def test_a_word_that_nobody_knows_or_that_does_not_fit_is_refused(
    words: tuple[str, ...], told: str
) -> None:
    said = run("operation", "screen", OPERATION, *words)

    assert 2 == said.code
    assert told in said.err


def test_a_screen_is_no_authority_for_a_case() -> None:
    said = run("assess", EXAMPLE, "--policy", "screen-operation")

    assert 2 == said.code
    assert "screen-operation" in said.err


def test_what_lies_after_the_day_of_knowledge_is_told(tmp_path: Path) -> None:
    path = tmp_path / "later.yaml"
    text = Path(OPERATION).read_text("utf-8") + "  agency_notified_on: 2022-07-01\n"
    path.write_text(text, "utf-8")
    (problem,) = run("operation", "screen", str(path), "--json").answer["problems"]

    assert ("later_than_known", "later.yaml", 22) == (
        problem["code"],
        problem["file"],
        problem["line"],
    )
    assert "after the day up to which facts are known" in " ".join(
        run("operation", "screen", str(path)).out.split()
    )


def test_a_further_action_is_screened_where_the_list_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "more.yaml"
    path.write_text(
        "operation: more\nfacts:\n  op_date: 2022-06-01\n  op_agency: ICE\n"
        "  op_actions: {complete: unknown, records: [i9_inspection]}\n",
        "utf-8",
    )
    answer = run("operation", "screen", str(path), "--json").answer

    assert ["i9_inspection", "further"] == [each["action"] for each in answer["actions"]]
    assert "hold_scale_undetermined" == answer["state"]


@pytest.mark.parametrize(
    ("protected", "act", "told"),
    [
        (
            "2021-03-10",
            "",
            "or later.” (rt.after) Measure: 337 calendar days since the day on which",
        ),
        (
            "2022-03-10",
            "  adverse_act_kind: [other]\n",
            "Not so, and still measured: - “What was done came on the day on which the right",
        ),
    ],
)
def test_the_days_between_two_acts_are_told_whatever_they_come_to(
    tmp_path: Path, protected: str, act: str, told: str
) -> None:
    path = tmp_path / "gap.yaml"
    path.write_text(
        "matter: gap\nplace: US-WA\nfacts:\n  protected_act_kind: [wage_complaint]\n"
        f"  protected_act_on: {protected}\n  adverse_act_on: 2022-02-10\n{act}",
        "utf-8",
    )

    assert told in " ".join(run("retaliation", "screen", str(path)).out.split())


def test_an_approval_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "approval.yaml"
    said = (
        "operation: approval\nfacts:\n  op_date: 2022-06-01\n  op_agency: ICE\n"
        "  op_actions: [i9_inspection]\n  labor_dispute_present: yes\n"
        "  agency_matter_owner: state_local\n"
    )
    path.write_text(said, "utf-8")
    of_office = run("operation", "screen", str(path), "--json").answer["effects"]
    path.write_text(f"{said}  tip_received: yes\n", "utf-8")
    of_both = run("operation", "screen", str(path), "--json").answer["effects"]

    assert "approval_chosen_by_office" in of_office
    assert "approval_named_by_instruction" not in of_office
    assert {"approval_chosen_by_office", "approval_named_by_instruction"} <= set(of_both)
