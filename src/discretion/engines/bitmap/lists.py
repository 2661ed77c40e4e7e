"""The records of a list: where they lie, and what conditions on them make of their matters."""

from typing import Any

import numpy as np
import pyarrow as pa

from discretion.engines.bitmap.columns import Arrays
from discretion.engines.bitmap.columns import arrays_by_name
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.frame import Said
from discretion.engines.bitmap.nesting import Nesting
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import bits_at
from discretion.engines.bitmap.planes import conjunction
from discretion.engines.bitmap.planes import known_in
from discretion.engines.bitmap.planes import negation
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.table import COMPLETE
from discretion.rules.condition import Count


def records_of(matter: Frame, items: str) -> Frame:
    """Return the records of a list, of all matters of a table."""
    said = matter.said
    types = said.types[items].fields
    array = said.arrays.get(items)
    if array is None or not said.rows:
        none = np.zeros(said.rows, np.int64)
        return Frame(Said(arrays={}, types=types, rows=0), matter, Nesting(none, none))
    child, nesting = _flattened(array)
    arrays: Arrays = {}
    if pa.types.is_struct(child.type):
        arrays = arrays_by_name([field.name for field in child.type], child.flatten())
    return Frame(Said(arrays=arrays, types=types, rows=nesting.records), matter, nesting)


def _flattened(array: Any) -> tuple[Any, Nesting]:  # noqa: ANN401  # an array of Arrow
    """Return all records of an array of lists, and how they lie in them."""
    rows = len(array)
    kind = np.int64 if pa.types.is_large_list(array.type) else np.int32
    ends = np.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + rows + 1]
    child, starts, lengths = array.values, ends[:-1] - ends[0], np.diff(ends)
    child = child.slice(int(ends[0]), int(ends[-1] - ends[0]))
    known = known_in(array)
    if known is None:
        return child, Nesting(starts, lengths)
    is_known = unpacked(known, rows)
    if lengths[~is_known].any():
        # What lies under a list that is not there is no record.
        child = child.filter(pa.array(np.repeat(is_known, lengths)))
        lengths = np.where(is_known, lengths, 0)
        starts = np.cumsum(lengths) - lengths
    return child, Nesting(starts, lengths)


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
