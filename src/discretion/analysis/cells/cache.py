"""Cells made before, by what they were made from: matters have most of them in common."""

from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Sequence
from typing import NamedTuple
from typing import TypeAlias

from discretion.analysis.cells.cells import Cells
from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.cells import ordered_cells
from discretion.analysis.cells.cells import worded_cells
from discretion.analysis.cells.cells import words_to_try
from discretion.analysis.cells.ties import Tie
from discretion.analysis.cells.variable import Variable
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Order
from discretion.analysis.subjects import Place
from discretion.analysis.subjects import Subject
from discretion.analysis.subjects import places_of
from discretion.engines.atoms import Atom
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.rules.condition import Compare

MOST_CELLS = 2_000
"""Of how many facts, or groups of them, cells are kept before all are forgotten."""

Read: TypeAlias = tuple[tuple[Atom, tuple[Place, ...]], ...]
"""Atoms, each with what it reads besides."""


class Open(NamedTuple):
    """What one open fact, or a few tied together, may be, and all that bears on it.

    `known` is what its atoms read besides, `orders` the date orders that bind it, `absent` the
    word it has while nobody records it.
    """

    items: str
    left: tuple[tuple[str, Values], ...]
    known: tuple[tuple[Place, Values], ...]
    orders: tuple[Order, ...]
    absent: str


Made: TypeAlias = tuple[int, Cells]
"""Cells with the number of their shape, which none of another shape has."""


class CellCache:
    """Cells and the atoms that they are made of; shared between assessments."""

    def __init__(self) -> None:
        """Begin with no cells, and with no atoms read."""
        self._made: dict[Open, Made] = {}
        self._shapes: dict[Hashable, int] = {}
        self._read: dict[tuple[str, tuple[str, ...]], Read] = {}
        self._variables: dict[tuple[Subject, Values, str], Variable] = {}
        self._alone: dict[Place, bool] = {}

    def __len__(self) -> int:
        """Return how many cells are kept."""
        return len(self._made)

    def cells(self, facts: Open, atoms: Sequence[Atom]) -> Made:
        """Return the cells of some facts.

        Args:
            facts: what they may be.
            atoms: what reads them, of which all else is known; the facts and that decide which.

        """
        made = self._made.get(facts)
        if made is None:
            if len(self._made) >= MOST_CELLS:
                self._made.clear()
            cells = _cells(facts, atoms)
            shape = self._shapes.setdefault(cells.shape, len(self._shapes) + 1)
            made = self._made[facts] = (shape, cells)
        return made

    def atoms(self, index: AtomIndex, items: str, names: tuple[str, ...]) -> Read:
        """Return every atom that reads one of some tied facts, with what else it reads."""
        found = self._read.get((items, names))
        if found is None:
            tied = {(items, name) for name in names}
            atoms = dict.fromkeys(atom for place in tied for atom in index.of.get(place, ()))
            found = self._read[items, names] = tuple(
                (
                    atom,
                    tuple(
                        dict.fromkeys(read for read in places_of(atom, items) if read not in tied)
                    ),
                )
                for atom in atoms
            )
        return found

    def alone(self, index: AtomIndex, subject: Subject, values: Values, absent: str) -> Variable:
        """Return the variable of what nothing is tied to: the same for the same values."""
        key = (subject, values, absent)
        variable = self._variables.get(key)
        if variable is None:
            if len(self._variables) >= MOST_CELLS:
                self._variables.clear()
            left = ((subject.field, values),)
            facts = Open(items=subject.items, left=left, known=(), orders=(), absent=absent)
            atoms = [atom for atom, _ in self.atoms(index, subject.items, (subject.field,))]
            _, cells = self.cells(facts, atoms)
            variable = self._variables[key] = Variable((subject,), cells, tie=0)
        return variable

    def stands_alone(self, index: AtomIndex, place: Place) -> bool:
        """Tell whether nothing ties a fact or field, and each atom that reads it reads it alone."""
        found = self._alone.get(place)
        if found is None:
            atoms = self.atoms(index, place[0], (place[1],))
            is_read_alone = not any(others for _, others in atoms)
            found = self._alone[place] = is_read_alone and not index.joint.get(place)
        return found


def _places(atom: Atom, items: str) -> Iterable[Place]:
    return dict.fromkeys(places_of(atom, items))


def _cells(facts: Open, atoms: Sequence[Atom]) -> Cells:
    """Return the cells of a fact, or of some that are tied together: all words or all ordered."""
    trial = Trial(facts.items, dict(facts.known))
    words = {name: values for name, values in facts.left if isinstance(values, Choices)}
    spans = {name: values for name, values in facts.left if isinstance(values, Spans)}
    if words and spans:
        raise EntangledError(tuple(name for name, _ in facts.left))
    if words:
        pools = {
            name: words_to_try(values, atoms, facts.absent, len(words))
            for name, values in words.items()
        }
        return worded_cells(pools, atoms, trial)
    if len(spans) == 1:
        ((name, values),) = spans.items()
        return ordered_cells(name, values, atoms, trial)
    comparisons = [
        Compare(trial.leaf(earlier), "<=", trial.leaf(later)) for later, earlier in facts.orders
    ]
    return Tie(spans, atoms, comparisons, trial).cells()
