"""Squares of two answers over the same rows, downward and across, without what may not be shown."""

from collections.abc import Sequence
from itertools import product

from discretion.caseload.report.hiding import blocks_of
from discretion.caseload.report.hiding import hidden_cells
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Hidden

ANSWERS = ("yes", "no", "unknown", "not asked")
"""The answers of a topic; the last one counts where a side is not asked of every row."""
SAME = ((0, 0), (1, 1))
OF_TEXT = ((0, 1), (1, 0))
WANTING = ((0, 2), (1, 2), (2, 0), (2, 1))
NEITHER = ((2, 2),)
UNASKED = ((0, 3), (1, 3), (2, 3), (3, 0), (3, 1), (3, 2), (3, 3))
"""Cells of a table of answers under A, downward, and under B, across."""
Square = tuple[tuple[Shown, ...], ...]


def shown_square(counts: Sequence[Sequence[int]], limit: int) -> Square:
    """Return a table of two answers, downward and across, without what may not be shown.

    Its totals are those of tables of either side, so that lines whose totals are hidden there are
    hidden here too.
    """
    downward = blocks_of([sum(row) for row in counts], limit)
    across = blocks_of([sum(column) for column in zip(*counts, strict=True)], limit)
    coarse = [
        [sum(counts[row][column] for row, column in product(rows, columns)) for columns in across]
        for rows in downward
    ]
    hidden = hidden_cells(coarse, limit)
    open_cells = {
        (rows[0], columns[0])
        for (one, rows), (other, columns) in product(enumerate(downward), enumerate(across))
        if len(rows) == len(columns) == 1 and (one, other) not in hidden
    }
    return tuple(
        tuple(each if (row, column) in open_cells else HIDDEN for column, each in enumerate(cells))
        for row, cells in enumerate(counts)
    )


def sum_of(square: Square, cells: Sequence[tuple[int, int]]) -> Shown:
    """Return the sum of some cells, hidden where one of them is."""
    total = 0
    for row, column in cells:
        each = square[row][column]
        if isinstance(each, Hidden):
            return HIDDEN
        total += each
    return total
