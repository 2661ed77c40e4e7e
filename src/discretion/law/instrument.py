"""An instrument: a document with authority, its parts, its reach and its history."""

from collections.abc import Mapping as Table
from datetime import date

from discretion.frozen import dataclass
from discretion.law.event import StatusEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A memo, guidelines or order. It holds no rule: rules read its text.

    `scope` lists the decision types it speaks to; of any other it says nothing. `parts` maps each
    part to its title, in the instrument's order. `prevails_over` lists instruments that yield to
    it where both reach.
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
    events: tuple[StatusEvent, ...]
    digest: str = ""

    def event(self, name: str) -> StatusEvent | None:
        """Return the event of that name, or None."""
        return next((event for event in self.events if event.name == name), None)
