"""Running the cases of a pack: what an assessment says beside what the case expects."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.assessment import Assessment
from discretion.assess.screen.screener import Screener
from discretion.assess.screen.screener import ScreenRequest
from discretion.dates import LAST_DAY
from discretion.engines.interpretations import NEVER
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.rules.cases import FILE
from discretion.rules.cases import PackCase
from discretion.rules.rule import Pack

NOT_REPORTED = "not reported"
"""What a rule comes to that does not speak to the decision, or tests nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a case expects and its assessment does not say.

    `about` names it as the case does: `rules.ID`, `outcome`, `missing`, `judgments.ID`.
    """

    case: str
    about: str
    expected: str
    actual: str


def run_case(assessor: Assessor, pack: Pack, case: PackCase) -> tuple[Difference, ...]:
    """Return every difference between what a case expects and what its assessment says.

    Every claim counts whenever it was made, as a case has no day on which it is filed.
    """
    assessment = _assessment(assessor, pack, case)
    return tuple(
        Difference(case=case.name, about=about, expected=expected, actual=actual)
        for about, expected, actual in _compared(case, assessment)
        if expected != actual
    )


def case_problems(assessor: Assessor, pack: Pack, cases: Iterable[PackCase]) -> tuple[Problem, ...]:
    """Return a problem for every difference, each at the line of its case."""
    return tuple(
        Problem(
            code="case_differs",
            message=f"the case `{case.name}` expects `{found.about}` to be `{found.expected}`, "
            f"and it is `{found.actual}`",
            help="mend the rule or the case: one of them misreads the text",
            file=f"{pack.shown}/{FILE}",
            line=case.line,
        )
        for case in cases
        for found in run_case(assessor, pack, case)
    )


def _assessment(assessor: Assessor, pack: Pack, case: PackCase) -> Assessment:
    """Return the assessment in the interpretation that a case names, by default the first.

    Of a screen it is that of the first part, with every instrument that may have governed.
    """
    if pack.instrument.is_screen:
        asked = ScreenRequest(today=LAST_DAY, known_on=LAST_DAY)
        screener = Screener(assessor.library, assessor.rulesets)
        return screener.assess_first(case.given, asked, case.expect.interpretation)
    request = Request(
        today=LAST_DAY,
        instruments=(pack.instrument.id,),
        interpretation=case.expect.interpretation,
    )
    return assessor.assess(case.given, request).assessments[0]


def _compared(case: PackCase, assessment: Assessment) -> Iterator[tuple[str, str, str]]:
    """Yield what is compared: its name, what the case expects and what the assessment says."""
    expect = case.expect
    duties = {duty.rule: duty.state for duty in assessment.duties}
    truths = {finding.rule.id: str(finding.truth) for finding in assessment.findings}
    off = _switched_off(assessment)
    for rule, expected in expect.rules.items():
        yield f"rules.{rule}", expected, (off | truths | duties).get(rule, NOT_REPORTED)
    if expect.outcome is not None:
        yield "outcome", expect.outcome or "null", assessment.outcome or "null"
    if expect.established is not None:
        yield "established", expect.established or "null", assessment.established or "null"
    if expect.reachable is not None:
        yield "reachable", _listed(expect.reachable), _listed(assessment.reachable)
    states = {judgment.id: judgment.state for judgment in assessment.judgments}
    for judgment, expected in expect.judgments.items():
        yield f"judgments.{judgment}", expected, states[judgment]
    missing = {row.fact for row in assessment.missing}
    for fact in expect.missing:
        yield f"missing.{fact}", "listed", _is_listed(fact, missing)
    for fact in expect.not_missing:
        yield f"missing.{fact}", "not listed", _is_listed(fact, missing)


def _switched_off(assessment: Assessment) -> dict[str, str]:
    """Return what a rule comes to that rests on instruments of which none governed."""
    ruleset = assessment.ruleset
    if ruleset is None:
        return {}
    return {
        name: "false" if ruleset.pack.rules[name].duty is None else "not_owed"
        for name, condition in ruleset.reading.rules.items()
        if condition == NEVER
    }


def _listed(tokens: Iterable[str]) -> str:
    return ", ".join(sorted(tokens))


def _is_listed(fact: str, missing: set[str]) -> str:
    return "listed" if fact in missing else "not listed"
