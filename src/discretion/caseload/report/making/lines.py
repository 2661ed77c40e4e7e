"""Lines of counts, with what a limit hides taken out: alone, or group by group."""

from collections.abc import Sequence

from discretion.caseload.report.counting.counter import NOT_SAID
from discretion.caseload.report.counting.counter import Truths
from discretion.caseload.report.hiding import Blocks
from discretion.caseload.report.hiding import blocks_of
from discretion.caseload.report.hiding import hidden_cells
from discretion.caseload.report.hiding import is_small
from discretion.caseload.report.shares import part_of
from discretion.caseload.report.shares import share_of
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Column
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import count
from discretion.caseload.report.table import share
from discretion.frozen import dataclass

Shown = int | Hidden
TRUTHS = ("true", "false", "unknown")
FIGURE = TRUTHS
TRUTH_COLUMNS: tuple[Column, ...] = (
    count("rows", "Rows"),
    count("true", "Yes"),
    count("false", "No"),
    count("unknown", "Unknown"),
    share("unknown_share", "Unknown, of all rows"),
    share("true_share_of_known", "Yes, of the known"),
    share("interval_low", "Interval from"),
    share("interval_high", "Interval to"),
    share("true_share_if_unknown_false", "Yes, of all rows, if every unknown were no"),
    share("true_share_if_unknown_true", "Yes, of all rows, if every unknown were yes"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The counts of one group of rows, as they are shown, and how many rows it has."""

    group: str
    rows: int
    counts: tuple[Shown, ...]


def shown_line(counts: Sequence[int], limit: int) -> tuple[Shown, ...]:
    """Return counts that add up to a total that is shown, without those that may not be."""
    alone = {block[0] for block in blocks_of(counts, limit) if len(block) == 1}
    return tuple(each if place in alone else HIDDEN for place, each in enumerate(counts))


def shown_part(part: int, rows: int, limit: int) -> Shown:
    """Return how many of some rows something holds of, if neither these nor the rest are few."""
    return HIDDEN if is_small(part, limit) or is_small(rows - part, limit) else part


def shown_lines(groups: Sequence[tuple[str, Sequence[int]]], limit: int) -> tuple[Line, ...]:
    """Return the counts of each group, without what may not be shown.

    Groups of few rows stand together in one line. The totals of each line are shown, and those of
    each column that may be, so that nothing hidden can be worked out from them.

    Args:
        groups: each group with its counts, of which the rows of the group are the sum.
        limit: the largest count that is hidden.

    """
    rows = merged(groups, limit)
    if not rows:
        return ()
    blocks = blocks_of(
        [sum(column) for column in zip(*(each for _, each in rows), strict=True)], limit
    )
    coarse = [[sum(each[place] for place in block) for block in blocks] for _, each in rows]
    hidden = hidden_cells(coarse, limit)
    return tuple(
        Line(group=name, rows=sum(each), counts=_cells(each, blocks, hidden, number))
        for number, (name, each) in enumerate(rows)
    )


def merged(
    groups: Sequence[tuple[str, Sequence[int]]], limit: int
) -> list[tuple[str, tuple[int, ...]]]:
    """Return groups with those of few rows made one, at the end.

    What is not said stands last, and is the first that is made one with them where that is needed.
    """
    backward = groups[::-1]
    found = blocks_of([sum(each) for _, each in backward], limit)
    alone = [
        (backward[block[0]][0], tuple(backward[block[0]][1]))
        for block in reversed(found)
        if len(block) == 1
    ]
    for block in found:
        if len(block) > 1:
            sums = zip(*(backward[place][1] for place in block), strict=True)
            alone.append((together(len(block)), tuple(map(sum, sums))))
    return alone


def together(groups: int) -> str:
    """Return what several groups are called that stand in one line."""
    return f"{groups} groups with few rows, together"


def _cells(
    counts: Sequence[int], blocks: Blocks, hidden: frozenset[tuple[int, int]], number: int
) -> tuple[Shown, ...]:
    open_places = {
        block[0]
        for place, block in enumerate(blocks)
        if len(block) == 1 and (number, place) not in hidden
    }
    return tuple(each if place in open_places else HIDDEN for place, each in enumerate(counts))


def truth_line(found: Truths, limit: int) -> tuple[Cell, ...]:
    """Return the cells of one thing that is yes, no or unknown in the rows in which it is asked.

    Where few other rows are left, how many it is asked of is hidden with them.
    """
    if not found.unasked:
        return truth_cells(sum(found), shown_line(found.answers, limit))
    *shown, unasked = shown_line(found, limit)
    return _asked_cells(sum(found), shown, unasked)


def truth_lines(
    groups: Sequence[tuple[str, Truths]], limit: int
) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """Return the cells of one thing for each group of rows, without what may not be shown."""
    if not any(found.unasked for _, found in groups):
        lines = shown_lines([(name, found.answers) for name, found in groups], limit)
        return tuple((line.group, truth_cells(line.rows, line.counts)) for line in lines)
    return tuple(
        (line.group, _asked_cells(line.rows, line.counts[:3], line.counts[3]))
        for line in shown_lines(groups, limit)
    )


def _asked_cells(rows: int, shown: Sequence[Shown], unasked: Shown) -> tuple[Cell, ...]:
    if isinstance(unasked, Hidden):
        return (HIDDEN,) * len(TRUTH_COLUMNS)
    return truth_cells(rows - unasked, shown)


def truth_cells(rows: int, shown: Sequence[Shown]) -> tuple[Cell, ...]:
    """Return the cells of a line of yes, no and unknown: counts, shares, interval and bounds.

    A share is hidden wherever a count is that it could be worked back to.
    """
    true, false, unknown = shown
    numbers = tuple(0 if isinstance(each, Hidden) else each for each in shown)
    found = share_of(*numbers)
    known: tuple[Cell, ...] = (found.known, found.low, found.high)
    is_known = not (isinstance(true, Hidden) or isinstance(false, Hidden))
    return (
        rows,
        *shown,
        HIDDEN if isinstance(unknown, Hidden) else part_of(unknown, rows),
        *(known if is_known else (HIDDEN,) * len(known)),
        HIDDEN if isinstance(true, Hidden) else part_of(true, rows),
        HIDDEN if isinstance(false, Hidden) else part_of(rows - false, rows),
    )


def ordered(names: Sequence[str]) -> list[str]:
    """Return names of groups in their order, with what is not said at the end."""
    return sorted(names, key=lambda name: (name == NOT_SAID, name))
