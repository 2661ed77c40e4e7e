"""Kinds of deadline: what is due, from when it is counted, for how long and on what source."""

from enum import Enum

from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.records.clock import Length
from discretion.records.deadlines.states import RequestState


class Start(Enum):
    """What a deadline is counted from."""

    HEARING = "hearing"
    SENDING = "sending"
    MOTION = "motion"
    REMOVAL = "removal"
    PAPER = "paper"
    POLICY = "policy"
    DUTY = "duty"


SEVERAL = frozenset((Start.PAPER, Start.POLICY, Start.DUTY))
"""What a request may have none or many of; of the others there is one, or it is not known."""


class Direction(Enum):
    """Which way it is counted: the day itself, before it, after it, or no source sets a day."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineKind:
    """One kind of deadline, of no case.

    `title` is all that a calendar says of it. `length` is None where it comes from the office's
    profile, under the key `office`, or with what it is counted from. `times` is how many such
    lengths. `papers` and `decisions` limit it to kinds of paper and types of decision, `runs_in` to
    states of the request; empty means all. `is_open` tells that its source does not say which days
    count, `is_event` that it is something that happens, which nobody has to do. `remedy` says what
    to record where it cannot be counted.
    """

    id: str
    title: str
    says: str
    start: Start
    direction: Direction
    length: Length | None
    office: str
    times: int
    papers: frozenset[str]
    decisions: frozenset[str]
    runs_in: frozenset[RequestState]
    is_open: bool
    is_event: bool
    basis: str
    source: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineKinds:
    """Every kind of deadline of a file, with how its knowledge is known. Holds no case."""

    version: str
    basis: str
    reviewed: str
    says: str
    cite: tuple[str, ...]
    kinds: tuple[DeadlineKind, ...]
    problems: tuple[Problem, ...] = ()
