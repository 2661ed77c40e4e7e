"""A calendar of deadlines as a file that calendar programs read. It names nobody.

An entry says what kind of thing is due and how it was counted from other days, in the words of its
kind alone: no name, no number, no word of the case. Source: RFC 5545.
"""

import hashlib
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.dates import plus_days
from discretion.request.dates.deadlines import Deadline

LONGEST = 75
"""The most bytes of one line. Source: RFC 5545, 3.1."""
END = "\r\n"


def calendar_of(deadlines: Iterable[Deadline], today: date) -> str:
    """Return the deadlines whose day is known as an iCalendar file.

    Args:
        deadlines: what is due.
        today: the day on which the file is made, which it carries and nothing else of that day.

    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//discretion//deadlines//EN"]
    for number, each in enumerate(deadlines):
        if each.due is not None:
            lines.extend(_event(each, each.due, number, today))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}{END}" for line in lines for folded in _folded(line))


def _event(each: Deadline, due: date, number: int, today: date) -> Iterator[str]:
    digest = hashlib.sha256(f"{each.kind} {due} {number}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{digest}@discretion"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{plus_days(due, 1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(each.title)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Return a text as a value of a calendar. Source: RFC 5545, 3.3.11."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts that are short enough, each but the first after a blank."""
    part = ""
    for sign in line:
        if len(f"{part}{sign}".encode()) > LONGEST:
            yield part
            part = " "
        part += sign
    yield part
