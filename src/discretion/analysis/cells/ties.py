"""Dates and numbers that comparisons tie together: which combinations of their turns can occur.

Each comparison between two of them comes true as the one moves on and ceases to be as the other
does, so that what is asked of it, true or false, pushes one of them on. The least days that meet
everything asked are found by starting every day as early as it can be and pushing.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from itertools import permutations
from typing import TypeAlias

from discretion.analysis.cells.cells import Cells
from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import Pair
from discretion.analysis.cells.cells import Row
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.comparisons import CALENDAR_ROUND
from discretion.analysis.cells.comparisons import comparisons_of
from discretion.analysis.cells.comparisons import first_turn
from discretion.analysis.cells.comparisons import is_opposite
from discretion.analysis.cells.comparisons import ordinal_spans
from discretion.analysis.cells.comparisons import plainer
from discretion.analysis.cells.comparisons import rises
from discretion.analysis.cells.comparisons import spread_of
from discretion.analysis.cells.comparisons import times_read
from discretion.analysis.cells.comparisons import value_at
from discretion.engines.atoms import Atom
from discretion.facts.values import Ordered
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import Compare

LONGEST_LAP = 100
"""By how many days, at most, a ring of days moves on in one lap where months decide if it does."""


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

    def value(self, position: int) -> Values:
        """Return the value at a position."""
        return one_value(value_at(self.sign * position, self.like))


@dataclass(frozen=True, slots=True)
class Push:
    """A comparison as what it asks of the axes it reads.

    `ends` are the axes, `onward` tells of each whether the comparison comes true as it moves on.
    `spread` is by how much the distance it asks for can vary, None where it is no distance.
    """

    comparison: Compare
    ends: tuple[int, ...]
    onward: tuple[bool, ...]
    spread: int | None

    def moved(self, *, wanted: bool) -> int | None:
        """Return the axis that has to move on for the comparison to be as wanted."""
        pairs = zip(self.ends, self.onward, strict=True)
        return next((end for end, onward in pairs if onward is wanted), None)

    def comes_true(self, end: int) -> bool:
        """Tell whether the comparison comes true as an axis that it reads moves on."""
        return self.onward[self.ends.index(end)]

    def reads(self, old: int, new: int) -> "Push":
        """Return the comparison with one axis in the place of another."""
        return replace(self, ends=tuple(new if end == old else end for end in self.ends))


Wanted: TypeAlias = list[tuple[Push, bool]]
"""Comparisons, each with whether it is to hold."""
Ends: TypeAlias = list[tuple[str, bool]]
"""The tied facts that a comparison reads, each with whether it comes true as the fact grows."""


class Tie:
    """Ordered facts that are tied together, and all that can be asked of them."""

    def __init__(
        self,
        values: Table[str, Spans],
        atoms: Iterable[Atom],
        orders: Iterable[Compare],
        trial: Trial,
    ) -> None:
        """Take what each fact may be, every atom that reads them, and what always holds of them."""
        self._atoms = {atom: comparisons_of(atom) for atom in atoms}
        self._trial = trial
        each = dict.fromkeys(part for parts in self._atoms.values() for part in parts)
        always = list(orders)
        ends = {part: _ends(part, values, trial) for part in (*each, *always)}
        self._axes = _axes(values, [found for found in ends.values() if len(found) > 1])
        pushes = [_push(comparison, ends[comparison], self._axes) for comparison in each]
        self._pushes = sorted(pushes, key=lambda push: len(push.ends))
        self._always = [(_push(part, ends[part], self._axes), True) for part in always]
        self._signs: list[tuple[bool, ...]] = []
        self._pairs: dict[tuple[int, int, int], Pair | None] = {}

    def cells(self) -> Cells:
        """Return every combination of turns that can occur, with the least days that show it."""
        rows: list[Row] = []
        waiting: list[tuple[tuple[bool, ...], list[int]]] = []
        start = self._pushed(self._axes, [axis.low for axis in self._axes], self._always)
        if start is not None:
            waiting.append(((), start))
        while waiting:
            signs, at = waiting.pop()
            if len(signs) == len(self._pushes):
                self._signs.append(signs)
                rows.append(self._row(self._axes, at, self._wanted(signs)))
                continue
            for sign in (True, False):
                more = (*signs, sign)
                further = self._pushed(self._axes, at, self._wanted(more))
                if further is not None:
                    waiting.append((more, further))
        return Cells(tuple(rows), self._atom_signs(), self.apart)

    def _atom_signs(self) -> dict[Atom, tuple[bool, ...]]:
        place = {push.comparison: number for number, push in enumerate(self._pushes)}
        return {
            atom: tuple(
                [
                    all(signs[place[part]] for part in parts) is not is_opposite(atom)
                    for signs in self._signs
                ]
            )
            for atom, parts in self._atoms.items()
        }

    def apart(self, position: int, a: int, b: int) -> Pair | None:
        """Return two rows that differ in one fact alone and lie in two cells, None if none do."""
        key = (position, a, b)
        if key not in self._pairs:
            self._pairs[key] = self._apart(position, self._signs[a], self._signs[b])
        return self._pairs[key]

    def _apart(self, moving: int, a: tuple[bool, ...], b: tuple[bool, ...]) -> Pair | None:
        """Solve for both cells at once, with a second axis for the fact that differs."""
        unlike = [
            (push, in_b)
            for push, in_a, in_b in zip(self._pushes, a, b, strict=True)
            if in_a is not in_b
        ]
        if any(moving not in push.ends for push, _ in unlike):
            return None
        if len({push.comes_true(moving) is in_b for push, in_b in unlike}) > 1:
            return None
        second = len(self._axes)
        axes = [*self._axes, self._axes[moving]]
        of_a, of_b = self._wanted(a), self._wanted(b)
        wanted = [*of_a, *((push.reads(moving, second), sign) for push, sign in of_b)]
        at = self._pushed(axes, [axis.low for axis in axes], wanted)
        if at is None:
            return None
        row = self._row(axes, at, wanted)
        return row[:-1], (*row[:moving], row[-1], *row[moving + 1 : -1])

    def _wanted(self, signs: Iterable[bool]) -> Wanted:
        return [*self._always, *zip(self._pushes, signs, strict=False)]

    def _pushed(self, axes: list[Axis], start: list[int], wanted: Wanted) -> list[int] | None:
        """Return the least positions from a start on that meet all that is wanted."""
        chase = Chase(start)
        met = 0
        for push, sign in _around(wanted):
            if met == len(wanted):
                break
            met += 1
            if self._holds(push, axes, chase.at) is sign:
                continue
            end = push.moved(wanted=sign)
            reached = None if end is None else self._turn(push, axes, chase.at, end)
            moved = None if end is None or reached is None else axes[end].allowed(reached)
            if end is None or reached is None or moved is None:
                return None
            if not chase.move(push, end, reached, moved):
                return None
            met = 1
        return chase.at

    def _row(self, axes: list[Axis], at: list[int], wanted: Wanted) -> Row:
        """Return the values at some positions, moments as plain as what is wanted lets them be."""
        # Twice, because one moment may have to move on before another can.
        for end, axis in [*enumerate(axes)] * 2:
            for plain in plainer(at[end], axis.like):
                tried = [*at[:end], plain, *at[end + 1 :]]
                is_allowed = axis.allowed(plain) == plain
                if is_allowed and all(
                    self._holds(push, axes, tried) is sign for push, sign in wanted
                ):
                    at = tried
                    break
        return tuple([axis.value(position) for axis, position in zip(axes, at, strict=True)])

    def _holds(self, push: Push, axes: list[Axis], at: list[int]) -> bool:
        decided = {axes[end].name: axes[end].value(at[end]) for end in push.ends}
        return self._trial.holds(push.comparison, decided)

    def _turn(self, push: Push, axes: list[Axis], at: list[int], end: int) -> int | None:
        """Return the first position of one axis at which a comparison turns."""
        axis = axes[end]
        decided = {axes[other].name: axes[other].value(at[other]) for other in push.ends}
        plain = self._trial.turn(push.comparison, axis.name, decided)
        if plain is not None:
            turn = plain if axis.sign > 0 else 1 - plain
            return turn if at[end] < turn <= axis.high else None

        def holds(position: int) -> bool:
            decided[axis.name] = axis.value(position)
            return self._trial.holds(push.comparison, decided)

        return first_turn(at[end], axis.high, holds)


def _around(wanted: Wanted) -> Iterable[tuple[Push, bool]]:
    while wanted:
        yield from wanted


class Chase:
    """Axes that push one another on, and whether they would do so for ever.

    A push keeps its axis at a distance from the other. Where distances around a ring add up to
    more than nothing, no days can meet them; where that hangs on the lengths of months, none can
    that do not within one round of the calendar.
    """

    def __init__(self, start: list[int]) -> None:
        """Take the positions to start from."""
        self.at = list(start)
        self._since = list(start)
        self._distances: dict[tuple[int, int], int] = {}

    def move(self, push: Push, end: int, reached: int, moved: int) -> bool:
        """Move an axis on; tell whether an end of it is in sight.

        Args:
            push: what moves it.
            end: the axis.
            reached: where the comparison turns.
            moved: the first position from there on that the axis can have.

        """
        before, self.at[end] = self.at[end], moved
        if len(push.ends) == 1 or push.spread is None:
            self._since = list(self.at)
            return True
        if moved - before > LONGEST_LAP or moved > reached:
            self._since = list(self.at)
        other = push.ends[0] if push.ends[1] == end else push.ends[1]
        distance = reached - self.at[other] - push.spread
        known = self._distances.get((other, end), distance)
        self._distances[other, end] = max(distance, known)
        back = _farthest(self._distances, end, other, frozenset((end,)))
        if back is not None and back + distance > 0:
            return False
        return (
            not push.spread or self.at[end] - self._since[end] <= CALENDAR_ROUND + 2 * LONGEST_LAP
        )


def _farthest(
    distances: Table[tuple[int, int], int], start: int, goal: int, seen: frozenset[int]
) -> int | None:
    if start == goal:
        return 0
    ways = [
        distance + rest
        for (one, other), distance in distances.items()
        if one == start
        and other not in seen
        and (rest := _farthest(distances, other, goal, seen | {other})) is not None
    ]
    return max(ways, default=None)


def _axes(values: Table[str, Spans], links: list[Ends]) -> list[Axis]:
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


def _ends(comparison: Compare, names: Iterable[str], trial: Trial) -> Ends:
    """Return the tied facts that a comparison reads, and whether it comes true as each grows."""
    times = {name: times_read(comparison, trial.leaf(name)) for name in names}
    found = [(name, rises(comparison, trial.leaf(name))) for name, count in times.items() if count]
    if max(times.values()) > 1 or len(found) > 2:  # noqa: PLR2004  # two facts can be tied
        raise EntangledError(tuple(name for name, _ in found))
    return found


def _push(comparison: Compare, ends: Ends, axes: list[Axis]) -> Push:
    places = {axis.name: place for place, axis in enumerate(axes)}
    kinds = {type(axes[places[name]].like) for name, _ in ends}
    spread = spread_of(comparison)
    return Push(
        comparison,
        tuple(places[name] for name, _ in ends),
        tuple(rising is (axes[places[name]].sign == 1) for name, rising in ends),
        None if spread and len(kinds) > 1 else spread,
    )
