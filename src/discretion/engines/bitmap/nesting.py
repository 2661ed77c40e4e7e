"""How the records of a list lie under their matters: all records in a row, each matter's together.

What is known of matters is gathered to their records; what is found of records is told of their
matters.
"""

import numpy as np
from numpy.typing import NDArray

from discretion.engines.bitmap.calendar import Numbers
from discretion.engines.bitmap.planes import EIGHT
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked


class Nesting:
    """The places of the records of one list, in every row of a table."""

    def __init__(self, starts: Numbers, lengths: Numbers) -> None:
        """Take the place of the first record of each row's list, and how many it has."""
        self.rows = len(lengths)
        self.records = int(lengths.sum(dtype=np.int64))
        self._lengths = lengths
        self._parents: Numbers | None = None
        self._starts = np.minimum(starts, max(self.records - 1, 0)).astype(np.intp)
        has_some = lengths > 0
        self._some = packed(has_some)
        self._steps = self._doubled(has_some, int(lengths.max(initial=0)))

    @property
    def parents(self) -> Numbers:
        """The row of each record's matter."""
        if self._parents is None:
            self._parents = np.repeat(np.arange(self.rows), self._lengths)
        return self._parents

    def _doubled(self, has_some: NDArray[np.bool_], most: int) -> list[tuple[int, Bits]]:
        """Return steps of one, two, four ... records, and which records stay in a list by it."""
        is_first = np.zeros(self.records + 1, np.bool_)
        is_first[self._starts[has_some]] = True
        is_first[-1] = True
        stays = packed(~is_first[1:])
        steps: list[tuple[int, Bits]] = []
        step = 1
        while step < most:
            steps.append((step, stays))
            stays = stays & _moved(stays, step)
            step *= 2
        return steps

    def gathered(self, bits: Bits) -> Bits:
        """Return a plane of the matters as one of their records."""
        return packed(unpacked(bits, self.rows).take(self.parents))

    def scattered(self, bits: Bits) -> Bits:
        """Return the matters of which some record is set in a plane."""
        if not self.records:
            return np.zeros_like(self._some)
        for step, stays in self._steps:
            # Each record now speaks for twice as many behind it, of the same matter.
            bits = bits | (_moved(bits, step) & stays)
        firsts = unpacked(bits, self.records).take(self._starts)
        return packed(firsts) & self._some

    def counted(self, bits: Bits) -> Numbers:
        """Return how many records of each matter are set in a plane."""
        chosen = self.parents.take(np.flatnonzero(unpacked(bits, self.records)))
        return np.bincount(chosen, minlength=self.rows)


def _moved(bits: Bits, step: int) -> Bits:
    """Return a plane in which each record has the bit of one so many places behind it."""
    whole, rest = divmod(step, EIGHT)
    moved = np.zeros_like(bits)
    left = bits[whole:]
    np.right_shift(left, np.uint8(rest), out=moved[: left.size])
    if rest:
        moved[: left.size - 1] |= np.left_shift(left[1:], np.uint8(EIGHT - rest))
    return moved
