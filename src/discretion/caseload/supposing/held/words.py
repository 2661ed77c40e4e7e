"""What a table leaves of a token or a text: the words that each row may still mean."""

from typing import Any

import numpy as np
import pyarrow as pa

from discretion.caseload.supposing.held.arrays import Column
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import said
from discretion.engines.table import OR
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.frozen import dataclass

NOTHING = -1
"""Where a row says nothing, in place of a number of one of the words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """A token or a text of every row, as numbers of cells that each stand in the table once.

    A cell of a token may hold several words, parted by a bar; a text is one word whatever it holds.
    """

    cells: tuple[str, ...]
    index: Numbers
    is_token: bool

    @property
    def known(self) -> Mask:
        """Where something is said."""
        return np.not_equal(self.index, NOTHING)

    def meets(self, value: Values) -> Mask:
        """Return where what is left has something in common with a value; of nothing said, all."""
        word = _word(value)
        has_it = [word in cell.split(OR) if self.is_token else word == cell for cell in self.cells]
        return np.array([*has_it, True])[self.index]

    def narrowed(self, value: Values, apart: Mask) -> "Words":
        """Return what is left that a value leaves too; where they are apart, the value."""
        index = np.zeros(len(apart), np.int64)
        return Words(cells=(_word(value),), index=index, is_token=self.is_token)

    def is_same(self, other: "Words") -> Mask:
        """Return where two leave the same."""
        return np.equal(self.index, self._numbered(other)[1])

    def placed(self, where: Mask, other: "Words") -> "Words":
        """Return this with another in some rows."""
        cells, index = self._numbered(other)
        index = np.where(where, index, self.index)
        return Words(cells=cells, index=index, is_token=self.is_token)

    def gathered(self, at: Numbers, where: Mask) -> "Words":
        """Return a fact that some rows take from this; of it the others say nothing."""
        index = np.full(len(where), NOTHING, np.int64)
        index[where] = self.index[at]
        return Words(cells=self.cells, index=index, is_token=self.is_token)

    def columns(self, name: str) -> dict[str, Column | None]:
        """Return the column that holds the fact."""
        index = pa.array(self.index.astype(np.int32), mask=~self.known)
        return {name: pa.DictionaryArray.from_arrays(index, pa.array(self.cells, pa.string()))}

    def _numbered(self, other: "Words") -> tuple[tuple[str, ...], Numbers]:
        """Return all cells of both, these first, and the other's rows by their numbers."""
        cells = dict.fromkeys((*self.cells, *other.cells))
        number = {cell: index for index, cell in enumerate(cells)}
        renumbered = np.array([*(number[cell] for cell in other.cells), NOTHING])
        return tuple(cells), renumbered[other.index]


def read_words(batch: Any, name: str, *, is_token: bool) -> Words:  # noqa: ANN401  # of Arrow
    """Return what a batch says of a token or a text."""
    if name not in batch.schema.names:
        nothing = np.full(batch.num_rows, NOTHING, np.int64)
        return Words(cells=(), index=nothing, is_token=is_token)
    column = batch.column(name)
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    cells = column.dictionary.cast(pa.string()).to_pylist()
    number = {cell: index for index, cell in enumerate(dict.fromkeys(cells)) if cell is not None}
    renumbered = np.array([*(number.get(cell, NOTHING) for cell in cells), NOTHING])
    # Whoever made the table chose the width of its numbers, which may know no sign.
    indices = column.indices.cast(pa.int64())
    index = np.where(said(indices), indices.fill_null(0).to_numpy(zero_copy_only=False), NOTHING)
    return Words(cells=tuple(number), index=renumbered[index], is_token=is_token)


def _word(value: Values) -> str:
    word = value.single if isinstance(value, Choices) else None
    return word or ""
