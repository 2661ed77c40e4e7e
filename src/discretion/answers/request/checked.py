"""A checked request as plain data: gates, what may be said and shown, evidence and papers."""

from collections.abc import Iterable

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.assess.wording.reasons import sentence_of
from discretion.errors import Problem
from discretion.request import CheckedRequest
from discretion.request import Checklist
from discretion.request import Exhibit
from discretion.request import ExhibitFile
from discretion.request import FactorEvidence
from discretion.request import FactWay
from discretion.request import Gap
from discretion.request import Ground
from discretion.request import Month
from discretion.request import OfficeProfile
from discretion.request import Remark
from discretion.request import RequestGate
from discretion.request import Residence
from discretion.request import Way

NOTHING_WRITTEN = (
    "This looks a request through before anything is written. It writes and sends nothing, it "
    "decides nothing, and that it finds nothing does not say that the request is good."
)
"""What every answer about a request says."""


def answer_checked_request(
    checked: CheckedRequest, problems: Iterable[Problem], version: str
) -> Plain:
    """Return what a check of a request came to.

    Args:
        checked: what it came to.
        problems: what may be wrong with the files.
        version: the version of the package.

    """
    ways = {way: [each.name for each in checked.facts if each.way is way] for way in Way}
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "says": NOTHING_WRITTEN,
        "case": checked.case.name,
        "filing_on": checked.filing_on.isoformat(),
        "filing_date_recorded": checked.case.filing_date is not None,
        "decision_on": checked.case.decision.day.isoformat(),
        "stopped": checked.is_stopped,
        "gates": [plain_gate(gate) for gate in checked.gates],
        "policies": [each.instrument for each in checked.policies],
        "policies_are_history": checked.is_history,
        "grounds": [_ground(ground) for ground in checked.grounds],
        "facts": {way.value: names for way, names in ways.items()},
        "facts_on_papers": [_on_papers(each) for each in checked.facts if each.papers],
        "factors": [_factor(each, checked) for each in checked.factors],
        "exhibits": [_exhibit(each) for each in checked.exhibits],
        "files": None if checked.files is None else [_file(each) for each in checked.files],
        "residence": _residence(checked.residence),
        "missing": _missing(checked),
        "office": _office(checked.office, checked.about_office),
        "checklist": _checklist(checked.checklist),
    }


def plain_gate(gate: RequestGate) -> Plain:
    """Return a gate as an answer holds it."""
    return {
        "gate": gate.gate,
        "state": gate.state.value,
        "says": gate.says,
        "remedy": gate.remedy or None,
        "override": dict(gate.override) if gate.override else None,
    }


def _ground(ground: Ground) -> Plain:
    rule = ground.finding.rule
    return {
        "instrument": ground.instrument,
        "rule": rule.id,
        "truth": str(ground.truth),
        "says": sentence_of(ground.finding),
        "citation": str(rule.citation),
        "basis": rule.citation.basis,
        "saying": ground.saying.value,
    }


def _on_papers(each: FactWay) -> Plain:
    return {"fact": each.name, "papers": list(each.papers), "may_go_out": list(each.papers_out)}


def _factor(each: FactorEvidence, checked: CheckedRequest) -> Plain:
    rule, section = each.finding.rule, each.section
    has = {checked.case.evidence[name].kind for name in each.papers}
    return {
        "instrument": each.instrument,
        "rule": rule.id,
        "side": rule.side,
        "says": sentence_of(each.finding),
        "citation": str(rule.citation),
        "basis": rule.citation.basis,
        "section": section.id if section else None,
        "facts": [way.name for way in each.facts],
        "papers": list(each.papers),
        "lacks": [lack.value for lack in each.lacks],
        "papers_to_think_of": [kind for kind in section.papers if kind not in has]
        if section
        else [],
    }


def _remarks(remarks: Iterable[Remark]) -> list[Plain]:
    return [{"code": each.code, "says": each.says, "remedy": each.remedy} for each in remarks]


def _exhibit(each: Exhibit) -> Plain:
    paper = each.paper
    return {
        "id": paper.name,
        "title": paper.title or None,
        "kind": paper.kind or None,
        "tab": paper.tab or None,
        "section": each.section.id if each.section else None,
        "disclosure": each.way.value,
        "facts": list(each.facts),
        "remarks": _remarks(each.remarks),
    }


def _file(each: ExhibitFile) -> Plain:
    return {
        "paper": each.paper or None,
        "file": each.file or None,
        "kind": each.kind or None,
        "bytes": each.size,
        "pages": each.pages,
        "remarks": _remarks(each.remarks),
    }


def _residence(residence: Residence) -> Plain:
    return {
        "from_first_entry": residence.from_arrival,
        "months": [
            {"month": _month(month), "covered": month.covered.value} for month in residence.months
        ],
        "gaps": [_gap(gap) for gap in residence.gaps],
    }


def _month(month: Month) -> str:
    return f"{month.year:04}-{month.month:02}"


def _gap(gap: Gap) -> Plain:
    return {
        "from": _month(gap.first),
        "to": _month(gap.last),
        "months": gap.months,
        "long": gap.is_long,
    }


def _missing(checked: CheckedRequest) -> list[Plain]:
    return [
        {
            "instrument": each.instrument,
            "fact": row.fact,
            "question": row.question,
            "could_change_outcome": row.could_change_outcome,
        }
        for each in checked.policies
        for row in each.missing
    ]


def _office(office: OfficeProfile | None, remarks: Iterable[Remark]) -> Plain | None:
    if office is None:
        return None
    return {
        "id": office.id,
        "name": office.name,
        "made_up": office.is_synthetic,
        "source": office.source or None,
        "source_on": office.source_on.isoformat() if office.source_on else None,
        "valid_from": office.valid_from.isoformat() if office.valid_from else None,
        "valid_to": office.valid_to.isoformat() if office.valid_to else None,
        "channel": office.channel or None,
        "notes": list(office.notes),
        "remarks": _remarks(remarks),
    }


def _checklist(checklist: Checklist) -> Plain:
    return {
        "version": checklist.version,
        "basis": checklist.basis,
        "reviewed": checklist.reviewed,
        "says": checklist.says,
        "cite": list(checklist.cite),
    }
