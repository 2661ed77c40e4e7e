"""Totals that a file states of itself, beside how many of its rows were read."""

import re
from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.files.sheet import Line
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.folder.reported import SheetMet
from discretion.frozen import dataclass

TOTAL = re.compile(r"\b(total|totals|rows|records)\b", re.IGNORECASE)
"""A label that speaks of a total; its own words are told, so that a reader sees what it counts."""
NUMBER = re.compile(r"\d{1,3}(,\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total that stands in a file: above the headers of a table, or on a sheet beside it.

    `rows` is how many rows were read of the tables of the same file. That the two differ need be
    no fault: the label says what the file counts.
    """

    file: str
    sheet: str
    line: int
    label: str
    found: int
    rows: int


def totals_in(sheets: Sequence[Sheet], met: Sequence[SheetMet]) -> Iterator[Total]:
    """Yield the totals that the first lines of some sheets state.

    Args:
        sheets: every sheet of the files.
        met: those that were read.

    """
    read = {(each.fit.sheet.file, each.fit.sheet.name): each for each in met}
    rows: dict[str, int] = {}
    for each in met:
        file = each.fit.sheet.file
        rows[file] = rows.get(file, 0) + each.ledger.rows
    for sheet in sheets:
        found = read.get((sheet.file, sheet.name))
        lines = sheet.preview if found is None else sheet.preview[: found.fit.found.line]
        for number, line in enumerate(lines, start=1):
            total = _total(line)
            if total is not None and sheet.file in rows:
                label, value = total
                yield Total(
                    file=sheet.file,
                    sheet=sheet.name,
                    line=number,
                    label=label,
                    found=value,
                    rows=rows[sheet.file],
                )


def _total(line: Line) -> tuple[str, int] | None:
    """Return the label and the number of a line that states a total and nothing else."""
    cells = [" ".join(cell.split()) for cell in line]
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if NUMBER.fullmatch(cell)]
    labels = [cell for cell in filled if TOTAL.search(cell)]
    if len(filled) == 2 and len(numbers) == 1 and len(labels) == 1:  # noqa: PLR2004  # a label and its number
        return labels[0], int(numbers[0].replace(",", ""))
    return None


def plain_total(total: Total) -> dict[str, object]:
    """Return a total as the data report tells it."""
    return {
        "file": total.file,
        "sheet": total.sheet,
        "line": total.line,
        "label": total.label,
        "found": total.found,
        "rows_read": total.rows,
    }
