"""Groundwork: what is prepared once for a pack, for all of its matters."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.analysis.cells.cache import CellCache
from discretion.analysis.cells.numbering import Numbering
from discretion.analysis.memory import Memory
from discretion.analysis.reach import Reach
from discretion.analysis.reach import closure_of
from discretion.analysis.reach import with_tied
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Place
from discretion.analysis.subjects import places_of
from discretion.engines.atoms import Atom
from discretion.engines.reading import Reading
from discretion.rules.condition import Condition

Rules: TypeAlias = Table[str, Condition]
"""The rules that some conditions lead to."""


class Groundwork:
    """What analysis prepares of one pack, for all readings of its rules."""

    def __init__(self, index: AtomIndex) -> None:
        """Take every atom that the rules, the outcome table and derivable facts may reach."""
        self.index = index
        self.numbering = Numbering(index)
        self.cells = CellCache()
        self.memory = Memory()
        self._places: dict[tuple[Atom, str], tuple[Place, ...]] = {}
        self._reaches: dict[tuple[Condition, ...], list[tuple[Rules, Reach]]] = {}
        self._asked: dict[tuple[int, tuple[Condition, ...]], tuple[Reading, Reach]] = {}

    def places(self, atom: Atom, items: str) -> tuple[Place, ...]:
        """Return what an atom reads of a record of a list, or of the matter where that is empty."""
        key = (atom, items)
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = tuple(dict.fromkeys(places_of(atom, items)))
        return found

    def reach(self, conditions: Iterable[Condition], reading: Reading) -> Reach:
        """Return what some conditions can depend on; those that lead to the same have one reach.

        Args:
            conditions: where to begin.
            reading: the rules, judgments and derivable facts they may refer to; it is kept.

        """
        start = tuple(conditions)
        asked = (id(reading), start)
        kept = self._asked.get(asked)
        if kept is None:
            kept = self._asked[asked] = (reading, self._reach(start, reading))
        return kept[1]

    def _reach(self, start: tuple[Condition, ...], reading: Reading) -> Reach:
        """Return the reach of some conditions, which is one for readings that lead to the same."""
        made = self._reaches.setdefault(start, [])
        for rules, reach in made:
            if all(reading.rules.get(name) == condition for name, condition in rules.items()):
                return reach
        closure = closure_of(start, reading)
        found = Reach(
            facts=with_tied(closure.facts, self.index),
            judgments=tuple(closure.judgments),
            needs=closure.needs(),
            dated=closure.ordered,
        )
        made.append((closure.rules, found))
        return found
