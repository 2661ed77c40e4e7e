"""A variable: something missing of a matter, with the cells it can be in."""

from collections.abc import Iterable
from itertools import combinations
from typing import TypeAlias

from discretion.analysis.cells.cells import Cells
from discretion.analysis.subjects import Subject
from discretion.facts.values import Values
from discretion.facts.values import one_word
from discretion.frozen import dataclass

Assignment: TypeAlias = dict[Subject, Values]

PRESENCE_ROWS = ((one_word("no"),), (one_word("yes"),))
PRESENCE = Cells(
    rows=PRESENCE_ROWS,
    signs={},
    shape=(),
    pairs=lambda _: ((0, 1),),
    apart=lambda _, a, b: (PRESENCE_ROWS[a], PRESENCE_ROWS[b]),
)
"""The cells of whether a further record exists."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A missing fact, or a few tied together, with the cells it can be in.

    `tie` is a number that tied facts share with those that have cells of the same shape, 0 for
    one fact.
    """

    subjects: tuple[Subject, ...]
    cells: Cells
    tie: int

    def decided(self, cell: int) -> Assignment:
        """Return values that lie in a cell."""
        return dict(zip(self.subjects, self.cells.rows[cell], strict=True))

    def pairs(self, name: str) -> Iterable[tuple[int, int]]:
        """Return the pairs of cells that may have rows which differ in one missing fact alone."""
        if self.tie:
            places = [place for place, each in enumerate(self.subjects) if each.name == name]
            if len(places) == 1:
                return self.cells.pairs(places[0])
        return combinations(range(len(self.cells.rows)), 2)

    def apart(self, name: str, a: int, b: int) -> tuple[Assignment, Assignment] | None:
        """Return values in two cells that differ in one missing fact alone, or None.

        All fields of a further record belong to one missing fact, and may differ together.
        """
        if not self.tie:
            (subject,) = self.subjects
            return {subject: self.cells.rows[a][0]}, {subject: self.cells.rows[b][0]}
        places = [place for place, each in enumerate(self.subjects) if each.name == name]
        if len(places) == len(self.subjects):
            return self.decided(a), self.decided(b)
        for place in places:
            rows = self.cells.apart(place, a, b)
            if rows is not None:
                one, other = (dict(zip(self.subjects, row, strict=True)) for row in rows)
                return one, other
        return None
