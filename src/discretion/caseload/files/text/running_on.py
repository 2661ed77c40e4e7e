"""Cells in which a quote runs on: rows that swallowed the lines below them.

A quote that somebody typed at the beginning of a cell opens a cell that ends at the next quote,
rows later. What it took in has the shape of rows: so many delimiters in its first line as cells
follow in a row, so many in its last as stand before it, and in between those of whole rows. Prose
with line breaks has not.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

NEWLINE, RETURN = 10, 13


class Grid(NamedTuple):
    """How a text file parts its cells, and how many there are in a row."""

    delimiter: str
    width: int


def breaks_in(cells: pa.Array) -> tuple[int, int]:
    """Return how many newlines and carriage returns stand in some cells."""
    # To search bytes is several times faster than to compare an array, and most cells have none.
    data = _bytes_of(cells)[0].tobytes()
    return data.count(b"\n"), data.count(b"\r")


def rows_running_on(cells: pa.Array, place: int, grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield the rows whose cell swallowed lines below, from 0, and how many lines each takes in.

    Args:
        cells: the cells of one column.
        place: the column's place in a row, from 0.
        grid: how the file parts its cells.

    """
    data, starts = _bytes_of(cells)
    breaks = np.flatnonzero((data == NEWLINE) | (data == RETURN))
    delimiter = grid.delimiter.encode()
    between = grid.width - 1
    for row in np.unique(np.searchsorted(starts, breaks, side="right") - 1).tolist():
        first, *others = (
            line.count(delimiter) for line in cells[row].as_py().encode().splitlines()
        )
        has_ends = bool(others) and (first, others[-1]) == (between - place, place)
        if has_ends and between and all(count == between for count in others[:-1]):
            yield row, len(others) + 1


def _bytes_of(cells: pa.Array) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Return all bytes of some cells, and where each cell begins among them."""
    _, offsets, data = cells.buffers()
    if data is None or not len(cells):
        return np.zeros(0, np.uint8), np.zeros(0, np.int32)
    bounds = np.frombuffer(offsets, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    found = np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]]
    return found, bounds[:-1] - bounds[0]
