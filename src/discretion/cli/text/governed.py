"""What governed, for a reader: an entry for every instrument and each part that is held back."""

from collections.abc import Iterator
from datetime import date

from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import Truth
from discretion import long_date
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.frozen import replace

GOVERNS = {
    Truth.TRUE: "governed",
    Truth.FALSE: "did not govern",
    Truth.UNKNOWN: "may have governed",
}
STILL = {
    Truth.TRUE: "governs",
    Truth.FALSE: "does not govern",
    Truth.UNKNOWN: "may govern",
}
NONE_TODAY = (
    "None of the instruments described here governs today. What is said here is about the day of "
    "the decision, not about today."
)
RESTRAINED = frozenset(("enjoined", "stayed", "vacated"))
"""Statuses that an order brings about, which may reach less than the whole instrument."""
WITHOUT_EFFECT = frozenset(("issued", "rescinded", "superseded", "expired"))
"""Statuses of what is not yet in effect, or no longer; a part may have one by itself."""


def show_governing(
    question: Question,
    lines: tuple[GoverningLine, ...],
    now: tuple[GoverningLine, ...],
    today: date,
    library: Library,
) -> str:
    """Return what governed, for a reader."""
    vocabulary = library.words.vocabulary
    decided = f" {vocabulary.decisions[question.decision]}" if question.decision else ""
    by = vocabulary.components[question.component] if question.component else "any component"
    place = f", in {question.place.name}" if question.place else ""
    asked = f"Asked of a decision{decided} on {long_date(question.on)}, by {by}{place}."
    known = f"Law as known on {long_date(question.known_on)}."
    parts = [
        heading(f"What governed on {long_date(question.on)}"),
        paragraph(f"{asked} {known}"),
        *show_lines(lines, library),
        heading(f"What governs today, {long_date(today)}"),
        *show_today(now, library),
    ]
    return "".join(parts).lstrip("\n")


def show_lines(lines: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield one entry for every line, those that governed first; like lines are one entry."""
    if not lines:
        yield paragraph("No instrument described here had been issued.")
    order = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}
    alike: dict[GoverningLine, list[str]] = {}
    for line in sorted(lines, key=lambda each: order[each.governs]):
        alike.setdefault(replace(line, component=""), []).append(line.component)
    for line, components in alike.items():
        title = library.packs[line.instrument].instrument.title
        part = f", part {line.part}" if line.part else ""
        yield paragraph(
            f"{title}{part} ({', '.join(components)}): {GOVERNS[line.governs]}. "
            f"{_statuses(line)} Authority: {line.authority} [{line.certainty}].",
            bullet="- ",
        )
        if line.condition:
            yield paragraph(_sentence(_reach(line)), indent="    ")
        if line.note:
            yield paragraph(_sentence(line.note), indent="    ")


def _reach(line: GoverningLine) -> str:
    """Return what a line depends on, with what it is that depends on it."""
    if line.governs is Truth.UNKNOWN and line.status in RESTRAINED:
        return f"The order reaches: {line.condition}"
    if line.governs is Truth.UNKNOWN and line.status in WITHOUT_EFFECT:
        return f"That is so of: {line.condition}"
    return line.condition


def show_briefly(lines: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield an entry for what governed or may have, and the others in one sentence."""
    shown = tuple(line for line in lines if line.governs is not Truth.FALSE)
    if shown:
        yield from show_lines(shown, library)
    else:
        yield paragraph("No instrument described here is known to have governed.", bullet="- ")
    others = _named_with_status(lines, shown, library)
    if others:
        yield paragraph(f"Did not govern: {others}. `discretion governing` says why.", bullet="- ")


def show_today_briefly(now: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield what governs today, and the status of the others in one sentence."""
    shown = tuple(line for line in now if line.governs is not Truth.FALSE)
    if shown:
        yield from show_today(shown, library)
    else:
        yield paragraph(NONE_TODAY)
    others = _named_with_status(now, shown, library)
    if others:
        yield paragraph(f"Today: {others}.")


def _named_with_status(
    lines: tuple[GoverningLine, ...], shown: tuple[GoverningLine, ...], library: Library
) -> str:
    """Return the instruments that are not shown, each with its status."""
    told = {line.instrument for line in shown}
    others = {
        line.instrument: f"{library.packs[line.instrument].instrument.short} "
        f"({_words(line.status)})"
        for line in lines
        if line.instrument not in told and not line.part
    }
    return "; ".join(others.values())


def _statuses(line: GoverningLine) -> str:
    """Return the status in law, and in practice where that is told apart."""
    if not line.practice:
        return f"Status: {_words(line.status)}."
    if line.practice == line.status:
        return f"Status: {_words(line.status)}, in law and in practice."
    return f"Status: {_words(line.status)} in law, {_words(line.practice)} in practice."


def _words(status: str) -> str:
    return status.removesuffix("_practice").replace("_", " ")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


def show_today(now: tuple[GoverningLine, ...], library: Library) -> Iterator[str]:
    """Yield what governs today, in a sentence each."""
    still = [line for line in now if line.governs is not Truth.FALSE]
    if not still:
        yield paragraph(NONE_TODAY)
    for identifier in dict.fromkeys(line.instrument for line in now):
        line = next(each for each in now if each.instrument == identifier)
        title = library.packs[identifier].instrument.title
        yield paragraph(
            f"{title}: {STILL[line.governs]}. Status: {_words(line.status)} "
            f"({line.authority}) [{line.certainty}].",
            bullet="- ",
        )
