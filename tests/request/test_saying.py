"""What may be said and shown: never what stays inside, and nothing that it denies."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from discretion import CaseFile
from discretion import Request
from discretion import Truth
from discretion import replace
from discretion.request import RequestAsked
from discretion.request import Saying
from discretion.request import Way
from discretion.request import check_request
from tests.properties.matters import matter
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import TODAY
from tests.request.made import assessor
from tests.request.made import check
from tests.request.made import checklist

DISCLOSURES = ("internal", "may_disclose", "protected")
SEEDS = range(12)
SHOWN = "disclosure: may_disclose"


Said = tuple[str, str]


def disclosed_at_random(seed: int) -> CaseFile:
    """Return the matter of a seed, each fact disclosed at random, and every gate overridden."""
    random, case = Random(seed), matter(seed, 0.8)
    override = {"by": "C", "role": "attorney", "on": "2021-01-01", "reason": "made up"}
    return replace(
        case,
        facts={
            name: replace(account, disclosure=random.choice(DISCLOSURES))
            for name, account in case.facts.items()
        },
        lists={
            name: replace(listed, disclosure=random.choice(DISCLOSURES))
            for name, listed in case.lists.items()
        },
        overrides=tuple(
            {**override, "gate": gate} for gate in ("unknown_to_government", "no_policy_open")
        ),
        filing_date=case.decision.day,
    )


@cache
def said_and_told(seed: int) -> tuple[frozenset[Said], frozenset[Said]]:
    """Return what a check lets a request say is met, and what an answer for outside says is."""
    case = disclosed_at_random(seed)
    checked = check_request(case, RequestAsked(today=TODAY, checklist=checklist()), assessor())
    outward = assessor().assess(case, Request(today=TODAY, mode="request", audience="outward"))
    said = frozenset(
        (ground.instrument, ground.finding.rule.id)
        for ground in checked.grounds
        if ground.saying is Saying.MAY_BE_SAID and ground.truth is Truth.TRUE
    )
    told = frozenset(
        (each.instrument, finding.rule.id)
        for each in outward.assessments
        for finding in each.findings
        if finding.truth is Truth.TRUE
    )
    return said, told


@pytest.mark.parametrize("seed", SEEDS)
def test_what_may_be_said_is_what_an_answer_for_outside_says(seed: int) -> None:
    """What a check lets a request say is met, an answer for outside says is met too."""
    said, told = said_and_told(seed)

    assert frozenset() == said - told


def test_the_matters_of_that_property_have_something_to_say() -> None:
    assert sum(len(said_and_told(seed)[0]) for seed in SEEDS) > len(SEEDS)


def sayings(tmp_path: Path, text: str) -> dict[str, Saying]:
    checked = check(tmp_path, text)
    return {ground.finding.rule.id: ground.saying for ground in checked.grounds}


def test_a_sentence_that_something_inside_denies_must_not_be_said(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  family: {{complete: yes, records: [], {SHOWN}}}\n"
        "  mit_family_impact: yes\n"
    )
    found = sayings(tmp_path, text)

    assert Saying.UNTRUE is found["gl.mit_family_impact"]


def test_what_rests_on_an_internal_or_a_protected_fact_stays_inside(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  ctx_teaching: yes\n"
        "  mit_crime_victim: {claims: [{value: yes}], disclosure: protected}\n"
        f"  mit_condition_requiring_care: {{claims: [{{value: yes}}], {SHOWN}}}\n"
    )
    found = sayings(tmp_path, text)

    assert Saying.INSIDE_FACTS is found["gl.ctx_teaching"]
    assert Saying.INSIDE_FACTS is found["gl.mit_crime_victim"]
    assert Saying.MAY_BE_SAID is found["gl.mit_condition_requiring_care"]


def test_what_is_only_recalled_is_not_said(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}"
        f"  mit_conviction_vacated_or_expunged: {{claims: [{{value: yes}}], {SHOWN}}}\n"
    )
    found = sayings(tmp_path, text)

    assert Saying.RECALLED is found["gl.mit_conviction_vacated_or_expunged"]


@pytest.mark.parametrize(
    ("filed", "saying"),
    [("filing_date: 2022-04-01\n", Saying.UNCERTAIN), ("", Saying.NO_AUTHORITY)],
)
def test_a_policy_that_may_not_be_in_force_is_no_authority(
    tmp_path: Path, filed: str, saying: Saying
) -> None:
    text = f"{filed}facts:\n{KNOWN}  ctx_teaching: {{claims: [{{value: yes}}], {SHOWN}}}\n"
    checked = check(tmp_path, text, kind="execute_removal_order")
    found = {ground.finding.rule.id: ground.saying for ground in checked.grounds}

    assert saying is found["gl.ctx_teaching"]
    assert checked.is_history is (saying is Saying.NO_AUTHORITY)


def test_facts_go_out_as_the_file_says_and_stay_where_it_says_nothing(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  in_proceedings: {{claims: [{{value: yes}}], {SHOWN}}}\n"
        "  removable: {claims: [{value: yes}], disclosure: {to: DHS, on: 2022-01-01}}\n"
        "  ctx_teaching: unknown\n"
        "  mit_crime_victim: yes\n"
        f"  service: {{complete: no, {SHOWN}, records: [{{who: person, "
        "kind: {claims: [{value: military}], disclosure: protected}}]}\n"
    )
    ways = {each.name: each.way for each in check(tmp_path, text).facts}

    assert {
        "known_to_government": Way.STAYS,
        "in_proceedings": Way.GOES_OUT,
        "removable": Way.GOES_OUT,
        "mit_crime_victim": Way.SECOND,
        "service": Way.GOES_OUT,
        "service[1].kind": Way.SECOND,
    } == ways
