"""The picture of a timeline: drawn, named, and told in sentences for whoever does not see it."""

from collections.abc import Iterator

from discretion.dates import long_date
from discretion.documents.charts.chart import drawn
from discretion.documents.charts.sheet import NOT_A_DECISION
from discretion.documents.charts.sheet import NOTHING
from discretion.documents.charts.sheet import sheet_of
from discretion.documents.charts.svg import accessible
from discretion.law.timeline import Course
from discretion.law.timeline import Timeline
from discretion.truth import Truth


def draw_timeline(timeline: Timeline) -> str:
    """Return a timeline as an SVG picture that stands alone: no script, no style, no address.

    The same timeline gives the same text, on any machine with the same libraries.

    Args:
        timeline: what governed over a period; its rows are the bars, with their numbers.

    Raises:
        MissingExtraError: a library that draws is not installed.

    """
    title = f"What governed {timeline.period}"
    return accessible(drawn(sheet_of(timeline)), title, " ".join(_description(timeline)))


def _description(timeline: Timeline) -> Iterator[str]:
    """Yield sentences: the period, what governed and may have governed in it, what this is not."""
    known = f"Law as known on {long_date(timeline.known_on)}."
    yield f"A timeline of what governed {timeline.asked}, {timeline.period}. {known}"
    if not timeline.courses:
        yield NOTHING
    for course in timeline.courses:
        yield from _fared(course)
    yield f"The data table holds every row, with its authority and certainty. {NOT_A_DECISION}"


def _fared(course: Course) -> Iterator[str]:
    """Yield on which days a course governed, and on which it may have; nothing for neither."""
    part = f", part {course.part}" if course.part else ""
    named = f"{course.title}{part} ({', '.join(course.components)})"
    for truth, verb in ((Truth.TRUE, "governed"), (Truth.UNKNOWN, "may have governed")):
        days = dict.fromkeys(row.days for row in course.rows if row.line.governs is truth)
        if days:
            yield f"{named} {verb}: {'; '.join(days)}."
