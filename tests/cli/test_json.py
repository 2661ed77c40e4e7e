"""Answers as JSON: the keys, in their order, and nothing else on standard output."""

from typing import Any

import pytest

from tests.cli.console import EXAMPLE
from tests.cli.console import run

ANSWER = ["not_a_decision", "version", "problems"]
HEADER = ["place", "component", "decision_type", "class"]
ASSESSED = [
    *ANSWER,
    *("on", "known_on", "law_known_on", "mode"),
    *HEADER,
    *("audience", "as", "today", "governing", "threshold", "assessments"),
    "side_by_side",
]
ASSESSMENT = [
    *("instrument", "interpretation", "assumptions", "outcome", "established", "reachable"),
    *("when_open", "categories_met", "findings", "missing", "judgments", "duties"),
    *("governs", "parts_without_effect", "recorded"),
]
FINDING = [
    *("rule", "kind", "topic", "side", "truth", "settled", "measure", "citation", "basis"),
    *("says", "because"),
]
MISSING = [
    *("fact", "question", "could_change_outcome", "could_change", "informs", "witness", "reason"),
]
JUDGMENT = ["id", "question", "state", "by", "side", "answer", "stale"]
DUTY = ["rule", "state", "due", "owner"]
LINE = [
    *("instrument", "part", "component", "governs", "status", "legal", "announced", "practice"),
    *("condition", "authority", "certainty", "digest", "note"),
]
PROBLEM = ["code", "severity", "file", "line", "column", "message", "help"]


@pytest.fixture(scope="module")
def assessed() -> dict[str, Any]:
    return run("assess", EXAMPLE, "--json").answer


@pytest.fixture(scope="module")
def assessment(assessed: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = assessed["assessments"][0]
    return found


def test_an_assessment_answer_has_the_fixed_keys_in_order(assessed: dict[str, Any]) -> None:
    assert ASSESSED == list(assessed)


def test_an_assessment_has_the_fixed_keys_in_order(assessment: dict[str, Any]) -> None:
    assert ASSESSMENT == list(assessment)


@pytest.mark.parametrize(
    ("key", "keys"),
    [("findings", FINDING), ("missing", MISSING), ("judgments", JUDGMENT), ("duties", DUTY)],
)
def test_each_row_of_an_assessment_has_the_fixed_keys_in_order(
    assessment: dict[str, Any], key: str, keys: list[str]
) -> None:
    assert assessment[key]
    assert [] == [row for row in assessment[key] if list(row) != keys]


def test_a_missing_fact_shows_two_completions_that_differ_in_it(assessment: dict[str, Any]) -> None:
    rows = [row for row in assessment["missing"] if row["could_change_outcome"]]

    assert rows
    for row in rows:
        witness = row["witness"]
        assert ["a", "b", "changes"] == list(witness)
        assert witness["a"]["gives"] != witness["b"]["gives"]


def test_a_missing_fact_that_only_informs_has_no_witness(assessment: dict[str, Any]) -> None:
    rows = [
        row
        for row in assessment["missing"]
        if not row["could_change"] and not row["could_change_outcome"]
    ]

    assert rows
    assert all(row["witness"] is None and row["informs"] for row in rows)


def test_a_stored_reason_says_whether_its_parts_are_all_needed(assessment: dict[str, Any]) -> None:
    ways = {
        finding["because"].get("how")
        for finding in assessment["findings"]
        if finding["because"].get("parts")
    }

    assert {"all_needed", "alternatives"} >= ways
    assert ways


def test_what_governed_has_the_fixed_keys_in_order() -> None:
    answer = run("governing", "--on", "2022-03-25", "--json").answer

    expected = [*ANSWER, "on", "known_on", *HEADER, "today", "governing"]

    assert expected == list(answer)
    assert [] == [line for line in answer["governing"] if list(line) != LINE]


def test_governs_is_true_false_or_null() -> None:
    answer = run("governing", "--on", "2022-03-25", "--json").answer

    assert {True, False, None} == {line["governs"] for line in answer["governing"]}


def test_the_list_of_policies_says_how_each_stands_today() -> None:
    answer = run("policy", "list", "--json").answer

    assert [*ANSWER, "on", "policies"] == list(answer)
    assert all(policy["digest"] is not None for policy in answer["policies"])
    assert {"discretion"} == {
        policy["issuer"] for policy in answer["policies"] if not policy["today"]
    }


def test_a_policy_shows_its_history_its_rules_and_what_it_leaves_out() -> None:
    answer = run("policy", "show", "dhs-2021-09-30-guidelines", "--json").answer

    keys = ("history", "rules", "judgments", "outcomes", "when_open", "omissions")

    assert [] == [key for key in keys if not answer[key]]


def test_a_refusal_is_an_answer_with_its_problems() -> None:
    said = run("assess", "none.yaml", "--json")

    assert 3 == said.code
    assert ANSWER == list(said.answer)
    assert PROBLEM == list(said.answer["problems"][0])
    assert "" == said.err


@pytest.mark.parametrize(
    "words",
    [
        ("assess", EXAMPLE),
        ("assess", "none.yaml"),
        ("assess", EXAMPLE, "--place", "Nowhere"),
        ("governing", "--on", "2021-12-15"),
        ("policy", "list"),
        ("policy", "check"),
    ],
)
def test_every_answer_says_that_it_is_no_decision(words: tuple[str, ...]) -> None:
    assert run(*words, "--json").answer["not_a_decision"] is True


def test_the_same_question_has_the_same_answer_to_the_letter() -> None:
    assert run("assess", EXAMPLE, "--json").out == run("assess", EXAMPLE, "--json").out
