"""The columns of a table as the kernel reads them: yes and no, words, and the ends of spans."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping as Table
from collections.abc import Sequence
from typing import Any
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from discretion.dates import FIRST_DAY
from discretion.engines.bitmap.calendar import Number
from discretion.engines.bitmap.calendar import Numbers
from discretion.engines.bitmap.calendar import number_of
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import bits_at
from discretion.engines.bitmap.planes import known_in
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.bitmap.planes import whole
from discretion.engines.table import BOTH
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.frozen import dataclass

FEW_CELLS = 256
"""So many different cells have codes of one byte."""
UNPACKED_FEW = 8
"""Up to so many cells are looked for one by one, which takes as long as to look each row up."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YesNo:
    """A yes-no fact: the rows that say yes, no, and both."""

    yes: Bits
    no: Bits
    both: Bits | None = None

    @property
    def known(self) -> Bits:
        """The rows that say anything."""
        known = self.yes | self.no
        return known if self.both is None else known | self.both


class Words:
    """A token or a text: for each row the number of its cell, and what each cell leaves.

    Rows that are not `known` leave `rest`, whatever number they have. Without `codes` no row is
    known; `known` None means that every row is.
    """

    def __init__(
        self,
        codes: Numbers | None,
        known: Bits | None,
        rest: Choices,
        cells: Sequence[str] = (),
        *,
        several: bool = False,
    ) -> None:
        """Take the cells.

        Args:
            codes: the number of each row's cell, None where no row has one.
            known: the rows that have a cell, None for all.
            rest: what is left in the others.
            cells: every cell there is, as it is written.
            several: whether a cell may hold several words.

        """
        self.codes = codes
        self.known = known
        self.rest = rest
        self.cells = cells
        self.several = several
        self._left: tuple[Choices, ...] | None = None
        self._found: dict[int, Bits] = {}

    @property
    def left(self) -> tuple[Choices, ...]:
        """What each cell leaves."""
        if self._left is None:
            each = (cell.split(OR) if self.several else (cell,) for cell in self.cells)
            self._left = tuple([Choices(frozenset(words)) for words in each])
        return self._left

    def of(self, parents: Numbers, known: Bits | None) -> "Words":
        """Return the same words for the records of each row."""
        codes = None if self.codes is None else self.codes.take(parents)
        return Words(codes, known, self.rest, self.cells, several=self.several)

    def where(self, codes: Numbers, chosen: list[int]) -> Bits:
        """Return the rows whose cell is one of those chosen, and others that are not known.

        Args:
            codes: the number of each row's cell.
            chosen: the numbers of some cells, at least one.

        """
        if len(chosen) > UNPACKED_FEW:
            among = np.zeros(len(self.cells), np.bool_)
            among[chosen] = True
            return packed(among.take(codes, mode="clip"))
        for cell in chosen:
            if cell not in self._found:
                self._found[cell] = packed(codes == cell)
        bits = self._found[chosen[0]]
        for cell in chosen[1:]:
            bits = bits | self._found[cell]
        return bits

    def whole_codes(self, rows: int) -> Numbers:
        """Return the number of each row's cell, of those that are not known one more than any."""
        last = len(self.cells)
        if self.codes is None:
            return np.full(rows, last)
        codes = self.codes.astype(np.int64)
        return codes if self.known is None else np.where(unpacked(self.known, rows), codes, last)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bounds:
    """A day or a number: the least and the greatest that is left; one array where they are one.

    `known` holds the rows that say anything, None for all.
    """

    low: Number
    high: Number
    known: Bits | None = None


Column: TypeAlias = YesNo | Words | Bounds
Arrays: TypeAlias = Table[str, Any]
"""Columns of Arrow by name."""


def arrays_by_name(names: Iterable[str], arrays: Iterable[Any]) -> Arrays:
    """Return columns by name, without those whose type says that no cell holds anything."""
    pairs = zip(names, arrays, strict=True)
    return {name: array for name, array in pairs if not pa.types.is_null(array.type)}


def read_column(arrays: Arrays, fact: FactType, day: Callable[[], Number], rows: int) -> Column:
    """Return what a table says of a fact.

    Args:
        arrays: the columns of the table.
        fact: the fact, or the field of a record, as the dictionary has it.
        day: gives the day of each row's decision.
        rows: how many rows there are.

    """
    if fact.kind is Kind.YES_NO:
        return _yes_no(arrays.get(fact.name), arrays.get(f"{fact.name}{BOTH}"), rows)
    if fact.kind in {Kind.TOKEN, Kind.TEXT}:
        return _words(arrays.get(fact.name), fact, rows)
    return _bounds(arrays, fact, day, rows)


def _yes_no(array: Any, both: Any, rows: int) -> YesNo:  # noqa: ANN401  # arrays of Arrow
    said = None if both is None else _true(both)
    if array is None:
        nothing = np.zeros_like(whole(rows))
        return YesNo(yes=nothing, no=nothing, both=said)
    yes = _true(array)
    known = known_in(array)
    no = yes ^ (whole(rows) if known is None else known)
    if said is None:
        return YesNo(yes=yes, no=no)
    return YesNo(yes=yes & ~said, no=no & ~said, both=said)


def _true(array: Any) -> Bits:  # noqa: ANN401  # as above
    """Return the rows of a column of booleans that hold true."""
    values = bits_at(array.buffers()[1], array.offset, len(array))
    known = known_in(array)
    return values if known is None else values & known


def _words(array: Any, fact: FactType, rows: int) -> Words:  # noqa: ANN401  # as above
    rest = fact.domain(FIRST_DAY)
    if not isinstance(rest, Choices):
        message = f"`{fact.name}` has no words"
        raise TypeError(message)
    if array is None:
        return Words(None, np.zeros_like(whole(rows)), rest)
    if pa.types.is_dictionary(array.type) and array.dictionary.null_count:
        array = array.cast(array.type.value_type)
    if not pa.types.is_dictionary(array.type):
        array = array.dictionary_encode()
    codes, cells = values_of(array.indices), array.dictionary.to_pylist()
    if len(cells) < FEW_CELLS:
        codes = codes.astype(np.uint8)
    several = fact.kind is Kind.TOKEN
    known = known_in(array.indices)
    return Words(codes if cells else None, known, rest, cells, several=several)


def _bounds(arrays: Arrays, fact: FactType, day: Callable[[], Number], rows: int) -> Bounds:
    span = fact.domain(FIRST_DAY)
    if not isinstance(span, Spans):
        message = f"`{fact.name}` has no order"
        raise TypeError(message)
    low = day() if fact.low == DECISION_DAY else _number(span.low)
    high = day() if fact.high == DECISION_DAY else _number(span.high)
    least, greatest = (arrays.get(f"{fact.name}{ending}") for ending in (LOW, HIGH))
    if least is not None or greatest is not None:
        return _of_two(least, greatest, low, high, rows)
    array = arrays.get(fact.name)
    if array is None:
        return Bounds(low=low, high=high, known=np.zeros_like(whole(rows)))
    values, known = whole_numbers(array), known_in(array)
    if known is None:
        return Bounds(low=values, high=values)
    is_known = unpacked(known, rows)
    return Bounds(
        low=np.where(is_known, values, low), high=np.where(is_known, values, high), known=known
    )


def _of_two(least: Any, greatest: Any, low: Number, high: Number, rows: int) -> Bounds:  # noqa: ANN401  # as above
    """Return what two columns leave; an end that is empty is that of the whole range."""
    ends: list[Number] = []
    known: Bits | None = np.zeros_like(whole(rows))
    for array, end in ((least, low), (greatest, high)):
        if array is None:
            ends.append(end)
            continue
        values, said = whole_numbers(array), known_in(array)
        ends.append(values if said is None else np.where(unpacked(said, rows), values, end))
        known = None if said is None or known is None else known | said
    return Bounds(low=ends[0], high=ends[1], known=known)


def _number(end: Any) -> int:  # noqa: ANN401  # an end of a span
    return end if isinstance(end, int) else number_of(end)


def whole_numbers(array: Any) -> Numbers:  # noqa: ANN401  # as above
    """Return a column of days or numbers; what stands in rows without a cell is anything."""
    if pa.types.is_date32(array.type):
        return values_of(array)
    if pa.types.is_date(array.type):
        return values_of(array.cast(pa.date32()))
    numbers = array if pa.types.is_integer(array.type) else array.cast(pa.int64())
    return values_of(numbers).astype(np.int64, copy=False)


def values_of(array: Any) -> Numbers:  # noqa: ANN401  # as above
    """Return the values of a column of Arrow as they lie, also where no cell stands."""
    kind = np.int32 if pa.types.is_date32(array.type) else np.dtype(array.type.to_pandas_dtype())
    if not len(array):
        return np.zeros(0, kind)
    return np.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array)]
