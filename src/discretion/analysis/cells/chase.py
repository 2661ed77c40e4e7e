"""A chase: axes that push one another on until they stand as asked, or would do so for ever."""

from collections.abc import Mapping as Table

from discretion.analysis.cells.comparisons import CALENDAR_ROUND
from discretion.analysis.cells.pushes import Push

LONGEST_LAP = 100
"""By how many days, at most, a ring of days moves on in one lap where months decide if it does."""


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
