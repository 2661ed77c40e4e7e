"""What was known of each row by a day: facts and lists that became known later say nothing."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import numbers
from discretion.caseload.supposing.held.arrays import said
from discretion.caseload.supposing.held.arrays import truths
from discretion.caseload.supposing.held.arrays import with_columns
from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import KNOWN_ON
from discretion.engines.table import LOW
from discretion.frozen import dataclass

ENDINGS = ("", LOW, HIGH, BOTH, COMPLETE)
"""What follows the name of a fact, or of a list, in the columns that say something of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AsKnown:
    """A batch of rows as it was known by a day.

    `dropped` tells of how many rows each fact and each list was left out, also where of none, and
    `undated` in how many it counts although they do not say from which day it was known. In the
    rows that `never_dated` tells, what counts is of facts of which no row can say that.
    """

    batch: Any
    dropped: Table[str, int]
    undated: Table[str, int]
    never_dated: Table[str, int]


def as_known(batch: Any, by: date | str, facts: Iterable[str] = ()) -> AsKnown:  # noqa: ANN401  # a batch of Arrow
    """Return what was known of each row by a day.

    A list goes as a whole, with whether it was complete. What has no day from which it was known
    counts as known on every day, and where other rows have one, it is told how often.

    Args:
        batch: rows of a table of matters.
        by: the last day that counts, or the column that holds it for each row, such as that of
            the day of its decision.
        facts: those of which it is told too in how many rows nothing can say when they were known.

    """
    names = batch.schema.names
    last = (by - date(1970, 1, 1)).days if isinstance(by, date) else _days(batch.column(by))
    changed: dict[str, Any] = {}
    dropped: dict[str, int] = {}
    undated: dict[str, int] = {}
    for column in (each for each in names if each.endswith(KNOWN_ON)):
        since = batch.column(column)
        is_dated = said(since)
        late = (_days(since) > last) & is_dated
        fact = column.removesuffix(KNOWN_ON)
        told = _says_something(batch, fact)
        dropped[fact] = int((told & late).sum())
        undated[fact] = int((told & ~is_dated).sum())
        if late.any():
            for name in _columns(batch, fact):
                changed[name] = pc.if_else(pa.array(~late), batch.column(name), None)
    return AsKnown(
        batch=with_columns(batch, changed),
        dropped=MappingProxyType(dropped),
        undated=MappingProxyType(undated),
        never_dated=MappingProxyType(
            {
                fact: int(_says_something(batch, fact).sum())
                for fact in facts
                if f"{fact}{KNOWN_ON}" not in names
            }
        ),
    )


def _says_something(batch: Any, fact: str) -> Mask:  # noqa: ANN401  # as above
    """Return in which rows something is said of a fact or a list."""
    told = np.zeros(batch.num_rows, np.bool_)
    for name in _columns(batch, fact):
        told |= (truths if name.endswith(BOTH) else said)(batch.column(name))
    return told


def _columns(batch: Any, fact: str) -> list[str]:  # noqa: ANN401  # as above
    """Return the columns that say something of a fact or a list."""
    names = set(batch.schema.names)
    return [name for ending in ENDINGS if (name := f"{fact}{ending}") in names]


def _days(column: Any) -> Any:  # noqa: ANN401  # a column of Arrow, and its days as numbers
    return numbers(column, pa.date32())
