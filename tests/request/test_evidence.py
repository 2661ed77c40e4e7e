"""What each factor has as evidence, and what it lacks."""

from pathlib import Path

import pytest

from discretion.request import Lack
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import check

SHOWN = "disclosure: may_disclose"


@pytest.mark.parametrize(
    ("fact", "paper", "lacks"),
    [
        ("unknown", "internal", (Lack.NO_FACT,)),
        ("{claims: [{value: yes, evidence: [a]}], disclosure: may_disclose}", "may_disclose", ()),
        (
            "{claims: [{value: yes, evidence: [a]}], disclosure: may_disclose}",
            "protected",
            (Lack.PAPERS_STAY,),
        ),
        ("{claims: [{value: yes}], disclosure: may_disclose}", "internal", (Lack.NO_PAPER,)),
        ("yes", "internal", (Lack.STAYS, Lack.NO_PAPER)),
    ],
)
def test_a_factor_tells_what_it_lacks(
    tmp_path: Path, fact: str, paper: str, lacks: tuple[Lack, ...]
) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  mit_condition_requiring_care: {fact}\n"
        f"evidence: [{{id: a, kind: physician_letter, disclosure: {paper}}}]\n"
    )
    checked = check(tmp_path, text)
    found = {each.finding.rule.id: each for each in checked.factors}
    factor = found["gl.mit_condition_requiring_care"]

    assert lacks == factor.lacks
    assert factor.section is not None
    assert "G" == factor.section.id


def test_a_factor_of_degree_has_the_papers_of_what_it_measures(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  offences:\n    {SHOWN}\n    records:\n"
        "      - {level: {claims: [{value: misdemeanor, evidence: [a]}]}}\n"
        f"evidence: [{{id: a, kind: judgment, {SHOWN}}}]\n"
    )
    checked = check(tmp_path, text)
    papers = {each.finding.rule.id: each.papers for each in checked.factors}

    assert ("a",) == papers["gl.agg_offense_gravity"]
    assert () == papers["gl.mit_lengthy_presence"]


def test_every_factor_of_every_policy_that_governs_is_told(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{KNOWN}")
    rules = {
        rule.id
        for policy in checked.policies
        if policy.ruleset is not None
        for rule in policy.ruleset.pack.rules.values()
        if rule.kind == "factor" and rule.speaks_to("arrest")
    }

    assert rules == {each.finding.rule.id for each in checked.factors}
    assert len(rules) > 20
