"""What a list of deadlines is made from: days that are known, and what an office says."""

from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime

from discretion.frozen import dataclass
from discretion.records.clock import Length
from discretion.records.deadlines.kind import DeadlineKind
from discretion.records.deadlines.kind import Start
from discretion.records.deadlines.states import RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """A day, or a moment with its time zone, from which deadlines are counted.

    `earliest` and `latest` differ where it is not known exactly, and are None where there is no
    bound. `about` says in words what it belongs to, as a paper's title, and `paper` is that paper's
    kind. `length` or `hours` is how long from there, `source` and `basis` how it is known, where
    the kind of deadline does not say so itself.
    """

    start: Start
    earliest: date | datetime | None
    latest: date | datetime | None
    about: str = ""
    paper: str = ""
    length: Length | None = None
    hours: int | None = None
    source: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTerm:
    """What an office says under one key: so many days, or words. `source` says how it is known."""

    days: int | None
    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesAsked:
    """Everything that the deadlines of one request follow from.

    `decision` is the type of the decision, empty where nobody said it. `office` holds what the
    office says, by key; a key that it does not speak to is absent.
    """

    kinds: tuple[DeadlineKind, ...]
    today: date
    state: RequestState
    decision: str
    begins: tuple[Begin, ...]
    office: Table[str, OfficeTerm]
