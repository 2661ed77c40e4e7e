"""The cells of one sheet of published figures, by row and column, with white space folded."""

from collections.abc import Sequence

from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.layout import flat
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.workbook.rows import SheetTable
from discretion.caseload.files.workbook.rows import cell_name
from discretion.frozen import dataclass

MOST_LINES = 1 << 13
"""How many lines a sheet may have to be looked at: figures for a reader are few, rows are many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of one sheet as text. Outside of them, every cell is blank."""

    file: str
    sheet: str
    lines: tuple[tuple[str, ...], ...]

    def at(self, row: int, column: int) -> str:
        """Return what a cell says, empty where it is blank; both are counted from 0."""
        if not 0 <= row < len(self.lines) or not 0 <= column < len(self.lines[row]):
            return ""
        return self.lines[row][column]

    def name(self, row: int, column: int) -> str:
        """Return the name of a cell, such as B2."""
        return cell_name(row, column)


def grids_of(sheets: Sequence[Sheet], file: str) -> tuple[Grid, ...]:
    """Return the cells of every sheet of a workbook that is short enough to be read by people.

    Args:
        sheets: the sheets of the workbook; what is no sheet of a workbook is left aside.
        file: what the workbook is called among those beside it.

    """
    return tuple(
        _grid(sheet, sheet.source, file)
        for sheet in sheets
        if isinstance(sheet.source, SheetTable) and sheet.source.scan.rows <= MOST_LINES
    )


def _grid(sheet: Sheet, source: SheetTable, file: str) -> Grid:
    width, before = source.scan.columns, ("",) * source.first_column
    lines: dict[int, tuple[str, ...]] = {}
    # The rows begin above the first line: such a sheet has several tables, each with its headers.
    for chunk in source.chunks(-1, width, range(width), notes_on(sheet.file)):
        columns = [column.to_pylist() for column in chunk.columns]
        for number, cells in zip(
            chunk.numbers.to_pylist(), zip(*columns, strict=True), strict=True
        ):
            lines[number - 1] = before + tuple(flat(cell) for cell in cells)
    last = max(lines, default=-1)
    every = tuple(lines.get(row, ()) for row in range(last + 1))
    return Grid(file=file, sheet=sheet.name, lines=every)
