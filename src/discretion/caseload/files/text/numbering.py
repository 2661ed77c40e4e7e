"""The numbers of the rows of a text file, of which some were left out by whoever parted them."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]


class Numbering:
    """Gives numbers out in order; `next` is the one that follows.

    INVARIANT early skips: a number is skipped before any later number is given out.
    """

    def __init__(self) -> None:
        """Start with 1 for the first row under the headers."""
        self.next = 1
        self._skipped: list[int] = []

    def skip(self, number: int) -> None:
        """Keep a number from being given out: its row was left out."""
        self._skipped.append(number)

    def take(self, count: int) -> Numbers:
        """Return the numbers of so many further rows."""
        skipped = [number for number in self._skipped if number >= self.next]
        numbers = np.arange(self.next, self.next + count + len(skipped), dtype=np.int64)
        if skipped:
            numbers = numbers[~np.isin(numbers, skipped)][:count]
        if count:
            self.next = int(numbers[-1]) + 1
        self._skipped = skipped
        return numbers

    def finish(self) -> None:
        """Pass over the rows that were left out at the end."""
        while self.next in self._skipped:
            self.next += 1
