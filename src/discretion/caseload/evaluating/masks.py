"""Masks: for every row one whole number, of which each bit says whether one thing holds.

A plane has one bit for every row, least significant first, as Arrow lays out booleans.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from discretion.caseload.names import MASK_BITS
from discretion.engines.bitmap.planes import EIGHT
from discretion.engines.bitmap.planes import Bits

TURNS = (
    (np.uint64(7), np.uint64(0x00AA_00AA_00AA_00AA)),
    (np.uint64(14), np.uint64(0x0000_CCCC_0000_CCCC)),
    (np.uint64(28), np.uint64(0x0000_0000_F0F0_F0F0)),
)
"""How a square of eight by eight bits is turned over its diagonal: single bits change places, then
pairs of bits, then fours; source: Warren, Hacker's Delight, 2nd edition, section 7-3."""


def words_of(planes: Sequence[Bits], rows: int) -> list[npt.NDArray[np.uint64]]:
    """Return the words of a mask, of which bit `i % 64` of word `i // 64` tells the plane `i`."""
    return [
        _word(planes[start : start + MASK_BITS], rows) for start in range(0, len(planes), MASK_BITS)
    ]


def _word(planes: Sequence[Bits], rows: int) -> npt.NDArray[np.uint64]:
    """Return a whole number for each row: squares of eight planes by eight rows are turned over."""
    size = (rows + EIGHT - 1) // EIGHT
    octets = np.zeros((size * EIGHT, EIGHT), dtype=np.uint8)
    square = np.zeros((size, EIGHT), dtype=np.uint8)
    for start in range(0, len(planes), EIGHT):
        eight = planes[start : start + EIGHT]
        square[:, len(eight) :] = 0
        for place, plane in enumerate(eight):
            square[:, place] = plane
        octets[:, start // EIGHT] = _turned(square.view("<u8").reshape(size)).view(np.uint8)
    return octets.view("<u8").reshape(size * EIGHT)[:rows]


def _turned(squares: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return eight by eight squares of bits, each in one number, turned over their diagonals."""
    turned = squares.copy()
    for shift, mask in TURNS:
        swapped = (turned ^ (turned >> shift)) & mask
        turned ^= swapped
        turned ^= swapped << shift
    return turned


def plane_of(column: pa.Array) -> tuple[Bits, Bits]:
    """Return where a column of booleans is true, and where it is false."""
    size = (len(column) + EIGHT - 1) // EIGHT
    filled = pc.coalesce(column, pa.scalar(value=False))
    true = np.packbits(filled.to_numpy(zero_copy_only=False), bitorder="little")
    known = np.packbits(column.is_valid().to_numpy(zero_copy_only=False), bitorder="little")
    return true[:size], (known & ~true)[:size]


def boolean(true: Bits, rows: int, false: Bits | None = None) -> pa.Array:
    """Return a column of booleans; with `false`, null where neither is set."""
    buffer = pa.py_buffer(true)
    if false is None:
        return pa.Array.from_buffers(pa.bool_(), rows, [None, buffer])
    return pa.Array.from_buffers(pa.bool_(), rows, [pa.py_buffer(true | false), buffer])
