"""`discretion governing`: which instruments governed a decision on a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from discretion import Assessor
from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import Truth
from discretion import __version__
from discretion import answer_governing
from discretion import long_date
from discretion import read_library
from discretion.cli.layout import heading
from discretion.cli.layout import paragraph
from discretion.cli.outcome import Outcome
from discretion.cli.question import classes_of
from discretion.cli.question import component_of
from discretion.cli.question import decision_of
from discretion.cli.question import place_of

GOVERNS = {
    Truth.TRUE: "governed",
    Truth.FALSE: "did not govern",
    Truth.UNKNOWN: "not certain whether it governed",
}


def run_governing(words: Any, today: date) -> Outcome:
    """Return what governed.

    Raises:
        DiscretionError: a word of the command is not known.

    """
    library = read_library()
    question = Question(
        on=words.on,
        known_on=words.known_on or today,
        component=component_of(words, library),
        decision=decision_of(words, library),
        classes=classes_of(words, library),
        place=place_of(words),
    )
    assessor = Assessor(library)
    lines = assessor.governing(question)
    now = assessor.governing(replace(question, on=today, known_on=today))
    return Outcome(
        answer=answer_governing(question, lines, now, today, __version__),
        write=lambda: show_governing(question, lines, now, today, library),
    )


def show_governing(
    question: Question,
    lines: tuple[GoverningLine, ...],
    now: tuple[GoverningLine, ...],
    today: date,
    library: Library,
) -> str:
    """Return what governed, for a reader."""
    asked = [f"on {long_date(question.on)}"]
    vocabulary = library.words.vocabulary
    if question.decision:
        asked.append(f"a decision {vocabulary.decisions[question.decision]}")
    asked.append(
        f"by {vocabulary.components[question.component]}" if question.component else "any component"
    )
    if question.place:
        asked.append(f"in {question.place.name}")
    parts = [
        heading(f"What governed {', '.join(asked)}"),
        paragraph(f"Law as known on {long_date(question.known_on)}."),
        *show_lines(lines, library),
        heading(f"What governs today, {long_date(today)}"),
        *show_today(now, library),
    ]
    return "".join(parts)


def show_lines(lines: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield one entry for every line, those that governed first."""
    if not lines:
        yield paragraph("No instrument described here had been issued.")
    order = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
    for line in sorted(lines, key=lambda each: order[each.governs]):
        instrument = library.packs[line.instrument].instrument
        part = f", part {line.part}" if line.part else ""
        yield paragraph(
            f"{instrument.title}{part} ({line.component}): {GOVERNS[line.governs]}. "
            f"Status: {line.status.replace('_', ' ')}"
            + (f"; in practice: {line.practice.replace('_', ' ')}" if line.practice else "")
            + f". Authority: {line.authority} [{line.certainty}].",
            bullet="- ",
        )
        for text in (line.condition, line.note):
            if text:
                yield paragraph(f"{text[0].upper()}{text[1:].rstrip('.')}.", indent="    ")


def show_today(now: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield what governs today, in a sentence each."""
    still = [line for line in now if line.governs is not Truth.FALSE]
    if not still:
        yield paragraph(
            "None of the instruments described here governs today. What is said below is about "
            "the day of the decision, not about today."
        )
    for identifier in dict.fromkeys(line.instrument for line in now):
        line = next(each for each in now if each.instrument == identifier)
        title = library.packs[identifier].instrument.title
        yield paragraph(
            f"{title}: {line.status.replace('_', ' ')} ({line.authority}) [{line.certainty}].",
            bullet="- ",
        )
