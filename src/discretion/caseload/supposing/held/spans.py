"""What a table leaves of a day, a moment or a number: the least and the greatest of each row."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from discretion.caseload.supposing.held.arrays import Column
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import number_column
from discretion.caseload.supposing.held.arrays import numbers
from discretion.caseload.supposing.held.arrays import said
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Ordered
from discretion.facts.values import Spans as SpanValues
from discretion.facts.values import Values
from discretion.frozen import dataclass
from discretion.frozen import replace

FIRST = date(1970, 1, 1)
MIDNIGHT = datetime(1970, 1, 1, tzinfo=UTC)
"""What Arrow counts days and moments from."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spans:
    """A day, a moment or a number of every row, from its least to its greatest, both inside.

    Where nothing is said these are the ends of all that there is, and so is an end that is not
    said. `kind` is the Arrow type of its columns. `is_exact` tells that no row leaves more than one
    value whatever it says, so that one column holds them.
    """

    low: Numbers
    high: Numbers
    known: Mask
    kind: object
    is_exact: bool

    def meets(self, value: Values) -> Mask:
        """Return where what is left has something in common with a value."""
        low, high = _ends(value)
        return np.less_equal(np.maximum(self.low, low), np.minimum(self.high, high))

    def narrowed(self, value: Values, apart: Mask) -> "Spans":
        """Return what is left that a value leaves too; where they are apart, the value."""
        low, high = _ends(value)
        return replace(
            self,
            low=np.where(apart, low, np.maximum(self.low, low)),
            high=np.where(apart, high, np.minimum(self.high, high)),
            known=np.ones(len(apart), np.bool_),
            is_exact=low == high,
        )

    def is_same(self, other: "Spans") -> Mask:
        """Return where two leave the same."""
        return np.equal(self.low, other.low) & np.equal(self.high, other.high)

    def placed(self, where: Mask, other: "Spans") -> "Spans":
        """Return this with another in some rows."""
        return replace(
            self,
            low=np.where(where, other.low, self.low),
            high=np.where(where, other.high, self.high),
            known=np.where(where, other.known, self.known),
            is_exact=self.is_exact and other.is_exact,
        )

    def gathered(self, at: Numbers, where: Mask) -> "Spans":
        """Return a fact that some rows take from this; of it the others say nothing."""
        low, high = np.zeros(len(where), np.int64), np.zeros(len(where), np.int64)
        known = np.zeros(len(where), np.bool_)
        low[where], high[where], known[where] = self.low[at], self.high[at], self.known[at]
        return replace(self, low=low, high=high, known=known)

    def columns(self, name: str) -> dict[str, Column | None]:
        """Return the columns that hold the fact, None for those that it does without."""
        low, high = f"{name}{LOW}", f"{name}{HIGH}"
        first = number_column(self.low, self.known, self.kind)
        if self.is_exact:
            return {name: first, low: None, high: None}
        last = number_column(self.high, self.known, self.kind)
        return {name: None, low: first, high: last}


def read_spans(batch: Any, fact: FactType, days: Numbers) -> Spans:  # noqa: ANN401  # a batch of Arrow
    """Return what a batch says of a day, a moment or a number, on the days of its decisions."""
    kind, name, names = kind_of(fact), fact.name, batch.schema.names
    is_exact = f"{name}{LOW}" not in names and f"{name}{HIGH}" not in names
    ends = (name, name) if is_exact else (f"{name}{LOW}", f"{name}{HIGH}")
    first, last = (
        batch.column(end) if end in names else pa.nulls(batch.num_rows, kind) for end in ends
    )
    has_first, has_last = said(first), said(last)
    low, high = range_of(fact, days)
    return Spans(
        low=np.where(has_first, numbers(first, kind), low),
        high=np.where(has_last, numbers(last, kind), high),
        known=has_first | has_last,
        kind=kind,
        is_exact=is_exact,
    )


def range_of(fact: FactType, days: Numbers) -> tuple[Numbers | int, Numbers | int]:
    """Return the least and the greatest that an ordered fact can be, in matters of some days."""
    whole = fact.domain(FIRST)
    low, high = _ends(whole)
    is_day = fact.kind is Kind.DATE
    return (
        days if is_day and fact.low == DECISION_DAY else low,
        days if is_day and fact.high == DECISION_DAY else high,
    )


def kind_of(fact: FactType) -> Any:  # noqa: ANN401  # a type of Arrow
    """Return the Arrow type of the columns of an ordered fact."""
    if fact.kind is Kind.DATE:
        return pa.date32()
    return pa.timestamp("us", "UTC") if fact.kind is Kind.MOMENT else pa.int64()


def _ends(value: Values) -> tuple[int, int]:
    """Return the least and the greatest of a value as Arrow counts them."""
    if not isinstance(value, SpanValues):
        message = "a day, a moment or a number is compared with a word"
        raise TypeError(message)
    return _counted(value.low), _counted(value.high)


def _counted(end: Ordered | None) -> int:
    if isinstance(end, datetime):
        return (end - MIDNIGHT) // timedelta(microseconds=1)
    if isinstance(end, date):
        return (end - FIRST).days
    return int(end or 0)
