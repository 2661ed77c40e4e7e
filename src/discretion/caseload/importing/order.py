"""Which rows hold dates that cannot be right together; all are kept as written."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from discretion.caseload.matters import DECISION_DATE
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind


def out_of_order(
    columns: dict[str, pa.Array], days: pa.Array, dictionary: Dictionary
) -> Iterator[tuple[str, npt.NDArray[np.bool_]]]:
    """Yield, in words, what is out of order, and in which rows it is.

    Args:
        columns: the columns of facts.
        days: the days of the decisions.
        dictionary: which facts are days, what bounds them and what is never before what.

    """
    held = {name.removesuffix(LOW).removesuffix(HIGH) for name in columns}
    dated = [name for name in dictionary.names() if name in held and _is_day(dictionary, name)]
    for name in dated:
        low, high = _ends(columns, name)
        if dictionary.facts[name].high == DECISION_DATE:
            yield f"`{name}` lies after the day of the decision", _holds(pc.greater(low, days))
        open_rows = _holds(pc.is_valid(high))
        before = dictionary.facts[name].not_before
        while before:
            if before in dated:
                earlier = _ends(columns, before)[0]
                compared = open_rows & _holds(pc.is_valid(earlier))
                yield f"`{name}` lies before `{before}`", compared & _holds(pc.less(high, earlier))
                open_rows &= ~compared
            before = dictionary.facts[before].not_before


def _is_day(dictionary: Dictionary, name: str) -> bool:
    return dictionary.facts[name].kind is Kind.DATE


def _ends(columns: dict[str, pa.Array], name: str) -> tuple[pa.Array, pa.Array]:
    if name in columns:
        return columns[name], columns[name]
    return columns[name + LOW], columns[name + HIGH]


def _holds(condition: pa.Array) -> npt.NDArray[np.bool_]:
    """Return where a condition holds; what is unknown does not."""
    filled = pc.coalesce(condition, pa.scalar(value=False))
    return filled.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]  # a library without types
