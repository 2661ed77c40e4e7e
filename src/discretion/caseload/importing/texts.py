"""The texts of one column of one batch: each distinct text once, and where it stands."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from discretion.frozen import dataclass


class Texts:
    """A column of texts, told apart. A cell without text is the empty text.

    INVARIANT told apart: `distinct[indices[row]]` is the text of the row, and no text is in
    `distinct` twice.
    """

    __slots__ = ("distinct", "indices")

    def __init__(self, column: pa.Array) -> None:
        """Take a column of strings."""
        encoded = column.dictionary_encode()
        self.distinct: list[str] = encoded.dictionary.to_pylist()
        indices = encoded.indices
        if indices.null_count:
            blank = self._blank()
            indices = indices.fill_null(blank)
        self.indices: npt.NDArray[np.int64] = indices.to_numpy().astype(np.int64)

    def _blank(self) -> int:
        """Return the place of the empty text among the distinct ones, new where there is none."""
        if "" not in self.distinct:
            self.distinct.append("")
        return self.distinct.index("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Combinations:
    """The distinct combinations of several columns: which rows have which.

    `first` is the first row of each, `inverse` the combination of each row, `counts` how many
    rows have it.
    """

    first: npt.NDArray[np.int64]
    inverse: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]


def combinations(columns: Sequence[npt.NDArray[np.int64]], rows: int) -> Combinations:
    """Return the distinct combinations of the codes that some columns have in each row.

    Args:
        columns: whole numbers from 0, one for each row; none at all make one combination.
        rows: how many rows there are.

    """
    key = np.zeros(rows, dtype=np.int64)
    for codes in columns:
        # What was told apart is numbered anew before the next column widens it, so that the
        # product of two numbers of rows is the most that a key can be.
        _, key = np.unique(key * (int(codes.max(initial=0)) + 1) + codes, return_inverse=True)
    _, first, inverse, counts = np.unique(
        key, return_index=True, return_inverse=True, return_counts=True
    )
    return Combinations(first=first, inverse=inverse, counts=counts)
