"""What the engine asks of a matter: what is left of its facts and records, as formulas."""

from typing import Protocol

from discretion.engines.smt.left import Left
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A record that a list has or may have: the list, its number from 1, and when it is there."""

    items: str
    number: int
    present: Formula


class Matter(Protocol):
    """A matter of which a solver may choose what is said."""

    def left(self, name: str) -> Left:
        """Return what is left of a fact."""

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field of a record."""

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return every record that a list has or may have."""

    def complete(self, items: str) -> Formula:
        """Return when the records of a list are known to be all there are."""

    def known(self, name: str) -> Formula:
        """Return when anything is said of a fact."""

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment as met, and when as not met."""

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:
        """Tell whether a file calls a fact, or a field of a record, not applicable."""
