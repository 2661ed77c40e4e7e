"""The memo on risks: what speaks against the person on everything that the file holds."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.findings import FINDING_STATES
from discretion.assess.wording.reasons import sentence_of
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.told.request_told import RequestTold
from discretion.truth import Truth

AGAINST = "aggravating"
CATEGORY = "category"
NOTHING = "Nothing that a policy counts against the person is established or open on this file."


def risks(told: RequestTold) -> Iterator[Block]:
    """Yield categories and aggravating factors that are met or open, under each policy."""
    yield Heading(text="What speaks against the person, on everything that the file holds")
    is_empty = True
    for policy in told.checked.policies:
        items = tuple((_said(each),) for each in _against(policy))
        if items:
            is_empty = False
            yield Heading(text=policy.title, level=2)
            yield Listing(items=items)
    if is_empty:
        yield Paragraph(sentences=plain(NOTHING))


def _against(policy: Assessment) -> Iterator[Finding]:
    for truth in (Truth.TRUE, Truth.UNKNOWN):
        for each in policy.findings:
            counts = each.rule.kind == CATEGORY or each.rule.side == AGAINST
            if counts and each.truth is truth:
                yield each


def _said(each: Finding) -> Sentence:
    citation = str(each.rule.citation)
    says = sentence_of(each)
    quoted = says if each.truth is Truth.TRUE else f"“{says}”"
    text = f"{FINDING_STATES[each.truth]}: {quoted} ({citation})."
    return Sentence(text=text, citations=(citation,))
