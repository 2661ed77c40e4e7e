"""Changes of policy since a filing, or known to come: each a day with its authority."""

from collections.abc import Iterator
from datetime import date

from discretion.assess.unguided import guides
from discretion.dates import LAST_DAY
from discretion.dates import long_date
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.instrument import Instrument
from discretion.law.period import governing_stretches
from discretion.law.standing import Standing
from discretion.law.wording import clocks_in_words
from discretion.law.wording import governed_in_words
from discretion.records.deadlines import Begin
from discretion.records.deadlines import Start
from discretion.rules.library import Library
from discretion.truth import Truth

Change = tuple[date, GoverningLine]
"""A day, and the line of what governed from that day on, of no component in particular."""


def policy_changes(question: Question, today: date, library: Library) -> Iterator[Begin]:
    """Yield every change after a day of what governs a decision, as known today.

    Told are policies that guide such a decision: when one begins to govern, ceases to, or comes
    into doubt, and when a part of one is held back.

    Args:
        question: the question of law on the day of the filing.
        today: the day on which it is asked.
        library: the policies.

    """
    known = max(today, question.on)
    then = {_mark(change) for change in _changes(replace(question, known_on=question.on), library)}
    found: dict[Change, list[str]] = {}
    for day, line in _changes(replace(question, known_on=known), library):
        found.setdefault((day, replace(line, component="")), []).append(line.component)
    for (day, line), components in found.items():
        marks = {(day, line.instrument, line.part, name, line.governs) for name in components}
        was_known = "known" if marks <= then else "not known"
        part = f", part {line.part}" if line.part else ""
        title = library.instruments[line.instrument].title
        told = (
            f"{title}{part} ({', '.join(components)}): {governed_in_words(line)}; "
            f"{clocks_in_words(line)}. This was {was_known} on {long_date(question.on)}, the day "
            "of the filing."
        )
        yield Begin(
            start=Start.POLICY,
            earliest=day,
            latest=day,
            about=told,
            source=line.authority,
            basis=line.certainty,
        )


def _mark(change: Change) -> tuple[date, str, str, str, Truth]:
    day, line = change
    return day, line.instrument, line.part, line.component, line.governs


def _changes(question: Question, library: Library) -> Iterator[Change]:
    """Yield each day after the question's on which it is first so that something governs or not.

    A whole instrument that had not been issued did not govern; a part that no line tells of stood
    as its instrument did.
    """
    guiding = tuple(_guiding(question, library))
    stretches = governing_stretches(guiding, question, LAST_DAY, library.words.vocabulary)
    last: dict[tuple[str, str, str], Truth] = {}
    for stretch in stretches:
        line = stretch.line
        key = (line.instrument, line.part, line.component)
        before = last.get(key, Truth.TRUE if line.part else Truth.FALSE)
        last[key] = line.governs
        start = stretch.days.start
        if start is not None and start > question.on and line.governs is not before:
            yield start, line


def _guiding(question: Question, library: Library) -> Iterator[Instrument]:
    """Yield every instrument of which some rule guides such a decision."""
    for name, instrument in library.instruments.items():
        if not instrument.is_screen and guides(library.pack(name), question.decision, Standing()):
            yield instrument
