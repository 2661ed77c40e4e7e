"""Bit planes: what is known to be true and what is known to be false, one bit for each row.

INVARIANT padding: the bits behind the last row are zero in every plane, so that planes can be
counted and combined whole. A plane is never changed once it is handed out.
"""

from collections.abc import Sequence
from typing import Any
from typing import NamedTuple
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = NDArray[np.uint8]
"""One bit for each row, the first in the lowest bit of the first byte."""
EIGHT = 8


class Planes(NamedTuple):
    """The rows in which a condition is true, and those in which it is false; unknown in others."""

    true: Bits
    false: Bits


def size_of(rows: int) -> int:
    """Return how many bytes the bits of so many rows fill."""
    return (rows + EIGHT - 1) // EIGHT


def whole(rows: int) -> Bits:
    """Return a plane in which every row is set."""
    bits = np.full(size_of(rows), 0xFF, np.uint8)
    if rows % EIGHT:
        bits[-1] = (1 << rows % EIGHT) - 1
    return bits


def packed(holds: NDArray[np.bool_]) -> Bits:
    """Return the plane of what holds."""
    return np.packbits(holds, bitorder="little")


def unpacked(bits: Bits, rows: int) -> NDArray[np.bool_]:
    """Return a byte for each row of a plane."""
    return np.unpackbits(bits, count=rows, bitorder="little").view(np.bool_)


def count_rows(bits: Bits) -> int:
    """Return how many rows are set in a plane."""
    return int(np.bitwise_count(bits).sum())


def bits_at(buffer: Any, offset: int, rows: int) -> Bits:  # noqa: ANN401  # a buffer of Arrow
    """Return the plane of a bitmap of Arrow, without a copy where it begins and ends on a byte.

    Args:
        buffer: the bitmap, which may go on behind the last row.
        offset: the place of the first row in it, in bits.
        rows: how many rows there are.

    """
    if not rows:
        return np.zeros(0, np.uint8)
    raw: Bits = np.frombuffer(buffer, np.uint8)
    start, shift = divmod(offset, EIGHT)
    size = size_of(rows)
    if shift:
        part = raw[start : size_of(offset + rows)]
        bits = np.right_shift(part[:size], np.uint8(shift))
        following = np.left_shift(part[1 : size + 1], np.uint8(EIGHT - shift))
        bits[: following.size] |= following
    else:
        bits = raw[start : start + size]
    if rows % EIGHT:
        bits = bits if shift else bits.copy()
        bits[-1] &= (1 << rows % EIGHT) - 1
    return bits


def known_in(array: Any) -> Bits | None:  # noqa: ANN401  # an array of Arrow
    """Return the rows of an array in which something stands, None where that is every row."""
    if not array.null_count:
        return None
    if array.buffers()[0] is None:
        return np.zeros(size_of(len(array)), np.uint8)
    return bits_at(array.buffers()[0], array.offset, len(array))


def conjunction(several: Sequence[Planes]) -> Planes:
    """Return where all of several conditions hold, by Kleene's strong tables; there are some."""
    if len(several) == 1:
        return several[0]
    (true, false), (also_true, also_false) = several[:2]
    true, false = true & also_true, false | also_false
    for each in several[2:]:
        np.bitwise_and(true, each.true, out=true)
        np.bitwise_or(false, each.false, out=false)
    return Planes(true, false)


def negation(planes: Planes) -> Planes:
    """Return where a condition does not hold."""
    return Planes(planes.false, planes.true)


def disjunction(several: Sequence[Planes]) -> Planes:
    """Return where at least one of several conditions holds; there are some."""
    return negation(conjunction([negation(each) for each in several]))
