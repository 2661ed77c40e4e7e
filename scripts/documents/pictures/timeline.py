"""Lines of policies over time: each a timeline, as a picture or as its data table."""

from discretion import Assessor
from discretion import Library
from discretion import Question
from discretion import Timeline
from discretion import TimelineRow
from discretion import clocks_in_words
from discretion import governed_in_words
from discretion import limits_in_words
from discretion import long_date
from discretion import timeline_of
from scripts.documents.consoles import TODAY
from scripts.documents.tables import table

COLUMNS = (
    *("Row", "Policy", "Part", "Components", "Days", "Governed?", "Status"),
    *("Authority", "Certainty", "Limits"),
)


def whole_line(library: Library) -> Timeline:
    """Return the timeline of every bundled policy on people, from the first one on."""
    return _line(library, is_read_in_part=False)


def worksite_line(library: Library) -> Timeline:
    """Return the timeline of every bundled policy that is read for some decisions alone."""
    return _line(library, is_read_in_part=True)


def _line(library: Library, *, is_read_in_part: bool) -> Timeline:
    """Return the timeline of some policies for everybody, from the first of them on."""
    instruments = [
        each for each in library.instruments.values() if each.is_read_in_part is is_read_in_part
    ]
    named = {each.id for each in instruments}
    question = Question(on=min(each.issued_on for each in instruments), known_on=TODAY)
    stretches = [
        stretch
        for stretch in Assessor(library).governing_period(question, TODAY)
        if stretch.line.instrument in named
    ]
    return timeline_of(instruments, question, TODAY, stretches, library.words.vocabulary)


def timeline_table(timeline: Timeline) -> str:
    """Return the sentence that says what is shown, and a table with the rows of a timeline."""
    known = long_date(timeline.known_on)
    rows = [
        (str(row.number), course.title, course.part, ", ".join(course.components), *_told(row))
        for course, row in timeline.rows
    ]
    head = f"What governed {timeline.asked}, {timeline.period}, as known on {known}:"
    return f"{head}\n\n{table(COLUMNS, rows)}"


def _told(row: TimelineRow) -> tuple[str, ...]:
    line = row.line
    return (
        row.days,
        governed_in_words(line),
        clocks_in_words(line),
        line.authority,
        line.certainty,
        limits_in_words(line),
    )
