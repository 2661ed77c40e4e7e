"""A timeline of nobody's memoranda in which every look occurs, and small ones made of it."""

from datetime import date

from discretion import Course
from discretion import GoverningLine
from discretion import Timeline
from discretion import TimelineRow
from discretion import Truth
from discretion import replace

FIRST, LAST = date(2020, 3, 1), date(2024, 2, 29)
LINE = GoverningLine(
    instrument="memo-a",
    part="",
    component="",
    governs=Truth.TRUE,
    status="in_force",
    legal="in_force",
    announced="in_force",
    practice="in_force",
    condition="",
    authority="Memo A & its <terms>",
    certainty="primary",
    digest="",
    note="",
)


def line(governs: Truth, status: str, **others: str) -> GoverningLine:
    """Return a line of some status; the other clocks say the same unless they are given."""
    clocks = {"announced": status, "practice": status}
    return replace(LINE, governs=governs, status=status, legal=status, **{**clocks, **others})


ORDER = line(
    Truth.UNKNOWN,
    "enjoined",
    practice="",
    condition="a decision to arrest a person",
    authority="A v. B",
)
WHOLE = (
    (date(2020, 3, 1), date(2020, 3, 9), line(Truth.FALSE, "issued")),
    (date(2020, 3, 10), date(2020, 3, 12), LINE),
    (date(2020, 3, 13), date(2021, 6, 30), line(Truth.TRUE, "in_force", practice="")),
    (date(2021, 7, 1), date(2022, 1, 31), line(Truth.FALSE, "vacated", announced="in_force")),
    (
        date(2022, 2, 1),
        date(2022, 9, 30),
        line(Truth.UNKNOWN, "disputed", practice="contrary_practice", certainty="inferred"),
    ),
    (date(2022, 10, 1), LAST, line(Truth.FALSE, "in_force", condition="Memo A yields to Memo B")),
)
PART = (
    (date(2020, 5, 1), date(2020, 5, 20), ORDER),
    (date(2020, 5, 1), date(2020, 5, 20), replace(ORDER, authority="C v. D")),
    (date(2020, 5, 21), date(2023, 5, 20), replace(ORDER, governs=Truth.FALSE)),
)
Found = tuple[tuple[date, date, GoverningLine], ...]


def course(rows: Found, number: int, part: str = "", title: str = "Memo A") -> Course:
    """Return what became of a memorandum, its rows numbered from a number on."""
    return Course(
        instrument="memo-a",
        title=title,
        short="the memo",
        part=part,
        components=("ICE", "CBP"),
        rows=tuple(
            TimelineRow(number=place, first=first, last=last, line=each)
            for place, (first, last, each) in enumerate(rows, start=number)
        ),
    )


def timeline(*courses: Course, first: date = FIRST, last: date = LAST) -> Timeline:
    """Return a timeline of some courses, of all that there are where none is given."""
    return Timeline(
        first=first,
        last=last,
        known_on=date(2024, 3, 1),
        asked="a decision by any component",
        courses=courses or EVERY,
    )


EVERY = (course(WHOLE, 1), course(PART, 1 + len(WHOLE), part="II"))
"""Courses in which every look occurs but that of an end that is over."""
NOTHING = replace(timeline(), courses=())
