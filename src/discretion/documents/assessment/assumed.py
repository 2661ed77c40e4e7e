"""What a study assumes in the memo: answers that nobody gave, before what is found on them."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.wording.assessed import ASSUMED_TITLE
from discretion.assess.wording.assessed import NOTHING_CLOSED
from discretion.assess.wording.assessed import assumed_answers
from discretion.assess.wording.assessed import assumed_in_words
from discretion.documents.assessment.head import listed
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain


def assumed_of(each: Assessment) -> Iterator[Block]:
    """Yield what the sets closed of one matter, nothing where none was asked for."""
    if not each.assumptions:
        return
    yield Heading(text=ASSUMED_TITLE, level=2)
    answers = tuple(assumed_answers(each))
    if not answers:
        yield Paragraph(sentences=plain(NOTHING_CLOSED))
        return
    facts = dict.fromkeys(made.closing.fact for made in each.closed)
    yield listed(
        Sentence(text=assumed_in_words(question, answer, is_instead=is_instead), facts=(fact,))
        for fact, (question, answer, is_instead) in zip(facts, answers, strict=True)
    )
