"""Findings in the memo: the outcome, categories limb by limb, factors each way, and the rest."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.assessed import outcome_in_words
from discretion.assess.wording.findings import FINDING_STATES
from discretion.assess.wording.findings import TO_WEIGH
from discretion.assess.wording.findings import FindingGroup
from discretion.assess.wording.findings import apart
from discretion.assess.wording.findings import finding_cited
from discretion.assess.wording.findings import finding_groups
from discretion.assess.wording.findings import finding_said
from discretion.assess.wording.findings import has_measure
from discretion.assess.wording.findings import marked
from discretion.assess.wording.leaves import Leaf
from discretion.assess.wording.leaves import leaves_of
from discretion.assess.wording.leaves import limbs_of
from discretion.documents.assessment.head import listed
from discretion.documents.assessment.sources import Sources
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.rules.condition import RuleMet
from discretion.rules.condition import walk
from discretion.truth import Truth

LIMBS = "Each limb, where it stands and what is known of it:"
WITH_MEASURE = ("What the policy looks at", "Where it stands", "What is shown", "Papers")
WITHOUT_MEASURE = ("What the policy looks at", "Where it stands", "Papers")
WIDTHS = {len(WITH_MEASURE): (5, 2, 3, 3), len(WITHOUT_MEASURE): (6, 2, 3)}
NOT_KNOWN = "not known"


def outcome_of(each: Assessment, *, outward: bool) -> Iterator[Block]:
    """Yield the outcome in sentences, with the provisions that it rests on."""
    cited = outcome_citations(each)
    first, *reachable = (
        Sentence(text=says, citations=cited) for says in outcome_in_words(each, outward=outward)
    )
    yield Heading(text="Outcome", level=2)
    yield Paragraph(sentences=(first,))
    if reachable:
        yield listed(reachable)


def outcome_citations(each: Assessment) -> tuple[str, ...]:
    """Return the provisions on which the outcomes that are left rest, else the instrument."""
    if each.ruleset is None:
        return ()
    pack = each.ruleset.pack
    rules = dict.fromkeys(
        str(pack.rules[node.rule].citation)
        for row in pack.outcomes
        if row.token in {each.outcome, *each.reachable}
        for node in walk(row.when)
        if isinstance(node, RuleMet)
    )
    return tuple(rules) or (pack.instrument.short,)


def categories_of(each: Assessment, sources: Sources, *, outward: bool) -> Iterator[Block]:
    """Yield every category with each of its limbs.

    Args:
        each: the assessment.
        sources: what its sentences rest on.
        outward: whether it is for outside, where only limbs that carry a truth are told.

    """
    categories = [finding for finding in each.findings if finding.rule.kind == "category"]
    if categories:
        yield Heading(text="Categories", level=2)
    for finding in categories:
        text = f"{FINDING_STATES[finding.truth]}: {finding_cited(finding, each)}"
        limbs = _carrying(each, finding) if outward else limbs_of(each, finding)
        lead = plain(LIMBS) if limbs else ()
        yield Paragraph(sentences=(sources.of_finding(finding, each, text), *lead))
        if limbs:
            yield Listing(items=tuple(_limb(limb, finding, sources) for limb in limbs))


def _carrying(each: Assessment, finding: Finding) -> tuple[Leaf, ...]:
    """Return the limbs that carry a finding's truth and that are not open."""
    return tuple(leaf for leaf in leaves_of(each, finding) if leaf.truth is not Truth.UNKNOWN)


def _limb(limb: Leaf, finding: Finding, sources: Sources) -> tuple[Sentence, ...]:
    known = f" [{limb.known}]" if limb.known else ""
    text = f"{FINDING_STATES[limb.truth]}: {limb.says}{known}"
    sentence = sources.of_facts(text, limb.facts, (str(finding.rule.citation),))
    return (sentence, *(_labelled(each) for each in sources.named(sentence)))


def _labelled(named: Sentence) -> Sentence:
    return Sentence(text=f"Papers: {named.text}", papers=named.papers)


def groups_of(each: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield the factors of each side and what else the instrument says, a table for each."""
    for group in finding_groups(each):
        yield Heading(text=group.title, level=2)
        yield _grid(group, each, sources)


def _grid(group: FindingGroup, each: Assessment, sources: Sources) -> Grid:
    findings = (*group.met, *group.weighed, *group.open, *group.not_met)
    head = WITH_MEASURE if any(finding.measure for finding in findings) else WITHOUT_MEASURE
    rows = [
        _row(finding, TO_WEIGH if finding in group.weighed else "", each, sources)
        for finding in findings
    ]
    is_narrow = head is WITHOUT_MEASURE
    return Grid(
        caption=f"{group.title} under {each.title}",
        head=head,
        rows=tuple((row[0], row[1], row[3]) if is_narrow else row for row in rows),
        widths=WIDTHS[len(head)],
    )


def _row(finding: Finding, state: str, each: Assessment, sources: Sources) -> tuple[Cell, ...]:
    """Return what a finding is about, where it stands, its measure and its papers."""
    text = f"{finding_said(finding, each)} ({marked(finding.rule.citation)}){apart(finding, each)}"
    sentence = sources.of_finding(finding, each, text)
    measure = finding.measure if has_measure(finding) else NOT_KNOWN if finding.measure else ""
    shown = Sentence(text=measure, facts=sentence.facts, papers=sentence.papers)
    return (
        Cell(sentences=(sentence,)),
        Cell(sentences=plain(state or FINDING_STATES[finding.truth])),
        Cell(sentences=(shown,) if measure else ()),
        Cell(sentences=sources.named(sentence)),
    )


def rule_sentences(
    findings: Iterable[Finding], each: Assessment, sources: Sources
) -> Iterator[Sentence]:
    """Yield what findings say, in quotation marks where it is not said of this matter."""
    for finding in findings:
        yield sources.of_finding(finding, each, finding_cited(finding, each))
