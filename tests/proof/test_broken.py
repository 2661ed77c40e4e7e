"""A pack that breaks a sentence is refuted, with a case that says no more than shows it."""

from pathlib import Path
from typing import Any

import pytest

from discretion.compare.proof.result import MadeCase
from tests.proof.packs import BROKEN
from tests.proof.packs import edited
from tests.proof.packs import proof_of

OWN = ("aggravating_never_protects", "conviction_alone", "judged_first", "danger_is_listed")
"""Sentences that only an edit claims, or gives something to speak of."""
WHOLE = sorted({each["sentence"] for each in BROKEN} - set(OWN))


def said(case: MadeCase) -> dict[str, Any]:
    """Return what a made case says, as a file of expectations writes it."""
    records = {items: [dict(row) for row in rows] for items, rows in case.said.records.items()}
    found: dict[str, Any] = {"facts": {**case.said.facts, **records}}
    return {**found, "judgments": dict(case.said.judgments)} if case.said.judgments else found


@pytest.mark.parametrize("broken", BROKEN, ids=lambda each: each["broken"])
def test_a_broken_pack_is_refuted_by_the_case_expected(
    broken: dict[str, Any], tmp_path: Path
) -> None:
    """A pack that breaks one sentence is refuted, of the part and by the case expected."""
    proof = proof_of(broken["sentence"], *edited(broken["files"], tmp_path))

    assert "refuted" == proof.status
    assert proof.counterexample is not None
    assert broken["about"] == proof.counterexample.about
    if "cases" in broken:
        assert broken["cases"] == [said(case) for case in proof.counterexample.cases]
    else:
        assert proof.counterexample.cases


@pytest.mark.parametrize("sentence", WHOLE)
def test_the_same_sentence_is_proved_where_the_pack_is_not_broken(
    sentence: str, tmp_path: Path
) -> None:
    """A sentence that an edit breaks is proved of the pack without the edit."""
    proof = proof_of(sentence, *edited((), tmp_path))

    assert ("proved", True) == (proof.status, bool(proof.noticed))


def test_what_asks_for_procedure_is_left_out_of_learning_and_told(tmp_path: Path) -> None:
    """A rule that asks whether a judgment was settled is left out of learning, and told."""
    asks = {"file": "text.md", "replace": "when: judgment(danger)", "by": "when: settled(danger)"}
    proof = proof_of("learning_never_reverses", *edited([asks], tmp_path))

    assert ["`s.danger`"] == [each.about for each in proof.left_out]
    assert "proved" == proof.status


def test_an_outcome_out_of_reach_is_left_out_where_an_authority_is_cited(tmp_path: Path) -> None:
    """An outcome that no matter reaches is refuted, and left out where an authority is cited."""
    broken = next(each for each in BROKEN if each["sentence"] == "outcomes_reachable")
    cited = {
        "file": "instrument.yaml",
        "replace": "level: clear",
        "by": "level: clear, unreachable: An order",
    }
    proof = proof_of("outcomes_reachable", *edited([*broken["files"], cited], tmp_path))

    assert "proved" == proof.status
    assert ["out of reach by its authority: An order"] == [each.why for each in proof.left_out]
