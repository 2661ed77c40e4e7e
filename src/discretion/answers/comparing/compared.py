"""Two policies compared, as plain data."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_truth
from discretion.assess.wording.reasons import tests_of
from discretion.compare.differences.days import DaysCompared
from discretion.compare.differences.difference import OUTCOME
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Difference
from discretion.compare.differences.impact import Counts
from discretion.compare.differences.impact import TableImpact
from discretion.compare.side import PolicySide
from discretion.compare.standing import standing_of_side
from discretion.compare.witness import Shown
from discretion.compare.witness import Witness
from discretion.law.governing import GoverningLine
from discretion.rules.rule import Rule


def answer_comparison(
    comparison: Comparison,
    then: Iterable[GoverningLine],
    today: Iterable[GoverningLine],
    today_on: date,
    version: str,
) -> Plain:
    """Return the answer to how two policies differ.

    Args:
        comparison: the two sides with their differences.
        then: what governed on the day of the comparison.
        today: what governs today.
        today_on: which day that is.
        version: the version of the package.

    """
    lines = tuple(today)
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "today": {"on": today_on.isoformat(), "governing": plain_governing(lines)},
        **plain_comparison(comparison, then),
    }


def plain_comparison(comparison: Comparison, then: Iterable[GoverningLine]) -> Plain:
    """Return two sides with their differences as an answer holds them.

    Args:
        comparison: the two sides with their differences.
        then: what governed on the day of the comparison, as the library of each side tells it.

    """
    lines = tuple(then)
    return {
        "a": _side(comparison.a, lines),
        "b": _side(comparison.b, lines),
        "on": comparison.day.isoformat(),
        "decision_type": comparison.decision or None,
        "differences": [_difference(each) for each in comparison.differences],
        "bound": dict(comparison.bounds),
        "seconds": comparison.seconds,
        "never_paired": list(comparison.unpaired),
    }


def answer_days(
    days: DaysCompared,
    then: Table[date, Iterable[GoverningLine]],
    today: Iterable[GoverningLine],
    today_on: date,
    version: str,
) -> Plain:
    """Return the answer to what changed between two days.

    Args:
        days: the two days, with each comparison of what went and what came.
        then: what governed on each of the two days.
        today: what governs today.
        today_on: which day that is.
        version: the version of the package.

    """
    on_second = tuple(then[days.second.on])
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "today": {"on": today_on.isoformat(), "governing": plain_governing(today)},
        "on": [days.first.on.isoformat(), days.second.on.isoformat()],
        "governing": [plain_governing(then[each.on]) for each in (days.first, days.second)],
        "stayed": [side.name for side in days.stayed],
        "went": [side.name for side in days.went],
        "came": [side.name for side in days.came],
        "comparisons": [plain_comparison(each, on_second) for each in days.comparisons],
    }


def plain_impact(impact: TableImpact) -> Plain:
    """Return how many matters of a table each difference touches, unknown apart."""
    return {
        "matters": impact.matters,
        "impacts": [
            {
                "topic": each.topic,
                "kind": each.kind,
                "side": each.side or None,
                "a_alone": _counts(each.a_alone),
                "b_alone": _counts(each.b_alone),
            }
            for each in impact.impacts
        ],
    }


def _counts(counts: Counts) -> Plain:
    return {"true": counts.true, "false": counts.false, "unknown": counts.unknown}


def _side(side: PolicySide, then: tuple[GoverningLine, ...]) -> Plain:
    instrument = side.ruleset.pack.instrument
    standing = standing_of_side(side, then)
    return {
        "instrument": instrument.id,
        "title": instrument.title,
        "interpretation": side.reading or None,
        "assumptions": [each.id for each in side.assumptions],
        "parts_without_effect": list(side.without_effect),
        "governed": plain_truth(standing.governs),
        "digest": instrument.digest,
    }


def _difference(each: Difference) -> Plain:
    witness = each.witness
    return {
        "topic": each.topic,
        "rule_a": _named(each, each.rule_a, in_a=True),
        "rule_b": _named(each, each.rule_b, in_a=False),
        "relation": each.relation,
        "witness": None if witness is None else _witness(witness),
        "because_a": None if witness is None else _because(witness.a),
        "because_b": None if witness is None else _because(witness.b),
        "citations": [
            str(rule.citation) for rule in (each.rule_a, each.rule_b) if rule is not None
        ],
        "kind": each.kind,
        "side": each.side or None,
        "met_in": each.met_in or None,
        "alike": [list(pair) for pair in each.alike],
        "is_all": each.is_all,
        "note": each.note or None,
    }


def _named(each: Difference, rule: Rule | None, *, in_a: bool) -> str | None:
    """Return what stands on one side: its rule, or the token where outcome rows are compared."""
    if each.kind == OUTCOME:
        other = "only_in_b" if in_a else "only_in_a"
        return None if each.relation == other else each.topic
    return None if rule is None else rule.id


def _witness(witness: Witness) -> Plain:
    return {
        "decision": {"date": witness.day.isoformat()},
        "facts": {name: _plain(value) for name, value in witness.facts.items()},
        "judgments": {name: "met" if met else "not_met" for name, met in witness.judgments.items()},
    }


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, date) else str(value)


def _because(shown: Shown) -> Plain | None:
    """Return what carries what one side says, test by test; None where it says nothing."""
    if shown.derivation is None:
        return None
    return {
        "truth": str(shown.derivation.truth),
        "tests": [
            {"says": says, "known": known or None}
            for says, known in tests_of(shown.derivation, shown.assessment)
        ],
    }
