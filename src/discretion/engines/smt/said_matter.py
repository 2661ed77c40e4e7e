"""A matter whose file is given: what is left of its facts, as constants."""

from collections.abc import Mapping as Table
from datetime import date

import z3

from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.left import Ends
from discretion.engines.smt.left import Left
from discretion.engines.smt.left import Words
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.truth import Truth


class SaidMatter:
    """The facts of one view, of which nothing is left to choose."""

    def __init__(self, view: View) -> None:
        """Take what is known."""
        self.view = view

    def left(self, name: str) -> Left:
        """Return what is left of a fact."""
        return _constant(self.view.values(name))

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field of a record."""
        return _constant(self.view.field_values(slot.items, self._record(slot), name))

    def _record(self, slot: Slot) -> Table[str, Values]:
        return self.view.listed(slot.items)[slot.number - 1]

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return the records that a list has."""
        return tuple(
            Slot(items, number, YES) for number in range(1, len(self.view.listed(items)) + 1)
        )

    def complete(self, items: str) -> Formula:
        """Return whether the records of a list are all there are."""
        return _formula(holds=self.view.completeness(items) is Truth.TRUE)

    def known(self, name: str) -> Formula:
        """Return whether anything is said of a fact."""
        return _formula(holds=name in self.view.known)

    def settled(self, judgment: str) -> Pair:
        """Return whether an official settled a judgment, and how."""
        met = self.view.settled.get(judgment)
        return Pair(_formula(holds=met is True), _formula(holds=met is False))

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:
        """Tell whether the file calls a fact, or a field of a record, not applicable."""
        if slot is None:
            return name in self.view.inapplicable and name not in self.view.known
        full = f"{slot.items}[{slot.number}].{name}"
        return full in self.view.inapplicable and name not in self._record(slot)


def _formula(*, holds: bool) -> Formula:
    return YES if holds else NO


def _constant(values: Values) -> Left:
    if isinstance(values, Choices):
        words = values.words
        return Words(dict.fromkeys(words or (), YES), _formula(holds=words is None))
    return Ends(tuple((_number(low), _number(high)) for low, high in values.spans))


def _number(end: date | int | None) -> Number:
    if end is None:
        message = "a span without an end has no number"
        raise ValueError(message)
    return z3.IntVal(number_of(end))
