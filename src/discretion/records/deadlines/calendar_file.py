"""A calendar file (RFC 5545) of deadlines, which tells nobody whose they are.

Of a deadline it holds its day and the words of its kind: no name, no number of a person, no case,
no file, no office and no paper. What a calendar program sends on says no more than that.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import UTC
from datetime import datetime

from discretion.dates import long_date
from discretion.records.deadlines.deadline import Bound
from discretion.records.deadlines.deadline import Deadline
from discretion.records.deadlines.deadline import Running

LONGEST_LINE = 75
"""The most bytes of a line, its end not counted. Source: RFC 5545, 3.1."""
BOUNDS = {
    Bound.ONLY: "",
    Bound.EARLIEST: " (the earliest day it may be)",
    Bound.LATEST: " (the latest day it may be)",
}
REMINDER = "A reminder for a person who decides. Check the day with the court or the office."
IDENTIFIER = "-//discretion//deadlines of a request//EN"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar_of(deadlines: Iterable[Deadline], made_at: datetime, series: str = "") -> str:
    """Return the deadlines that have a day and are not past as the text of a calendar file.

    Where there is none the text is empty, as a calendar without an entry is none.

    A program that takes in the file again replaces what has the same identifier. With a word of
    its own for each request, an entry that moves keeps its identifier; without, the identifiers
    follow from all entries together, and those of an older file stay beside them.

    Args:
        deadlines: the deadlines.
        made_at: when the file is made, with its time zone.
        series: a word for this request that tells nobody whose it is; empty for none.

    """
    entries = [
        each for each in deadlines if each.due is not None and each.running is not Running.PAST
    ]
    if not entries:
        return ""
    basis = series or "|".join(f"{_key(each)} {each.due}" for each in entries)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{IDENTIFIER}", "CALSCALE:GREGORIAN"]
    numbers = Counter[str]()
    for each in entries:
        numbers[_key(each)] += 1
        lines.extend(_event(each, _identifier(basis, each, numbers[_key(each)]), made_at))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _key(each: Deadline) -> str:
    return f"{each.kind} {each.bound.value}"


def _identifier(basis: str, each: Deadline, number: int) -> str:
    from hashlib import sha256

    return sha256(f"{basis}\n{_key(each)}\n{number}".encode()).hexdigest()[:32]


def _event(each: Deadline, identifier: str, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{identifier}"
    yield f"DTSTAMP:{_moment(made_at)}"
    if isinstance(each.due, datetime):
        yield f"DTSTART:{_moment(each.due)}"
    else:
        yield f"DTSTART;VALUE=DATE:{each.due:%Y%m%d}"
    yield f"SUMMARY:{_escaped(each.title + BOUNDS[each.bound])}"
    yield f"DESCRIPTION:{_escaped(' '.join(_told(each)))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(each: Deadline) -> Iterator[str]:
    last = each.last_business_day
    if last is not None and last != each.day:
        yield f"It is no business day: the last one before is {long_date(last)}."
    if each.in_business_days is not None:
        yield f"Counted in business days it would be {long_date(each.in_business_days)}."
    yield REMINDER


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Return a line broken so that no piece has too many bytes, and no character is torn."""
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces)
