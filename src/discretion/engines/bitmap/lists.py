"""The records of a list: where they lie, and what conditions on them make of their matters."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from discretion.engines.bitmap.calendar import Numbers
from discretion.engines.bitmap.columns import values_of
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.frame import Said
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import bits_at
from discretion.engines.bitmap.planes import conjunction
from discretion.engines.bitmap.planes import known_in
from discretion.engines.bitmap.planes import negation
from discretion.engines.bitmap.planes import packed
from discretion.engines.table import COMPLETE
from discretion.rules.condition import Count


def records_of(matter: Frame, items: str) -> Frame:
    """Return the records of a list, of all matters of a table."""
    array = matter.said.arrays.get(items)
    types = matter.said.types[items].fields
    if array is None:
        parents = np.zeros(0, np.int64)
        return Frame(Said(arrays={}, types=types, day=matter.said.day, rows=0), matter, parents)
    child, lengths = _flattened(array)
    parents = np.repeat(np.arange(len(array)), lengths)
    names = [field.name for field in child.type]
    arrays = dict(zip(names, child.flatten(), strict=True))
    day = matter.said.day
    day = day if isinstance(day, int) else day.take(parents)
    return Frame(Said(arrays=arrays, types=types, day=day, rows=len(child)), matter, parents)


def _flattened(array: Any) -> tuple[Any, Numbers]:  # noqa: ANN401  # an array of Arrow
    """Return all records of an array of lists, and how many each list has."""
    lengths = values_of(pc.fill_null(pc.list_value_length(array), 0))
    kind = np.int64 if pa.types.is_large_list(array.type) else np.int32
    if not len(array):
        return array.flatten(), lengths
    ends = np.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array) + 1]
    first, last = int(ends[0]), int(ends[-1])
    if last - first == int(lengths.sum(dtype=np.int64)):
        return array.values.slice(first, last - first), lengths
    return array.flatten(), lengths


def whole_lists(matter: Frame, items: str) -> Planes:
    """Return the matters whose list is said to be all there is, and those where it is not."""
    array = matter.said.arrays.get(f"{items}{COMPLETE}")
    if array is None:
        return Planes(matter.none, matter.none)
    said = bits_at(array.buffers()[1], array.offset, len(array))
    known = known_in(array)
    known = matter.every if known is None else known
    return Planes(said & known, known & ~said)


def exists(records: Frame, holds: Planes, whole: Bits) -> Planes:
    """Return where some record satisfies a condition; false only of lists that are whole.

    Args:
        records: the records.
        holds: where the condition holds of them.
        whole: the matters whose list is all there is.

    """
    perhaps = records.every ^ holds.false
    return Planes(records.scattered(holds.true), whole & ~records.scattered(perhaps))


def count(records: Frame, holds: Planes, whole: Bits, asked: Count) -> Planes:
    """Return where the number of records that satisfy a condition compares as asked."""
    least = records.counted(holds.true)
    most = records.counted(records.every ^ holds.false)

    def at_least(number: int) -> Planes:
        return Planes(packed(least >= number), whole & packed(most < number))

    number = asked.number
    match asked.operator:
        case ">=":
            return at_least(number)
        case ">":
            return at_least(number + 1)
        case "<":
            return negation(at_least(number))
        case "<=":
            return negation(at_least(number + 1))
        case "==":
            return _exactly(at_least(number), at_least(number + 1))
        case _:
            return negation(_exactly(at_least(number), at_least(number + 1)))


def _exactly(enough: Planes, more: Planes) -> Planes:
    return conjunction((enough, negation(more)))
