"""What a changed history changes of what governed: the days on which another thing is now said."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from itertools import pairwise

from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.period import governing_stretches
from discretion.rules.library import Library
from discretion.rules.rule import Pack

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """Days, both included, of which one version says something and the other does not.

    `line` is what is said, without its authority and its digest, which change nothing of what
    governed. It names no component: it is of all of `components`.
    """

    first: date
    last: date
    components: tuple[str, ...]
    line: GoverningLine


def days_gone(
    old: tuple[Library, Pack], new: tuple[Library, Pack], until: date
) -> tuple[Stood, ...]:
    """Return what one version says of days until another, as known then, and a second does not.

    Nothing is asked of any one decision, component, place or class.
    """
    first = min(pack.instrument.issued_on for _, pack in (old, new))
    if first > until:
        return ()
    before, after = (_said(*each, first, until) for each in (old, new))
    gone: dict[tuple[date, date, GoverningLine], list[str]] = {}
    for line, days in before.items():
        for start, end in _without(days, after.get(line, ())):
            said = (start, end, replace(line, component=""))
            gone.setdefault(said, []).append(line.component)
    found = (
        Stood(first=start, last=end - ONE_DAY, components=tuple(components), line=line)
        for (start, end, line), components in gone.items()
    )
    return tuple(sorted(found, key=lambda each: (each.line.part, each.first, each.last)))


def _said(
    library: Library, pack: Pack, first: date, until: date
) -> dict[GoverningLine, list[tuple[date, date]]]:
    """Return the days of each thing that is said, each stretch without its last day's morrow."""
    name, question = pack.instrument.id, Question(on=first, known_on=until)
    related = [
        each
        for each in library.instruments.values()
        if each.id == name or name in each.prevails_over
    ]
    said: dict[GoverningLine, list[tuple[date, date]]] = {}
    stretches = governing_stretches(related, question, until, library.words.vocabulary)
    for stretch in stretches:
        if stretch.line.instrument == name:
            line = replace(
                stretch.line, instrument="", authority="", certainty="", digest="", note=""
            )
            end = stretch.days.end or until + ONE_DAY
            said.setdefault(line, []).append((stretch.days.start or first, end))
    return said


def _without(
    days: Iterable[tuple[date, date]], others: Iterable[tuple[date, date]]
) -> Iterator[tuple[date, date]]:
    """Yield the stretches of some days that lie in none of others, joined where they touch."""
    kept, taken = tuple(days), tuple(others)
    turns = sorted({day for stretch in (*kept, *taken) for day in stretch})
    joined: list[tuple[date, date]] = []
    for start, end in pairwise(turns):
        if _holds(kept, start) and not _holds(taken, start):
            if joined and joined[-1][1] == start:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
    yield from joined


def _holds(stretches: Iterable[tuple[date, date]], day: date) -> bool:
    return any(start <= day < end for start, end in stretches)
