"""Columns drawn at random: what a fact truly is, and whether the table says so."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from datetime import date
from typing import Any
from typing import NamedTuple
from typing import TypeAlias

import numpy as np
import pyarrow as pa
from numpy.random import Generator
from numpy.typing import NDArray

from discretion.entries import nothing
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds

Numbers: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]

EPOCH = date(1970, 1, 1)
LONGEST_DAYS = 90 * 365
"""How long before the decision a day may lie."""
LARGEST = 100
"""The largest number that is drawn where a fact's range allows it."""
TEXTS = ("alpha", "beta", "gamma")
"""What made-up texts say."""


class Drawn(NamedTuple):
    """What a fact is in each row, and where the table leaves it unsaid.

    `values` are days since 1970, numbers, truths as 0 and 1, or places in `words`.
    """

    kind: Kind
    values: Numbers
    unsaid: Flags
    words: tuple[str, ...] = ()

    def column(self) -> pa.Array:
        """Return the column of a table of matters."""
        match self.kind:
            case Kind.YES_NO:
                return pa.array(self.values.astype(np.bool_), mask=self.unsaid)
            case Kind.DATE:
                return pa.array(self.values, mask=self.unsaid).cast(pa.date32())
            case Kind.NUMBER:
                return pa.array(self.values, mask=self.unsaid)
            case _:
                return chosen_words(self.values, self.words, self.unsaid)


class NotDrawnError(ValueError):
    """Somebody asked for a fact that no made-up table can hold."""

    def __init__(self, fact: str, why: str) -> None:
        """Name the fact and say why."""
        super().__init__(f"the fact `{fact}` cannot be made up: {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Draws the facts of rows, or the fields of records, each once and in its range.

    `facts` are those that may be drawn, `days` the day of the decision of each row, `orders` pairs
    of a later and an earlier day, and `guards` the conditions under which facts apply.

    INVARIANT ordered days: where one day is never before another, neither are those drawn.
    INVARIANT guarded: what applies only where a yes-no fact holds is unsaid where that is said no.
    """

    random: Generator
    facts: Table[str, FactType]
    days: Numbers
    unknown: float
    orders: tuple[tuple[str, str], ...] = ()
    guards: Table[str, Condition] = field(default_factory=nothing)
    drawn: dict[str, Drawn] = field(default_factory=dict)

    def draw(self, name: str) -> Drawn:
        """Return what one fact is in each row, drawn once.

        Raises:
            NotDrawnError: it is a moment or a list, or its guard is more than a yes-no fact.

        """
        found = self.drawn.get(name)
        if found is None:
            found = self.drawn[name] = self._drawn(name, self.facts[name])
        return found

    def _drawn(self, name: str, fact: FactType) -> Drawn:
        unsaid = self.random.random(len(self.days)) < self.unknown
        guard = self.guards.get(name)
        if guard is not None:
            unsaid |= self._is_out(name, guard)
        match fact.kind:
            case Kind.YES_NO:
                return Drawn(fact.kind, self._below(2), unsaid)
            case Kind.TOKEN:
                words = tuple(fact.words)
                return Drawn(fact.kind, self._below(len(words)), unsaid, words)
            case Kind.TEXT:
                return Drawn(fact.kind, self._below(len(TEXTS)), unsaid, TEXTS)
            case Kind.NUMBER:
                low, high = _ends(fact, EPOCH)
                return Drawn(fact.kind, low + self._below(min(high - low, LARGEST) + 1), unsaid)
            case Kind.DATE:
                return Drawn(fact.kind, self._day(name, fact), unsaid)
            case _:
                raise NotDrawnError(name, f"it is a {fact.kind.value}")

    def _below(self, most: int) -> Numbers:
        return self.random.integers(0, most, len(self.days), dtype=np.int32)

    def _day(self, name: str, fact: FactType) -> Numbers:
        """Return a day of each row, no later than the decision and in the order of days."""
        low, high = (_number(end) for end in _ends(fact, date.max))
        least = np.maximum(self.days - LONGEST_DAYS, low)
        for later, earlier in self.orders:
            if later == name and earlier in self.facts:
                least = np.maximum(least, self.draw(earlier).values)
        length = np.maximum(np.minimum(self.days, high) - least, 0) + 1
        days: Numbers = (least + self.random.random(len(length)) * length).astype(np.int32)
        return days

    def _is_out(self, name: str, guard: Condition) -> Flags:
        """Return where a fact does not apply, because what it needs is said not to be.

        Nothing is said of a fact that is not drawn.
        """
        if not isinstance(guard, Holds) or not isinstance(guard.term, Fact):
            raise NotDrawnError(name, "it applies where more than one yes-no fact holds")
        if guard.term.name not in self.facts:
            return np.zeros(len(self.days), np.bool_)
        needed = self.draw(guard.term.name)
        is_out: Flags = (needed.values == 0) & ~needed.unsaid
        return is_out


def chosen_words(
    places: NDArray[Any], words: Sequence[str], unsaid: Flags | None = None
) -> pa.Array:
    """Return a column of words, each given by its place among them."""
    indices = pa.array(places.astype(np.int32, copy=False), mask=unsaid)
    return pa.DictionaryArray.from_arrays(indices, pa.array(words, pa.string()))


def _ends(fact: FactType, day: date) -> tuple[Any, Any]:
    """Return the least and the greatest value of an ordered fact."""
    domain = fact.domain(day)
    if not isinstance(domain, Spans):
        raise TypeError(fact.name)
    return domain.low, domain.high


def _number(day: date) -> int:
    return (day - EPOCH).days
