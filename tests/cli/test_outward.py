"""What is meant for outside shows nothing that has to stay inside."""

from pathlib import Path

import pytest

from tests.cli.console import EXAMPLE
from tests.cli.console import Said
from tests.cli.console import run
from tests.cli.console import write_case

CANARY = "CANARYWORDS"
DAY = "1987-06-05"
"""A day that stands in no policy, as a fact or in words."""
DAY_IN_WORDS = "5 June 1987"

CASE = f"""
facts:
  known_to_government: {{claims: [{{value: yes}}], disclosure: may_disclose}}
  removable: {{claims: [{{value: yes}}], disclosure: may_disclose}}
  birth_date: {DAY}
  mit_family_impact:
    claims: [{{value: yes, by: client, evidence: [{CANARY}1, letter]}}]
    disclosure: may_disclose
  bs_apprehension_place: {{claims: [{{value: interior}}], disclosure: may_disclose}}
  entries:
    complete: yes
    records: [{{on: {DAY}, place: {CANARY}2, manner: unlawful}}]
  offences:
    complete: no
    records: [{{charge: {CANARY}3, offence_on: {DAY}, disposition: convicted}}]
judgments:
  current_threat: {{answer: not_met, state: argued, by: {CANARY}4, role: representative,
    side: client, on: 2022-01-05, reasons: {CANARY}5}}
evidence:
  - {{id: {CANARY}1, kind: memo, title: {CANARY}6, disclosure: internal}}
  - {{id: letter, kind: letter, title: Letter, disclosure: may_disclose}}
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    return write_case(tmp_path, CASE, ", component: ICE-ERO, place: US-WA, class: []")


def outward(path: str, *words: str) -> Said:
    return run("assess", path, "--audience", "outward", *words)


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize(
    "words",
    [(), ("--mode", "audit"), ("--mode", "request"), ("--as", "client"), ("--as", "agency")],
)
def test_nothing_internal_is_shown_outside(
    path: str, words: tuple[str, ...], form: tuple[str, ...]
) -> None:
    said = outward(path, *words, *form)

    assert 0 == said.code
    assert [] == [word for word in (CANARY, DAY, DAY_IN_WORDS) if word in said.out + said.err]


def test_the_same_words_are_shown_inside(path: str) -> None:
    assert f"{CANARY}1" in run("assess", path, "--json").out
    assert f"{CANARY}4" in run("assess", path).out


def test_what_may_be_disclosed_is_shown_outside(path: str) -> None:
    said = outward(path, "--json")

    rules = {finding["rule"] for finding in said.answer["assessments"][0]["findings"]}

    assert "gl.mit_family_impact" in rules
    assert '"letter"' in said.out


def test_no_missing_fact_and_no_open_question_is_shown_outside(path: str) -> None:
    answer = outward(path, "--json").answer

    for assessment in answer["assessments"]:
        assert [] == assessment["missing"]
        assert {"true"} >= {finding["truth"] for finding in assessment["findings"]}
        assert {"settled"} >= {judgment["state"] for judgment in assessment["judgments"]}

    text = outward(path).out

    assert "missing" not in text
    assert "Open" not in text
    assert "work product" not in text


def test_nothing_recalled_is_shown_outside(path: str) -> None:
    answer = outward(path, "--json").answer

    bases = {
        finding["basis"]
        for assessment in answer["assessments"]
        for finding in assessment["findings"]
    }

    assert "recalled" not in bases
    assert "[recalled]" not in outward(path).out


def test_an_answer_for_inside_says_that_it_is_not_for_filing(path: str) -> None:
    assert "Internal: work product, do not file." in run("assess", path).out


def test_no_warning_about_an_internal_fact_reaches_outside(tmp_path: Path) -> None:
    path = write_case(
        tmp_path,
        "facts:\n  known_to_government: {claims: [{value: yes}], disclosure: may_disclose}\n"
        "  bs_last_entry_date: 2022-05-01\n",
    )

    said = outward(path)

    assert "2022-05-01" not in said.out + said.err


def test_the_example_case_passes_the_gates() -> None:
    assert 0 == run("assess", EXAMPLE, "--audience", "outward").code
