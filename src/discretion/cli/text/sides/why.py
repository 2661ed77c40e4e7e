"""Why instruments say different things of a topic, or nothing definite yet: rule by rule."""

from collections.abc import Iterator

from discretion import Assessment
from discretion import Finding
from discretion import Said
from discretion import SideBySide
from discretion import TopicBeside
from discretion import Truth
from discretion import carrying_findings
from discretion import leaves_of
from discretion.cli.text.findings import cited
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import subheading
from discretion.cli.text.sides.words import label
from discretion.cli.text.sides.words import letters
from discretion.cli.text.sides.words import state
from discretion.cli.text.sides.words import told

FEW = 3
"""Up to how many records of a list are told one by one; the list's own line stands for more."""
TITLES = {"different": "Why they differ", "open": "Why it is open whether they differ"}


def show_why(beside: SideBySide) -> Iterator[str]:
    """Yield why, for each topic on which instruments do not say the same."""
    for relation, title in TITLES.items():
        topics = [topic for topic in beside.topics if topic.relation == relation]
        if topics:
            yield subheading(title)
        for topic in topics:
            yield from _topic(topic, beside)


def _topic(topic: TopicBeside, beside: SideBySide) -> Iterator[str]:
    name = label(topic)
    yield told(f"{capital(name)}:")
    for letter, side, said in zip(letters(beside), beside.sides, topic.said, strict=True):
        if said.has_rule:
            yield told(f"{letter}: {state(said, topic.kind)}.", bullet="- ")
            yield from _said(said, side.assessment)


def _said(said: Said, each: Assessment) -> Iterator[str]:
    for finding in carrying_findings(said):
        yield told(cited(finding, each), indent="    ", bullet="- ")
        for text in dict.fromkeys(_reasons(finding, each)):
            yield told(text, indent="        ", bullet="- ")


def _reasons(finding: Finding, each: Assessment) -> Iterator[str]:
    """Yield each leaf in words; of the finding's own judgment only how it stands."""
    leaves = leaves_of(each, finding)
    records = {leaf.record for leaf in leaves if leaf.record}
    for leaf in leaves:
        if leaf.record and len(records) > FEW:
            continue
        if leaf.judgment and leaf.judgment == finding.rule.judgment and _asks(finding):
            yield leaf.known
        else:
            yield f"{leaf.says} [{leaf.known}]"


def _asks(finding: Finding) -> bool:
    """Tell whether the finding itself is told as its question."""
    return finding.truth is Truth.UNKNOWN
