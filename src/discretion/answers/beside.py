"""Instruments side by side as plain data: what is the same, what is not, and why."""

from collections.abc import Iterator

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_truth
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.sides.side_by_side import Side
from discretion.assess.sides.side_by_side import SideBySide
from discretion.assess.sides.topics import Said
from discretion.assess.sides.topics import TopicBeside
from discretion.assess.wording.leaves import Leaf
from discretion.assess.wording.leaves import leaves_of
from discretion.assess.wording.reasons import sentence_of
from discretion.truth import Truth


def answer_side_by_side(beside: SideBySide) -> Plain:
    """Return instruments side by side, with one entry for each in every list below the first."""
    names = [side.assessment.instrument for side in beside.sides]
    return {
        "instruments": [_side(side) for side in beside.sides],
        "outcome": beside.outcome,
        "topics": [_topic(topic, beside) for topic in beside.topics],
        "missing": [
            {
                "fact": row.fact,
                "question": row.question,
                "could_change": [
                    {"instrument": name, "what": what or None}
                    for name, what in zip(names, row.bears_on, strict=True)
                ],
            }
            for row in beside.missing
        ],
        "duties": [
            {
                "topic": group.topic,
                "instruments": [
                    {
                        "instrument": name,
                        "state": state or None,
                        "rules": [duty.rule for duty in duties],
                    }
                    for name, state, duties in zip(names, group.states, group.duties, strict=True)
                ],
            }
            for group in beside.duties
        ],
    }


def _side(side: Side) -> Plain:
    each = side.assessment
    return {
        "instrument": each.instrument,
        "interpretation": each.interpretation or None,
        "governs": plain_truth(each.governs),
        "speaks": side.speaks,
        **_outcome(each),
        "says": outcome_sentence(each, each.outcome or each.established) or None,
        "otherwise": [
            {"interpretation": other.interpretation, **_outcome(other)} for other in side.otherwise
        ],
        "never_paired": side.unpaired,
    }


def _outcome(each: Assessment) -> Plain:
    return {
        "outcome": each.outcome or None,
        "established": each.established or None,
        "reachable": list(each.reachable),
        "when_open": each.when_open,
    }


def outcome_sentence(each: Assessment, token: str) -> str:
    """Return what an outcome says in one plain sentence, empty for one that no row describes."""
    if each.ruleset is None:
        return ""
    return next((row.says for row in each.ruleset.pack.outcomes if row.token == token), "")


def _topic(topic: TopicBeside, beside: SideBySide) -> Plain:
    return {
        "topic": topic.topic,
        "kind": topic.kind,
        "side": topic.side or None,
        "relation": topic.relation,
        "instruments": [
            {
                "instrument": side.assessment.instrument,
                "has_rule": said.has_rule,
                "truth": None if said.truth is None else str(said.truth),
                "rules": [_rule(finding, side.assessment) for finding in said.findings],
            }
            for side, said in zip(beside.sides, topic.said, strict=True)
        ],
    }


def _rule(finding: Finding, each: Assessment) -> Plain:
    return {
        "rule": finding.rule.id,
        "truth": str(finding.truth),
        "citation": str(finding.rule.citation),
        "basis": finding.rule.citation.basis,
        "says": sentence_of(finding),
        "leaves": [_leaf(leaf) for leaf in leaves_of(each, finding)],
    }


def _leaf(leaf: Leaf) -> Plain:
    return {
        "says": leaf.says,
        "known": leaf.known,
        "truth": str(leaf.truth),
        "facts": list(leaf.facts),
        "judgment": leaf.judgment or None,
    }


def carrying_findings(said: Said) -> Iterator[Finding]:
    """Yield the findings that carry what an instrument says of a topic.

    Of rules of which one alone would do, those that hold; where none holds, those that are open;
    where none is open, all of them. A duty that is owed until shown is open and carries.
    """
    truths = {finding.truth for finding in said.findings}
    carrying = next(
        (truth for truth in (Truth.TRUE, Truth.UNKNOWN, Truth.FALSE) if truth in truths),
        Truth.FALSE,
    )
    yield from (finding for finding in said.findings if finding.truth is carrying)
