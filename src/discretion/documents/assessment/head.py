"""The head of the memo: what is assessed, how it was read, what governed then and governs today."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.wording.assessed import BANNER
from discretion.assess.wording.assessed import LOOK_AT_THE_FILE
from discretion.assess.wording.assessed import assumption_in_words
from discretion.assess.wording.assessed import decision_in_words
from discretion.assess.wording.assessed import gates_in_words
from discretion.assess.wording.assessed import party_in_words
from discretion.assess.wording.assessed import problem_in_words
from discretion.assess.wording.assessed import reading_in_words
from discretion.assess.wording.governed import NONE_GOVERNED
from discretion.assess.wording.governed import NONE_ISSUED
from discretion.assess.wording.governed import NONE_TODAY
from discretion.assess.wording.governed import governed_entries
from discretion.assess.wording.governed import not_false
from discretion.assess.wording.governed import others_with_status
from discretion.assess.wording.governed import today_entries
from discretion.dates import long_date
from discretion.documents.assessment.told import AssessmentTold
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.law.governing import GoverningLine

NO_GATE = "Nothing stands before the rules, as far as this file says."


def head_of(told: AssessmentTold) -> Iterator[Block]:
    """Yield what stands before any finding."""
    assessed = told.assessed
    words = (
        f"Case: {assessed.case.name}",
        decision_in_words(assessed, told.library.words.vocabulary),
        reading_in_words(assessed),
        party_in_words(assessed),
        f"Memo of {long_date(told.today)}.",
    )
    yield Notice(sentences=plain(BANNER))
    yield Lines(lines=tuple(Sentence(text=each) for each in words if each))
    for each in assessed.assumptions:
        yield Notice(sentences=plain(assumption_in_words(each)))
    if assessed.problems:
        yield Heading(text="Look at the file")
        yield Paragraph(sentences=plain(LOOK_AT_THE_FILE))
        yield listed(Sentence(text=problem_in_words(each)) for each in assessed.problems)
    yield from _governing(told)
    yield Heading(text="Before any rule")
    gates = [Sentence(text=says) for says in gates_in_words(assessed)]
    yield listed(gates) if gates else Paragraph(sentences=plain(NO_GATE))


def _governing(told: AssessmentTold) -> Iterator[Block]:
    lines, now, library = told.assessed.governing, told.assessed.today, told.library
    yield Heading(text=f"What governed on {long_date(told.assessed.question.on)}")
    shown = not_false(lines)
    entries = tuple(governed_entries(shown, library, everything=False))
    yield Listing(
        items=tuple(
            (
                _cited(entry.says, entry.line, told),
                *(_cited(each, entry.line, told) for each in entry.limits),
            )
            for entry in entries
        )
        or (plain(NONE_GOVERNED if lines else NONE_ISSUED),)
    )
    yield from _others("Did not govern", lines, shown, told)
    yield Heading(text=f"What governs today, {long_date(told.assessed.today_on)}")
    still = not_false(now)
    if still:
        yield listed(_cited(says, line, told) for line, says in today_entries(still, library))
    else:
        yield Notice(sentences=plain(NONE_TODAY))
    yield from _others("Today", now, still, told)


def _others(
    lead: str,
    lines: tuple[GoverningLine, ...],
    shown: tuple[GoverningLine, ...],
    told: AssessmentTold,
) -> Iterator[Block]:
    others = others_with_status(lines, shown, told.library)
    if others:
        sources = dict.fromkeys(line.authority for line in lines if line not in shown)
        sentence = Sentence(text=f"{lead}: {others}.", citations=tuple(filter(None, sources)))
        yield Paragraph(sentences=(sentence,))


def _cited(says: str, line: GoverningLine, told: AssessmentTold) -> Sentence:
    """Return a sentence on the law with its authority, else with the instrument itself."""
    short = told.library.packs[line.instrument].instrument.short
    return Sentence(text=says, citations=(line.authority or short,))


def listed(sentences: Iterable[Sentence]) -> Listing:
    """Return a list of one sentence each."""
    return Listing(items=tuple((each,) for each in sentences))
