"""What governed over a period, for a reader: one row for each stretch of days."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta

from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import Stretch
from discretion import long_date
from discretion.cli.text.governed import GOVERNS
from discretion.cli.text.governed import show_today
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

ONE_DAY = timedelta(days=1)


def show_period(  # noqa: PLR0913, PLR0917  # what was asked, what was found, and what holds today
    question: Question,
    last: date,
    stretches: tuple[Stretch, ...],
    now: tuple[GoverningLine, ...],
    today: date,
    library: Library,
) -> str:
    """Return what governed from the question's day to another, for a reader."""
    parts = [
        heading(f"What governed from {long_date(question.on)} to {long_date(last)}"),
        paragraph(f"Law as known on {long_date(question.known_on)}. Both days are included."),
        *_instruments(stretches, library),
        heading(f"What governs today, {long_date(today)}"),
        *show_today(now, library),
    ]
    return "".join(parts).lstrip("\n")


def _instruments(stretches: Iterable[Stretch], library: Library) -> Iterator[str]:
    listed = tuple(stretches)
    if not listed:
        yield paragraph("No instrument described here had been issued.")
    for identifier in dict.fromkeys(stretch.line.instrument for stretch in listed):
        yield subheading(library.packs[identifier].instrument.title)
        own = [stretch for stretch in listed if stretch.line.instrument == identifier]
        for stretch in sorted(own, key=_order):
            yield paragraph(_row(stretch), bullet="- ")


def _order(stretch: Stretch) -> tuple[date, str, str]:
    return stretch.days.start or date.min, stretch.line.part, stretch.line.component


def _row(stretch: Stretch) -> str:
    """Return one stretch in a sentence: days, status, authority, and what a restraint reaches."""
    line, days = stretch.line, stretch.days
    first, end = days.start or date.min, days.end or date.max
    until = "" if end - first == ONE_DAY else f" to {long_date(end - ONE_DAY)}"
    part = f", part {line.part}" if line.part else ""
    limits = f" It reaches: {line.condition}." if line.condition else ""
    return (
        f"{long_date(first)}{until} ({line.component}{part}): {GOVERNS[line.governs]}; "
        f"{line.status.replace('_', ' ')}. {line.authority} [{line.certainty}].{limits}"
    )
