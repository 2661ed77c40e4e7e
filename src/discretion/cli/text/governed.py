"""What governed, for a reader: an entry for every instrument and each part that is held back."""

from collections.abc import Iterator
from datetime import date

from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import asked_of
from discretion import long_date
from discretion.answers.wording import NONE_GOVERNED
from discretion.answers.wording import NONE_ISSUED
from discretion.answers.wording import NONE_TODAY
from discretion.answers.wording import governed_entries
from discretion.answers.wording import not_false
from discretion.answers.wording import others_with_status
from discretion.answers.wording import today_entries
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph

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
        yield paragraph(NONE_ISSUED)
    last = ""
    for entry in governed_entries(lines, library, everything=everything):
        if everything or entry.says != last:
            yield paragraph(entry.says, bullet="- ")
        last = entry.says
        for each in entry.limits:
            yield paragraph(each, indent="    ")


def show_briefly(
    lines: tuple[GoverningLine, ...], library: Library, why: str = WHY
) -> Iterator[str]:
    """Yield an entry for what governed or may have, and the others in one sentence."""
    shown = not_false(lines)
    if shown or not lines:
        yield from show_lines(shown, library, everything=False)
    else:
        yield paragraph(NONE_GOVERNED, bullet="- ")
    others = others_with_status(lines, shown, library)
    if others:
        yield paragraph(f"Did not govern: {others}. {why}", bullet="- ")


def show_today_briefly(
    now: tuple[GoverningLine, ...], library: Library, no_one: str = NONE_TODAY
) -> Iterator[str]:
    """Yield what governs today, and the status of the others in one sentence."""
    shown = not_false(now)
    if shown:
        yield from show_today(shown, library)
    none = "" if shown else no_one
    others = others_with_status(now, shown, library)
    told = f"Today: {others}." if others else ""
    if none or told:
        yield paragraph(f"{none} {told}".strip())


def show_today(now: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield what governs today, in a sentence each."""
    if not not_false(now):
        yield paragraph(NONE_TODAY)
    for _, says in today_entries(now, library):
        yield paragraph(says, bullet="- ")
