"""The memo on risks: what speaks against the person on everything that the file holds."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
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
        items = tuple((_said(each, lead),) for each, lead in _against(policy))
        if items:
            is_empty = False
            yield Heading(text=policy.title, level=2)
            yield Listing(items=items)
    if is_empty:
        yield Paragraph(sentences=plain(NOTHING))


def _against(policy: Assessment) -> Iterator[tuple[Finding, str]]:
    for truth, lead in ((Truth.TRUE, "Met"), (Truth.UNKNOWN, "Open")):
        for each in policy.findings:
            counts = each.rule.kind == CATEGORY or each.rule.side == AGAINST
            if counts and each.truth is truth:
                yield each, lead


def _said(each: Finding, lead: str) -> Sentence:
    citation = str(each.rule.citation)
    says = sentence_of(each)
    quoted = says if lead == "Met" else f"“{says}”"
    return Sentence(text=f"{lead}: {quoted} ({citation}).", citations=(citation,))
