"""What governed, in words: one entry for each instrument, its limits, and what governs today."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.wording import clocks_in_words
from discretion.law.wording import governed_in_words
from discretion.law.wording import limits_in_words
from discretion.law.wording import status_in_words
from discretion.rules.library import Library
from discretion.truth import Truth

STILL = {
    Truth.TRUE: "governs",
    Truth.FALSE: "does not govern",
    Truth.UNKNOWN: "may govern",
}
NONE_ISSUED = "No instrument described here had been issued."
NONE_GOVERNED = "No instrument described here is known to have governed."
NONE_TODAY = (
    "No instrument described here that speaks to such a decision governs today. What is said here "
    "is about the day of the decision."
)
_ORDER = {Truth.TRUE: 0, Truth.UNKNOWN: 1, Truth.FALSE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernedEntry:
    """One entry: the instrument with its status and authority, and what limits it, in sentences."""

    line: GoverningLine
    says: str
    limits: tuple[str, ...]


def governed_entries(
    lines: Iterable[GoverningLine], library: Library, *, everything: bool = True
) -> Iterator[GovernedEntry]:
    """Yield one entry for every line, those that governed first; like lines are one entry.

    Args:
        lines: what was found.
        library: the policies.
        everything: whether all that is noted is told; otherwise what an order reaches stands for
            the rest.

    """
    alike: dict[GoverningLine, list[str]] = {}
    for line in sorted(lines, key=lambda each: _ORDER[each.governs]):
        alike.setdefault(replace(line, component=""), []).append(line.component)
    for line, components in alike.items():
        limits = [limits_in_words(line)] if line.condition else []
        if line.note and (everything or not line.condition):
            limits.append(f"{line.note[:1].upper()}{line.note[1:].rstrip('.')}.")
        yield GovernedEntry(line=line, says=_entry(line, components, library), limits=tuple(limits))


def _entry(line: GoverningLine, components: list[str], library: Library) -> str:
    """Return what an entry begins with: the instrument, for whom, its status and authority."""
    title = library.packs[line.instrument].instrument.title
    part = f", part {line.part}" if line.part else ""
    return (
        f"{title}{part} ({', '.join(components)}): {governed_in_words(line)}. "
        f"Status: {clocks_in_words(line)}. Authority: {line.authority} [{line.certainty}]."
    )


def not_false(lines: Iterable[GoverningLine]) -> tuple[GoverningLine, ...]:
    """Return the lines of what governed or may have."""
    return tuple(line for line in lines if line.governs is not Truth.FALSE)


def others_with_status(
    lines: Iterable[GoverningLine], shown: tuple[GoverningLine, ...], library: Library
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


def today_entries(
    now: Iterable[GoverningLine], library: Library
) -> Iterator[tuple[GoverningLine, str]]:
    """Yield what each instrument is today, in a sentence each with the line that it rests on."""
    first: dict[str, GoverningLine] = {}
    for line in now:
        first.setdefault(line.instrument, line)
    for identifier, line in first.items():
        title = library.packs[identifier].instrument.title
        says = (
            f"{title}: {STILL[line.governs]}. Status: {status_in_words(line.status)} "
            f"({line.authority}) [{line.certainty}]."
        )
        yield line, says
