"""Reading a made-up table from beginning to end, as a caller does."""

from typing import TYPE_CHECKING
from typing import Any

from discretion.caseload.files.batches import read_sheet
from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.headers import recognise
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.sheets import DELIMITERS
from discretion.caseload.files.sheets import sheets_of
from discretion.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LAYOUT = Layout(name="made-up", headers=("Day", "Place", "Note"), required=frozenset(("Day",)))
"""A made-up layout; every row of these tests is made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a table gave: its rows, each with its number first, and everything that was met."""

    rows: list[tuple[Any, ...]]
    notes: Notes
    sizes: list[int]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.notes.report.problems]

    @property
    def rejects(self) -> list[tuple[int, str]]:
        return [(each.row, each.reason) for each in self.notes.rejects]


def read(  # noqa: PLR0913  # a test changes one of them alone
    path: "Path",
    layout: Layout = LAYOUT,
    wanted: "Sequence[str]" = ("Day", "Place", "Note"),
    *,
    sheet: int = 0,
    size: int = 1 << 17,
    delimiters: "Sequence[str]" = DELIMITERS,
) -> Found:
    """Return the rows of one sheet of a file."""
    notes = notes_on(path.name)
    sheets = sheets_of(path, notes, delimiters=delimiters)
    rows: list[tuple[Any, ...]] = []
    sizes: list[int] = []
    if sheets:
        chosen = sheets[sheet]
        found = recognise(chosen.preview, [layout], notes)
        if found is not None:
            for batch in read_sheet(chosen, found, wanted, notes, rows=size):
                rows += zip(*(column.to_pylist() for column in batch.columns), strict=True)
                sizes.append(batch.num_rows)
    return Found(rows=rows, notes=notes, sizes=sizes)


def text(folder: "Path", content: str | bytes, name: str = "made_up.csv") -> "Path":
    """Return a file of some text, its bytes as given."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
