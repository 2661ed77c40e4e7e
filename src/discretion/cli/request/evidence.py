"""What each factor of a policy has as evidence, and what it lacks, for a reader."""

from collections.abc import Iterator

from discretion import Assessment
from discretion import Evidence
from discretion.cli.text.findings import SIDES
from discretion.cli.text.findings import said
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import LACKS
from discretion.request import CheckedRequest
from discretion.request import FactorEvidence


def show_evidence(checked: CheckedRequest) -> Iterator[str]:
    """Yield every factor, by policy and side, with its papers and what it lacks."""
    yield subheading("Evidence for each factor")
    yield paragraph(f"{checked.checklist.says} Reviewed: {checked.checklist.reviewed}.")
    told: set[str] = set()
    for policy in checked.policies:
        listed = [each for each in checked.factors if each.instrument == policy.instrument]
        history = ", which is history here" if checked.is_history else ""
        if listed:
            yield paragraph(f"Factors of {policy.title}{history}.")
        for side, title in SIDES.items():
            of_side = [each for each in listed if each.finding.rule.side == side and each.facts]
            if of_side:
                yield paragraph(f"{title}:")
            for each in of_side:
                yield paragraph(f"{_about(each, policy)} {_told(each, checked, told)}", bullet="- ")
        yield from _unrecorded([each for each in listed if not each.facts], policy)
    if not checked.factors:
        yield paragraph("No policy is known here whose factors could be told.")


def _unrecorded(listed: list[FactorEvidence], policy: Assessment) -> Iterator[str]:
    if listed:
        yield paragraph("No fact is recorded of these; record what there is:")
    for each in listed:
        yield paragraph(_about(each, policy), bullet="- ")


def _about(each: FactorEvidence, policy: Assessment) -> str:
    return f"{said(each.finding, policy)} ({each.finding.rule.citation.pinpoint})"


def _told(each: FactorEvidence, checked: CheckedRequest, told: set[str]) -> str:
    """Return the papers of a factor and what it lacks.

    Args:
        each: the factor.
        checked: the request.
        told: the sections whose papers were told already; this factor's is added.

    """
    papers = [checked.case.evidence[name] for name in each.papers]
    words = [f"Papers: {', '.join(map(_name, papers))}."] if papers else []
    if each.lacks:
        words.append(f"Lacks: {', and '.join(LACKS[lack] for lack in each.lacks)}.")
    section = each.section
    if each.lacks and section is not None:
        if section.id in told:
            words.append(f"Commonly sent: see section {section.id} above.")
        else:
            sent = ", ".join(section.papers.values())
            words.append(f"Commonly sent (section {section.id}): {sent}.")
        told.add(section.id)
    return " ".join(words)


def _name(paper: Evidence) -> str:
    tab = f"tab {paper.tab}, " if paper.tab else ""
    return f"{tab}{paper.title or paper.name}"
