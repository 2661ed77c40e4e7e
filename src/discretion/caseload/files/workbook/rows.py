"""The rows of one sheet of a workbook, as text.

Values are taken as the workbook last stored them; no formula is ever computed. Rows are numbered as
the sheet numbers them, and a row without a filled cell is none.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import islice

import pyarrow as pa

from discretion.caseload.files.notes import SLIPPED
from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import times
from discretion.caseload.files.sheet import Chunk
from discretion.caseload.files.sheet import Line
from discretion.caseload.files.workbook.book import Book
from discretion.caseload.files.workbook.scan import Scan
from discretion.caseload.files.workbook.values import Value
from discretion.caseload.files.workbook.values import text_of
from discretion.frozen import dataclass

TOGETHER = 1 << 15
"""How many rows are taken over together."""
LETTERS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTable:
    """The way to the rows of one sheet, and what was found in it before."""

    book: Book
    name: str
    scan: Scan

    def chunks(
        self, header: int, width: int, places: Sequence[int], notes: Notes
    ) -> Iterator[Chunk]:
        """Yield the rows under a line of headers; see `Source`."""
        self._report(header, notes)
        rows = enumerate(self.book.sheet(self.name).iter_rows(), start=1)
        kept = _rows(islice(rows, header + 1, None), width, notes)
        while together := list(islice(kept, TOGETHER)):
            yield Chunk(
                pa.array([number for number, _ in together], pa.int64()),
                [
                    pa.array([_cell(row, place) for _, row in together], pa.string())
                    for place in places
                ],
            )

    @property
    def first_column(self) -> int:
        """The column, from 0, in which the first cell of every row stands: those before are blank.

        Places count from it.
        """
        start = self.book.sheet(self.name).start
        return start[1] if start else 0

    def _report(self, header: int, notes: Notes) -> None:
        """Report what the values of the sheet do not tell."""
        scan = self.scan
        if scan.formulas:
            notes.warning(
                "formula_cells",
                f"{times(scan.formulas, 'cell')} of {notes.place} "
                f"{'is a formula' if scan.formulas == 1 else 'are formulas'}, and the value that "
                "was last stored is read",
                f"the first is {scan.formula}; open the workbook and save it to have them computed",
            )
        if scan.errors:
            notes.warning(
                "error_cells",
                f"{times(scan.errors, 'cell')} of {notes.place} "
                f"{'shows' if scan.errors == 1 else 'show'} an error such as #N/A, and what it "
                "feeds stays unknown",
                f"the first is {scan.error}",
            )
        merged = [
            first
            for first, last in self.book.sheet(self.name).merged_cell_ranges or ()
            if last[0] > header
        ]
        if merged:
            notes.warning(
                "merged_cells",
                f"{times(len(merged), 'range')} of merged cells under the headers of {notes.place} "
                f"{'holds' if len(merged) == 1 else 'hold'} one value for several cells, and the "
                "others are read as blank",
                f"the first begins at {cell_name(*min(merged))}",
            )


def line_of(row: Sequence[Value]) -> Line:
    """Return a line as text, without the blank cells at its end."""
    cells = [text_of(value) for value in row]
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def _rows(
    rows: Iterator[tuple[int, list[Value]]], width: int, notes: Notes
) -> Iterator[tuple[int, list[Value]]]:
    """Yield the rows that hold something, and no cell beyond the headers."""
    for number, row in rows:
        if any(value != "" for value in row[width:]):
            notes.reject(number, SLIPPED)
        elif any(value != "" for value in row):
            yield number, row


def _cell(row: Sequence[Value], place: int) -> str:
    return text_of(row[place]) if place < len(row) else ""


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as B2, from its row and column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
