"""What hangs together: days in an order, and what is left of each of them beside the others."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import assert_never

import numpy as np

from discretion.engines.bitmap.calendar import Number
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.columns import YesNo
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import unpacked
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Fact
from discretion.rules.condition import Field


class Ties:
    """The orders of days among some facts, or among the fields of one record."""

    def __init__(self, types: Table[str, FactType]) -> None:
        """Take the facts of a matter, or the fields of a record."""
        pairs = [(name, each.not_before) for name, each in types.items() if each.not_before]
        tied = dict.fromkeys(name for pair in pairs for name in pair)
        self._earlier = {name: frozenset(_led_to(name, pairs)) for name in tied}
        self._groups = {name: name for name in tied}
        for later, earlier in pairs:
            old, new = self._groups[later], self._groups[earlier]
            self._groups = {
                name: new if group == old else group for name, group in self._groups.items()
            }

    def group(self, name: str) -> str:
        """Return the name that all facts have in common that are tied to one."""
        return self._groups.get(name, name)

    def members(self, group: str) -> tuple[str, ...]:
        """Return the facts of a group."""
        return tuple(name for name, each in self._groups.items() if each == group) or (group,)

    def is_tied(self, name: str) -> bool:
        """Tell whether a day has to keep an order with another."""
        return name in self._groups

    def left(self, name: str, frame: Frame) -> Bounds:
        """Return what is left of a day whatever those tied to it turn out to be.

        Where something is said of an earlier one it comes after all that this may be; where
        nothing is, that one can still give way. A later one likewise.
        """
        found = frame.left.get(name)
        if found is None:
            found = frame.left[name] = self._left(name, frame)
        return found

    def _left(self, name: str, frame: Frame) -> Bounds:
        column = frame.bounds(Fact(name))
        low, high = column.low, column.high
        for other in self._groups:
            if other in self._earlier[name]:
                beside = frame.bounds(Fact(other))
                low = np.maximum(low, _chosen(beside.known, beside.high, beside.low, frame))
            elif name in self._earlier[other]:
                beside = frame.bounds(Fact(other))
                high = np.minimum(high, _chosen(beside.known, beside.low, beside.high, frame))
        if column.high is column.low:
            return column
        is_open = column.low != column.high
        low, high = np.where(is_open, low, column.low), np.where(is_open, high, column.high)
        return Bounds(low=low, high=high, known=column.known)


def open_in(leaf: Fact | Field, frame: Frame) -> Bits:
    """Return the rows in which more than one value of a fact or field is left."""
    if frame.type_of(leaf).kind is Kind.MOMENT:
        return frame.every
    column = frame.column(leaf)
    match column:
        case YesNo():
            return frame.every ^ (column.yes | column.no)
        case Bounds():
            if column.high is column.low:
                return frame.none
            return frame.plane(column.low != column.high)
        case Words():
            rest = frame.none if column.rest.single is not None else frame.every
            if column.codes is None:
                return rest
            several = [cell for cell, left in enumerate(column.left) if left.single is None]
            found = column.where(column.codes, several) if several else frame.none
            if column.known is None:
                return found
            return (found & column.known) | (rest & ~column.known)
        case _:
            assert_never(column)


def _chosen(known: Bits | None, said: Number, unsaid: Number, frame: Frame) -> Number:
    """Return one number where a row says anything, and another where it says nothing."""
    if known is None:
        return said
    return np.where(unpacked(known, frame.rows), said, unsaid)


def _led_to(name: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what is never after a day, however far."""
    waiting = [name]
    for each in waiting:
        for later, earlier in pairs:
            if later == each and earlier not in waiting:
                waiting.append(earlier)
                yield earlier
