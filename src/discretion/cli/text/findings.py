"""Findings for a reader: categories with why, factors each way, what the record shows besides."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion import Assessment
from discretion import Finding
from discretion import reasons_of
from discretion.answers.wording import FACTOR_SIDES as SIDES
from discretion.answers.wording import FINDING_STATES as STATES
from discretion.answers.wording import TO_WEIGH
from discretion.answers.wording import FindingGroup
from discretion.answers.wording import apart
from discretion.answers.wording import finding_asked
from discretion.answers.wording import finding_cited as cited
from discretion.answers.wording import finding_groups
from discretion.answers.wording import finding_said as said
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

__all__ = ["SIDES", "STATES", "cited", "said", "show_findings"]


def show_findings(each: Assessment) -> Iterator[str]:
    """Yield the findings of an assessment, by kind and side."""
    yield from _categories(each)
    for group in finding_groups(each):
        yield from _group(group, each)


def _categories(each: Assessment) -> Iterator[str]:
    categories = [finding for finding in each.findings if finding.rule.kind == "category"]
    if not categories:
        return
    yield subheading("Categories")
    for finding in categories:
        yield paragraph(f"{STATES[finding.truth]}: {cited(finding, each)}", bullet="- ")
        for says, known in reasons_of(each, finding):
            if known:
                yield paragraph(f"{says} [{known}]", indent="    ", bullet="- ")


def _group(group: FindingGroup, each: Assessment) -> Iterator[str]:
    """Yield what is shown, what a person has to weigh, then in short what is open and not met."""
    yield subheading(group.title)
    for finding in group.met:
        yield paragraph(cited(finding, each), bullet="- ")
    for finding in group.weighed:
        yield paragraph(f"{TO_WEIGH}: {cited(finding, each)}", bullet="- ")
    yield from _short("Open:", group.open, each)
    yield from _short("Not met:", group.not_met, each)


def _short(lead: str, findings: Iterable[Finding], each: Assessment) -> Iterator[str]:
    listed = [
        paragraph(
            f"{finding_asked(finding, each)} ({finding.rule.citation.pinpoint})"
            f"{apart(finding, each)}",
            indent="    ",
            bullet="- ",
        )
        for finding in findings
    ]
    if listed:
        yield paragraph(lead, bullet="- ")
        yield from listed
