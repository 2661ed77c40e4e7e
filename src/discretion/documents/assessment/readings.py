"""Another defensible reading of the same instrument: only what it changes against the first."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.assessed import outcome_in_short
from discretion.assess.wording.assessed import reading_name
from discretion.assess.wording.duties import duty_text
from discretion.assess.wording.duties import standing_duties
from discretion.assess.wording.findings import FINDING_STATES
from discretion.assess.wording.findings import finding_cited
from discretion.documents.assessment.findings import outcome_citations
from discretion.documents.assessment.head import listed
from discretion.documents.assessment.open import missing_sentence
from discretion.documents.assessment.sources import Sources
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain

UNCHANGED = "This reading changes no finding in this matter."
OTHERWISE_ALIKE = "Every other finding is as in the first reading."
ALSO_MISSING = "What is missing and bears on this reading otherwise than on the first:"


def other_reading(
    first: Assessment, other: Assessment, sources: Sources, *, outward: bool
) -> Iterator[Block]:
    """Yield what another reading changes against the first.

    Args:
        first: the assessment in the first reading.
        other: the same case under the same instrument, read otherwise.
        sources: what its sentences rest on.
        outward: whether it is for outside, where nothing missing is told.

    """
    title = f"Another defensible reading of {other.title}: {reading_name(other)}"
    yield Heading(text=title, level=2)
    changed = [*_outcome(first, other), *_findings(first, other, sources)]
    changed.extend(_duties(first, other, sources))
    if changed:
        yield listed(changed)
    yield Paragraph(sentences=plain(OTHERWISE_ALIKE if changed else UNCHANGED))
    bearing = {row.fact: (row.could_change_outcome, row.could_change) for row in first.missing}
    rows = [
        row
        for row in other.missing
        if bearing.get(row.fact) != (row.could_change_outcome, row.could_change)
    ]
    if rows and not outward:
        yield Paragraph(sentences=plain(ALSO_MISSING))
        yield listed(missing_sentence(row, other) for row in rows)


def _outcome(first: Assessment, other: Assessment) -> Iterator[Sentence]:
    if (first.outcome, first.reachable) != (other.outcome, other.reachable):
        text = (
            f"Outcome: {outcome_in_short(other)}, but {outcome_in_short(first)} in the first "
            "reading."
        )
        yield Sentence(text=text, citations=outcome_citations(other))


def _findings(first: Assessment, other: Assessment, sources: Sources) -> Iterator[Sentence]:
    before = {finding.rule.id: finding for finding in first.findings}
    for finding in other.findings:
        was = before[finding.rule.id]
        if _said(was) != _said(finding):
            yield sources.of_finding(finding, other, _changed(was, finding, other))


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.truth, finding.measure, finding.says


def _changed(was: Finding, finding: Finding, other: Assessment) -> str:
    now = FINDING_STATES[finding.truth]
    cited = finding_cited(finding, other)
    if was.truth is finding.truth:
        return f"{now}, as in the first reading, but read otherwise: {cited}"
    return f"{now}, but {FINDING_STATES[was.truth].lower()} in the first reading: {cited}"


def _duties(first: Assessment, other: Assessment, sources: Sources) -> Iterator[Sentence]:
    """Yield the duties that stand otherwise, as owed until shown where they were unknown."""
    if other.ruleset is None:
        return
    before = {duty.rule: duty for duty in first.duties}
    findings = {finding.rule.id: finding for finding in other.findings}
    for duty in standing_duties(other):
        if before.get(duty.rule) != duty:
            text = duty_text(duty, other.ruleset.pack.rules[duty.rule])
            yield sources.of_finding(findings[duty.rule], other, text)
