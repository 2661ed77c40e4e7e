"""An open workbook, which keeps the sheet that was read last and no other."""

from collections.abc import Sequence
from pathlib import Path

import python_calamine as calamine


class Book:
    """The sheets of one workbook, each laid out in memory when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Open a workbook.

        Args:
            path: the workbook, whose archive was checked.

        """
        self._book = calamine.load_workbook(path)
        self._last: calamine.CalamineSheet | None = None

    def sheets(self) -> Sequence[calamine.SheetMetadata]:
        """Return what the workbook says of its sheets, in its order."""
        return self._book.sheets_metadata

    def sheet(self, name: str) -> calamine.CalamineSheet:
        """Return one sheet."""
        if self._last is None or self._last.name != name:
            # The one before is let go first, so that two never stand in memory together.
            self._last = None
            self._last = self._book.get_sheet_by_name(name)
        return self._last
