"""What became of an instrument, as a block: its name, and a line of bars for each course of it."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from discretion.dates import calendar_days
from discretion.documents.charts.block import Block
from discretion.documents.charts.block import Box
from discretion.documents.charts.block import Words
from discretion.documents.charts.block import beside
from discretion.documents.charts.block import stacked
from discretion.documents.charts.block import text_block
from discretion.documents.charts.lanes import Bar
from discretion.documents.charts.lanes import labels_of
from discretion.documents.charts.lanes import lanes_of
from discretion.documents.charts.looks import Look
from discretion.documents.charts.looks import look_of
from discretion.frozen import dataclass
from discretion.law.timeline import Course
from discretion.law.timeline import TimelineRow
from discretion.law.timeline import row_in_words
from discretion.law.wording import other_clocks
from discretion.law.wording import status_in_words

HEADING = 13
LINE = 14
"""The height of a line of labels, in points."""
THINNEST = 2.0
"""How wide a bar is at least, so that a few days among years can be seen."""
SEAM = 0.8
"""What is left free between two bars that follow each other."""
NAMED = {"announced": "announced", "practice": "in practice"}
"""Clocks as the picture names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a picture: which they are, and where they stand, in points."""

    first: date
    last: date
    left: float
    width: float

    def place(self, day: date, *, is_over: bool = False) -> float:
        """Return where a day begins, or ends, from the left edge of the days."""
        days = calendar_days(self.first, day) + is_over
        return self.width * days / (calendar_days(self.first, self.last) + 1)


def instrument_blocks(courses: Iterable[Course], days: Days, margin: float) -> Iterator[Block]:
    """Yield a block for every instrument, with all its courses."""
    for title, own in groupby(courses, key=lambda course: course.title):
        width = days.left + days.width - margin
        yield stacked(
            (
                Block(height=10),
                text_block(title, margin, width, HEADING, is_bold=True),
                *(_course_block(course, days, margin) for course in own),
            )
        )


def _course_block(course: Course, days: Days, margin: float) -> Block:
    name = f"part {course.part}" if course.part else "the whole"
    lanes = lanes_of((_bar(course, row, days) for row in course.rows), THINNEST)
    names = stacked(
        text_block(text, margin, days.left - margin)
        for text in (name, ", ".join(course.components))
    )
    law = stacked(_lane_block(lane, days) for lane in lanes)
    return stacked((Block(height=4), beside(names, law), *_clock_blocks(course, days, margin)))


def _bar(course: Course, row: TimelineRow, days: Days) -> Bar:
    look = look_of(row.line)
    status = status_in_words(row.line.status)
    added = {Look.REACHED: " (in part)", Look.ASIDE: ", did not govern"}.get(look, "")
    left, right = _edges(days, row.first, row.last)
    return Bar(
        left=left,
        right=right,
        look=look,
        label=f"{row.number} {status}{added}",
        told=f"Row {row.number}. {course.title}. {row_in_words(course, row)}",
    )


def _edges(days: Days, first: date, last: date) -> tuple[float, float]:
    """Return the edges of a bar; the last bars of a picture keep inside it however thin."""
    left = min(days.place(first), days.width - THINNEST)
    return left, max(days.place(last, is_over=True), left + THINNEST)


def _clock_blocks(course: Course, days: Days, margin: float) -> Iterator[Block]:
    """Yield a line for each clock that says otherwise than the law, where it does."""
    for clock, name in NAMED.items():
        told = [
            (row, said)
            for row in course.rows
            for told_clock, said in other_clocks(row.line)
            if told_clock == clock
        ]
        if told:
            lanes = lanes_of(_clock_bars(course, name, told, days), THINNEST)
            bars = stacked(_lane_block(lane, days) for lane in lanes)
            yield beside(text_block(name, margin, days.left - margin), bars).moved(3)


def _clock_bars(
    course: Course, name: str, told: Iterable[tuple[TimelineRow, str]], days: Days
) -> Iterator[Bar]:
    for row, said in told:
        left, right = _edges(days, row.first, row.last)
        yield Bar(
            left=left,
            right=right,
            look=Look.CLOCK,
            label=f"{row.number} {said}",
            told=f"Row {row.number}. {course.title}. {row.days}, {name}: {said}.",
        )


def _lane_block(lane: tuple[Bar, ...], days: Days) -> Block:
    """Return bars beside each other with their labels below."""
    highest = max(bar.look.height for bar in lane)
    labels = tuple(labels_of(lane, days.width))
    return Block(
        height=highest + LINE * (1 + max(label.line for label in labels)) + 4,
        boxes=tuple(_box(bar, days.left, highest) for bar in lane),
        words=tuple(
            Words(
                left=days.left + label.left, top=highest + LINE * (label.line + 1), text=label.text
            )
            for label in labels
        ),
    )


def _box(bar: Bar, left: float, highest: int) -> Box:
    seam = SEAM if bar.right - bar.left > THINNEST + SEAM else 0.0
    top = 2 + (highest - bar.look.height) / 2
    return Box(
        left=left + bar.left,
        top=top,
        right=left + bar.right - seam,
        bottom=top + bar.look.height,
        look=bar.look,
        told=bar.told,
    )
