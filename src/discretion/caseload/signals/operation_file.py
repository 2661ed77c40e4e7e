"""A starting file for the screen of an operation, of which the table says a day and no more."""

import re
import unicodedata
from collections.abc import Iterator

from discretion.caseload.guiding.written import comment
from discretion.caseload.signals.shown import ShownSignal
from discretion.caseload.signals.shown import ShownSignals
from discretion.caseload.signals.words import NO_FINDING
from discretion.caseload.signals.words import NO_THRESHOLD
from discretion.caseload.signals.words import sentences_of
from discretion.caseload.signals.words import title_of
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import FactType
from discretion.facts.matter import MatterType

MATTER = "operation"
"""The matter type of the file."""
UNKNOWN = "unknown"
LONGEST_NAME = 80
"""How many signs of a place the name of a file holds; no file system takes much more than twice."""


def to_operation_file(shown: ShownSignal, found: ShownSignals, words: Words) -> str:
    """Return a starting file for the screen of an operation.

    It holds the day, the agency where all rows name one, and an action of unknown kind; what the
    table does not say is left out, and so unknown. The counts stand in comments, which no rule
    reads: a table of arrests does not say how many were planned, nor that there was a worksite.

    Args:
        shown: the signal.
        found: the signals of which it is one.
        words: the dictionary and matter types that the file is read by.

    """
    matter = words.matters[MATTER]
    return "".join(f"{line}\n" for line in _lines(shown, found, words, matter))


def name_of(shown: ShownSignal) -> str:
    """Return a name for the operation that may lie behind a signal."""
    signal = shown.signal
    place = unicodedata.normalize("NFKD", signal.place or "not said")
    plain = re.sub(r"[^a-z0-9]+", "-", place.encode("ascii", "ignore").decode().lower())
    short = plain.strip("-")[:LONGEST_NAME].rstrip("-")
    return f"signal-{signal.day}-{signal.view.value}-{short or 'unnamed'}"


def _lines(
    shown: ShownSignal, found: ShownSignals, words: Words, matter: MatterType
) -> Iterator[str]:
    yield from comment("A prompt from counts, and no finding that there was an operation.")
    yield from comment(f"{title_of(shown)}:")
    for sentence in sentences_of(shown, found):
        yield from comment(sentence)
    for sentence in (NO_FINDING, NO_THRESHOLD):
        yield from comment(sentence)
    yield from comment(
        "Write below what is known from elsewhere, such as the plan, the worksites, the employer, "
        "and what was asked beforehand. What stays out is unknown. Never write who was arrested."
    )
    yield f"{matter.head}: {name_of(shown)}"
    yield "facts:"
    yield f"  {matter.date_fact}: {shown.signal.day}    # of the arrests; it may have begun before"
    for name in matter.required:
        yield f"  {name}: {_said(words.dictionary.facts[name], found, matter)}"


def _said(fact: FactType, found: ShownSignals, matter: MatterType) -> str:
    """Return what a table says of a fact that the file must hold: the agency, else nothing."""
    if fact.name == matter.component_fact:
        agency = found.found.component.partition("-")[0]
        return agency if agency in fact.words else UNKNOWN
    if fact.fields:
        return f"{{complete: {UNKNOWN}, records: [{{{fact.bare}: {UNKNOWN}}}]}}"
    return UNKNOWN
