"""Lanes: bars side by side without overlap, and labels below them likewise."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.documents.charts.looks import Look
from discretion.frozen import dataclass
from discretion.frozen import replace

LABEL = 11
"""The height of the letters of a label, in points."""
LETTER = 0.58
"""The width of a letter beside its height: as wide as in the widest of the usual fonts."""
GAP = 8
"""Points between two labels."""
NUDGE = 3.0
"""How far a bar may be moved to the right, in points, to stay in the lane of the one before it."""
FARTHEST = 25
"""How far right of its bar a label may begin, in points, before it stands a line lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of days with its edges in points, the label below it and its row in words."""

    left: float
    right: float
    look: Look
    label: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label with its left edge in points and the line that it stands on, counted from 0."""

    left: float
    line: int
    text: str


def lanes_of(bars: Iterable[Bar], thinnest: float) -> tuple[tuple[Bar, ...], ...]:
    """Return bars in as few lanes as keep them apart, each in the first lane that has room.

    Args:
        bars: in the order of their left edges.
        thinnest: how wide a bar stays at least, in points, where it is moved.

    """
    lanes: list[list[Bar]] = []
    for bar in bars:
        free = (lane for lane in lanes if lane[-1].right <= bar.left + NUDGE)
        lane = next(free, None)
        if lane is None:
            lanes.append([bar])
        else:
            left = max(bar.left, lane[-1].right)
            lane.append(replace(bar, left=left, right=max(bar.right, left + thinnest)))
    return tuple(tuple(lane) for lane in lanes)


def labels_of(lane: Iterable[Bar], width: float) -> Iterator[Label]:
    """Yield the labels of a lane, none over another and none beyond the right edge.

    A label begins with its bar where there is room, else a little to the right or a line lower.

    Args:
        lane: bars from left to right.
        width: how many points there are.

    """
    ends: list[float] = []
    for bar in lane:
        wide = width_of(bar.label)
        wanted = max(0.0, min(bar.left, width - wide))
        line = next(
            (place for place, end in enumerate(ends) if _fits(end, wanted, wide, width)), -1
        )
        if line < 0:
            ends.append(0.0)
            line = len(ends) - 1
        left = max(wanted, ends[line])
        ends[line] = left + wide + GAP
        yield Label(left=left, line=line, text=bar.label)


def _fits(end: float, wanted: float, wide: float, width: float) -> bool:
    left = max(wanted, end)
    return left - wanted <= FARTHEST and left + wide <= width


def width_of(text: str, size: int = LABEL) -> float:
    """Return how many points a text may take at most, whatever the font."""
    return len(text) * size * LETTER
