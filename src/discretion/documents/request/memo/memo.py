"""The private memo: what stays inside, and what somebody has to look at before filing."""

from collections.abc import Iterator

from discretion.assess.wording.assessed import INTERNAL_MARK
from discretion.dates import long_date
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.memo.candour import candour
from discretion.documents.request.memo.consents import consents
from discretion.documents.request.memo.kept import kept
from discretion.documents.request.memo.open_questions import open_questions
from discretion.documents.request.memo.papers import papers
from discretion.documents.request.memo.risks import risks
from discretion.documents.request.memo.section import section
from discretion.documents.request.told.request_told import RequestTold
from discretion.frozen import dataclass

PRIVATE = (
    "This memo is for the representative alone. It holds what the request is silent on, and never "
    "goes with it. It decides nothing: what to ask for, and what to say, is for a person to decide."
)
FOOT = "An assessment for a human decision. Not legal advice."


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoAsked:
    """What the memo says besides the request itself.

    `letter` is the letter as it goes out. `dates` are sentences on what is due, in their order.
    """

    told: RequestTold
    letter: Document
    dates: tuple[Sentence, ...] = ()


def strategy_memo(asked: MemoAsked) -> Document:
    """Return the private memo of a request."""
    return Document(
        kind="memo",
        title="Private memo on a request",
        language="en",
        dated=asked.told.checked.filing_on,
        blocks=tuple(_blocks(asked)),
        mark=INTERNAL_MARK,
        foot=FOOT,
    )


def _blocks(asked: MemoAsked) -> Iterator[Block]:
    told = asked.told
    yield Notice(sentences=plain(PRIVATE))
    yield Paragraph(sentences=tuple(_read_on(told)))
    yield from section("What a person has to fill in", _to_fill_in(told))
    yield from consents(told)
    yield from kept(told)
    yield from candour(told)
    yield from risks(told)
    yield from open_questions(told)
    yield from section("Sentences of the letter without an exhibit", _bare(asked.letter))
    yield from papers(told)
    yield from section("What is due", ((each,) for each in asked.dates))
    yield from section("What this rests on", _rests_on(told))


def _read_on(told: RequestTold) -> Iterator[Sentence]:
    checked = told.checked
    recorded = checked.case.filing_date is not None
    which = "the filing date of the file" if recorded else "today, as no filing date is recorded"
    yield Sentence(text=f"Case: {checked.case.name}.")
    yield Sentence(text=f"Read on {long_date(checked.filing_on)}, {which}.")
    yield Sentence(text=f"The decision of the file is of {long_date(checked.case.decision.day)}.")
    titles = ", ".join(policy.title for policy in checked.policies) or "none"
    told_by = "history alone" if checked.is_history else "on that day"
    yield Sentence(text=f"Policies whose factors are told, {told_by}: {titles}.")


def _to_fill_in(told: RequestTold) -> Iterator[tuple[Sentence, ...]]:
    for words in told.caption.blanks:
        yield plain(f"The {words} stands in square brackets: write it into a caption, or in Word.")


def _bare(letter: Document) -> Iterator[tuple[Sentence, ...]]:
    """Yield each sentence on the person that no paper shows."""
    for each in sentences_of(letter):
        if each.facts and not each.papers:
            yield (each,)


def _rests_on(told: RequestTold) -> Iterator[tuple[Sentence, ...]]:
    for part in (told.checked.checklist, told.outline):
        yield plain(f"{part.says} Reviewed: {part.reviewed}.")
    for policy in told.checked.policies:
        reviewed = told.library.instruments[policy.instrument].reviewed
        yield plain(f"{policy.title}: our reading of its text was reviewed by {reviewed}.")
