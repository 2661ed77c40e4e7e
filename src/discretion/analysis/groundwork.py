"""Groundwork: what is prepared once for a pack, and what is remembered from matter to matter.

Nothing here changes an answer: a finding that was decided before, on the same facts as far as it
reaches, is decided the same.
"""

from collections.abc import Hashable
from collections.abc import Iterable
from typing import NamedTuple
from typing import TypeAlias

from discretion.analysis.cells.cache import CellCache
from discretion.analysis.cells.variable import Assignment
from discretion.analysis.diagram import Diagrams
from discretion.analysis.numbering import Numbering
from discretion.analysis.reach import DAY
from discretion.analysis.reach import RECORD
from discretion.analysis.reach import Reach
from discretion.analysis.reach import closure_of
from discretion.analysis.reach import with_tied
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Place
from discretion.analysis.subjects import places_of
from discretion.engines.atoms import Atom
from discretion.engines.reference import Derivation
from discretion.engines.reference import Reading
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.rules.condition import RuleMet

MOST_REMEMBERED = 5_000
"""How many findings, or values of facts, are remembered before all are forgotten.

A finding of the bundled policies takes two to four kilobytes, so that a policy keeps to some
fifteen megabytes and still remembers what several hundred matters have in common.
"""
MOST_NODES = 50_000
"""How many nodes of diagrams are kept before all are drawn anew: some tens of megabytes."""
INAPPLICABLE = "not_applicable"

Case: TypeAlias = tuple[Assignment, str]
"""Missing facts given a value, and what the finding then is."""


class Turn(NamedTuple):
    """A missing fact that decides, and two completions that differ in it alone."""

    fact: str
    a: Case
    b: Case


class Split(NamedTuple):
    """A missing fact that decides, as cells: two completions that differ in one variable.

    `beside` are the cells of other variables that each says besides, as (variable, cell); `moving`
    is where they differ, `cells` which two of its cells they are in, `ends` the terminals that
    they lead to.
    """

    fact: str
    beside: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
    moving: int
    cells: tuple[int, int]
    ends: tuple[int, int]


class Drawing(NamedTuple):
    """One finding over every completion, as cells: the terminals it reaches and what decides.

    `asked` holds what was asked of tied facts on the way: whether a fact alone leads from one cell
    of a variable to another. With the same answers the drawing is the same.
    """

    ends: frozenset[int]
    splits: tuple[Split, ...]
    asked: tuple[tuple[tuple[int, str, int, int], bool], ...]


class Drawn:
    """Diagrams drawn for earlier matters, and what decides them.

    A diagram speaks of cells and not of values, so that one serves all matters that differ in
    nothing that conditions tell apart.
    """

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.diagrams = Diagrams()
        self.atoms: dict[Hashable, tuple[Atom, int]] = {}
        """By an atom's identity, which it keeps by keeping it, and all that bears on it."""
        self.rules: dict[Hashable, int] = {}
        self.drawings: dict[Hashable, Drawing] = {}

    def is_full(self) -> bool:
        """Tell whether so much is drawn that it is time to begin anew."""
        most = max(len(self.atoms), len(self.rules), len(self.drawings))
        return most > MOST_REMEMBERED or len(self.diagrams) > MOST_NODES


class Decided(NamedTuple):
    """One finding over every completion: what it can come to, and what decides between that.

    `derivation` is how it follows from what is known; an outcome table has none.
    """

    reached: tuple[str, ...]
    turns: tuple[Turn, ...]
    derivation: Derivation | None = None


class Memory:
    """What was decided of findings before, for matters that agree on all that they reach."""

    def __init__(self) -> None:
        """Remember nothing."""
        self.drawn = Drawn()
        self._codes: dict[Hashable, int] = {}
        self._decided: dict[Hashable, Decided] = {}

    def __len__(self) -> int:
        """Return how many findings are remembered."""
        return len(self._decided)

    def clear(self) -> None:
        """Forget everything."""
        self.drawn = Drawn()
        self._codes.clear()
        self._decided.clear()

    def get(self, key: Hashable) -> Decided | None:
        """Return what was decided before, or None."""
        return self._decided.get(key)

    def keep(self, key: Hashable, decided: Decided) -> None:
        """Remember what was decided."""
        self._decided[key] = decided

    def codes(self, view: View) -> dict[str, int]:
        """Return a number for all that a view knows of each fact and list, equal for equals.

        Codes stand for values, which are slow to compare again and again. When too much is
        remembered all of it is forgotten here, before a view is read, and never in between.
        """
        most = max(len(self._decided), len(self._codes))
        if most > MOST_REMEMBERED or self.drawn.is_full():
            self.clear()
        codes = {name: self._code(values) for name, values in view.known.items()}
        codes[DAY] = self._code(view.day)
        codes[RECORD] = self._code(view.is_record)
        for name in view.inapplicable - codes.keys():
            codes[name] = self._code(INAPPLICABLE)
        for items in view.complete.keys() | view.records.keys():
            rows = [tuple(sorted(row.items())) for row in view.listed(items)]
            outside = [name for name in view.inapplicable if name.startswith(f"{items}[")]
            complete = view.complete.get(items)
            codes[items] = self._code((complete, tuple(rows), frozenset(outside)))
        return codes

    def _code(self, value: Hashable) -> int:
        return self._codes.setdefault(value, len(self._codes))


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
        self._of_rules: dict[tuple[int, str], tuple[Reading, Reach]] = {}

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
            reading: the rules, judgments and derivable facts they may refer to.

        """
        start = tuple(conditions)
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
        return found

    def reach_of(self, rule: str, reading: Reading) -> Reach:
        """Return what a rule can depend on in a reading, which is kept as long as this is."""
        key = (id(reading), rule)
        found = self._of_rules.get(key)
        if found is None:
            found = self._of_rules[key] = (reading, self.reach((RuleMet(rule),), reading))
        return found[1]
