"""Checking a request: what keeps it from being filed, before anything is written."""

from datetime import date
from pathlib import Path

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.facts.casefile import CaseFile
from discretion.facts.values import Spans
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request.checklist import Checklist
from discretion.request.disclosure import FactWay
from discretion.request.disclosure import shown_alone
from discretion.request.disclosure import ways_of_facts
from discretion.request.factors import FactorEvidence
from discretion.request.factors import factors_of
from discretion.request.gates import GateState
from discretion.request.gates import RequestGate
from discretion.request.gates import gates_of
from discretion.request.gates import guiding_standings
from discretion.request.grounds import Ground
from discretion.request.grounds import defaults
from discretion.request.grounds import grounds_of
from discretion.request.offices.looking import about_profile
from discretion.request.offices.looking import about_record
from discretion.request.offices.looking import about_request
from discretion.request.offices.looking import about_size
from discretion.request.offices.profile import OfficeProfile
from discretion.request.papers.exhibits import Exhibit
from discretion.request.papers.exhibits import exhibits_of
from discretion.request.papers.files import ExhibitFile
from discretion.request.papers.files import files_of
from discretion.request.papers.residence import Residence
from discretion.request.papers.residence import residence_of
from discretion.request.remark import Remark

MODE = "request"
"""The mode in which a request is read: everything up to its filing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAsked:
    """What a check is asked: the checklist, the office and the folder, None where none is named.

    `asks` is everything that the request asks for, empty for the decision of the file alone.
    """

    today: date
    checklist: Checklist
    asks: tuple[str, ...] = ()
    office: OfficeProfile | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRequest:
    """Everything that keeps a request from being filed, or that somebody should look at first.

    `assessed` is the case on the day of the filing, `policies` the assessments whose factors are
    told, `outward` the same on nothing but what may go out. `is_history` says that no policy guides
    such a decision on that day, so that those are of the day of the decision and no authority.
    `files` is None where no folder was named.
    """

    case: CaseFile
    filing_on: date
    assessed: AssessedCase
    policies: tuple[Assessment, ...]
    outward: tuple[Assessment, ...]
    is_history: bool
    gates: tuple[RequestGate, ...]
    grounds: tuple[Ground, ...]
    facts: tuple[FactWay, ...]
    factors: tuple[FactorEvidence, ...]
    exhibits: tuple[Exhibit, ...]
    files: tuple[ExhibitFile, ...] | None
    residence: Residence
    office: OfficeProfile | None
    about_office: tuple[Remark, ...]
    checklist: Checklist

    @property
    def is_stopped(self) -> bool:
        """Whether a gate stops the request."""
        return any(gate.state is GateState.STOPS for gate in self.gates)


def check_request(case: CaseFile, asked: RequestAsked, assessor: Assessor) -> CheckedRequest:
    """Return what keeps a request from being filed on the file's filing date, else today.

    Args:
        case: a person's case.
        asked: the day, the checklist, the office and the folder.
        assessor: the policies.

    Raises:
        OSError: the folder of exhibits cannot be read.

    """
    day = case.filing_date or asked.today
    assessed = _assessed(case, day, asked, assessor)
    is_history = not guiding_standings(assessed, assessor.library)
    read_on = case.decision.day if is_history else day
    then = _assessed(case, read_on, asked, assessor) if is_history else assessed
    full = then.assessments
    shown = _assessed(shown_alone(case), read_on, asked, assessor).assessments
    policies, facts = defaults(full), ways_of_facts(case)
    hearing, arrival = (
        _day(name, assessed) for name in (asked.checklist.hearing, asked.checklist.arrival)
    )
    papers = tuple(case.evidence.values())
    files = files_of(papers, asked.folder, asked.office) if asked.folder else None
    return CheckedRequest(
        case=case,
        filing_on=day,
        assessed=assessed,
        policies=policies,
        outward=defaults(shown),
        is_history=is_history,
        gates=gates_of(assessed, assessor.library, asked.checklist, asked.asks),
        grounds=grounds_of(full, shown, is_history=is_history),
        facts=facts,
        factors=factors_of(policies, facts, asked.checklist),
        exhibits=exhibits_of(case, facts, asked.checklist, asked.office, day),
        files=files,
        residence=residence_of(papers, arrival, day, asked.checklist),
        office=asked.office,
        about_office=_about_office(asked, hearing, case, day, files),
        checklist=asked.checklist,
    )


def _assessed(case: CaseFile, day: date, asked: RequestAsked, assessor: Assessor) -> AssessedCase:
    """Return a case as it stands for a decision on a day, on everything known at the filing."""
    dated = replace(case, decision=replace(case.decision, day=day))
    return assessor.assess(dated, Request(today=asked.today, mode=MODE))


def _day(fact: str, assessed: AssessedCase) -> date | None:
    """Return the latest day that a fact may have, None where nobody knows it."""
    values = assessed.assessments[0].view.known.get(fact)
    high = values.high if isinstance(values, Spans) else None
    return high if isinstance(high, date) else None


def _about_office(
    asked: RequestAsked,
    hearing: date | None,
    case: CaseFile,
    day: date,
    files: tuple[ExhibitFile, ...] | None,
) -> tuple[Remark, ...]:
    office = asked.office
    if office is None:
        return ()
    return (
        *about_profile(office, day),
        *about_request(office, case.evidence.values(), hearing, day),
        *about_record(office, case, asked.checklist),
        *about_size(office, files or ()),
    )
