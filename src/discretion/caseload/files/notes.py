"""What was met while a file was read: problems of the file, and the rows that were left out.

Nothing is dropped silently, and no cell is ever repeated: a row is named by its number and by the
reason for which it was left out.
"""

from collections.abc import Iterator
from typing import NamedTuple

from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.source import Report

SLIPPED = "the number of cells differs from that of the headers"
RUNS_ON = "a quote runs on into the lines below"
UNDECODED = "a cell is not text in the encoding of the table"
CUT_SHORT = "the file breaks off in the middle"


class Reject(NamedTuple):
    """One row that was left out, without its cells.

    `row` is its number as the rows of its sheet are numbered; `lines` says how many lines of the
    file went with it.
    """

    file: str
    sheet: str
    row: int
    reason: str
    lines: int = 1


class Rejects:
    """The rows of some files that were left out, in the order in which they were met."""

    def __init__(self) -> None:
        """Start with none."""
        self.rows: list[Reject] = []

    def add(self, reject: Reject) -> None:
        """Note a row that is left out."""
        self.rows.append(reject)

    def __iter__(self) -> Iterator[Reject]:
        """Return the rows in their order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows were left out."""
        return len(self.rows)

    def problems(self) -> tuple[Problem, ...]:
        """Return one warning for each reason and sheet, with the first row it happened in."""
        grouped: dict[tuple[str, str, str], list[Reject]] = {}
        for each in self.rows:
            grouped.setdefault((each.file, each.sheet, each.reason), []).append(each)
        return tuple(_left_out(*key, rows) for key, rows in grouped.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Where everything goes that is met in one sheet; `sheet` is empty for a file without any."""

    report: Report
    rejects: Rejects
    sheet: str = ""

    @property
    def place(self) -> str:
        """The sheet as messages name it."""
        return f"the sheet `{self.sheet}`" if self.sheet else "the table"

    def reject(self, row: int, reason: str, lines: int = 1) -> None:
        """Note a row that is left out."""
        self.rejects.add(Reject(self.report.file, self.sheet, row, reason, lines))

    def error(self, code: str, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Report what forbids an answer."""
        self.report.error(code, None, message, help)

    def warning(self, code: str, message: str, help: str = "") -> None:  # noqa: A002  # as above
        """Report what is told and forbids nothing."""
        self.report.warning(code, None, message, help)


def notes_on(file: str) -> Notes:
    """Return fresh notes on one file."""
    return Notes(report=Report(file), rejects=Rejects())


def times(count: int, noun: str) -> str:
    """Return how many there are of something, in words."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _left_out(file: str, sheet: str, reason: str, rows: list[Reject]) -> Problem:
    lines = sum(each.lines for each in rows)
    over = f" over {times(lines, 'line')}" if lines > len(rows) else ""
    where = f" of the sheet `{sheet}`" if sheet else ""
    return Problem(
        code="rows_left_out",
        message=f"{reason} in {times(len(rows), 'row')}{over}{where}, and nothing of it is read",
        help=f"the first is row {min(each.row for each in rows)}",
        file=file,
        severity="warning",
    )
