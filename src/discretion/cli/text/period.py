"""What governed over a period, for a reader: one numbered row for each stretch of days."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from discretion import GoverningLine
from discretion import Library
from discretion import Timeline
from discretion import long_date
from discretion import row_in_words
from discretion.cli.text.governed import show_today
from discretion.cli.text.governed import show_today_briefly
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading


def show_period(  # noqa: PLR0913  # what was asked, what was found, and what holds today
    timeline: Timeline,
    now: tuple[GoverningLine, ...],
    today: date,
    library: Library,
    picture: str = "",
    *,
    everything: bool = False,
) -> str:
    """Return what governed over a period, for a reader.

    Args:
        timeline: the table.
        now: what governs today.
        today: the day of the answer.
        library: the policies.
        picture: the file in which the table was drawn, empty where it was not.
        everything: whether what does not govern today is told with its authority.

    """
    known = f"Law as known on {long_date(timeline.known_on)}."
    parts = [
        heading(f"What governed {timeline.period}"),
        paragraph(f"Asked of {timeline.asked}. {known} {_reach(timeline)}".rstrip()),
        *_instruments(timeline),
        *(("\n", paragraph(f"The picture of this table is in {picture}.")) if picture else ()),
        heading(f"What governs today, {long_date(today)}"),
        *(show_today if everything else show_today_briefly)(now, library),
    ]
    return "".join(parts).lstrip("\n")


def _reach(timeline: Timeline) -> str:
    """Return which days are meant, and which of them nobody can know of yet."""
    both = "" if timeline.first == timeline.last else "Both days are included."
    later = ""
    if timeline.last > timeline.known_on:
        later = "What is said of later days holds if nothing changes."
    return f"{both} {later}".strip()


def _instruments(timeline: Timeline) -> Iterator[str]:
    if not timeline.courses:
        yield paragraph("No instrument described here had been issued.")
    for title, courses in groupby(timeline.courses, key=lambda course: course.title):
        yield subheading(title)
        for course in courses:
            for row in course.rows:
                yield paragraph(row_in_words(course, row), bullet=f"{row.number}. ")
