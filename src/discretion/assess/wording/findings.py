"""Findings in words: what each is about, what it shows, where it stands, and how it was read."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.reasons import sentence_of
from discretion.frozen import dataclass
from discretion.law.citation import Citation
from discretion.truth import Truth

FINDING_STATES = {Truth.TRUE: "Met", Truth.FALSE: "Not met", Truth.UNKNOWN: "Open"}
FACTOR_SIDES = {
    "aggravating": "Aggravating factors",
    "mitigating": "Mitigating factors",
    "either": "Factors that may count either way",
    "context": "Context, part of the whole picture",
}
OTHER_FINDINGS = {
    "bar": "Bars",
    "scope": "What else the instrument says here",
    "screen": "Screens",
    "definition": "Elements that other rules rest on",
}
TO_WEIGH = "For a person to weigh"
DID_NOT_GOVERN = " [did not govern]"
"""The mark of what stands in a part that did not govern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """Findings of one side or kind: met, for a person to weigh, open, not met.

    `side` is that of factors, empty for other kinds.
    """

    title: str
    side: str
    met: tuple[Finding, ...]
    weighed: tuple[Finding, ...]
    open: tuple[Finding, ...]
    not_met: tuple[Finding, ...]


def finding_groups(each: Assessment) -> Iterator[FindingGroup]:
    """Yield the findings that are neither categories nor duties, factors first."""
    for side, title in FACTOR_SIDES.items():
        yield from _group(
            title, side, [f for f in each.findings if _is_factor(f) and f.rule.side == side], each
        )
    for kind, title in OTHER_FINDINGS.items():
        yield from _group(title, "", [f for f in each.findings if f.rule.kind == kind], each)


def _is_factor(finding: Finding) -> bool:
    return finding.rule.kind == "factor"


def _group(
    title: str, side: str, findings: Iterable[Finding], each: Assessment
) -> Iterator[FindingGroup]:
    by_truth: dict[Truth, list[Finding]] = {truth: [] for truth in Truth}
    for finding in findings:
        by_truth[finding.truth].append(finding)
    if not any(by_truth.values()):
        return
    before_a_person = {
        judgment.id for judgment in each.judgments if judgment.state in {"open", "argued"}
    }
    weighed = tuple(
        finding
        for finding in by_truth[Truth.UNKNOWN]
        if has_measure(finding) and finding.rule.judgment in before_a_person
    )
    yield FindingGroup(
        title=title,
        side=side,
        met=tuple(by_truth[Truth.TRUE]),
        weighed=weighed,
        open=tuple(finding for finding in by_truth[Truth.UNKNOWN] if finding not in weighed),
        not_met=tuple(by_truth[Truth.FALSE]),
    )


def has_measure(finding: Finding) -> bool:
    """Tell whether a factor of degree shows anything, in words and never as enough."""
    return bool(finding.measure) and not finding.measure.startswith("not known")


def finding_asked(finding: Finding, each: Assessment) -> str:
    """Return what a finding is about: of one that waits for a judgment, the question."""
    if finding.truth is Truth.UNKNOWN and finding.rule.judgment and each.ruleset is not None:
        return each.ruleset.pack.judgments[finding.rule.judgment].question
    return sentence_of(finding)


def finding_said(finding: Finding, each: Assessment) -> str:
    """Return what a finding says, in quotation marks where it is not said of this matter."""
    text = finding_asked(finding, each)
    return text if finding.truth is Truth.TRUE or text.endswith("?") else f"“{text}”"


def finding_cited(finding: Finding, each: Assessment) -> str:
    """Return what a finding says, with its measure, its citation and how the text was read."""
    measure = f" Measure: {finding.measure}." if has_measure(finding) else ""
    source = marked(finding.rule.citation)
    return f"{finding_said(finding, each)}{measure} ({source}){apart(finding, each)}"


def marked(citation: Citation) -> str:
    """Return a citation, with a mark where nobody here read the text itself."""
    return str(citation) if citation.basis == "read" else f"{citation} [{citation.basis}]"


def apart(finding: Finding, each: Assessment) -> str:
    """Return a mark for what stands in a part that did not govern, empty for all else."""
    return DID_NOT_GOVERN if each.is_without_effect(finding.rule) else ""
