"""Findings for a reader: categories with why, factors each way, what the record shows besides."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion import Assessment
from discretion import Finding
from discretion import Truth
from discretion import reasons_of
from discretion import sentence_of
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

STATES = {Truth.TRUE: "Met", Truth.FALSE: "Not met", Truth.UNKNOWN: "Open"}
SIDES = {
    "aggravating": "Aggravating factors",
    "mitigating": "Mitigating factors",
    "either": "Factors that may count either way",
    "context": "Context, part of the whole picture",
}
OTHERS = {
    "bar": "Bars",
    "scope": "What else the instrument says here",
    "screen": "Screens",
    "definition": "Elements that other rules rest on",
}


def show_findings(each: Assessment) -> Iterator[str]:
    """Yield the findings of an assessment, by kind and side."""
    yield from _categories(each)
    for side, title in SIDES.items():
        factors = [
            finding
            for finding in each.findings
            if finding.rule.kind == "factor" and finding.rule.side == side
        ]
        yield from _group(title, factors, each)
    for kind, title in OTHERS.items():
        found = [finding for finding in each.findings if finding.rule.kind == kind]
        yield from _group(title, found, each)


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


def _group(title: str, findings: list[Finding], each: Assessment) -> Iterator[str]:
    """Yield what is shown, what a person has to weigh, then in short what is open and not met."""
    if not findings:
        return
    by_truth = {
        truth: [finding for finding in findings if finding.truth is truth] for truth in Truth
    }
    before_a_person = {
        judgment.id for judgment in each.judgments if judgment.state in {"open", "argued"}
    }
    weighed = [
        finding
        for finding in by_truth[Truth.UNKNOWN]
        if _has_measure(finding) and finding.rule.judgment in before_a_person
    ]
    unknown = [finding for finding in by_truth[Truth.UNKNOWN] if finding not in weighed]
    yield subheading(title)
    for finding in by_truth[Truth.TRUE]:
        yield paragraph(cited(finding, each), bullet="- ")
    for finding in weighed:
        yield paragraph(f"For a person to weigh: {cited(finding, each)}", bullet="- ")
    yield from _short("Open:", unknown, each)
    yield from _short("Not met:", by_truth[Truth.FALSE], each)


def _has_measure(finding: Finding) -> bool:
    return bool(finding.measure) and not finding.measure.startswith("not known")


def _short(lead: str, findings: Iterable[Finding], each: Assessment) -> Iterator[str]:
    listed = [
        paragraph(
            f"{asked(finding, each)} ({finding.rule.citation.pinpoint}){_apart(finding, each)}",
            indent="    ",
            bullet="- ",
        )
        for finding in findings
    ]
    if listed:
        yield paragraph(lead, bullet="- ")
        yield from listed


def asked(finding: Finding, each: Assessment) -> str:
    """Return what a finding is about: of one that waits for a judgment, the question."""
    if finding.truth is Truth.UNKNOWN and finding.rule.judgment and each.ruleset is not None:
        return each.ruleset.pack.judgments[finding.rule.judgment].question
    return sentence_of(finding)


def said(finding: Finding, each: Assessment) -> str:
    """Return what a finding says, in quotation marks where it is not said of this matter."""
    text = asked(finding, each)
    return text if finding.truth is Truth.TRUE or text.endswith("?") else f"“{text}”"


def cited(finding: Finding, each: Assessment) -> str:
    """Return what a finding says, with its measure, its citation and how the text was read."""
    measure = f" Measure: {finding.measure}." if _has_measure(finding) else ""
    basis = finding.rule.citation.basis
    mark = "" if basis == "read" else f" [{basis}]"
    return f"{said(finding, each)}{measure} ({finding.rule.citation}{mark}){_apart(finding, each)}"


def _apart(finding: Finding, each: Assessment) -> str:
    """Return a mark for what stands in a part that did not govern."""
    return " [did not govern]" if each.is_without_effect(finding.rule) else ""
