"""The lists of a batch: their records in one long column, and what holds of some, all or so many.

A list of which nothing is said has no record that is known, and may have any.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from discretion.engines.bitmap.columns import Columns
from discretion.engines.bitmap.planes import Plane
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import all_hold
from discretion.engines.bitmap.planes import opposite
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.bitmap.scope import Scope
from discretion.engines.table import COMPLETE
from discretion.facts.dictionary import FactType


class Records:
    """The records of one list: their fields, the rows they belong to, and which lists are whole."""

    def __init__(self, name: str, facts: Columns, fact: FactType) -> None:
        """Take the records of a list out of its column, or none where there is no column."""
        column = facts.columns.get(name)
        parents = np.zeros(0, dtype=np.int64)
        fields: dict[str, pa.Array] = {}
        if column is not None:
            items, parents = _flattened(column)
            if items.null_count:
                message = f"a record of `{name}` is null, and a record is never nothing"
                raise ValueError(message)
            names = [field.name for field in items.type]
            fields = dict(zip(names, items.flatten(), strict=True))
        self.rows = facts.rows
        self.parents = parents
        days = facts.days[parents]
        self.scope = Scope(name, facts, Columns(fields, fact.fields, days), parents)
        self.complete = facts.said(name + COMPLETE)[0]

    def exists(self, where: Planes) -> Planes:
        """Return where some record satisfies a condition; never false while more may come."""
        none_satisfies = ~self._some(~where.false)
        return Planes(self._some(where.true), none_satisfies & self.complete)

    def for_all(self, where: Planes) -> Planes:
        """Return where every record satisfies a condition; never true while more may come."""
        return opposite(self.exists(opposite(where)))

    def counted(self, where: Planes, operator: str, number: int) -> Planes:
        """Return how the number of records that satisfy a condition compares with another."""
        match operator:
            case ">=":
                return self._at_least(where, number)
            case ">":
                return self._at_least(where, number + 1)
            case "<":
                return opposite(self._at_least(where, number))
            case "<=":
                return opposite(self._at_least(where, number + 1))
            case "==":
                return self._exactly(where, number)
            case _:
                return opposite(self._exactly(where, number))

    def _exactly(self, where: Planes, number: int) -> Planes:
        more = self._at_least(where, number + 1)
        return all_hold((self._at_least(where, number), opposite(more)), self.rows)

    def _at_least(self, where: Planes, number: int) -> Planes:
        least, most = self._number(where.true), self._number(~where.false)
        return Planes(packed(least >= number), packed(most < number) & self.complete)

    def _some(self, plane: Plane) -> Plane:
        """Return the rows of which some record is set."""
        found = np.zeros(self.rows, dtype=np.bool_)
        found[self.parents[unpacked(plane, len(self.parents))]] = True
        return packed(found)

    def _number(self, plane: Plane) -> npt.NDArray[np.int64]:
        """Return how many records of each row are set."""
        return np.bincount(self.parents[unpacked(plane, len(self.parents))], minlength=self.rows)


def _flattened(column: pa.Array) -> tuple[pa.Array, npt.NDArray[np.int64]]:
    """Return all records of a column of lists, and the row that each belongs to."""
    lengths = pc.list_value_length(column).fill_null(0).to_numpy()
    parents = np.repeat(np.arange(len(column), dtype=np.int64), lengths)
    return pc.list_flatten(column), parents
