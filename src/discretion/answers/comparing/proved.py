"""Sentences about a pack, proved or refuted, as plain data with reasons in plain English."""

from collections.abc import Iterator
from datetime import date

from discretion.answers.plain import Plain
from discretion.assess.wording.english import english_for
from discretion.compare.proof.result import Counterexample
from discretion.compare.proof.result import MadeCase
from discretion.compare.proof.result import PackProofs
from discretion.compare.proof.result import Proof
from discretion.truth import Truth

FOUND = {
    Truth.TRUE: "holds",
    Truth.FALSE: "does not hold",
    Truth.UNKNOWN: "is unknown",
}
"""What is said of a condition by its truth."""


def answer_proofs(proofs: PackProofs, version: str) -> Plain:
    """Return the answer to what is proved of a pack.

    Args:
        proofs: every sentence with what it came to.
        version: the version of the package.

    """
    instrument = proofs.pack.instrument
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "instrument": instrument.id,
        "title": instrument.title,
        "digest": instrument.digest,
        "seconds": proofs.seconds,
        "sentences": [_sentence(each, proofs) for each in proofs.proofs],
        "unclaimed": [
            {
                "sentence": each.sentence,
                "why": each.why,
                "citation": str(each.citation),
                "basis": each.citation.basis,
            }
            for each in proofs.unclaimed
        ],
        "silent": [each.about for each in proofs.silent],
    }


def _sentence(proof: Proof, proofs: PackProofs) -> Plain:
    citation = proof.citation
    example = proof.counterexample
    return {
        "id": proof.id,
        "sentence": proof.says,
        "status": proof.status,
        "counterexample": None if example is None else _counterexample(example, proofs),
        "bound": dict(proof.bounds),
        "refuted_on_mutant": bool(proof.noticed),
        "mutant": proof.noticed or None,
        "parts": {"asked": proof.parts, "settled": proof.settled},
        "citation": None if citation is None else str(citation),
        "basis": None if citation is None else citation.basis,
        "left_out": [{"about": each.about, "why": each.why} for each in proof.left_out],
    }


def _counterexample(example: Counterexample, proofs: PackProofs) -> Plain:
    return {
        "about": example.about,
        "interpretation": example.interpretation or None,
        "cases": [
            {
                "name": each.name,
                "facts": {name: _plain(value) for name, value in _facts(each)},
                "judgments": {
                    name: "met" if met else "not_met" for name, met in each.said.judgments.items()
                },
                "file": each.text,
                "because": list(reasons_of_case(each, proofs)),
            }
            for each in example.cases
        ],
    }


def _facts(case: MadeCase) -> Iterator[tuple[str, object]]:
    yield from case.said.facts.items()
    for items, rows in case.said.records.items():
        yield items, [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def reasons_of_case(case: MadeCase, proofs: PackProofs) -> Iterator[str]:
    """Yield what the assessment of a made case finds, in plain English.

    Args:
        case: the case.
        proofs: what it was made for.

    """
    english = english_for(proofs.pack, proofs.library)
    for condition, truth in case.findings:
        yield f"{english.condition(condition)}: this {FOUND[truth]}"
