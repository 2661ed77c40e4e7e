"""Groundwork: what is prepared once for a pack, for all of its matters."""

from collections.abc import Hashable
from collections.abc import Iterable

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


class Groundwork:
    """What analysis prepares of one pack, for all readings of its rules."""

    def __init__(self, index: AtomIndex) -> None:
        """Take every atom that the rules, the outcome table and derivable facts may reach."""
        self.index = index
        self.numbering = Numbering(index)
        self.cells = CellCache()
        self.memory = Memory()
        self._places: dict[tuple[Atom, str], tuple[Place, ...]] = {}
        self._reaches: dict[Hashable, Reach] = {}
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
            closure = closure_of(start, reading)
            key = (start, tuple(closure.rules.items()))
            found = self._reaches.get(key)
            if found is None:
                found = self._reaches[key] = Reach(
                    facts=with_tied(closure.facts, self.index),
                    judgments=tuple(closure.judgments),
                    needs=closure.needs(),
                    dated=closure.ordered,
                )
            kept = self._asked[asked] = (reading, found)
        return kept[1]
