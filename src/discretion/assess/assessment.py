"""An assessment: all findings of one matter under one instrument, for a human decision.

It never decides, never adds findings up and holds no number that could order people.
"""

from collections.abc import Mapping as Table
from datetime import date

from discretion.analysis.memory import Witness
from discretion.assess.assume import Closed
from discretion.assess.ruleset import Ruleset
from discretion.engines.reference import Derivation
from discretion.errors import Problem
from discretion.facts.casefile import CaseFile
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.standing import is_within
from discretion.rules.assumption import AssumptionSet
from discretion.rules.rule import Rule
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule and a matter: what holds on what is known, what is settled, and why.

    `truth` is the reference engine's; `settled` is what every completion of the missing facts
    agrees on, unknown where they do not. Where `truth` is definite the two agree. `measure` is
    what a factor of degree shows, empty elsewhere.
    """

    rule: Rule
    truth: Truth
    settled: Truth
    measure: str
    says: str
    derivation: Derivation


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentState:
    """An open term in this matter: not asserted, open, argued or settled.

    `asserted` tells whether the record asserts something it could rest on. `stale` is True where
    the facts have changed since an official settled it, which then no longer counts; None where
    no digest was recorded and nobody can tell.
    """

    id: str
    question: str
    state: str
    by: str
    side: str
    met: bool | None
    stale: bool | None
    asserted: Truth
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A missing fact, the question that asks for it, and what it could change or inform."""

    fact: str
    question: str
    reason: str
    sensitive: bool
    could_change_outcome: bool
    could_change: tuple[str, ...]
    informs: tuple[str, ...]
    witness: Witness | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyState:
    """A duty in this matter: owed, not owed, owed unless shown, discharged or unknown.

    `due` is a day or moment in ISO form, empty where none is set or it is not known.
    """

    rule: str
    state: str
    due: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A question before every rule: whether it bites, and what is then told."""

    gate: str
    state: Truth
    effect: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All findings of one matter under one instrument in one interpretation.

    `ruleset` is None where no instrument governed: the facts then stand recorded without a rule.
    `outcome` is the only reachable token, empty where several are. `governs` says whether the
    instrument governed the decision, `without_effect` which of its parts did not.
    `assumptions` names the sets that were applied, `closed` what each of them closed in this
    matter.
    """

    instrument: str
    title: str
    interpretation: str
    assumptions: tuple[str, ...]
    governs: Truth
    outcome: str
    established: str
    reachable: tuple[str, ...]
    when_open: str
    categories_met: tuple[str, ...]
    findings: tuple[Finding, ...]
    missing: tuple[MissingRow, ...]
    judgments: tuple[JudgmentState, ...]
    duties: tuple[DutyState, ...]
    ruleset: Ruleset | None
    view: View
    recorded: tuple[str, ...] = ()
    closed: tuple[Closed, ...] = ()
    without_effect: tuple[str, ...] = ()

    def is_without_effect(self, rule: Rule) -> bool:
        """Tell whether a rule stands in a part of the instrument that did not govern."""
        return is_within(rule.part, self.without_effect)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedCase:
    """The answer for one case: what governed, the threshold, and every assessment made.

    `assumptions` are the sets that were asked for, whether or not they close anything.
    """

    case: CaseFile
    question: Question
    facts_known_on: date
    mode: str
    party: str
    audience: str
    today: tuple[GoverningLine, ...]
    today_on: date
    governing: tuple[GoverningLine, ...]
    threshold: tuple[Gate, ...]
    assessments: tuple[Assessment, ...]
    problems: tuple[Problem, ...]
    titles: Table[str, str]
    assumptions: tuple[AssumptionSet, ...] = ()
