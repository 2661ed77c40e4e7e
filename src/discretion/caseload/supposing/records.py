"""Facts taken from a list: the earliest or the latest day of its records, or what that one says."""

from typing import Any

import numpy as np
import pyarrow as pa

from discretion.caseload.supposing.held import Held
from discretion.caseload.supposing.held import read_held
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import truths
from discretion.caseload.supposing.held.spans import Spans
from discretion.caseload.supposing.held.spans import range_of
from discretion.caseload.supposing.held.spans import read_spans
from discretion.caseload.supposing.premises import Premises
from discretion.engines.table import COMPLETE
from discretion.frozen import dataclass
from discretion.rules.derived import FromRecords

NEVER = np.iinfo(np.int64).min
"""A day before every other, for what no record says."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Records:
    """The records of one list in every row, one behind the other in a batch of their own.

    `first` is the place of the first record of each row that has any, `filled` which rows those
    are, `counts` how many each of them has. `whole` tells of those rows where these are all.
    """

    batch: Any
    first: Numbers
    counts: Numbers
    filled: Mask
    whole: Mask


def read_records(batch: Any, items: str) -> Records | None:  # noqa: ANN401  # a batch of Arrow
    """Return the records of a list, None where a batch has no column of it."""
    names = batch.schema.names
    column = batch.column(items) if items in names else None
    if column is None or pa.types.is_null(column.type):
        return None
    lengths = column.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
    flat = column.flatten()
    # A column without a name keeps the number of records where they have no field at all.
    columns = [*flat.flatten(), pa.nulls(len(flat))]
    fields = [*(field.name for field in flat.type), ""]
    filled = lengths > 0
    counts = lengths[filled].astype(np.int64)
    complete = f"{items}{COMPLETE}"
    is_whole = truths(batch.column(complete)) if complete in names else np.zeros_like(filled)
    return Records(
        batch=pa.RecordBatch.from_arrays(columns, names=fields),
        first=np.cumsum(counts) - counts,
        counts=counts,
        filled=filled,
        whole=is_whole[filled],
    )


def take_fact(batch: Any, name: str, source: FromRecords, premises: Premises) -> Held | None:  # noqa: ANN401  # a batch of Arrow
    """Return what a list gives of a fact in every row, None where it gives nothing in any.

    A day that its records give lies between the days that each of them leaves. Unless they are all
    there are, another may be later, or earlier. What a record says beside its day is taken of a
    whole list alone, and where it is certain which record is the last, or the first.
    """
    records = read_records(batch, source.items)
    if records is None or not len(records.counts):
        return None
    fields = premises.fact(source.items).fields
    days = premises.days(batch)[records.filled]
    each = np.repeat(days, records.counts)
    by = read_spans(records.batch, fields[source.by], each)
    if not source.take:
        return _day(records, by, range_of(premises.fact(name), days), source)
    at, is_certain = _certain(records, by, latest=source.latest)
    is_certain &= records.whole
    where = records.filled.copy()
    where[records.filled] = is_certain
    return read_held(records.batch, fields[source.take], each).gathered(at[is_certain], where)


def _day(
    records: Records,
    by: Spans,
    whole: tuple[Numbers | int, Numbers | int],
    source: FromRecords,
) -> Spans:
    """Return the earliest or the latest day of each row's records."""
    low, high = by.low, by.high
    if source.latest:
        least = np.maximum.reduceat(low, records.first)
        most = np.where(records.whole, np.maximum.reduceat(high, records.first), whole[1])
    else:
        least = np.where(records.whole, np.minimum.reduceat(low, records.first), whole[0])
        most = np.minimum.reduceat(high, records.first)
    given = Spans(low=least, high=most, known=least <= most, kind=by.kind, is_exact=False)
    return given.gathered(np.arange(len(least)), records.filled)


def _certain(records: Records, by: Spans, *, latest: bool) -> tuple[Numbers, Mask]:
    """Return the first record of each row that is certainly the last, or first; and if one is."""
    near, far = (by.low, by.high) if latest else (-by.high, -by.low)
    furthest = np.maximum.reduceat(far, records.first)
    is_furthest = far == np.repeat(furthest, records.counts)
    alone = np.add.reduceat(is_furthest.astype(np.int64), records.first) == 1
    is_alone = is_furthest & np.repeat(alone, records.counts)
    next_furthest = np.maximum.reduceat(np.where(is_alone, NEVER, far), records.first)
    others = np.where(
        is_alone, *(np.repeat(each, records.counts) for each in (next_furthest, furthest))
    )
    places = np.arange(len(near))
    at = np.minimum.reduceat(np.where(near > others, places, len(near)), records.first)
    return at, at < len(near)
