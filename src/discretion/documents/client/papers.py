"""Papers that are still to be brought, as far as they may be named at home."""

from collections.abc import Iterator

from discretion.documents.client.saying import Saying
from discretion.documents.client.texts import ClientSection
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.request.check import CheckedRequest
from discretion.request.factors import Lack

WANTED = frozenset((Lack.NO_FACT, Lack.NO_PAPER))
"""What a factor lacks where a paper could still be brought for it."""


def papers_of(checked: CheckedRequest, say: Saying) -> Iterator[Block]:
    """Yield the kinds of papers that the file does not hold, by section of the checklist.

    Nothing of a value is told, and a section that is not among the texts is never told at all.
    """
    found = list(_lacking(checked, say))
    cited = say.texts.cite
    yield Paragraph(sentences=say.all("papers" if found else "papers_none", cited))
    for section, kinds in found:
        yield Heading(text=section.title, level=2)
        yield Listing(items=tuple((Sentence(text=each, citations=cited),) for each in kinds))
    yield Paragraph(sentences=say.all("papers_more", cited))
    yield Paragraph(sentences=say.all("practice", cited))


def _lacking(checked: CheckedRequest, say: Saying) -> Iterator[tuple[ClientSection, list[str]]]:
    held = {paper.kind for paper in checked.case.evidence.values()}
    wanted = {
        factor.section.id
        for factor in checked.factors
        if factor.section is not None and WANTED.intersection(factor.lacks)
    }
    for section in say.texts.sections:
        kinds = [words for kind, words in section.papers.items() if kind not in held]
        if kinds and section.id in wanted:
            yield section, kinds
