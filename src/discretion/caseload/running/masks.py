"""Masks: for every row one whole number, of which each bit says whether one thing holds.

A plane has one bit for every row, least significant first, as Arrow lays out booleans.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

BITS = 64
"""How many things one word of a mask tells."""
OCTET = 8
TURNS = (
    (np.uint64(7), np.uint64(0x00AA_00AA_00AA_00AA)),
    (np.uint64(14), np.uint64(0x0000_CCCC_0000_CCCC)),
    (np.uint64(28), np.uint64(0x0000_0000_F0F0_F0F0)),
)
"""How a square of eight by eight bits is turned over its diagonal: single bits change places, then
pairs of bits, then fours; source: Warren, Hacker's Delight, 2nd edition, section 7-3."""
Plane = npt.NDArray[np.uint8]


def words_of(planes: Sequence[Plane], rows: int) -> list[npt.NDArray[np.uint64]]:
    """Return the words of a mask, of which bit `i % 64` of word `i // 64` tells the plane `i`."""
    return [_word(planes[start : start + BITS], rows) for start in range(0, len(planes), BITS)]


def _word(planes: Sequence[Plane], rows: int) -> npt.NDArray[np.uint64]:
    """Return a whole number for each row: squares of eight planes by eight rows are turned over."""
    size = (rows + OCTET - 1) // OCTET
    octets = np.zeros((size * OCTET, OCTET), dtype=np.uint8)
    square = np.zeros((size, OCTET), dtype=np.uint8)
    for start in range(0, len(planes), OCTET):
        eight = planes[start : start + OCTET]
        square[:, len(eight) :] = 0
        for place, plane in enumerate(eight):
            square[:, place] = plane
        octets[:, start // OCTET] = _turned(square.view("<u8").reshape(size)).view(np.uint8)
    return octets.view("<u8").reshape(size * OCTET)[:rows]


def _turned(squares: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return eight by eight squares of bits, each in one number, turned over their diagonals."""
    turned = squares.copy()
    for shift, mask in TURNS:
        swapped = (turned ^ (turned >> shift)) & mask
        turned ^= swapped
        turned ^= swapped << shift
    return turned


def plane_of(column: pa.Array) -> tuple[Plane, Plane]:
    """Return where a column of booleans is true, and where it is false."""
    size = (len(column) + OCTET - 1) // OCTET
    filled = pc.coalesce(column, pa.scalar(value=False))
    true = np.packbits(filled.to_numpy(zero_copy_only=False), bitorder="little")
    known = np.packbits(column.is_valid().to_numpy(zero_copy_only=False), bitorder="little")
    return true[:size], (known & ~true)[:size]


def all_rows(rows: int) -> Plane:
    """Return the plane on which every row is set."""
    return np.packbits(np.ones(rows, dtype=bool), bitorder="little")


def boolean(true: Plane, rows: int, false: Plane | None = None) -> pa.Array:
    """Return a column of booleans; with `false`, null where neither is set."""
    buffer = pa.py_buffer(true)
    if false is None:
        return pa.Array.from_buffers(pa.bool_(), rows, [None, buffer])
    return pa.Array.from_buffers(pa.bool_(), rows, [pa.py_buffer(true | false), buffer])


def count(plane: Plane) -> int:
    """Return how many rows are set on a plane."""
    return int(np.bitwise_count(plane).sum(dtype=np.int64))
