"""Date orders of the dictionary: which days are left where one date is never before another.

A file that contradicts an order is kept as it is written. Where no days at all could keep the
orders of dates that hang together, those orders bind nothing.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any

from discretion.analysis.subjects import Order
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True)
class InOrder:
    """The days left to some dates, and the orders that bind them."""

    days: Table[str, Values]
    binding: tuple[Order, ...]


def in_order(days: Table[str, Spans], orders: tuple[Order, ...]) -> InOrder:
    """Return the days left to dates of one matter, or of one record.

    Args:
        days: what is known of every date that has one, or could have.
        orders: the orders among them, an earlier date's own order before it.

    """
    among = [pair for pair in orders if pair[0] in days and pair[1] in days]
    left: dict[str, Values] = dict(days)
    binding: list[Order] = []
    for group in _groups(days, among):
        touching = [pair for pair in among if not group.isdisjoint(pair)]
        narrowed = _narrowed(days, touching)
        if narrowed is not None:
            left.update(narrowed)
            binding.extend(touching)
    return InOrder(left, tuple(binding))


def _groups(days: Table[str, Spans], orders: Iterable[Order]) -> list[set[str]]:
    """Return the open dates that hang together by orders between open dates."""
    groups: dict[str, set[str]] = {}
    for pair in orders:
        joined: set[str] = set()
        for name in pair:
            if days[name].single is None:
                joined |= groups.get(name, {name})
        for name in joined:
            groups[name] = joined
    return list({id(group): group for group in groups.values()}.values())


def _narrowed(days: Table[str, Spans], orders: list[Order]) -> dict[str, Spans] | None:
    """Return the days that keep the orders, or None where some date has none left."""
    left = {name: days[name] for pair in orders for name in pair}
    for later, earlier in orders:
        kept = tuple(_clipped(left[later], left[earlier].low, left[later].high))
        if not kept:
            return None
        left[later] = Spans(kept)
    for later, earlier in reversed(orders):
        left[earlier] = Spans(tuple(_clipped(left[earlier], left[earlier].low, left[later].high)))
    return left


def _clipped(days: Spans, low: Any, high: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # days
    for start, end in days.spans:
        if start <= high and end >= low:
            yield max(start, low), min(end, high)
