"""Memory: what was worked out of earlier matters.

Nothing here changes an answer: a finding that was decided before, on the same facts as far as it
reaches, is decided the same.
"""

from collections.abc import Hashable
from collections.abc import Mapping as Table
from typing import NamedTuple
from typing import TypeAlias

from discretion.analysis.diagram import Diagrams
from discretion.analysis.reach import DAY
from discretion.analysis.reach import RECORD
from discretion.analysis.subjects import Subject
from discretion.engines.atoms import Atom
from discretion.engines.reference import Derivation
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.frozen import dataclass

MOST_REMEMBERED = 20_000
"""How many findings, or values of facts, are remembered before all are forgotten.

A finding of the bundled policies takes two to four kilobytes, so that a policy keeps to some
sixty megabytes and still remembers what a few thousand matters have in common.
"""
MOST_NODES = 50_000
"""How many nodes of diagrams are kept before all are drawn anew: some tens of megabytes."""
INAPPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessCase:
    """One completion: the missing facts given a value, and what the named finding then is."""

    decided: Table[Subject, Values]
    gives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Two completions that differ in one missing fact alone, and the finding they change."""

    changes: str
    a: WitnessCase
    b: WitnessCase


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


Drawing: TypeAlias = tuple[
    frozenset[int], tuple[Split, ...], tuple[tuple[tuple[int, str, int, int], bool], ...]
]
"""One finding over every completion, as cells: the terminals it reaches, and what decides it.

Last stands what was asked of tied facts on the way: whether a fact alone leads from one cell of a
variable to another. With the same answers the drawing is the same.
"""

DrawnAtom: TypeAlias = tuple[Atom, int]
"""An atom, which is kept so that no other has its identity, and its diagram."""


class Drawn:
    """Diagrams drawn for earlier matters, and what decides them.

    A diagram speaks of cells and not of values, so that one serves all matters that differ in
    nothing that conditions tell apart.
    """

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.diagrams = Diagrams()
        self.atoms: dict[Hashable, DrawnAtom] = {}
        """By an atom's identity and all that bears on it."""
        self.rules: dict[Hashable, int] = {}
        self.drawings: dict[Hashable, Drawing] = {}

    def is_full(self) -> bool:
        """Tell whether so much is drawn that it is time to begin anew."""
        most = max(len(self.atoms), len(self.rules), len(self.drawings))
        return most > MOST_REMEMBERED or len(self.diagrams) > MOST_NODES


class Decided(NamedTuple):
    """One finding over every completion: what it can come to, and what decides between that.

    `turns` are the missing facts that decide, each with two completions that show it;
    `derivation` is how it follows from what is known; an outcome table has none, and has instead
    the row that is `established` on what is known, if one is.
    """

    reached: tuple[str, ...]
    turns: tuple[tuple[str, Witness], ...]
    derivation: Derivation | None = None
    established: str = ""


class Memory:
    """What was decided of findings before, for matters that agree on all that they reach."""

    def __init__(self) -> None:
        """Remember nothing."""
        self.drawn = Drawn()
        self._codes: dict[Hashable, int] = {}
        self._last: tuple[View, dict[str, int]] | None = None
        self._decided: dict[Hashable, Decided] = {}

    def __len__(self) -> int:
        """Return how many findings are remembered."""
        return len(self._decided)

    def clear(self) -> None:
        """Forget everything."""
        self.drawn = Drawn()
        self._codes.clear()
        self._last = None
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
        remembered all of it is forgotten here, before a view is read, and never in between. A
        view that is read again and again, under one ruleset after another, is read once.
        """
        if self._last is not None and self._last[0] is view:
            return self._last[1]
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
        self._last = (view, codes)
        return codes

    def _code(self, value: Hashable) -> int:
        return self._codes.setdefault(value, len(self._codes))
