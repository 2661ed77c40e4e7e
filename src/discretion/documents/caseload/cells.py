"""Cells of a report as words on a page: what belongs together in one cell, and what is hidden."""

from collections.abc import Sequence

from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import Kind
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.frozen import dataclass

HIDDEN = "hidden"
NONE = "no rows"
TOLD_BY = ("says", "question", "title")
"""Columns of sentences, which a page sets before the id that they explain."""
WITH_SHARE = ("unknown", "established", "held_back")
"""Counts that a page sets beside the share that they are of all rows."""
INTERVAL = ("true_share_of_known", "interval_low", "interval_high")
BOUNDS = ("true_share_if_unknown_false", "true_share_if_unknown_true")
HEADINGS = {
    INTERVAL: "Yes, of the known (95% interval)",
    BOUNDS: "Yes, of all rows, whatever the unknown are",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One column of a page: its heading, the columns of the table it shows, whether of numbers."""

    heading: str
    columns: tuple[str, ...]
    is_number: bool


def columns_of(table: ReportTable) -> tuple[Shown, ...]:
    """Return the columns that a page has room for: what belongs together stands in one."""
    names = [column.name for column in table.columns]
    found: list[Shown] = []
    taken = set[str]()
    for place, column in enumerate(table.columns):
        if column.name not in taken:
            own = _together(names[place:])
            taken.update(own)
            found.append(
                Shown(
                    heading=HEADINGS.get(own, column.heading),
                    columns=own,
                    is_number=column.kind is not Kind.WORDS,
                )
            )
    return tuple(found)


def words_of(table: ReportTable, row: Row, shown: Shown) -> str:
    """Return what stands in one cell of a page."""
    cells = [in_words(row[table.place(name)]) for name in shown.columns]
    if len(set(cells)) == 1:
        return cells[0]
    if shown.columns == BOUNDS:
        return " to ".join(cells)
    if shown.columns == INTERVAL:
        return f"{cells[0]} ({cells[1]} to {cells[2]})"
    if not shown.is_number:
        *ids, says = cells
        named = ", ".join(each for each in ids if each)
        return f"{says} [{named}]" if says else named
    return f"{cells[0]} ({cells[1]})"


def in_words(cell: Cell) -> str:
    """Return a cell as words: a count with its thousands apart, a share as a percentage."""
    match cell:
        case Hidden():
            return HIDDEN
        case None:
            return NONE
        case float():
            return f"{cell * 100:.1f}%"
        case int():
            return f"{cell:,}"
        case _:
            return cell


def _together(names: Sequence[str]) -> tuple[str, ...]:
    """Return the first of some columns, with those after it that stand in the same cell."""
    for several in (INTERVAL, BOUNDS):
        if tuple(names[: len(several)]) == several:
            return several
    if names[0] in WITH_SHARE and f"{names[0]}_share" in names[1:2]:
        return tuple(names[:2])
    for length in (2, 3):
        if names[length - 1 : length] and names[length - 1] in TOLD_BY:
            return tuple(names[:length])
    return (names[0],)
