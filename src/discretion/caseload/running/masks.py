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
Plane = npt.NDArray[np.uint8]


def words_of(planes: Sequence[Plane], rows: int) -> list[npt.NDArray[np.uint64]]:
    """Return the words of a mask, of which bit `i % 64` of word `i // 64` tells the plane `i`."""
    return [_word(planes[start : start + BITS], rows) for start in range(0, len(planes), BITS)]


def _word(planes: Sequence[Plane], rows: int) -> npt.NDArray[np.uint64]:
    octets = np.zeros((rows, OCTET), dtype=np.uint8)
    for place in range(0, len(planes), OCTET):
        stacked = np.stack(planes[place : place + OCTET])
        bits = np.unpackbits(stacked, axis=1, count=rows, bitorder="little")
        octets[:, place // OCTET] = np.packbits(bits, axis=0, bitorder="little")[0]
    return octets.view(np.dtype("<u8")).reshape(rows)


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
