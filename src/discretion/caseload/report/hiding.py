"""What is hidden so that no small count can be read, nor worked out from the totals.

A count from 1 to the limit is small. Such a count is hidden, and so are others with it, until the
totals that are shown leave its value open. What is shown never says which of the hidden counts
were small.

Source: Centers for Medicare & Medicaid Services, Cell Size Suppression Policy: no cell of 1 to 10
is reported, none may be derived from others or from percentages, and a zero may be shown.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from discretion.frozen import dataclass

CMS_LIMIT = 10
"""The largest count that is hidden. Source: the CMS Cell Size Suppression Policy."""
LEAST_LIMIT = 2
"""The least limit under which hiding hides: where only 1 is small, hidden is known to be 1."""
NO_LIMIT = 0

Blocks = tuple[tuple[int, ...], ...]
Corner = tuple[int, int]
"""A row and a column."""


def is_small(count: int, limit: int) -> bool:
    """Tell whether a count may not be shown; a zero may."""
    return 1 <= count <= limit


def blocks_of(counts: Sequence[int], limit: int) -> Blocks:
    """Return the counts of one line as blocks, by their places: only a block's sum may be shown.

    A count that may be shown stands alone in its block. Small ones stand together, with the first
    others that are needed to leave open what each of them is. Which others are taken depends on
    their order alone, so that nothing can be worked out from the choice.

    Args:
        counts: counts that add up to a total which is shown.
        limit: the largest count that is hidden.

    """
    small = [place for place, each in enumerate(counts) if is_small(each, limit)]
    hidden = list(small)
    rest = [place for place in range(len(counts)) if place not in set(small)]
    enough = 2 * limit + len(small)
    while (
        small
        and rest
        and not (
            any(counts[place] > limit for place in hidden)
            and sum(counts[place] for place in hidden) >= enough
        )
    ):
        hidden.append(rest.pop(0))
    alone: list[tuple[int, ...]] = [(place,) for place in rest]
    together = [tuple(sorted(hidden))] if hidden else []
    return tuple(sorted(together + alone))


def hidden_cells(counts: Sequence[Sequence[int]], limit: int) -> frozenset[tuple[int, int]]:
    """Return the cells of a table that are hidden, its totals being shown: row and column.

    For each small count there is a rectangle of hidden cells whose counts could be moved by as
    many as the limit without a change of any total: so that many values are left open. Where no
    such rectangle is found, every cell is hidden.

    Args:
        counts: the rows of the table; none of its totals is small.
        limit: the largest count that is hidden.

    """
    table = CountTable(
        counts=np.array(counts, dtype=np.int64).reshape(len(counts), -1), limit=limit
    )
    hidden = (table.counts >= 1) & (table.counts <= limit)
    for row, column in np.argwhere(hidden).tolist():
        found = table.rectangle(hidden, row, column)
        if found is None:
            return frozenset(product(range(len(counts)), range(len(counts[0]))))
        other_row, other_column = found
        hidden[np.ix_((row, other_row), (column, other_column))] = True
    return frozenset((row, column) for row, column in np.argwhere(hidden).tolist())


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """Counts of which some are hidden, and the largest count that is."""

    counts: NDArray[np.int64]
    limit: int

    def rectangle(self, hidden: NDArray[np.bool_], row: int, column: int) -> Corner | None:
        """Return the other row and column of a rectangle that leaves a count open.

        That which hides the fewest further cells, then the smallest counts, then the first; None
        where there is none.
        """
        found = [
            each
            for other in range(self.counts.shape[1])
            if other != column
            for each in self._best(hidden, (row, column), other)
        ]
        return min(found)[1] if found else None

    def _best(
        self, hidden: NDArray[np.bool_], cell: Corner, other: int
    ) -> Iterator[tuple[tuple[int, int], Corner]]:
        """Yield the best row for a rectangle over two columns, with what it costs."""
        row, column = cell
        own, beside = self.counts[:, column], self.counts[:, other]
        upward = np.minimum(beside[row], own)
        downward = np.minimum(own[row], beside)
        fit = np.flatnonzero(upward + downward >= self.limit)
        fit = fit[fit != row]
        if fit.size:
            shown, shown_beside = ~hidden[fit, column], ~hidden[fit, other]
            newly = shown.astype(np.int64) + shown_beside
            counted = own[fit] * shown + beside[fit] * shown_beside
            first = np.lexsort((fit, counted, newly))[0]
            here = 0 if hidden[row, other] else 1
            cost = int(newly[first]) + here, int(counted[first]) + here * int(beside[row])
            yield cost, (int(fit[first]), other)
