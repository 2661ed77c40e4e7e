"""The candour check of the memo: what must not be said, and why it cannot stand in the letter."""

from collections.abc import Iterator

from discretion.assess.wording.findings import FINDING_STATES
from discretion.assess.wording.reasons import sentence_of
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.told.request_told import RequestTold
from discretion.request import Ground
from discretion.request import Saying
from discretion.request.wording import SAYINGS

DONE = (
    "The letter was made from facts that may go out alone. Each was held against what else the "
    "file says of the same fact and what follows from it, and a no, a none, a zero or a length "
    "against what stays inside of the same kind. Nobody held it against the rest, or held words "
    "against it that are added by hand: read the letter against this page."
)


def candour(told: RequestTold) -> Iterator[Block]:
    """Yield what the letter may not say, each with what it is on everything that is known."""
    yield Heading(text="Candour")
    yield Paragraph(sentences=plain(DONE))
    silent = tuple(
        (Sentence(text=_contested(name, told), facts=(name,)),)
        for name in Statements(told).silent()
    )
    if silent:
        yield Heading(text="Not said, though it may go out", level=2)
        yield Listing(items=silent)
    for saying, lead in SAYINGS.items():
        found = [each for each in told.checked.grounds if each.saying is saying]
        if found and saying is not Saying.MAY_BE_SAID:
            yield Heading(text=lead.rstrip(":"), level=2)
            yield Listing(items=tuple((_ground(each),) for each in found))


def _contested(name: str, told: RequestTold) -> str:
    question = told.library.dictionary.facts[name].question
    return f"{question} What stays inside, or another claim, leaves this open."


def _ground(each: Ground) -> Sentence:
    citation = str(each.finding.rule.citation)
    return Sentence(
        text=f"{FINDING_STATES[each.truth]}: “{sentence_of(each.finding)}” ({citation}).",
        citations=(citation,),
    )
