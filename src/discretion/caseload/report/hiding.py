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

from discretion.frozen import dataclass

CMS_LIMIT = 10
"""The largest count that is hidden. Source: the CMS Cell Size Suppression Policy."""
LEAST_LIMIT = 2
"""The least limit under which hiding hides: where only 1 is small, hidden is known to be 1."""
NO_LIMIT = 0

Blocks = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """Two rows and two columns: their four counts can change together and leave every total."""

    row: int
    column: int
    other_row: int
    other_column: int

    def cells(self) -> tuple[tuple[int, int], ...]:
        """Return the four cells."""
        rows, columns = (self.row, self.other_row), (self.column, self.other_column)
        return tuple(product(rows, columns))


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
    hidden = {
        (row, column)
        for row, cells in enumerate(counts)
        for column, each in enumerate(cells)
        if is_small(each, limit)
    }
    used: list[tuple[int, int, int]] = []
    for cell in sorted(hidden):
        if any(_fits(counts, hidden, found, limit) for found in _known(cell, used)):
            continue
        best = min(
            (found for found in _rectangles(counts, cell) if _room(counts, found) >= limit),
            key=lambda found: _price(counts, hidden, found),
            default=None,
        )
        if best is None:
            return frozenset(product(range(len(counts)), range(len(counts[0]))))
        hidden.update(best.cells())
        used.append((best.other_row, best.column, best.other_column))
        used.append((best.row, best.column, best.other_column))
    return frozenset(hidden)


def _known(cell: tuple[int, int], used: Sequence[tuple[int, int, int]]) -> Iterator[Rectangle]:
    """Yield the rectangles of a cell with rows that served others."""
    row, column = cell
    for other_row, *columns in used:
        if column in columns and other_row != row:
            other = columns[1] if columns[0] == column else columns[0]
            yield Rectangle(row=row, column=column, other_row=other_row, other_column=other)


def _fits(
    counts: Sequence[Sequence[int]],
    hidden: set[tuple[int, int]],
    found: Rectangle,
    limit: int,
) -> bool:
    return hidden.issuperset(found.cells()) and _room(counts, found) >= limit


def _rectangles(counts: Sequence[Sequence[int]], cell: tuple[int, int]) -> Iterator[Rectangle]:
    row, column = cell
    for other_row in range(len(counts)):
        for other_column in range(len(counts[0])):
            if other_row != row and other_column != column:
                yield Rectangle(
                    row=row, column=column, other_row=other_row, other_column=other_column
                )


def _room(counts: Sequence[Sequence[int]], found: Rectangle) -> int:
    """Return by how many the first cell of a rectangle could differ with no total changed."""
    upward = min(counts[found.row][found.other_column], counts[found.other_row][found.column])
    downward = min(counts[found.row][found.column], counts[found.other_row][found.other_column])
    return upward + downward


def _price(
    counts: Sequence[Sequence[int]], hidden: set[tuple[int, int]], found: Rectangle
) -> tuple[int, int, int, int]:
    """Return what hiding a rectangle costs: cells, then counts; the first of equals is taken."""
    newly = [cell for cell in found.cells() if cell not in hidden]
    counted = sum(counts[row][column] for row, column in newly)
    return len(newly), counted, found.other_row, found.other_column
