"""Bit planes turned into one whole number for each row, of which each bit is a plane."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint8]
WORD = 64
BYTE = 8
_STEPS = (
    (np.uint64(7), np.uint64(0x00AA00AA00AA00AA)),
    (np.uint64(14), np.uint64(0x0000CCCC0000CCCC)),
    (np.uint64(28), np.uint64(0x00000000F0F0F0F0)),
)
"""How an eight by eight square of bits is turned over its diagonal: swap single bits, then pairs,
then fours; source: Henry S. Warren, Hacker's Delight, 2nd edition, section 7-3."""


def words_of(planes: Sequence[Bits], rows: int) -> NDArray[np.uint64]:
    """Return a number for each row: bit `i` is set where plane `i` is; at most 64 planes."""
    size = (rows + BYTE - 1) // BYTE
    words = np.zeros((size * BYTE, WORD // BYTE), np.uint8)
    square = np.zeros((size, BYTE), np.uint8)
    for start in range(0, len(planes), BYTE):
        eight = planes[start : start + BYTE]
        square[:] = 0
        for number, plane in enumerate(eight):
            square[:, number] = plane
        words[:, start // BYTE] = _turned(square.view("<u8").ravel()).view(np.uint8)
    return words.view("<u8").ravel()[:rows]


def _turned(squares: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return eight by eight squares of bits turned over their diagonals."""
    turned = squares.copy()
    for shift, mask in _STEPS:
        swapped = (turned ^ (turned >> shift)) & mask
        turned ^= swapped
        swapped <<= shift
        turned ^= swapped
    return turned
