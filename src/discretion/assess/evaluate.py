"""One ruleset on one view: findings with their derivations, then what every completion says."""

from collections.abc import Iterator
from datetime import date

from discretion.analysis.completion import Completion
from discretion.analysis.missing import Exact
from discretion.analysis.missing import Question
from discretion.analysis.missing import analyse
from discretion.assess.assessment import Assessment
from discretion.assess.assessment import DutyState
from discretion.assess.assessment import Finding
from discretion.assess.judgments import judgment_states
from discretion.assess.measures import show_measure
from discretion.assess.questions import missing_rows
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import reported_rules
from discretion.engines.reference import ReferenceEngine
from discretion.engines.terms import term_values
from discretion.facts.casefile import CaseFile
from discretion.facts.view import View
from discretion.law.standing import Standing
from discretion.rules.condition import And
from discretion.rules.rule import Rule
from discretion.truth import Truth
from discretion.truth import conjunction


def evaluate(
    case: CaseFile,
    ruleset: Ruleset,
    view: View,
    standing: Standing,
    assumptions: tuple[str, ...] = (),
) -> Assessment:
    """Return the assessment of a case under one ruleset.

    Args:
        case: the matter, for its decision type and its judgments.
        ruleset: the pack in one interpretation.
        view: the facts, with judgments settled and assumptions made.
        standing: whether the instrument governed the decision, and with which of its parts.
        assumptions: the assumption sets that were applied.

    """
    engine = ReferenceEngine(view, ruleset.reading)
    reported = tuple(reported_rules(ruleset, case.decision.type))
    pack = ruleset.pack
    exact = _exact(view, ruleset, reported, engine)
    findings = tuple(_finding(rule, ruleset, engine, exact) for rule in reported)
    judgments = tuple(judgment_states(case.judgments, ruleset, engine))
    return Assessment(
        instrument=pack.instrument.id,
        title=pack.instrument.title,
        interpretation=ruleset.interpretation,
        assumptions=assumptions,
        governs=standing.governs,
        without_effect=standing.without_effect,
        outcome=exact.reachable[0] if len(exact.reachable) == 1 else "",
        established=exact.established,
        reachable=exact.reachable,
        when_open=pack.when_open,
        categories_met=tuple(
            each.rule.id
            for each in findings
            if each.rule.kind == "category" and each.truth is Truth.TRUE
        ),
        findings=findings,
        missing=missing_rows(exact.missing, judgments, ruleset, view),
        judgments=judgments,
        duties=tuple(_duties(findings, engine)),
        ruleset=ruleset,
        view=view,
    )


def _exact(
    view: View, ruleset: Ruleset, reported: tuple[Rule, ...], engine: ReferenceEngine
) -> Exact:
    """Return what every completion of the matter says of the reported rules and the outcome."""
    pack = ruleset.pack
    return analyse(
        Completion(view, ruleset.reading, ruleset.groundwork),
        Question(
            findings=tuple(rule.id for rule in reported),
            outcomes=tuple((row.token, row.when) for row in pack.outcomes),
            when_open=pack.when_open,
            reach=ruleset.reach,
        ),
        engine,
    )


def _finding(rule: Rule, ruleset: Ruleset, engine: ReferenceEngine, exact: Exact) -> Finding:
    derivation = exact.derivations[rule.id]
    return Finding(
        rule=rule,
        truth=derivation.truth,
        settled=exact.settled[rule.id],
        measure="" if rule.measure is None else show_measure(rule.measure, engine),
        says=ruleset.says.get(rule.id, rule.says),
        derivation=derivation,
    )


def _duties(findings: tuple[Finding, ...], engine: ReferenceEngine) -> Iterator[DutyState]:
    for finding in findings:
        duty = finding.rule.duty
        if duty is None:
            continue
        yield DutyState(
            rule=finding.rule.id,
            state=_duty_state(finding, engine),
            due=_due(finding.rule, engine.view),
            owner=duty.owner,
        )


def _duty_state(finding: Finding, engine: ReferenceEngine) -> str:
    """Return where a duty stands; one that only a showing lifts is owed while nothing is shown."""
    duty = finding.rule.duty
    if finding.truth is Truth.TRUE:
        return "owed"
    if _trigger(finding) is Truth.FALSE:
        return "not_owed"
    if duty is not None and duty.discharged_when is not None:
        discharged = engine.truth(duty.discharged_when)
        if discharged is Truth.TRUE:
            return "discharged"
    return "owed_unless_shown" if duty is not None and duty.owed_unless_shown else "unknown"


def _trigger(finding: Finding) -> Truth:
    """Return whether what makes a duty arise holds, whatever became of it since.

    A duty that can be discharged is derived as its trigger, if it has one, and not its discharge.
    """
    duty = finding.rule.duty
    if duty is None or duty.discharged_when is None:
        return finding.truth
    if not isinstance(finding.derivation.condition, And):
        return Truth.TRUE
    return conjunction(part.truth for part in finding.derivation.children[:-1])


def _due(rule: Rule, view: View) -> str:
    if rule.duty is None or rule.duty.due is None:
        return ""
    due = term_values(rule.duty.due, view).single
    return due.isoformat() if isinstance(due, date) else ""
