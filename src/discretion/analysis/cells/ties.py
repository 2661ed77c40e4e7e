"""Dates and numbers that comparisons tie together: which combinations of their turns can occur.

Each comparison between two of them comes true as the one moves on and ceases to be as the other
does, so that what is asked of it, true or false, pushes one of them on. The least days that meet
everything asked are found by starting every day as early as it can be and pushing.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from itertools import combinations
from typing import TypeAlias

from discretion.analysis.cells.cells import Cells
from discretion.analysis.cells.cells import Pair
from discretion.analysis.cells.cells import Row
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.chase import Chase
from discretion.analysis.cells.comparisons import comparisons_of
from discretion.analysis.cells.comparisons import is_opposite
from discretion.analysis.cells.comparisons import plainer
from discretion.analysis.cells.pushes import Axis
from discretion.analysis.cells.pushes import Push
from discretion.analysis.cells.pushes import axes_of
from discretion.analysis.cells.pushes import ends_of
from discretion.analysis.cells.pushes import push_of
from discretion.engines.atoms import Atom
from discretion.facts.values import Spans
from discretion.rules.condition import Compare

Wanted: TypeAlias = list[tuple[Push, bool]]
"""Comparisons, each with whether it is to hold."""


class Tie:
    """Ordered facts that are tied together, and all that can be asked of them."""

    def __init__(
        self,
        values: Table[str, Spans],
        atoms: Iterable[Atom],
        orders: Iterable[Compare],
        trial: Trial,
    ) -> None:
        """Take what each fact may be, every atom that reads them, and what always holds of them."""
        self._atoms = {atom: comparisons_of(atom) for atom in atoms}
        self._trial = trial
        each = dict.fromkeys(part for parts in self._atoms.values() for part in parts)
        always = list(orders)
        ends = {part: ends_of(part, values, trial) for part in (*each, *always)}
        self._axes = axes_of(values, [found for found in ends.values() if len(found) > 1])
        pushes = [push_of(comparison, ends[comparison], self._axes, trial) for comparison in each]
        self._pushes = sorted(pushes, key=lambda push: len(push.ends))
        self._always = [(push_of(part, ends[part], self._axes, trial), True) for part in always]
        self._signs: list[tuple[bool, ...]] = []
        self._least: list[list[int]] = []
        self._moving: dict[int, list[tuple[int, int]]] = {}
        self._pairs: dict[tuple[int, int, int], Pair | None] = {}

    def cells(self) -> Cells:
        """Return every combination of turns that can occur, with the least days that show it."""
        rows: list[Row] = []
        waiting: list[tuple[tuple[bool, ...], list[int]]] = []
        start = self._pushed(self._axes, [axis.low for axis in self._axes], self._always)
        if start is not None:
            waiting.append(((), start))
        while waiting:
            signs, at = waiting.pop()
            if len(signs) == len(self._pushes):
                self._signs.append(signs)
                self._least.append(at)
                rows.append(self._row(self._axes, at, self._wanted(signs)))
                continue
            so_far = self._pushes[len(signs)].holds(self._axes, at, self._trial)
            for sign in (True, False):
                more = (*signs, sign)
                further: list[int] | None = at
                if sign is not so_far:
                    further = self._pushed(self._axes, at, self._wanted(more))
                if further is not None:
                    waiting.append((more, further))
        shape = (
            tuple([axis.name for axis in self._axes]),
            tuple([push.comparison for push in self._pushes]),
            tuple(self._signs),
        )
        by_atom = self._atom_signs()
        return Cells(
            rows=tuple(rows), signs=by_atom, shape=shape, pairs=self.pairs, apart=self.apart
        )

    def _atom_signs(self) -> dict[Atom, tuple[bool, ...]]:
        place = {push.comparison: number for number, push in enumerate(self._pushes)}
        return {
            atom: tuple(
                [
                    all(signs[place[part]] for part in parts) is not is_opposite(atom)
                    for signs in self._signs
                ]
            )
            for atom, parts in self._atoms.items()
        }

    def pairs(self, moving: int) -> list[tuple[int, int]]:
        """Return the pairs of cells that one fact alone may lead from one to the other."""
        found = self._moving.get(moving)
        if found is None:
            cells = range(len(self._signs))
            found = [(a, b) for a, b in combinations(cells, 2) if self._may_move(moving, a, b)]
            self._moving[moving] = found
        return found

    def _may_move(self, moving: int, a: int, b: int) -> bool:
        """Tell whether one fact has a part, and in one direction, in all that differs."""
        onward = None
        for push, in_a, in_b in zip(self._pushes, self._signs[a], self._signs[b], strict=True):
            if in_a is not in_b:
                if moving not in push.ends:
                    return False
                to_b = push.comes_true(moving) is in_b
                if onward is not None and onward is not to_b:
                    return False
                onward = to_b
        return True

    def apart(self, moving: int, a: int, b: int) -> Pair | None:
        """Return two rows that differ in one fact alone and lie in two cells, None if none do."""
        key = (moving, a, b)
        if key not in self._pairs:
            is_possible = self._may_move(moving, a, b)
            self._pairs[key] = self._apart(moving, a, b) if is_possible else None
        return self._pairs[key]

    def _apart(self, moving: int, a: int, b: int) -> Pair | None:
        """Solve for both cells at once, with a second axis for the fact that differs."""
        second = len(self._axes)
        axes = [*self._axes, self._axes[moving]]
        moved = (pair for pair in self._wanted(self._signs[b]) if moving in pair[0].ends)
        wanted = [
            *self._wanted(self._signs[a]),
            *((push.reads(moving, second), sign) for push, sign in moved),
        ]
        least = [*map(max, self._least[a], self._least[b]), self._least[b][moving]]
        least[moving] = self._least[a][moving]
        at = self._pushed(axes, least, wanted)
        if at is None:
            return None
        row = self._row(axes, at, wanted)
        return row[:-1], (*row[:moving], row[-1], *row[moving + 1 : -1])

    def _wanted(self, signs: Iterable[bool]) -> Wanted:
        return [*self._always, *zip(self._pushes, signs, strict=False)]

    def _pushed(self, axes: list[Axis], start: list[int], wanted: Wanted) -> list[int] | None:
        """Return the least positions from a start on that meet all that is wanted."""
        chase = Chase(start)
        met = 0
        for push, sign in _around(wanted):
            if met == len(wanted):
                break
            met += 1
            if push.holds(axes, chase.at, self._trial) is sign:
                continue
            end = push.moved(wanted=sign)
            reached = None if end is None else push.turns(axes, chase.at, end, self._trial)
            moved = None if end is None or reached is None else axes[end].allowed(reached)
            if end is None or reached is None or moved is None:
                return None
            if not chase.move(push, end, reached, moved):
                return None
            met = 1
        return chase.at

    def _row(self, axes: list[Axis], at: list[int], wanted: Wanted) -> Row:
        """Return the values at some positions, moments as plain as what is wanted lets them be."""
        # Twice, because one moment may have to move on before another can.
        for end, axis in [*enumerate(axes)] * 2:
            for plain in plainer(at[end], axis.like):
                tried = [*at[:end], plain, *at[end + 1 :]]
                is_allowed = axis.allowed(plain) == plain
                if is_allowed and all(
                    push.holds(axes, tried, self._trial) is sign for push, sign in wanted
                ):
                    at = tried
                    break
        return tuple([axis.value(position) for axis, position in zip(axes, at, strict=True)])


def _around(wanted: Wanted) -> Iterable[tuple[Push, bool]]:
    while wanted:
        yield from wanted
