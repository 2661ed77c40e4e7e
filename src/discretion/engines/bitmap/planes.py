"""Planes: for every row one bit, least significant first, as Arrow lays out booleans.

INVARIANT padding: the bits behind the last row are set on no plane, so that planes can be counted
and turned without a mask.
"""

from collections.abc import Sequence
from typing import NamedTuple
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from discretion.truth import Truth

Plane: TypeAlias = npt.NDArray[np.uint8]
Bits: TypeAlias = npt.NDArray[np.bool_]
OCTET = 8


class Planes(NamedTuple):
    """Where a condition is known to be true, and where it is known to be false.

    INVARIANT apart: no row is set on both.
    """

    true: Plane
    false: Plane


def packed(bits: Bits) -> Plane:
    """Return a plane of what is true, one bit to a row."""
    return np.packbits(bits, bitorder="little")


def unpacked(plane: Plane, rows: int) -> Bits:
    """Return what is true of each row."""
    return np.unpackbits(plane, count=rows, bitorder="little").view(np.bool_)


def planes_of(true: Bits, false: Bits) -> Planes:
    """Return the planes of what is true of each row, and what is false."""
    return Planes(packed(true), packed(false))


def every(rows: int) -> Plane:
    """Return the plane on which every row is set."""
    plane = np.full((rows + OCTET - 1) // OCTET, 0xFF, dtype=np.uint8)
    if rows % OCTET:
        plane[-1] = (1 << rows % OCTET) - 1
    return plane


def none(rows: int) -> Plane:
    """Return the plane on which no row is set."""
    return np.zeros((rows + OCTET - 1) // OCTET, dtype=np.uint8)


def constant(truth: Truth, rows: int) -> Planes:
    """Return the planes of a condition that has one truth in every row."""
    return Planes(
        every(rows) if truth is Truth.TRUE else none(rows),
        every(rows) if truth is Truth.FALSE else none(rows),
    )


def opposite(planes: Planes) -> Planes:
    """Return the planes of a condition that does not hold where another does."""
    return Planes(planes.false, planes.true)


def all_hold(parts: Sequence[Planes], rows: int) -> Planes:
    """Return the planes of all of some conditions together; true where there is none."""
    if not parts:
        return constant(Truth.TRUE, rows)
    true, false = parts[0]
    for part in parts[1:]:
        true = true & part.true
        false = false | part.false
    return Planes(true, false)


def any_holds(parts: Sequence[Planes], rows: int) -> Planes:
    """Return the planes of at least one of some conditions; false where there is none."""
    if not parts:
        return constant(Truth.FALSE, rows)
    true, false = parts[0]
    for part in parts[1:]:
        true = true | part.true
        false = false & part.false
    return Planes(true, false)
