"""A second reading of the same instrument, for a reader: only what it changes."""

from collections.abc import Iterator

from discretion import Assessment
from discretion.answers.wording import outcome_in_short
from discretion.answers.wording import reading_name
from discretion.cli.text.findings import STATES
from discretion.cli.text.findings import cited
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph


def show_difference(first: Assessment, other: Assessment) -> Iterator[str]:
    """Yield what another reading changes against the first."""
    name = reading_name(other)
    yield heading(f"Another defensible reading: {name}")
    before = {finding.rule.id: finding for finding in first.findings}
    changed = [
        finding
        for finding in other.findings
        if finding.truth is not before[finding.rule.id].truth
        and finding.rule.kind in {"category", "factor", "bar", "duty"}
    ]
    if not changed and first.reachable == other.reachable:
        yield paragraph("This reading changes no finding in this matter.")
    for finding in changed:
        was = STATES[before[finding.rule.id].truth].lower()
        yield paragraph(
            f"{STATES[finding.truth]}, but {was} in the first reading: {cited(finding, other)}",
            bullet="- ",
        )
    if first.reachable != other.reachable:
        now, was = outcome_in_short(other), outcome_in_short(first)
        yield paragraph(f"Outcome: {now}, but {was} in the first reading.")
    more = {row.fact for row in first.missing}
    asked = [row for row in other.missing if row.fact not in more and row.could_change]
    for row in asked:
        yield paragraph(f"Also missing: {row.question}", bullet="- ")
