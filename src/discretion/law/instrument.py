"""An instrument: a document with authority, its parts, its reach and its history."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from datetime import date

from discretion.dates import long_date
from discretion.frozen import dataclass
from discretion.law.event import TAKING_EFFECT
from discretion.law.event import StatusEvent
from discretion.place import Place

LEGAL, PRACTICE = STANDING_CLOCKS = ("legal", "practice")
"""The clocks on which a screen may read whether an instrument stood."""
OUTSIDE, NOT_READ = OTHERS = ("outside", "not_read")
"""What a scope says of other decisions: it speaks to none, or nobody has read it for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A memo, guidelines or order. It holds no rule: rules read its text.

    A screen stands here too: it has no authority and no history of its own, and each of its rules
    rests on instruments that have.

    `scope` lists the decision types it speaks to; of any other it says nothing. `parts` maps each
    part to its title, in the instrument's order. `prevails_over` lists instruments that yield to
    it where both reach. `place` is None for an instrument that reaches the whole country.
    `is_read_in_part` tells that it may speak to decisions beyond `scope`, which nobody has read it
    for: of those nothing is said. `clock` is of a screen: on which clock the status is read of what
    its rules rest on.
    """

    id: str
    title: str
    short: str
    issuer: str
    matter: str
    components: tuple[str, ...]
    issued_on: date
    published_at: str
    reviewed: str
    parts: Table[str, str]
    scope: frozenset[str]
    prevails_over: tuple[str, ...]
    sources: Table[str, str]
    events: Sequence[StatusEvent]
    is_screen: bool = False
    digest: str = ""
    place: Place | None = None
    is_read_in_part: bool = False
    clock: str = LEGAL

    @property
    def issued_in_words(self) -> str:
        """The day of issue, or those of which the sources leave open which one it was."""
        first = next(
            (event for event in self.events if event.is_base and event.start == self.issued_on),
            None,
        )
        return first.start_in_words if first is not None else long_date(self.issued_on)

    def is_read_for(self, decision: str) -> bool:
        """Tell whether anything is said of a decision type; an empty word narrows nothing."""
        return not (decision and self.is_read_in_part) or decision in self.scope

    def event(self, name: str) -> StatusEvent | None:
        """Return the event of that name, or None."""
        return next((event for event in self.events if event.name == name), None)

    def own_decisions(self, part: str) -> frozenset[str]:
        """Return the decision types that a part is told to speak to; empty where none are named.

        What takes effect, or is issued to take effect, names them, for everybody and everywhere.
        """
        return frozenset(
            decision
            for event in self.events
            if event.part == part and event.kind in TAKING_EFFECT and event.is_of_whole_part
            for decision in event.decisions
        )

    def parts_on(self, decision: str) -> tuple[str, ...]:
        """Return the parts that are told to speak to a decision type by name."""
        return tuple(part for part in self.parts if decision in self.own_decisions(part))
