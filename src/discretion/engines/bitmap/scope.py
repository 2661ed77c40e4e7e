"""Where a condition is read: the rows of a table, or the records of one of its lists."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Columns
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.planes import Plane
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Fact
from discretion.rules.condition import Field


class Scope(NamedTuple):
    """The columns that facts and fields are read from.

    `parents` is the row that each record belongs to, None where rows themselves are read; then
    `fields` is of no use. `name` is that of the list, empty for the rows.
    """

    name: str
    facts: Columns
    fields: Columns | None = None
    parents: npt.NDArray[np.int64] | None = None

    @property
    def rows(self) -> int:
        """How many rows, or records, are read."""
        return self.facts.rows if self.parents is None else len(self.parents)

    def kind_of(self, leaf: Fact | Field) -> Kind:
        """Return of which kind a fact is; the day of the decision is in no dictionary."""
        fact = self._columns(leaf).types.get(leaf.name)
        return Kind.DATE if fact is None else fact.kind

    def bounds(self, leaf: Fact | Field) -> Bounds:
        """Return the least and the greatest that a fact or a field may still be."""
        found = self._columns(leaf).bounds(leaf.name)
        if self.parents is None or isinstance(leaf, Field):
            return found
        low, high = found
        return Bounds(
            low if len(low) == 1 else low[self.parents],
            high if len(high) == 1 else high[self.parents],
        )

    def words(self, leaf: Fact | Field) -> Words:
        """Return the words that a fact or a field may still be."""
        found = self._columns(leaf).words(leaf.name)
        if self.parents is None or isinstance(leaf, Field):
            return found
        return Words(found.choices, found.indices[self.parents])

    def said(self, leaf: Fact | Field) -> Planes:
        """Return where a yes-no fact or field is said to be yes, and where no."""
        found = Planes(*self._columns(leaf).said(leaf.name))
        return found if isinstance(leaf, Field) else self.gathered(found)

    def gathered(self, planes: Planes) -> Planes:
        """Return what is found of rows as it is of the records that belong to them."""
        if self.parents is None:
            return planes
        return Planes(self._of_records(planes.true), self._of_records(planes.false))

    def _of_records(self, plane: Plane) -> Plane:
        return packed(unpacked(plane, self.facts.rows)[self.parents])

    def _columns(self, leaf: Fact | Field) -> Columns:
        if isinstance(leaf, Fact):
            return self.facts
        if self.fields is None:
            message = f"the field `{leaf.name}` is read outside a list"
            raise ValueError(message)
        return self.fields
