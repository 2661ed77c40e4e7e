"""The columns of a batch, as conditions read them: bits, words and bounds, each made once.

A scope is either the rows of a table or the records of one of its lists.
"""

from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime
from typing import Any
from typing import NamedTuple
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from discretion.engines.bitmap.planes import OCTET
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Plane
from discretion.engines.bitmap.planes import every
from discretion.engines.bitmap.planes import none
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.table import BOTH
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import one_word

EPOCH = date(1970, 1, 1).toordinal()
SOME_DAY = date(2000, 1, 1)
"""A day of which no range depends that does not name the day of the decision."""
Numbers: TypeAlias = npt.NDArray[np.int64]


class Bounds(NamedTuple):
    """The least and the greatest value that each row leaves; days count from 1 January 1970.

    Both have one entry for each row, or one for all.
    """

    low: Numbers
    high: Numbers


class Words(NamedTuple):
    """The words that each row leaves: the distinct choices, and which of them a row has."""

    choices: tuple[Choices, ...]
    indices: npt.NDArray[np.int32]


class Columns:
    """What the columns of one scope say of facts, or of the fields of a list's records."""

    def __init__(
        self,
        columns: Table[str, pa.Array],
        types: Table[str, FactType],
        days: Numbers,
        date_fact: str = "",
    ) -> None:
        """Take the columns, and what they hold.

        Args:
            columns: by the name of the fact or field.
            types: what the facts or fields are.
            days: the day of each row.
            date_fact: the fact that those days give, empty for the fields of records.

        """
        self.columns = columns
        self.types = types
        self.days = days
        self.rows = len(days)
        self._known: dict[tuple[str, str], Any] = {("bounds", date_fact): Bounds(days, days)}

    def said(self, name: str) -> tuple[Plane, Plane]:
        """Return where a yes-no fact is said to be yes, and where no."""
        key = ("said", name)
        if key not in self._known:
            self._known[key] = self._said(name)
        found: tuple[Plane, Plane] = self._known[key]
        return found

    def has_said(self, name: str) -> Plane:
        """Return where anything is said of a fact."""
        key = ("has_said", name)
        if key not in self._known:
            said = none(self.rows)
            for column in (name, name + LOW, name + HIGH):
                if column in self.columns:
                    said = said | _valid(self.columns[column])
            if name + BOTH in self.columns:
                said = said | _booleans(self.columns[name + BOTH])[0]
            self._known[key] = said
        found: Plane = self._known[key]
        return found

    def words(self, name: str) -> Words:
        """Return the words that a token, a text or a yes-no fact may still be."""
        key = ("words", name)
        if key not in self._known:
            self._known[key] = self._words(name)
        found: Words = self._known[key]
        return found

    def bounds(self, name: str) -> Bounds:
        """Return the least and the greatest that a day or a number may still be."""
        key = ("bounds", name)
        if key not in self._known:
            self._known[key] = self._bounds(name)
        found: Bounds = self._known[key]
        return found

    def _said(self, name: str) -> tuple[Plane, Plane]:
        column = self.columns.get(name)
        if column is None:
            return none(self.rows), none(self.rows)
        true, false = _booleans(column)
        if name + BOTH in self.columns:
            both = _booleans(self.columns[name + BOTH])[0]
            true, false = true & ~both, false & ~both
        return true, false

    def _words(self, name: str) -> Words:
        fact = self.types[name]
        whole = fact.domain(SOME_DAY)
        if not isinstance(whole, Choices):
            message = f"`{name}` has no words"
            raise TypeError(message)
        column = self.columns.get(name)
        if column is None:
            return Words((whole,), np.zeros(self.rows, dtype=np.int32))
        if fact.kind is Kind.YES_NO:
            yes, no = (unpacked(plane, self.rows) for plane in self.said(name))
            return Words(
                (one_word("no"), one_word("yes"), whole), np.where(no, 0, np.where(yes, 1, 2))
            )
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        texts = column.dictionary.to_pylist()
        choices = [_choice(text, fact) for text in texts]
        indices = column.indices.fill_null(len(texts)).to_numpy().astype(np.int32, copy=False)
        return Words((*choices, whole), indices)

    def _bounds(self, name: str) -> Bounds:
        fact = self.types[name]
        low, high = self.domain(fact)
        if name in self.columns:
            column = self.columns[name]
            return Bounds(_filled(column, low), _filled(column, high))
        if name + LOW in self.columns:
            ends = self.columns[name + LOW], self.columns[name + HIGH]
            return Bounds(_filled(ends[0], low), _filled(ends[1], high))
        return Bounds(low, high)

    def domain(self, fact: FactType) -> Bounds:
        """Return the ends of a fact's range, one for each row where they are that row's day."""
        whole = fact.domain(SOME_DAY)
        if not isinstance(whole, Spans):
            message = f"`{fact.name}` has no range"
            raise TypeError(message)
        return Bounds(
            self.days if fact.low == DECISION_DAY else _one(whole.low),
            self.days if fact.high == DECISION_DAY else _one(whole.high),
        )


def number_of(value: object) -> int:
    """Return a value as a number: days and seconds count from 1 January 1970."""
    match value:
        case datetime():
            return int(value.timestamp())
        case date():
            return value.toordinal() - EPOCH
        case int():
            return value
        case _:
            message = "a word is no number"
            raise TypeError(message)


def _one(value: object) -> Numbers:
    return np.array([number_of(value)], dtype=np.int64)


def _choice(text: str | None, fact: FactType) -> Choices:
    if text is None:
        return Choices(None)
    several = text.split(OR) if fact.kind is Kind.TOKEN else (text,)
    return Choices(frozenset(several))


def _filled(column: pa.Array, nothing_said: Numbers) -> Numbers:
    """Return a column of days or numbers, with what stands where nothing is said."""
    plain = column.cast(pa.int32()) if pa.types.is_date(column.type) else column
    if not plain.null_count:
        whole: Numbers = plain.to_numpy().astype(np.int64)
        return whole
    values = plain.fill_null(0).to_numpy().astype(np.int64)
    filled: Numbers = np.where(_bits(column), values, nothing_said)
    return filled


def _bits(column: pa.Array) -> Bits:
    """Return where a column is not null."""
    found: Bits = column.is_valid().to_numpy(zero_copy_only=False)
    return found


def _valid(column: pa.Array) -> Plane:
    if not column.null_count:
        return every(len(column))
    return _buffer(column.buffers()[0], column)


def _booleans(column: pa.Array) -> tuple[Plane, Plane]:
    """Return where a column of booleans is true, and where false, from its buffers as they are."""
    valid = _valid(column)
    values = _buffer(column.buffers()[1], column)
    return values & valid, ~values & valid


def _buffer(buffer: pa.Buffer, column: pa.Array) -> Plane:
    """Return the bits of a buffer that are of a column, beginning at a bit of their own."""
    rows, start = len(column), column.offset
    octets = np.frombuffer(buffer, dtype=np.uint8)
    if start % OCTET:
        bits = np.unpackbits(octets, count=start + rows, bitorder="little")[start:]
        return packed(bits.view(np.bool_))
    first = start // OCTET
    plane = octets[first : first + (rows + OCTET - 1) // OCTET]
    return plane & every(rows) if rows % OCTET else plane
