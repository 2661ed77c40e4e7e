"""Listing deadlines: each kind counted from every day that it starts from, and none skipped."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from datetime import datetime
from datetime import time

from discretion.frozen import dataclass
from discretion.records.clock import Counting
from discretion.records.clock import Length
from discretion.records.clock import due_before
from discretion.records.clock import due_within
from discretion.records.clock import due_within_hours
from discretion.records.clock import last_business_day
from discretion.records.deadlines.asked import Begin
from discretion.records.deadlines.asked import DeadlinesAsked
from discretion.records.deadlines.asked import OfficeTerm
from discretion.records.deadlines.deadline import Bound
from discretion.records.deadlines.deadline import Count
from discretion.records.deadlines.deadline import Deadline
from discretion.records.deadlines.deadline import Running
from discretion.records.deadlines.deadline import day_of_moment
from discretion.records.deadlines.kind import SEVERAL
from discretion.records.deadlines.kind import DeadlineKind
from discretion.records.deadlines.kind import Direction
from discretion.records.deadlines.states import RequestState
from discretion.records.holidays import OutsideCalendarError

NO_SOURCE = "Nothing is counted without a source: say where this is known from."
NO_SUCH_DAY = "The calendar has no such day: correct the number of days."
NO_BOUND = "On this side nobody knows a bound: record one."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What one kind is counted with: from what, how far, and how that is known."""

    kind: DeadlineKind
    begin: Begin
    length: Length | None
    source: str
    basis: str
    words: str
    today: date


def list_deadlines(asked: DeadlinesAsked) -> tuple[Deadline, ...]:
    """Return every deadline of a request, by day; those without a day come last.

    Both ends are given where a day is known within bounds alone. A kind that cannot be counted is
    a row with what to record; one of which a request may have several has a row for each.

    Args:
        asked: the kinds, the days that are known, the office and the state of the request.

    """
    found = [row for kind in asked.kinds for row in _of_kind(kind, asked)]
    return tuple(sorted(found, key=_order))


def _order(row: Deadline) -> tuple[bool, date, time]:
    at = row.due.time() if isinstance(row.due, datetime) else time()
    return row.day is None, row.day or date.min, at


def _of_kind(kind: DeadlineKind, asked: DeadlinesAsked) -> Iterator[Deadline]:
    if kind.decisions and asked.decision not in kind.decisions:
        return
    nothing = Begin(start=kind.start, earliest=None, latest=None)
    if kind.runs_in and asked.state not in kind.runs_in:
        remedy = _not_running(kind, asked.state)
        yield _bare(_known(kind, nothing, asked), Running.NOT_RUNNING, remedy)
        return
    begins = [
        each
        for each in asked.begins
        if each.start is kind.start and (not kind.papers or each.paper in kind.papers)
    ]
    if not begins and kind.start not in SEVERAL:
        begins = [nothing]
    for begin in begins:
        yield from _of_begin(_known(kind, begin, asked), asked)


def _not_running(kind: DeadlineKind, now: RequestState) -> str:
    states = " or ".join(f"`{state.value}`" for state in RequestState if state in kind.runs_in)
    return f"It runs in the state {states}, and the request is in the state `{now.value}`."


def _known(kind: DeadlineKind, begin: Begin, asked: DeadlinesAsked) -> _Known:
    term = asked.office.get(kind.office) if kind.office else None
    source = kind.source
    if term is not None:
        source = f"{kind.source}; {term.source}" if term.source else ""
    return _Known(
        kind=kind,
        begin=begin,
        length=begin.length or _length(kind, term),
        source=begin.source or source,
        basis=begin.basis or kind.basis,
        words=begin.about or (term.words if term else ""),
        today=asked.today,
    )


def _length(kind: DeadlineKind, term: OfficeTerm | None) -> Length | None:
    if kind.length is not None or term is None or term.days is None:
        return kind.length
    return Length(amount=term.days * kind.times, counting=Counting.CALENDAR_DAYS)


def _of_begin(known: _Known, asked: DeadlinesAsked) -> Iterator[Deadline]:
    kind, begin = known.kind, known.begin
    if kind.office and kind.office not in asked.office:
        yield _bare(known, Running.UNKNOWN, kind.remedy)
    elif not known.source:
        yield _bare(known, Running.UNKNOWN, NO_SOURCE)
    elif kind.direction is Direction.NO_DAY:
        yield _bare(known, Running.NO_DAY, kind.remedy)
    elif begin.earliest is None and begin.latest is None:
        yield _bare(known, Running.UNKNOWN, kind.remedy)
    elif begin.earliest == begin.latest:
        yield _counted(known, begin.earliest, Bound.ONLY)
    else:
        yield _counted(known, begin.earliest, Bound.EARLIEST)
        yield _counted(known, begin.latest, Bound.LATEST)


def _bare(known: _Known, running: Running, remedy: str, bound: Bound = Bound.ONLY) -> Deadline:
    """Return a row without a day."""
    return Deadline(
        kind=known.kind.id,
        title=known.kind.title,
        says=known.kind.says,
        about=known.words,
        due=None,
        bound=bound,
        running=running,
        count=None,
        last_business_day=None,
        in_business_days=None,
        source=known.source,
        basis=known.basis,
        remedy=remedy,
    )


def _counted(known: _Known, start: date | datetime | None, bound: Bound) -> Deadline:
    """Return the row of a day, or that the calendar or the file has none."""
    kind = known.kind
    if start is None:
        return _bare(known, Running.UNKNOWN, NO_BOUND, bound)
    try:
        due = _due(known, start)
    except OverflowError:
        return _bare(known, Running.UNKNOWN, NO_SUCH_DAY, bound)
    day = day_of_moment(due)
    ahead = Running.TODAY if day == known.today else Running.AHEAD
    return Deadline(
        kind=kind.id,
        title=kind.title,
        says=kind.says,
        about=known.words,
        due=due,
        bound=bound,
        running=Running.PAST if day < known.today else ahead,
        count=_count(known, start),
        last_business_day=None if kind.is_event else _last_business_day(day),
        in_business_days=_in_business_days(known, day_of_moment(start)),
        source=known.source,
        basis=known.basis,
        remedy="",
    )


def _due(known: _Known, start: date | datetime) -> date | datetime:
    hours, length = known.begin.hours, known.length
    if hours is not None and isinstance(start, datetime):
        return due_within_hours(start, hours)
    if length is None or known.kind.direction is Direction.ON:
        return start
    return _moved(known, day_of_moment(start), length)


def _moved(known: _Known, day: date, length: Length) -> date:
    is_before = known.kind.direction is Direction.BEFORE
    return due_before(day, length) if is_before else due_within(day, length)


def _count(known: _Known, start: date | datetime) -> Count | None:
    direction, hours, length = known.kind.direction, known.begin.hours, known.length
    if hours is not None:
        return Count(start=start, amount=hours, unit="hours", direction=direction)
    if length is None or direction is Direction.ON:
        return None
    unit = length.counting.value
    return Count(start=start, amount=length.amount, unit=unit, direction=direction)


def _last_business_day(day: date) -> date | None:
    with suppress(OutsideCalendarError):
        return last_business_day(day)
    return None


def _in_business_days(known: _Known, start: date) -> date | None:
    """Return the other reading of so many days, None where the source leaves none open."""
    length = known.length
    is_counted = length is not None and length.counting is Counting.CALENDAR_DAYS
    if length is None or not is_counted or not known.kind.is_open or known.begin.hours is not None:
        return None
    with suppress(OutsideCalendarError):
        business = Length(amount=length.amount, counting=Counting.BUSINESS_DAYS)
        return _moved(known, start, business)
    return None
