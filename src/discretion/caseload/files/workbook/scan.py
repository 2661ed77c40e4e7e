"""What a sheet of a workbook holds that its values do not tell: formulas, errors, its true extent.

The text of the sheet is searched as a stream, before anything lays out its cells in memory.
"""

import re
from collections.abc import Iterable

from discretion.frozen import dataclass

MOST_ROWS = 1_048_576
"""How many rows a sheet can have; source: Microsoft, Excel specifications and limits."""
MOST_CELLS = 1 << 25
"""How many cells a sheet may span: its reader lays out every one in memory, empty or not.

A sheet with as many rows as there can be may have 32 columns.
"""
LONGEST_CELL = 1 << 22
"""How many bytes one cell may take; Excel allows 32,767 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What one sheet holds. `rows` and `columns` are the last that it has or claims.

    `formula` and `error` name the first cell of each kind, such as `B2`; empty where there is none.
    """

    rows: int
    columns: int
    formulas: int
    formula: str
    errors: int
    error: str

    @property
    def cells(self) -> int:
        """How many cells the sheet spans, empty ones among them."""
        return self.rows * self.columns


def scan_of(pieces: Iterable[bytes]) -> Scan:
    """Return what the text of a sheet holds.

    Args:
        pieces: the text of the sheet, in pieces of any size.

    """
    search = _Search()
    held = b""
    for piece in pieces:
        held += piece
        search.begin(held)
        # Each cell is looked at whole: what follows the last that begins is kept for later.
        cut = held.rfind(search.cell)
        if cut <= 0 and len(held) > LONGEST_CELL:
            cut = len(held)
        if cut > 0:
            search.take(held[:cut])
            held = held[cut:]
    search.take(held)
    return search.found()


class _Search:
    """What was found so far in the text of a sheet."""

    def __init__(self) -> None:
        self.cell = b"<c "
        self._begun = False
        self._rows = self._columns = self._formulas = self._errors = 0
        self._formula = self._error = ""

    def begin(self, start: bytes) -> None:
        """Learn what stands before the names of the elements, which some programs set apart."""
        if self._begun:
            return
        root = re.search(rb"<((?:\w+:)?)worksheet\b", start)
        before = root[1] if root else b""
        self._begun = root is not None
        self.cell = b"<%bc " % before
        self._marks = [b"<%bf%b" % (before, end) for end in (b">", b" ", b"/")]
        self._row = re.compile(rb"<%brow\b[^>]*?\br=\"(\d+)\"" % before)
        self._far = re.compile(rb"<%bc r=\"([A-Z]+)" % before)
        self._extent = re.compile(rb"<%bdimension\b[^>]*ref=\"(?:\w+:)?([A-Z]+)(\d+)\"" % before)

    def take(self, text: bytes) -> None:
        """Search some whole cells."""
        self._rows = max(self._rows, max(map(int, self._row.findall(text)), default=0))
        letters = {*self._far.findall(text)}
        claimed = self._extent.search(text)
        if claimed:
            letters.add(claimed[1])
            self._rows = max(self._rows, int(claimed[2]))
        self._columns = max(self._columns, max(map(_column, letters), default=0))
        for mark in self._marks:
            self._formulas += text.count(mark)
        if self._formulas and not self._formula:
            self._formula = self._first(text, self._marks)
        self._errors += text.count(b' t="e"')
        if self._errors and not self._error:
            self._error = self._first(text, [b' t="e"'])

    def found(self) -> Scan:
        return Scan(
            rows=self._rows,
            columns=self._columns,
            formulas=self._formulas,
            formula=self._formula,
            errors=self._errors,
            error=self._error,
        )

    def _first(self, text: bytes, marks: list[bytes]) -> str:
        """Return the cell in which the first of some marks stands."""
        at = min(place for mark in marks if (place := text.find(mark)) >= 0)
        cell = text[text.rfind(self.cell, 0, at) :]
        named = re.match(rb"<[^>]*?\br=\"([A-Z]+\d+)\"", cell)
        return named[1].decode() if named else "?"


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters, 1 for A."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
