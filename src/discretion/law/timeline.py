"""A timeline: what governed over a period as one table, whose rows have numbers.

A text, a page and a picture of a period are made from one timeline, so that a row has the same
number, the same days and the same words in each.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from itertools import count

from discretion.dates import long_date
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.instrument import Instrument
from discretion.law.period import Stretch
from discretion.law.wording import asked_of
from discretion.law.wording import clocks_in_words
from discretion.law.wording import governed_in_words
from discretion.law.wording import limits_in_words
from discretion.vocabulary import Vocabulary

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """Days, both included, on which one line of what governed stayed the same.

    `line` names no component: the row is of every component of its course.
    """

    number: int
    first: date
    last: date
    line: GoverningLine

    @property
    def days(self) -> str:
        """The days in words."""
        until = "" if self.first == self.last else f" to {long_date(self.last)}"
        return f"{long_date(self.first)}{until}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What became of one instrument, or one part of it, for components that fared alike.

    `part` is empty for the whole instrument. INVARIANT ordered: rows begin in the order of days.
    """

    instrument: str
    title: str
    short: str
    part: str
    components: tuple[str, ...]
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What governed from one day to another, both included, as known on a third.

    `asked` says in words what decision was asked about. INVARIANT numbered: the rows of all
    courses, one after the other, count from 1.
    """

    first: date
    last: date
    known_on: date
    asked: str
    courses: tuple[Course, ...]

    @property
    def period(self) -> str:
        """The period in words."""
        if self.first == self.last:
            return f"on {long_date(self.first)}"
        return f"from {long_date(self.first)} to {long_date(self.last)}"

    @property
    def rows(self) -> Iterator[tuple[Course, TimelineRow]]:
        """Every row with its course, in the order of the numbers."""
        return ((course, row) for course in self.courses for row in course.rows)


def timeline_of(
    instruments: Iterable[Instrument],
    question: Question,
    last: date,
    stretches: Iterable[Stretch],
    vocabulary: Vocabulary,
) -> Timeline:
    """Return what was found for a period as one table.

    Instruments stand in the order of the days on which they were issued, their parts in their own.

    Args:
        instruments: every instrument that a stretch names.
        question: what was asked; its day is the first of the period.
        last: the last day.
        stretches: what was found.
        vocabulary: components, decisions and classes in words.

    """
    numbers = count(1)
    grouped: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        grouped.setdefault(stretch.line.instrument, []).append(stretch)
    named = {instrument.id: instrument for instrument in instruments}
    issued = sorted(grouped, key=lambda name: named[name].issued_on)
    return Timeline(
        first=question.on,
        last=last,
        known_on=question.known_on,
        asked=asked_of(question, vocabulary),
        courses=tuple(
            replace(course, rows=tuple(replace(row, number=next(numbers)) for row in course.rows))
            for name in issued
            for course in _courses(named[name], grouped[name], last)
        ),
    )


def row_in_words(course: Course, row: TimelineRow) -> str:
    """Return a row in sentences: days, for whom, status, authority, certainty and limits."""
    line = row.line
    part = f", part {course.part}" if course.part else ""
    return (
        f"{row.days} ({', '.join(course.components)}{part}): {governed_in_words(line)}; "
        f"{clocks_in_words(line)}. Authority: {line.authority} [{line.certainty}]. "
        f"{limits_in_words(line)}"
    ).rstrip()


def _courses(instrument: Instrument, stretches: list[Stretch], last: date) -> Iterator[Course]:
    """Yield the courses of one instrument, the components that fared alike in one."""
    own: dict[tuple[str, str], list[Stretch]] = {}
    for stretch in stretches:
        own.setdefault((stretch.line.part, stretch.line.component), []).append(stretch)
    alike: dict[tuple[str, tuple[TimelineRow, ...]], list[str]] = {}
    for (part, component), found in own.items():
        rows = tuple(_row(stretch, last) for stretch in found)
        alike.setdefault((part, rows), []).append(component)
    order = {part: place for place, part in enumerate(("", *instrument.parts))}
    for (part, rows), components in sorted(alike.items(), key=lambda item: order[item[0][0]]):
        yield Course(
            instrument=instrument.id,
            title=instrument.title,
            short=instrument.short,
            part=part,
            components=tuple(components),
            rows=rows,
        )


def _row(stretch: Stretch, last: date) -> TimelineRow:
    """Return one stretch as a row that has no number yet."""
    end = stretch.days.end
    return TimelineRow(
        number=0,
        first=stretch.days.start or date.min,
        last=last if end is None else end - ONE_DAY,
        line=replace(stretch.line, component=""),
    )
