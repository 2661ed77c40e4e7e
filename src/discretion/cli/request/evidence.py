"""What each factor of a policy has as evidence, and what it lacks, for a reader."""

from collections.abc import Iterator

from discretion import Evidence
from discretion.cli.text.findings import SIDES
from discretion.cli.text.findings import asked
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import CheckedRequest
from discretion.request import FactorEvidence
from discretion.request import Lack

LACKS = {
    Lack.NO_FACT: "no fact is recorded",
    Lack.STAYS: "what is recorded stays inside",
    Lack.NO_PAPER: "no paper is named for it",
    Lack.PAPERS_STAY: "all of its papers stay inside",
}


def show_evidence(checked: CheckedRequest) -> Iterator[str]:
    """Yield every factor, by policy and side, with its papers and what it lacks."""
    yield subheading("Evidence for each factor")
    yield paragraph(f"{checked.checklist.says} Reviewed: {checked.checklist.reviewed}.")
    for policy in checked.policies:
        listed = [each for each in checked.factors if each.instrument == policy.instrument]
        for side, title in SIDES.items():
            of_side = [each for each in listed if each.finding.rule.side == side]
            if not of_side:
                continue
            history = ", which is history here" if checked.is_history else ""
            yield paragraph(f"{title} of {policy.title}{history}:")
            for each in of_side:
                about = asked(each.finding, policy)
                pinpoint = each.finding.rule.citation.pinpoint
                yield paragraph(f"{about} ({pinpoint}) {_told(each, checked)}", bullet="- ")
    if not checked.factors:
        yield paragraph("No policy is known here whose factors could be told.")


def _told(each: FactorEvidence, checked: CheckedRequest) -> str:
    papers = [checked.case.evidence[name] for name in each.papers]
    told = [f"Papers: {', '.join(map(_name, papers))}."] if papers else []
    if each.lacks:
        told.append(f"Lacks: {', and '.join(LACKS[lack] for lack in each.lacks)}.")
    has = {paper.kind for paper in papers}
    section = each.section
    think_of = (
        [words for kind, words in section.papers.items() if kind not in has] if section else []
    )
    if each.lacks and think_of and each.facts:
        told.append(f"Commonly sent: {', '.join(think_of)}.")
    return " ".join(told)


def _name(paper: Evidence) -> str:
    tab = f"tab {paper.tab}, " if paper.tab else ""
    return f"{tab}{paper.title or paper.name}"
