"""A case that shows a difference: its file read again, and assessed under each side.

Of a matter that is screened, its first part is viewed as the screen views it, with every rule of
the screen counting, whatever governed on the day of the case.
"""

from collections.abc import Mapping as Table
from datetime import date

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.assessment import Assessment
from discretion.assess.ruleset import Ruleset
from discretion.assess.screen.screener import Screener
from discretion.assess.screen.screener import ScreenRequest
from discretion.compare.side import PolicySide
from discretion.engines.reference import Derivation
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.source import Report
from discretion.source import read_yaml

FILE = "witness.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one side says of a made case: its assessment, and why what was asked came out so.

    `derivation` is None where this side has nothing to say of the topic.
    """

    assessment: Assessment
    derivation: Derivation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A made case with as little said as shows a difference, and its assessments.

    `text` is the case file. `facts` holds what it says of facts and lists, `judgments` whether
    those that are settled are met. INVARIANT replayed: each assessment is the reference engine's
    own, of the file's text.
    """

    text: str
    day: date
    facts: Table[str, object]
    judgments: Table[str, bool]
    a: Shown
    b: Shown


def read_made(text: str, library: Library) -> CaseFile:
    """Return the case of a file that was made here.

    Raises:
        ValueError: it cannot be read, which is a mistake of whatever made it.

    """
    report = Report(FILE)
    node = read_yaml(text, report)
    case = None if node is None else read_case(node, library.words, report)
    if case is None or any(each.severity == "error" for each in report.problems):
        said = "; ".join(problem.message for problem in report.problems)
        message = f"a made case cannot be read: {said}"
        raise ValueError(message)
    return case


def assessed(case: CaseFile, side: PolicySide, assessor: Assessor, today: date) -> Assessment:
    """Return the assessment of a case under one side, whether or not its instrument governed."""
    return assess_under(case, side.ruleset, assessor, today, _assumed(side), side.reading)


def assess_under(
    case: CaseFile,
    ruleset: Ruleset,
    assessor: Assessor,
    today: date,
    assumptions: tuple[str, ...] = (),
    reading: str = "",
) -> Assessment:
    """Return the assessment of a case under one pack, of its first part under a screen.

    Args:
        case: the matter.
        ruleset: the pack in one reading.
        assessor: what assesses with its library.
        today: the day on which the answer is given.
        assumptions: the assumption sets that are applied.
        reading: the name of the reading, empty for the default.

    """
    if ruleset.pack.instrument.is_screen:
        screener = Screener(assessor.library, assessor.rulesets)
        return screener.evaluate_first(case, _screening(case, today, assumptions), ruleset)
    request = _request(case, today, assumptions, ruleset, reading)
    return assessor.assess(case, request).assessments[0]


def viewed(case: CaseFile, side: PolicySide, assessor: Assessor, today: date) -> View:
    """Return the facts of a case as one side reads them, without assessing anything."""
    return view_under(case, side.ruleset, assessor, today, _assumed(side))


def view_under(
    case: CaseFile,
    ruleset: Ruleset,
    assessor: Assessor,
    today: date,
    assumptions: tuple[str, ...] = (),
) -> View:
    """Return the facts of a case as one ruleset reads them, without assessing anything.

    Args:
        case: the matter, or the one whose first part is read where the ruleset is of a screen.
        ruleset: a pack in one reading.
        assessor: what assesses with its library.
        today: the day on which the answer is given.
        assumptions: the assumption sets that are applied.

    """
    if ruleset.pack.instrument.is_screen:
        screener = Screener(assessor.library, assessor.rulesets)
        return screener.first_part(case, _screening(case, today, assumptions), ruleset)[1]
    return assessor.view(case, _request(case, today, assumptions, ruleset, ""), ruleset)


def _assumed(side: PolicySide) -> tuple[str, ...]:
    return tuple(each.id for each in side.assumptions)


def _screening(case: CaseFile, today: date, assumptions: tuple[str, ...]) -> ScreenRequest:
    known_on = max(today, case.decision.day)
    return ScreenRequest(today=today, known_on=known_on, assumptions=assumptions)


def _request(
    case: CaseFile, today: date, assumptions: tuple[str, ...], ruleset: Ruleset, reading: str
) -> Request:
    return Request(
        today=today,
        known_on=max(today, case.decision.day),
        instruments=(ruleset.pack.instrument.id,),
        assumptions=assumptions,
        interpretation=reading,
    )
