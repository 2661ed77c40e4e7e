"""A deadline: a day that is due, how it was counted and on what source, or why none is known."""

from datetime import date
from datetime import datetime
from enum import Enum

from discretion.dates import long_date
from discretion.frozen import dataclass
from discretion.records.deadlines.kind import Direction


class Bound(Enum):
    """Whether a day is the only one that it may be, or the first or the last of several."""

    ONLY = "only"
    EARLIEST = "earliest"
    LATEST = "latest"


class Running(Enum):
    """Where a deadline stands on a day.

    A deadline that is `past` may have been kept: nothing here knows that.
    """

    AHEAD = "ahead"
    TODAY = "today"
    PAST = "past"
    UNKNOWN = "unknown"
    NOT_RUNNING = "not_running"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How a day was counted: from which day or moment, how many of what, and which way.

    The day that it starts from is never counted.
    """

    start: date | datetime
    amount: int
    unit: str
    direction: Direction

    @property
    def told(self) -> str:
        """The count in words."""
        unit = self.unit.removesuffix("s") if self.amount == 1 else self.unit
        return f"{self.amount} {unit} {self.direction.value} {moment_in_words(self.start)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One day that is due, or one that is not known or does not run, which `remedy` explains.

    `about` holds words of the case or of a policy; no calendar ever shows it. `count` is None for
    a day that was not counted from another. `last_business_day` is the day itself if it is one,
    else the last before it; `in_business_days` is where the same number of business days ends, told
    where the source leaves open which days count. Both are None where they make no sense, or the
    table of holidays does not reach. INVARIANT sourced: where there is a day, there is a source.
    """

    kind: str
    title: str
    says: str
    about: str
    due: date | datetime | None
    bound: Bound
    running: Running
    count: Count | None
    last_business_day: date | None
    in_business_days: date | None
    source: str
    basis: str
    remedy: str

    @property
    def day(self) -> date | None:
        """The day that is due; of a moment, the day in its own time zone."""
        return day_of_moment(self.due) if self.due is not None else None

    @property
    def is_past(self) -> bool:
        """Whether the day lies before the one on which it is looked at."""
        return self.running is Running.PAST


def day_of_moment(due: date | datetime) -> date:
    """Return a day, or the day of a moment in its own time zone."""
    return due.date() if isinstance(due, datetime) else due


def moment_in_words(due: date | datetime) -> str:
    """Return a day in words, and of a moment the time with how far it is from UTC."""
    if isinstance(due, datetime):
        return f"{long_date(due.date())}, {due:%H:%M} (UTC{due:%z})"
    return long_date(due)


def deadline_in_words(each: Deadline) -> str:
    """Return a deadline as one paragraph: its day, what it is, and its source or what to record."""
    when = moment_in_words(each.due) if each.due is not None else "No day"
    past = " (past)" if each.is_past else ""
    about = f" {each.about.rstrip('.')}." if each.about else ""
    known = f"Source: {each.source.rstrip('.')}." if each.due is not None else each.remedy
    return f"{when}{past}: {each.title}. {each.says}{about} {known}".rstrip()
