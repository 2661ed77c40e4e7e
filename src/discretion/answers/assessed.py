"""An assessed case as plain data, with the keys and their order that the formats fix."""

from collections.abc import Iterator
from typing import TypeAlias

from discretion.analysis.memory import Witness
from discretion.analysis.memory import WitnessCase
from discretion.analysis.missing import further_records
from discretion.analysis.subjects import PRESENT
from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.answers.plain import plain_truth
from discretion.answers.plain import plain_values
from discretion.answers.reasons import Reasons
from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.assessment import MissingRow
from discretion.assess.wording.english import english_of
from discretion.assess.wording.reasons import sentence_of
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.truth import Truth

Told: TypeAlias = dict[tuple[str, int], Plain]
"""What was told of an instrument's derivations and witnesses, by the identity of each."""


def answer_assessment(
    assessed: AssessedCase, version: str, side_by_side: Plain | None = None
) -> Plain:
    """Return the answer for one case; relies on FORMATS section 6 for keys and order.

    Args:
        assessed: the case.
        version: of the program.
        side_by_side: its instruments side by side, None where that was not asked for.

    """
    question = assessed.question
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in assessed.problems],
        "on": question.on.isoformat(),
        "known_on": assessed.facts_known_on.isoformat(),
        "law_known_on": question.known_on.isoformat(),
        "mode": assessed.mode,
        "place": question.place.code if question.place else None,
        "component": question.component or None,
        "decision_type": question.decision or None,
        "class": None if question.classes is None else sorted(question.classes),
        "audience": assessed.audience,
        "as": assessed.party or None,
        "today": {
            "on": assessed.today_on.isoformat(),
            "governing": [
                row for row in plain_governing(assessed.today) if row["governs"] is not False
            ],
        },
        "governing": plain_governing(assessed.governing),
        "threshold": [
            {
                "gate": gate.gate,
                "state": str(gate.state),
                "effect": gate.effect,
                "says": gate.says if gate.state is not Truth.FALSE else None,
            }
            for gate in assessed.threshold
        ],
        "assessments": list(_assessments(assessed)),
        "side_by_side": side_by_side,
    }


def _assessments(assessed: AssessedCase) -> Iterator[Plain]:
    """Yield each assessment; what two readings of an instrument have in common is told once."""
    told: Told = {}
    for each in assessed.assessments:
        yield _assessment(each, assessed, told)


def _assessment(each: Assessment, assessed: AssessedCase, told: Told) -> Plain:
    return {
        "instrument": each.instrument,
        "interpretation": each.interpretation or None,
        "assumptions": [_assumed(name, each, assessed) for name in each.assumptions],
        "outcome": each.outcome or None,
        "established": each.established or None,
        "reachable": list(each.reachable),
        "when_open": each.when_open,
        "categories_met": list(each.categories_met),
        "findings": list(_findings(each, assessed, told)),
        "missing": [plain_missing(row, each, told) for row in each.missing],
        "judgments": [
            {
                "id": judgment.id,
                "question": judgment.question,
                "state": judgment.state,
                "by": judgment.by or None,
                "side": judgment.side or None,
                "answer": None if judgment.met is None else "met" if judgment.met else "not_met",
                "stale": judgment.stale,
            }
            for judgment in each.judgments
        ],
        "duties": [
            {
                "rule": duty.rule,
                "state": duty.state,
                "due": duty.due or None,
                "owner": duty.owner or None,
            }
            for duty in each.duties
        ],
        "governs": plain_truth(each.governs),
        "parts_without_effect": list(each.without_effect),
        "recorded": list(each.recorded),
    }


def _assumed(name: str, each: Assessment, assessed: AssessedCase) -> Plain:
    """Return an assumption set with what it closed in this matter."""
    assumptions = next(known for known in assessed.assumptions if known.id == name)
    made = [closed for closed in each.closed if closed.assumptions == name]
    return {
        "id": name,
        "title": assumptions.title or None,
        "dated": assumptions.dated.isoformat() if assumptions.dated else None,
        "by": assumptions.by,
        "says": assumptions.says,
        "digest": assumptions.digest or None,
        "closed": {closed.closing.fact: closed.closing.value for closed in made},
        "instead_of_said": [closed.closing.fact for closed in made if closed.instead_of_said],
    }


def _findings(each: Assessment, assessed: AssessedCase, told: Told) -> Iterator[Plain]:
    if each.ruleset is None:
        return
    reading = Reading(
        mode=assessed.mode,
        known_on=assessed.facts_known_on,
        party=assessed.party,
        outward=assessed.audience == "outward",
    )
    reasons = Reasons(assessed.case, each.view, english_of(each), reading)
    for finding in each.findings:
        key = (each.instrument, id(finding.derivation))
        because = told.get(key)
        if because is None:
            because = told[key] = reasons.because(finding.derivation)
        yield plain_finding(finding, because)


def plain_finding(finding: Finding, because: Plain) -> Plain:
    """Return a finding with its reasons."""
    rule = finding.rule
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "topic": rule.topic,
        "side": rule.side or None,
        "truth": str(finding.truth),
        "settled": str(finding.settled),
        "measure": finding.measure or None,
        "citation": str(rule.citation),
        "basis": rule.citation.basis,
        "says": sentence_of(finding),
        "because": because,
    }


def plain_missing(row: MissingRow, each: Assessment, told: Told) -> Plain:
    """Return a missing fact with what it could change; what was told before is not made again."""
    witness = None
    if row.witness is not None:
        key = (each.instrument, id(row.witness))
        witness = told.get(key)
        if witness is None:
            witness = told[key] = _witness(row.witness, each.view)
    return {
        "fact": row.fact,
        "question": row.question,
        "could_change_outcome": row.could_change_outcome,
        "could_change": list(row.could_change),
        "informs": list(row.informs),
        "witness": witness,
        "reason": row.reason,
    }


def _witness(witness: Witness, view: View) -> Plain:
    return {
        "a": _completion(witness.a, view),
        "b": _completion(witness.b, view),
        "changes": witness.changes,
    }


def _completion(case: WitnessCase, view: View) -> Plain:
    return {"facts": dict(witness_facts(case, view)), "gives": case.gives}


def witness_facts(case: WitnessCase, view: View) -> Iterator[tuple[str, object]]:
    """Yield what a completion decides, by the names of the facts, as a case file would say it.

    A further record is numbered after those on file; `offences.complete` is yes where the
    completion adds none.
    """
    further = further_records(view, case.decided)
    for subject, values in sorted(case.decided.items(), key=lambda pair: pair[0]):
        if subject.record >= 0:
            yield subject.name, plain_values(values)
        elif subject.field == PRESENT and not any(items == subject.items for items, _ in further):
            yield subject.name, "yes"
    counts: dict[str, int] = {}
    for (items, _), fields in further.items():
        counts[items] = counts.get(items, len(view.listed(items))) + 1
        yield (
            f"{items}[{counts[items]}]",
            {field: plain_values(values) for field, values in fields.items()},
        )
