"""Pushes: comparisons between facts along lines of whole numbers, and which of them has to move.

A comparison between two facts comes true as the one moves on and ceases to be as the other does,
once one of the two is counted down where that is needed.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from itertools import permutations
from typing import TypeAlias

from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.comparisons import first_turn
from discretion.analysis.cells.comparisons import ordinal_spans
from discretion.analysis.cells.comparisons import rises
from discretion.analysis.cells.comparisons import spread_of
from discretion.analysis.cells.comparisons import times_read
from discretion.analysis.cells.comparisons import value_at
from discretion.facts.values import Ordered
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import Compare
from discretion.rules.condition import Fact
from discretion.rules.condition import Field

Ends: TypeAlias = list[tuple[str, bool]]
"""The tied facts that a comparison reads, each with whether it comes true as the fact grows."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One tied fact: its values as whole numbers, counted down where `sign` is -1."""

    name: str
    like: Ordered
    sign: int
    spans: tuple[tuple[int, int], ...]

    @property
    def low(self) -> int:
        """Where it starts."""
        return self.spans[0][0]

    @property
    def high(self) -> int:
        """How far it can go."""
        return self.spans[-1][1]

    def allowed(self, position: int) -> int | None:
        """Return the first position from one on that the fact can have."""
        return next((max(position, low) for low, high in self.spans if position <= high), None)

    def onward(self, turn: int) -> int:
        """Return the position from which on values are past a turn, which is where it is passed."""
        return turn if self.sign > 0 else 1 - turn

    def value(self, position: int) -> Values:
        """Return the value at a position."""
        return one_value(value_at(self.sign * position, self.like))


Precedes: TypeAlias = tuple[int, int, int]
"""One axis is before another, at least so far apart: 0 where it may be beside it, else 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A comparison as what it asks of the axes it reads.

    `ends` are the axes, `onward` tells of each whether the comparison comes true as it moves on.
    `spread` is by how much the distance it asks for can vary, None where it is no distance.
    `turn` is where a comparison of one plain fact turns, and `order` what one of two plain facts
    asks of their positions: both are None for any other, which has to be tried.
    """

    comparison: Compare
    ends: tuple[int, ...]
    onward: tuple[bool, ...]
    spread: int | None
    turn: int | None
    order: Precedes | None

    def holds(self, axes: list[Axis], at: list[int], trial: Trial) -> bool:
        """Tell whether the comparison holds at some positions."""
        if self.turn is not None:
            return (at[self.ends[0]] >= self.turn) is self.onward[0]
        if self.order is not None:
            first, second, apart = self.order
            return at[first] + apart <= at[second]
        decided = {axes[end].name: axes[end].value(at[end]) for end in self.ends}
        return trial.holds(self.comparison, decided)

    def turns(self, axes: list[Axis], at: list[int], end: int, trial: Trial) -> int | None:
        """Return the first position of one axis, from where it is on, at which it turns."""
        axis = axes[end]
        plain = self._turn(axes, at, end, trial)
        if plain is not None:
            return plain if at[end] < plain <= axis.high else None
        decided = {axes[other].name: axes[other].value(at[other]) for other in self.ends}

        def holds(position: int) -> bool:
            decided[axis.name] = axis.value(position)
            return trial.holds(self.comparison, decided)

        return first_turn(at[end], axis.high, holds)

    def _turn(self, axes: list[Axis], at: list[int], end: int, trial: Trial) -> int | None:
        """Return the position of one axis at which it turns, None where that has to be tried."""
        if self.turn is not None:
            return self.turn
        if self.order is not None:
            first, second, apart = self.order
            return at[first] + apart if end == second else at[second] - apart + 1
        axis = axes[end]
        decided = {axes[other].name: axes[other].value(at[other]) for other in self.ends}
        plain = trial.turn(self.comparison, axis.name, decided)
        return plain if plain is None else axis.onward(plain)

    def moved(self, *, wanted: bool) -> int | None:
        """Return the axis that has to move on for the comparison to be as wanted."""
        pairs = zip(self.ends, self.onward, strict=True)
        return next((end for end, onward in pairs if onward is wanted), None)

    def comes_true(self, end: int) -> bool:
        """Tell whether the comparison comes true as an axis that it reads moves on."""
        return self.onward[self.ends.index(end)]

    def reads(self, old: int, new: int) -> "Push":
        """Return the comparison with one axis in the place of another."""
        ends = tuple(new if end == old else end for end in self.ends)
        order = self.order
        if order is not None:
            first, second = (new if end == old else end for end in order[:2])
            order = (first, second, order[2])
        return replace(self, ends=ends, order=order)


def axes_of(values: Table[str, Spans], links: list[Ends]) -> list[Axis]:
    """Return an axis for each fact, turned so that a comparison of two pushes one of them on."""
    signs: dict[str, int] = {}
    for name in values:
        if name not in signs:
            signs.update(_signs(name, links))
    axes = []
    for name, left in values.items():
        sign = signs[name]
        turned = (sorted((sign * low, sign * high)) for low, high in ordinal_spans(left))
        spans = tuple(sorted((low, high) for low, high in turned))
        axes.append(Axis(name, left.spans[0][0], sign, spans))
    return axes


def _signs(start: str, links: list[Ends]) -> dict[str, int]:
    """Return the directions in which a fact, and all that is tied to it, have to be counted."""
    signs = {start: 1}
    waiting = [start]
    for name in waiting:
        for link in links:
            for (one, one_rises), (other, other_rises) in permutations(link):
                if one != name:
                    continue
                sign = -signs[one] if one_rises is other_rises else signs[one]
                if other not in signs:
                    signs[other] = sign
                    waiting.append(other)
                elif signs[other] != sign:
                    raise EntangledError((one, other))
    return signs


def ends_of(comparison: Compare, names: Iterable[str], trial: Trial) -> Ends:
    """Return the tied facts that a comparison reads, and whether it comes true as each grows."""
    times = {name: times_read(comparison, trial.leaf(name)) for name in names}
    found = [(name, rises(comparison, trial.leaf(name))) for name, count in times.items() if count]
    if max(times.values()) > 1 or len(found) > 2:  # noqa: PLR2004  # two facts can be tied
        raise EntangledError(tuple(name for name, _ in found))
    return found


def push_of(comparison: Compare, ends: Ends, axes: list[Axis], trial: Trial) -> Push:
    """Return what a comparison asks of the axes that it reads."""
    places = {axis.name: place for place, axis in enumerate(axes)}
    kinds = {type(axes[places[name]].like) for name, _ in ends}
    spread = spread_of(comparison)
    return Push(
        comparison=comparison,
        ends=tuple(places[name] for name, _ in ends),
        onward=tuple(rising is (axes[places[name]].sign == 1) for name, rising in ends),
        spread=None if spread and len(kinds) > 1 else spread,
        turn=_turn_of(comparison, [axes[places[name]] for name, _ in ends], trial),
        order=_order_of(comparison, {trial.leaf(name): places[name] for name, _ in ends}, axes),
    )


def _turn_of(comparison: Compare, read: list[Axis], trial: Trial) -> int | None:
    """Return where a comparison of one plain fact with what is known turns, None for any other."""
    if len(read) != 1:
        return None
    (axis,) = read
    turn = trial.turn(comparison, axis.name, {})
    return None if turn is None else axis.onward(turn)


def _order_of(
    comparison: Compare, places: Table[Fact | Field, int], axes: list[Axis]
) -> Precedes | None:
    """Return what a comparison of two plain facts asks of their positions, None for any other."""
    left, right = comparison.left, comparison.right
    if not isinstance(left, Fact | Field) or not isinstance(right, Fact | Field):
        return None
    if left not in places or right not in places:
        return None
    first, second = places[left], places[right]
    if type(axes[first].like) is not type(axes[second].like):
        return None
    if axes[first].sign < 0:
        first, second = second, first
    return first, second, int(comparison.operator == "<")
