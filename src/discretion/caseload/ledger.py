"""The ledger of one import: what could not be read, what no code covers, what was flagged.

Nothing is dropped silently, and no cell of an open column is ever repeated: a row that gives no
matter is counted with its number, and a value that no code covers is named once, with its count,
unless it is like the number of a file, a day or an address, as where a column slipped.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from discretion.caseload.files.notes import times
from discretion.errors import Problem
from discretion.source import Report

MOST_VALUES = 20
"""How many values of one column a problem names."""
LONGEST_VALUE = 60
"""How many characters of a value a problem shows."""
PERSONAL = re.compile(r"(\d\W?){6,}|\d+[-/.]\d+[-/.]\d+|@")
"""What no code is like, and what tells one person: the number of a file, a day, an address."""


class Ledger:
    """What the import of one file met, collected row by row.

    `rows` counts the rows read; `left_out` holds the numbers of those that give no matter, by
    reason; `flags` those of rows kept with something out of order, by what it is. `unmapped`
    counts the values of each column that no code covers, `unreadable` the cells that are no value
    of their column's type, `redacted` those from which something was taken out.
    """

    def __init__(self, file: str) -> None:
        """Start with nothing met."""
        self.report = Report(file)
        self.rows = 0
        self.left_out: dict[str, list[int]] = {}
        self.flags: dict[str, list[int]] = {}
        self.unmapped: dict[str, Counter[str]] = {}
        self.unreadable: Counter[str] = Counter()
        self.redacted: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        self._times = 1

    @contextmanager
    def standing_for(self, rows: int) -> Iterator[None]:
        """Count what is met inside once for each of so many rows that hold the same."""
        self._times = rows
        try:
            yield
        finally:
            self._times = 1

    def leave_out(self, reason: str, row: int) -> None:
        """Note that a row gives no matter."""
        self.left_out.setdefault(reason, []).append(row)

    def flag(self, what: str, row: int) -> None:
        """Note that a row is kept with something out of order."""
        self.flags.setdefault(what, []).append(row)

    def unmapped_value(self, column: str, value: str) -> None:
        """Note a value that no code covers; what it feeds stays unknown."""
        self.unmapped.setdefault(column, Counter())[value[:LONGEST_VALUE]] += self._times

    def unreadable_cell(self, column: str, row: int) -> None:
        """Note a cell that is no value of its column's type; what it feeds stays unknown."""
        self.unreadable[column] += self._times
        self._first.setdefault(column, row)

    def redacted_cell(self, column: str) -> None:
        """Note a cell from which something was taken out."""
        self.redacted[column] += self._times

    def problems(self) -> tuple[Problem, ...]:
        """Return everything met: the problems of the file, then those of its rows, counted."""
        report = Report(self.report.file)
        for reason, rows in self.left_out.items():
            report.warning(
                "rows_left_out",
                None,
                f"{reason} in {times(len(rows), 'row')}, and no matter is made of them",
                f"the first is row {rows[0]}",
            )
        for column, values in self.unmapped.items():
            report.warning(
                "unmapped_value",
                None,
                f"no code covers {times(values.total(), 'cell')} of `{column}`: {_named(values)}",
                "add each value to `codes`, with `unknown` where it says nothing of the fact",
            )
        for column, count in self.unreadable.items():
            report.warning(
                "unreadable_cell",
                None,
                f"{times(count, 'cell')} of `{column}` cannot be read as the column's type",
                f"the first is in row {self._first[column]}; what they feed stays unknown",
            )
        for what, rows in self.flags.items():
            report.warning(
                "out_of_order",
                None,
                f"{what} in {times(len(rows), 'row')}",
                f"they are kept as written; the first is row {rows[0]}",
            )
        return (*self.report.problems, *report.problems)


def _named(values: Counter[str]) -> str:
    """Return the values that look like codes; a cell that slipped into the column is not shown."""
    codes = [value for value, _ in values.most_common() if not PERSONAL.search(value)]
    shown = [f"`{value}`" for value in codes[:MOST_VALUES]]
    more = len(values) - len(shown)
    if not shown:
        return f"{times(more, 'value')} that {'is' if more == 1 else 'are'} like no code"
    return ", ".join(shown) + (f" and {times(more, 'further value')}" if more else "")
