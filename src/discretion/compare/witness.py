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


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReading:
    """How a case is read, whatever governed: by which pack in which reading, and what is assumed.

    `name` is that of the reading, empty for the default; `assumptions` are names of sets.
    """

    ruleset: Ruleset
    name: str = ""
    assumptions: tuple[str, ...] = ()

    @property
    def is_screen(self) -> bool:
        """Whether the pack is a screen, which reads a matter part by part."""
        return self.ruleset.pack.instrument.is_screen


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
    return assess_under(case, _reading_of(side), assessor, today)


def viewed(case: CaseFile, side: PolicySide, assessor: Assessor, today: date) -> View:
    """Return the facts of a case as one side reads them, without assessing anything."""
    return view_under(case, _reading_of(side), assessor, today)


def _reading_of(side: PolicySide) -> CaseReading:
    names = tuple(each.id for each in side.assumptions)
    return CaseReading(ruleset=side.ruleset, name=side.reading, assumptions=names)


def assess_under(
    case: CaseFile, reading: CaseReading, assessor: Assessor, today: date
) -> Assessment:
    """Return the assessment of a case in one reading, of its first part under a screen."""
    if reading.is_screen:
        screener = Screener(assessor.library, assessor.rulesets)
        return screener.evaluate_first(case, _screening(case, reading, today), reading.ruleset)
    return assessor.assess(case, _request(case, reading, today)).assessments[0]


def view_under(case: CaseFile, reading: CaseReading, assessor: Assessor, today: date) -> View:
    """Return the facts of a case in one reading, of its first part under a screen."""
    if reading.is_screen:
        screener = Screener(assessor.library, assessor.rulesets)
        return screener.first_part(case, _screening(case, reading, today), reading.ruleset)[1]
    return assessor.view(case, _request(case, reading, today), reading.ruleset)


def _screening(case: CaseFile, reading: CaseReading, today: date) -> ScreenRequest:
    known_on = max(today, case.decision.day)
    return ScreenRequest(today=today, known_on=known_on, assumptions=reading.assumptions)


def _request(case: CaseFile, reading: CaseReading, today: date) -> Request:
    return Request(
        today=today,
        known_on=max(today, case.decision.day),
        instruments=(reading.ruleset.pack.instrument.id,),
        assumptions=reading.assumptions,
        interpretation=reading.name,
    )
