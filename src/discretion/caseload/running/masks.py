"""Masks: for every row one whole number, of which each bit says whether one thing holds.

A plane has one bit for every row, least significant first, as Arrow lays out booleans.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from discretion.engines.bitmap.planes import EIGHT
from discretion.engines.bitmap.planes import Bits

BITS = 64
"""How many things one word of a mask tells."""


def words_of(planes: Sequence[Bits], rows: int) -> list[npt.NDArray[np.uint64]]:
    """Return the words of a mask, of which bit `i % 64` of word `i // 64` tells the plane `i`."""
    return [_word(planes[start : start + BITS], rows) for start in range(0, len(planes), BITS)]


def _word(planes: Sequence[Bits], rows: int) -> npt.NDArray[np.uint64]:
    octets = np.zeros((rows, EIGHT), dtype=np.uint8)
    for place in range(0, len(planes), EIGHT):
        stacked = np.stack(planes[place : place + EIGHT])
        bits = np.unpackbits(stacked, axis=1, count=rows, bitorder="little")
        octets[:, place // EIGHT] = np.packbits(bits, axis=0, bitorder="little")[0]
    return octets.view(np.dtype("<u8")).reshape(rows)


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
