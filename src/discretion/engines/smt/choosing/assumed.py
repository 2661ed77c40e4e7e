"""A matter as a study supposes it: open terms closed by the closings of assumption sets."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from types import MappingProxyType

import z3

from discretion.engines.reading import Reading
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.engine import AFFIRMED
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.left import Ends
from discretion.engines.smt.left import Left
from discretion.engines.smt.left import Words
from discretion.engines.smt.matter import Matter
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.dates import day_of
from discretion.dates import moment_of
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds


class AssumedMatter:
    """A matter in which one closing narrows what another matter leaves open.

    `file` is the matter that nothing was assumed of: a closing never goes against it unless it is
    made instead of what is said.
    """

    def __init__(
        self, before: Matter, file: Matter, closing: Closing, when: Formula, may: Formula
    ) -> None:
        """Take the matter before, the closing, when it applies, and when its value is left."""
        self._before = before
        self._closing = closing
        self._applies = every((when, YES if closing.instead_of_said else may))

    def left(self, name: str) -> Left:
        """Return what is left of a fact once the closing applies where it does."""
        left = self._before.left(name)
        if name != self._closing.fact:
            return left
        return _narrowed(left, self._closing.value, self._applies)

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field: nothing is assumed of records."""
        return self._before.field_left(slot, name)

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return every record that a list may have."""
        return self._before.slots(items)

    def complete(self, items: str) -> Formula:
        """Return when a list is whole, as said or as assumed."""
        complete = self._before.complete(items)
        if items != self._closing.items:
            return complete
        closed = YES if self._closing.value in AFFIRMED else NO
        return z3.If(self._applies, closed, complete)

    def known(self, name: str) -> Formula:
        """Return when anything is said or assumed of a fact."""
        known = self._before.known(name)
        return some((known, self._applies)) if name == self._closing.fact else known

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment: no set settles one."""
        return self._before.settled(judgment)

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:
        """Tell whether a file calls something not applicable."""
        return self._before.is_inapplicable(name, slot)
