"""The assessment memo, from an assessed case to a document."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.unguided import recorded_facts
from discretion.assess.wording.assessed import INTERNAL_MARK
from discretion.assess.wording.assessed import NOTHING_ASSUMED
from discretion.assess.wording.assessed import NOTHING_RECORDED
from discretion.assess.wording.assessed import authority_in_words
from discretion.assess.wording.assessed import title_in_words
from discretion.assess.wording.assessed import unguided_in_words
from discretion.dates import long_date
from discretion.documents.assessment.assumed import assumed_of
from discretion.documents.assessment.findings import categories_of
from discretion.documents.assessment.findings import groups_of
from discretion.documents.assessment.findings import outcome_of
from discretion.documents.assessment.head import head_of
from discretion.documents.assessment.head import listed
from discretion.documents.assessment.limits import limits_of
from discretion.documents.assessment.open import conflicts_of
from discretion.documents.assessment.open import duties_of
from discretion.documents.assessment.open import judgments_of
from discretion.documents.assessment.open import missing_of
from discretion.documents.assessment.readings import other_reading
from discretion.documents.assessment.reasons import own_reasons
from discretion.documents.assessment.sources import Sources
from discretion.documents.assessment.told import AssessmentTold
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain

KIND = "assessment_memo"
TITLE = "Assessment memo: for a human decision"


def assessment_memo(told: AssessmentTold) -> Document:
    """Return the memo on an assessed case, for an official to reason from and to sign.

    It recommends nothing. What is unknown, what is not encoded and what nobody verified stands in
    it, and the official's own reasons are left blank.

    Args:
        told: the assessed case, the policies and the day of the memo.

    """
    day = long_date(told.assessed.question.on)
    return Document(
        kind=KIND,
        title=TITLE,
        language="en",
        dated=told.today,
        blocks=tuple(_blocks(told)),
        mark="" if told.is_outward else INTERNAL_MARK,
        foot=f"Assessment for a human decision. Policy as of {day}.",
    )


def _blocks(told: AssessmentTold) -> Iterator[Block]:
    assessed, sources = told.assessed, Sources(told.assessed, told.library.dictionary)
    yield from head_of(told)
    first: dict[str, Assessment] = {}
    for each in assessed.assessments:
        if each.instrument in first:
            known = first[each.instrument]
            yield from other_reading(known, each, sources, outward=told.is_outward)
        else:
            first[each.instrument] = each
            yield from _assessment(each, told, sources)
    for each in first.values():
        if each.ruleset is not None and len(first) > 1:
            yield Heading(text=f"Limits of what is said under {each.title}")
        yield from limits_of(each)
    yield from own_reasons(first.values(), sources, outward=told.is_outward)


def _assessment(each: Assessment, told: AssessmentTold, sources: Sources) -> Iterator[Block]:
    """Yield everything found under one instrument in its first reading."""
    yield Heading(text=title_in_words(each))
    if each.ruleset is None:
        yield from _unguided(each, told, sources)
        return
    cited = (each.ruleset.pack.instrument.short,)
    for text in authority_in_words(each):
        yield Notice(sentences=(Sentence(text=text, citations=cited),))
    yield from assumed_of(each)
    yield from outcome_of(each, outward=told.is_outward)
    yield from categories_of(each, sources, outward=told.is_outward)
    yield from groups_of(each, sources)
    if not told.is_outward:
        yield from judgments_of(each)
        yield from conflicts_of(each, sources)
        yield from missing_of(each)
    yield from duties_of(each, sources)


def _unguided(each: Assessment, told: AssessmentTold, sources: Sources) -> Iterator[Block]:
    """Yield that nothing guided the decision, and every fact on record."""
    yield Paragraph(sentences=plain(unguided_in_words(told.assessed)))
    if told.assessed.assumptions:
        yield Paragraph(sentences=plain(NOTHING_ASSUMED))
    yield Heading(text="On record", level=2)
    if not each.recorded:
        yield Paragraph(sentences=plain(NOTHING_RECORDED))
        return
    matter = told.library.words.matters[told.assessed.case.matter]
    names = recorded_facts(each.view, matter.date_fact)
    yield listed(
        sources.of_facts(f"{text[:1].upper()}{text[1:]}.", (name,))
        for name, text in zip(names, each.recorded, strict=True)
    )
