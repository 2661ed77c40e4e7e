"""A status event: what an order, a memo or a practice did to an instrument, and when."""

from datetime import date

from discretion.dates import long_date
from discretion.frozen import dataclass
from discretion.place import Place
from discretion.truth import Truth

STATUSES = (
    "issued",
    "in_force",
    "enjoined",
    "stayed",
    "vacated",
    "reversed",
    "rescinded",
    "superseded",
    "expired",
    "disputed",
    "contrary_practice",
    "unknown",
)
CLOCKS = ("legal", "announced", "practice")
CERTAINTIES = ("primary", "reported", "recalled", "inferred")
EITHER = " or "
"""What a file writes between two days of which one is the right one."""
BETWEEN = ".."
"""What a file writes between the first and the last day that it may be."""
RESTRAINTS = frozenset(("enjoined", "stayed", "vacated"))
"""Kinds that keep an instrument in force from being used, while they last."""
WITHOUT_EFFECT = frozenset(("issued", "rescinded", "superseded", "expired"))
"""Kinds that say of an instrument, or of a part, that it has no effect: not yet, or no longer."""
TAKING_EFFECT = frozenset(("issued", "in_force"))
"""Kinds that say of a part that it takes effect, now or later, and for which decisions."""
LIFTING = frozenset(("stayed", "reversed"))
"""Kinds that lift the order they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEvent:
    """One row of an instrument's history on one clock.

    It lasts from `start` (inside) to `end` (outside, None for open). `latest_start` is later than
    `start` where the sources leave the day open. Empty sets and None mean that the event is not
    limited so. `order` names the event that this one stays or reverses. `known_from` and
    `end_known_from` say when the start, and the end, could be known. `is_either` says of an open
    start that it is `start` or `latest_start` and no day between.
    """

    name: str
    part: str
    kind: str
    start: date
    latest_start: date
    end: date | None = None
    clock: str
    component: str = ""
    decisions: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    place: Place | None = None
    condition: str = ""
    authority: str
    source: str
    certainty: str
    known_from: date
    end_known_from: date | None = None
    order: str = ""
    note: str = ""
    is_either: bool = False

    @property
    def is_base(self) -> bool:
        """Whether the event speaks of the whole instrument, everywhere and for everyone."""
        return self.is_of_whole_part and not (self.part or self.decisions)

    @property
    def is_of_whole_part(self) -> bool:
        """Whether the event speaks of all that it names, everywhere and for everyone."""
        local = self.place is not None and self.place.code != "US"
        return not (self.component or self.classes or local or self.condition or self.order)

    @property
    def day_is_open(self) -> bool:
        """Whether the sources leave open on which day the event began."""
        return self.latest_start != self.start

    @property
    def start_in_words(self) -> str:
        """The day on which the event began, or those on which it may have begun."""
        first, last = long_date(self.start), long_date(self.latest_start)
        if not self.day_is_open:
            return first
        return f"{first} or {last}" if self.is_either else f"some day between {first} and {last}"

    @property
    def start_as_written(self) -> str:
        """The start as files and answers write it: a day, `a..b` for one of those, or `a or b`."""
        start, latest = self.start.isoformat(), self.latest_start.isoformat()
        if not self.day_is_open:
            return start
        return f"{start}{EITHER}{latest}" if self.is_either else f"{start}{BETWEEN}{latest}"

    def covers(self, day: date, known_on: date) -> Truth:
        """Return whether the event lasted on a day, as far as known on another."""
        if self.known_from > known_on or day < self.start:
            return Truth.FALSE
        end_known = self.end_known_from is not None and self.end_known_from <= known_on
        if self.end is not None and end_known and self.end <= day:
            return Truth.FALSE
        return Truth.TRUE if day >= self.latest_start else Truth.UNKNOWN
