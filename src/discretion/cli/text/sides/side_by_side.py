"""One case under several instruments, for a reader: outcomes, topics, why, what is missing."""

from collections.abc import Iterator

from discretion import Assessment
from discretion import Library
from discretion import Question
from discretion import Side
from discretion import SideBySide
from discretion import Truth
from discretion import long_date
from discretion import outcome_sentence
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import subheading
from discretion.cli.text.sides.gaps import show_duties_beside
from discretion.cli.text.sides.gaps import show_missing_beside
from discretion.cli.text.sides.table import show_topics
from discretion.cli.text.sides.why import show_why
from discretion.cli.text.sides.words import letters
from discretion.cli.text.sides.words import told

GOVERNED = {
    Truth.TRUE: "It governed this decision.",
    Truth.FALSE: "It did not govern this decision and is no authority for it; it is shown because "
    "you asked.",
    Truth.UNKNOWN: "It is not certain whether it governed this decision.",
}
OUTCOMES = {
    "same": "They come to the same outcome.",
    "different": "They come to different outcomes; each has a table of its own, in its own words.",
    "open": "Whether they come to the same outcome is open.",
    "not_stated": "Whether they come to the same outcome is not stated.",
}


def show_side_by_side(
    beside: SideBySide, question: Question, library: Library, *, outward: bool
) -> Iterator[str]:
    """Yield instruments side by side.

    Args:
        beside: the instruments.
        question: what was decided, and when.
        library: for the words of decision types.
        outward: whether it is for outside, where nothing missing is told.

    """
    yield heading("Side by side")
    yield told(
        f"One case under {len(beside.sides)} instruments, each in its default reading. This says "
        "what each says of this case, on what is known. It prefers none of them, and says nothing "
        "of any other case."
    )
    for letter, side in zip(letters(beside), beside.sides, strict=True):
        yield told(f"{letter}: {_described(side, question, library)}", bullet="- ")
    yield subheading("Outcomes")
    for letter, side in zip(letters(beside), beside.sides, strict=True):
        yield told(f"{letter}: {_outcome(side.assessment)}", bullet="- ")
        for other in side.otherwise:
            name = other.interpretation.replace("_", " ")
            yield told(f"{letter}, read otherwise ({name}): {_outcome(other)}", bullet="- ")
    yield told(OUTCOMES[beside.outcome])
    yield from show_topics(beside)
    yield from show_why(beside)
    if not outward:
        yield from show_missing_beside(beside)
    yield from show_duties_beside(beside)


def _described(side: Side, question: Question, library: Library) -> str:
    each = side.assessment
    instrument = library.packs[each.instrument].instrument
    reading = each.interpretation.replace("_", " ")
    read = f" Reading: {reading}." if reading else ""
    return (
        f"{each.title} ({instrument.short}), {long_date(instrument.issued_on)}. "
        f"{_governed(side, question, library)}{read}"
    )


def _governed(side: Side, question: Question, library: Library) -> str:
    told_of = GOVERNED[side.assessment.governs]
    if side.speaks:
        return told_of
    if not question.decision or not library.packs[side.assessment.instrument].instrument.scope:
        return f"By itself it decides nothing about a person. {told_of}"
    decision = library.words.vocabulary.decisions[question.decision]
    return f"A decision {decision} is outside its scope. {told_of}"


def _outcome(each: Assessment) -> str:
    """Return what an assessment comes to in plain sentences, with the tokens."""
    if each.outcome:
        return _sentence(each, each.outcome)
    if not each.reachable:
        return "No outcome is stated on what may be disclosed."
    among = ", ".join(each.reachable)
    now = each.established or each.when_open
    return f"Open between {among}. On what is known so far: {_sentence(each, now)}"


def _sentence(each: Assessment, token: str) -> str:
    says = outcome_sentence(each, token) or "No row of the outcome table is established."
    return f"{says} ({token})"
