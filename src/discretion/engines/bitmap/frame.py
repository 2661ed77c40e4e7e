"""A frame: what the terms of a condition are read of, which is matters or records of a list.

Facts are read of a matter, fields of a record. Of a record the facts of its matter can be read
too: they are gathered, each row's to all of its records.
"""

from collections.abc import Mapping as Table
from types import MappingProxyType
from typing import Any
from typing import TypeVar
from typing import assert_never

import numpy as np

from discretion.engines.bitmap.calendar import Number
from discretion.engines.bitmap.calendar import Numbers
from discretion.engines.bitmap.columns import Arrays
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Column
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.columns import YesNo
from discretion.engines.bitmap.columns import read_column
from discretion.engines.bitmap.nesting import Nesting
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.bitmap.planes import whole
from discretion.facts.dictionary import FactType
from discretion.frozen import dataclass
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Term

Read = TypeVar("Read", YesNo, Words, Bounds)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What a table says: its columns by name, what they mean, and how many rows there are.

    `types` are the facts, or the fields of the records of one list. `day` is the day of each row's
    decision, which records have of their matters.
    """

    arrays: Arrays
    types: Table[str, FactType]
    rows: int
    day: Number = 0


class Frame:
    """Rows that terms are read of; `matter` is the frame of the facts, None where it is itself."""

    def __init__(
        self,
        said: Said,
        matter: "Frame | None" = None,
        nesting: Nesting | None = None,
        columns: Table[Fact | Field, Column] = MappingProxyType({}),
    ) -> None:
        """Take what is said.

        Args:
            said: what is said of the matters, or of the records of a list.
            matter: the frame of the matters that the records belong to.
            nesting: how the records lie under them; None where every matter has one record.
            columns: what was read before.

        """
        self.said = said
        self.rows = said.rows
        self.matter = matter
        self.nesting = nesting
        self.every = whole(said.rows)
        self.none: Bits = np.zeros_like(self.every)
        self.terms: dict[Term, Bounds] = {}
        """The ends of terms that were worked out before."""
        self.left: dict[str, Bounds] = {}
        """What is left of days beside others, worked out before."""
        self._columns = dict(columns)

    def over(self, fact: str, column: Column) -> "Frame":
        """Return the same matters with something else said of one fact."""
        return Frame(self.said, columns={**self._columns, Fact(fact): column})

    def of_matter(self, matter: "Frame") -> "Frame":
        """Return the same records of matters of which something else is said."""
        read = self._columns.items()
        fields = [(leaf, column) for leaf, column in read if isinstance(leaf, Field)]
        return Frame(self.said, matter, self.nesting, columns=dict(fields))

    def type_of(self, leaf: Fact | Field) -> FactType:
        """Return the fact or field that is read."""
        if isinstance(leaf, Fact) and self.matter is not None:
            return self.matter.said.types[leaf.name]
        return self.said.types[leaf.name]

    def day(self) -> Number:
        """Return the day of each row's decision."""
        if self.matter is None:
            return self.said.day
        day = self.matter.day()
        return day if self.nesting is None else _taken(day, self.nesting)

    def yes_no(self, leaf: Fact | Field) -> YesNo:
        """Return a yes-no fact."""
        return self._read(leaf, YesNo)

    def words(self, leaf: Fact | Field) -> Words:
        """Return a token or a text."""
        return self._read(leaf, Words)

    def bounds(self, leaf: Fact | Field) -> Bounds:
        """Return a day or a number."""
        return self._read(leaf, Bounds)

    def column(self, leaf: Fact | Field) -> Column:
        """Return what is said of a fact or field, read once."""
        found = self._columns.get(leaf)
        if found is None:
            if isinstance(leaf, Fact) and self.matter is not None:
                found = self._gathered(self.matter.column(leaf))
            else:
                found = read_column(self.said.arrays, self.type_of(leaf), self.day, self.rows)
            self._columns[leaf] = found
        return found

    def plane(self, holds: Any) -> Bits:  # noqa: ANN401  # booleans of NumPy, or one of Python
        """Return the plane of what holds, in each row or in all."""
        if isinstance(holds, np.ndarray) and holds.ndim:
            return packed(holds)
        return self.every if holds else self.none

    def gathered(self, bits: Bits) -> Bits:
        """Return a plane of the matters as one of their records."""
        return bits if self.nesting is None else self.nesting.gathered(bits)

    def scattered(self, bits: Bits) -> Bits:
        """Return the matters of which some record is set in a plane."""
        return bits if self.nesting is None else self.nesting.scattered(bits)

    def counted(self, bits: Bits) -> Numbers:
        """Return how many records of each matter are set in a plane."""
        if self.nesting is None:
            return unpacked(bits, self.rows).astype(np.int64)
        return self.nesting.counted(bits)

    def _read(self, leaf: Fact | Field, kind: type[Read]) -> Read:
        column = self.column(leaf)
        if not isinstance(column, kind):
            message = f"`{leaf.name}` is compared with what it is not"
            raise TypeError(message)
        return column

    def _gathered(self, column: Column) -> Column:
        nesting = self.nesting
        if nesting is None:
            return column
        match column:
            case YesNo():
                both = None if column.both is None else self.gathered(column.both)
                return YesNo(yes=self.gathered(column.yes), no=self.gathered(column.no), both=both)
            case Words():
                return column.of(nesting.parents, self._known(column.known))
            case Bounds():
                low = _taken(column.low, nesting)
                high = low if column.high is column.low else _taken(column.high, nesting)
                return Bounds(low=low, high=high, known=self._known(column.known))
            case _:
                assert_never(column)

    def _known(self, known: Bits | None) -> Bits | None:
        return None if known is None else self.gathered(known)


def _taken(number: Number, nesting: Nesting) -> Number:
    return number if isinstance(number, int) else number.take(nesting.parents)
