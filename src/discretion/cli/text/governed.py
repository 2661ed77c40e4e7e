"""What governed, for a reader: an entry for every instrument and each part that is held back."""

from collections.abc import Iterator
from datetime import date

from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import Truth
from discretion import asked_of
from discretion import clocks_in_words
from discretion import governed_in_words
from discretion import limits_in_words
from discretion import long_date
from discretion import status_in_words
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.frozen import replace

STILL = {
    Truth.TRUE: "governs",
    Truth.FALSE: "does not govern",
    Truth.UNKNOWN: "may govern",
}
NONE_TODAY = (
    "No instrument described here that speaks to such a decision governs today. What is said here "
    "is about the day of the decision."
)
NONE_OF_THESE_TODAY = (
    "None of these governs today. What is said here is about the day of the decision."
)
WHY = "`discretion governing --all` says why."
WHY_ALL = "Add `--all` to see why."
IN_PART = "{} more are told only with a `--decision`."
"""What is said of instruments that are read for some decisions alone, where none is named."""


def show_governing(  # noqa: PLR0913  # what was asked, what was found, and what holds today
    question: Question,
    lines: tuple[GoverningLine, ...],
    now: tuple[GoverningLine, ...],
    today: date,
    library: Library,
    *,
    everything: bool = False,
) -> str:
    """Return what governed, for a reader: on one screen, or with every line where that is asked."""
    vocabulary = library.words.vocabulary
    none, more = NONE_TODAY, 0
    if not (everything or question.decision):
        lines, more = _read_for_all(lines, library)
        now, others = _read_for_all(now, library)
        none = NONE_OF_THESE_TODAY if others else none
    asked = f"Asked of {asked_of(question, vocabulary, long_date(question.on))}."
    known = f"Law as known on {long_date(question.known_on)}."
    known = f"{known} {IN_PART.format(more)}" if more else known
    parts = [
        heading(f"What governed on {long_date(question.on)}"),
        paragraph(f"{asked} {known}"),
        *(show_lines(lines, library) if everything else show_briefly(lines, library, WHY_ALL)),
        heading(f"What governs today, {long_date(today)}"),
        *(show_today(now, library) if everything else show_today_briefly(now, library, none)),
    ]
    return "".join(parts).lstrip("\n")


def _read_for_all(
    lines: tuple[GoverningLine, ...], library: Library
) -> tuple[tuple[GoverningLine, ...], int]:
    """Return the lines of instruments read for all they speak to, and how many others had one.

    Where there is no such line, all stand as they were.
    """
    others = {
        line.instrument
        for line in lines
        if library.packs[line.instrument].instrument.is_read_in_part
    }
    kept = tuple(line for line in lines if line.instrument not in others)
    return (kept, len(others)) if kept else (lines, 0)


def show_lines(
    lines: tuple[GoverningLine, ...], library: Library, *, everything: bool = True
) -> Iterator[str]:
    """Yield one entry for every line, those that governed first; like lines are one entry.

    In short, what an order reaches stands for all that is noted of it, and is told under one entry.
    """
    if not lines:
        yield paragraph("No instrument described here had been issued.")
    order = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
    alike: dict[GoverningLine, list[str]] = {}
    for line in sorted(lines, key=lambda each: order[each.governs]):
        alike.setdefault(replace(line, component=""), []).append(line.component)
    last = ""
    for line, components in alike.items():
        head = _head(line, components, library)
        if everything or head != last:
            yield head
        last = head
        if line.condition:
            yield paragraph(limits_in_words(line), indent="    ")
        if line.note and (everything or not line.condition):
            yield paragraph(f"{capital(line.note).rstrip('.')}.", indent="    ")


def _head(line: GoverningLine, components: list[str], library: Library) -> str:
    """Return what an entry begins with: the instrument, for whom, its status and authority."""
    title = library.packs[line.instrument].instrument.title
    part = f", part {line.part}" if line.part else ""
    return paragraph(
        f"{title}{part} ({', '.join(components)}): {governed_in_words(line)}. "
        f"Status: {clocks_in_words(line)}. Authority: {line.authority} [{line.certainty}].",
        bullet="- ",
    )


def show_briefly(
    lines: tuple[GoverningLine, ...], library: Library, why: str = WHY
) -> Iterator[str]:
    """Yield an entry for what governed or may have, and the others in one sentence."""
    shown = tuple(line for line in lines if line.governs is not Truth.FALSE)
    if shown or not lines:
        yield from show_lines(shown, library, everything=False)
    else:
        yield paragraph("No instrument described here is known to have governed.", bullet="- ")
    others = _named_with_status(lines, shown, library)
    if others:
        yield paragraph(f"Did not govern: {others}. {why}", bullet="- ")


def show_today_briefly(
    now: tuple[GoverningLine, ...], library: Library, no_one: str = NONE_TODAY
) -> Iterator[str]:
    """Yield what governs today, and the status of the others in one sentence."""
    shown = tuple(line for line in now if line.governs is not Truth.FALSE)
    if shown:
        yield from show_today(shown, library)
    none = "" if shown else no_one
    others = _named_with_status(now, shown, library)
    told = f"Today: {others}." if others else ""
    if none or told:
        yield paragraph(f"{none} {told}".strip())


def _named_with_status(
    lines: tuple[GoverningLine, ...], shown: tuple[GoverningLine, ...], library: Library
) -> str:
    """Return what is not shown, instruments and parts, each with its status."""
    told = {line.instrument for line in shown if not line.part}
    others = dict.fromkeys(
        f"{_named(line, library)} ({status_in_words(line.status)})"
        for line in lines
        if line not in shown and (line.part or line.instrument not in told)
    )
    return "; ".join(others)


def _named(line: GoverningLine, library: Library) -> str:
    """Return the short name of an instrument, or of a part of it."""
    short = library.packs[line.instrument].instrument.short
    return f"part {line.part} of {short}" if line.part else short


def show_today(now: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield what governs today, in a sentence each."""
    still = [line for line in now if line.governs is not Truth.FALSE]
    if not still:
        yield paragraph(NONE_TODAY)
    for identifier in dict.fromkeys(line.instrument for line in now):
        line = next(each for each in now if each.instrument == identifier)
        title = library.packs[identifier].instrument.title
        yield paragraph(
            f"{title}: {STILL[line.governs]}. Status: {status_in_words(line.status)} "
            f"({line.authority}) [{line.certainty}].",
            bullet="- ",
        )
