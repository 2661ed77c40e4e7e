"""What governed over a period: stretches of days on which nothing about an instrument changed."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta

from discretion.dates import DateRange
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import Instrument
from discretion.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which one line of what governed stayed the same."""

    days: DateRange
    line: GoverningLine


def governing_stretches(
    instruments: Iterable[Instrument], question: Question, until: date, vocabulary: Vocabulary
) -> tuple[Stretch, ...]:
    """Return what governed from the question's day until another, that day included.

    A stretch that lasts until the calendar's last day has no day after it, so its end is open.

    Args:
        instruments: every instrument that may have governed.
        question: what is asked; its day is the first.
        until: the last day.
        vocabulary: components, decisions and classes.

    """
    listed = tuple(instruments)
    end = until + timedelta(days=1) if until < date.max else None
    return tuple(
        stretch
        for instrument in listed
        for stretch in sorted(
            _merged(_stretches(instrument, listed, question, (until, end), vocabulary)),
            key=lambda stretch: stretch.days.start or date.min,
        )
    )


def _stretches(
    instrument: Instrument,
    listed: Iterable[Instrument],
    question: Question,
    ending: tuple[date, date | None],
    vocabulary: Vocabulary,
) -> Iterator[Stretch]:
    """Yield the lines of one instrument between each day on which an event turns and the next."""
    until, end = ending
    related = [
        other for other in listed if other is instrument or instrument.id in other.prevails_over
    ]
    days = sorted(_turns(related, question.on, until))
    for day, next_day in zip(days, [*days[1:], end], strict=True):
        for line in governing_lines(related, replace(question, on=day), vocabulary):
            if line.instrument == instrument.id:
                yield Stretch(days=DateRange(start=day, end=next_day), line=line)


def _turns(instruments: Iterable[Instrument], first: date, until: date) -> set[date]:
    """Return the first day and every later one on which an event begins or ends."""
    days = {first}
    for instrument in instruments:
        for event in instrument.events:
            days.update(
                day
                for day in (event.start, event.latest_start, event.end)
                if day is not None and first < day <= until
            )
    return days


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with those that follow each other and say the same made one."""
    open_ones: dict[tuple[str, str, str, str, str], Stretch] = {}
    for stretch in stretches:
        line = stretch.line
        key = (line.instrument, line.part, line.component, line.authority, line.condition)
        last = open_ones.get(key)
        if last is not None and last.days.end == stretch.days.start and last.line == line:
            days = DateRange(start=last.days.start, end=stretch.days.end)
            open_ones[key] = Stretch(days=days, line=line)
            continue
        if last is not None:
            yield last
        open_ones[key] = stretch
    yield from open_ones.values()
