"""Every rule of every kind is met in one case and not met in another, or says why it cannot be."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion.rules.rule import Rule
from tests.cases.law import cases_of
from tests.cases.law import library

NEVER: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "never_shown.yaml").read_text("utf-8")
)
RULES = [
    pytest.param(instrument, rule, id=f"{instrument}/{rule.id}")
    for instrument, pack in library().packs.items()
    for rule in pack.rules.values()
]


def wanted(rule: Rule) -> list[set[str]]:
    """Return what cases have to say of a rule, each by any of some words.

    Of a rule that tests nothing, such as one that only says until when it runs, no case says any.
    """
    if rule.duty is None:
        tests = rule.when is not None or rule.judgment or rule.interpretations
        return [{"true"}, {"false"}] if tests else []
    return [{"owed", "owed_unless_shown"}, {"not_owed"}, {"discharged"}]


@pytest.mark.parametrize(("instrument", "rule"), RULES)
def test_every_rule_is_shown_in_every_state_by_a_case(instrument: str, rule: Rule) -> None:
    told = {case.expect.rules.get(rule.id) for case in cases_of(instrument).cases}
    unshown = [sorted(words) for words in wanted(rule) if told.isdisjoint(words)]

    assert [[row["state"]] for row in NEVER if row["rule"] == rule.id] == unshown


def test_what_is_never_shown_names_rules_and_reasons() -> None:
    known = {rule for pack in library().packs.values() for rule in pack.rules}

    assert {row["rule"] for row in NEVER} <= known
    assert all(row["why"] for row in NEVER)


def test_only_a_duty_without_a_discharge_is_never_discharged() -> None:
    duties = {
        rule.id
        for pack in library().packs.values()
        for rule in pack.rules.values()
        if rule.duty is not None and rule.duty.discharged_when is None
    }

    assert duties == {row["rule"] for row in NEVER if row["state"] == "discharged"}
