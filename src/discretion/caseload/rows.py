"""The rows of a table on disk: CSV, plain or compressed, laid out as its mapping says.

The line of the headers is found by its names, so that titles above it do no harm. Only columns
that the mapping reads are ever turned into values: a new column is reported and left alone.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from discretion.caseload.cells import Cell
from discretion.caseload.cells import Gap
from discretion.caseload.cells import Item
from discretion.caseload.cells import read_cell
from discretion.caseload.columns import Column
from discretion.caseload.files.notes import SLIPPED
from discretion.caseload.files.recognition.headers import OTHER_NAME
from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.headings import Headings
from discretion.caseload.headings import find_headings
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Layout
from discretion.caseload.mapping import Mapping
from discretion.entries import nothing
from discretion.errors import nearest
from discretion.frozen import dataclass
from discretion.frozen import field


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAddress:
    """Where a row stands: the file's name and its number, from 1 for the first under the headers.

    It names no person and holds no cell.
    """

    file: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the mapped columns of one row hold; a blank cell has no key.

    `groups` holds its words under each group of the mapping, apart from what any fact is read of.
    """

    address: RowAddress
    cells: Table[str, Cell]
    groups: Table[str, str] = field(default_factory=nothing)


def read_rows(path: Path, mapping: Mapping, ledger: Ledger) -> Iterator[Row]:
    """Yield every row of a table, none left out for being equal to another.

    Args:
        path: a `.csv` or `.csv.gz` file.
        mapping: how it is laid out and which of its columns are read.
        ledger: where everything goes that keeps a row or a cell from being read.

    """
    try:
        with _open(path, mapping.origin.layout) as handle:
            yield from _rows(handle, path.name, mapping, ledger)
    except (OSError, EOFError, zlib.error) as failure:
        reason = getattr(failure, "strerror", None) or "it is damaged or no such file"
        ledger.report.error(
            "table_unreadable",
            None,
            f"the table cannot be read to its end: {reason.lower()}",
            "get a whole copy",
        )
    except UnicodeDecodeError:
        ledger.report.error(
            "table_not_decoded",
            None,
            f"the table is not valid {mapping.origin.layout.encoding} text",
            "name the encoding under `source: layout:` in the mapping",
        )
    except csv.Error as failure:
        ledger.report.error(
            "table_unreadable",
            None,
            f"a row cannot be taken apart: {failure}",
            "mend it in a copy of the table",
        )


def matches(path: Path, mapping: Mapping) -> bool:
    """Tell whether a table has every header that a mapping names."""
    ledger = Ledger(path.name)
    try:
        with _open(path, mapping.origin.layout) as handle:
            lines = _reader(handle, mapping.origin.layout)
            headings, _ = _headings(lines, mapping, ledger)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error):
        return False
    return headings is not None and not headings.missing


def _open(path: Path, layout: Layout) -> io.TextIOBase:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding=layout.encoding, newline="")
    return path.open(encoding=layout.encoding, newline="")


def _reader(handle: Iterable[str], layout: Layout) -> Iterator[list[str]]:
    return csv.reader(handle, delimiter=layout.delimiter, quotechar=layout.quote, strict=True)


def _rows(handle: io.TextIOBase, file: str, mapping: Mapping, ledger: Ledger) -> Iterator[Row]:
    lines = _reader(handle, mapping.origin.layout)
    headings, width = _headings(lines, mapping, ledger)
    if headings is None or not _check_headings(headings, mapping, ledger):
        return
    places = _placed(mapping.columns, headings)
    groups = _placed(mapping.groups, headings)
    for line in lines:
        if not line:
            continue
        ledger.rows += 1
        if len(line) != width:
            ledger.leave_out(SLIPPED, ledger.rows)
            continue
        address = RowAddress(file=file, row=ledger.rows)
        cells = _cells(line, places, address.row, ledger)
        yield Row(address=address, cells=cells, groups=_groups(line, groups))


def _placed(columns: Table[str, Column], headings: Headings) -> list[tuple[str, int, Column]]:
    """Return the columns that a table has, each by its key and with its place."""
    return [
        (key, headings.places[column.name], column)
        for key, column in columns.items()
        if column.name in headings.places
    ]


def _headings(
    lines: Iterator[list[str]], mapping: Mapping, ledger: Ledger
) -> tuple[Headings | None, int]:
    """Return the first line that holds the decision column, and its width; None where none does."""
    wanted = mapping.decision.date
    seen: list[str] = []
    for line in islice(lines, PREVIEW_LINES):
        headings = find_headings(line, mapping.origin, mapping.quarantine)
        if wanted in headings.places or wanted in headings.twice:
            return headings, len(line)
        seen.extend(headings.new)
    ledger.report.error(
        "no_decision_column",
        None,
        f"no column is called `{wanted}`, which gives the day of each decision",
        nearest(wanted, seen) or "see whether the mapping, or its delimiter, is that of this table",
    )
    return None, 0


def _check_headings(headings: Headings, mapping: Mapping, ledger: Ledger) -> bool:
    """Report what is missing, new or twice; tell whether the rows can be read at all."""
    report = ledger.report
    groups = [column.name for column in mapping.groups.values()]
    read = dict.fromkeys((*mapping.columns, *groups))
    for name in read:
        if name in headings.twice:
            report.error(
                "column_twice",
                None,
                f"the column `{name}` stands twice, and the two may disagree",
                "give each its own name in a copy of the table",
            )
        elif name in headings.missing:
            report.warning(
                "column_missing",
                None,
                f"the table has no column `{name}`, and what it feeds stays unknown",
                nearest(name, headings.new) or OTHER_NAME,
            )
    placed = {*read, *mapping.quarantine, *mapping.ignore}
    known = (*headings.places, *headings.twice)
    unplaced = [name for name in known if name not in placed]
    for name in (*unplaced, *headings.new):
        called = f"the column `{name}`" if name else "a column without a name"
        report.warning(
            "column_unmapped",
            None,
            f"{called} is neither mapped, quarantined nor ignored",
            "it is not read: give it a place in the mapping",
        )
    return not any(name in headings.twice for name in read)


def _cells(
    line: list[str], places: list[tuple[str, int, Column]], row: int, ledger: Ledger
) -> Table[str, Cell]:
    cells: dict[str, Cell] = {}
    for _, place, column in places:
        cell = told_cell(read_cell(line[place], column), column, row, ledger)
        if cell is not None:
            cells[column.name] = cell
    return MappingProxyType(cells)


def told_cell(cell: Cell, column: Column, row: int, ledger: Ledger) -> Cell:
    """Return a cell as a matter may use it, with its gaps in the ledger; unreadable is blank."""
    if cell is Gap.UNREADABLE:
        ledger.unreadable_cell(column.name, row)
        return None
    if cell is Gap.REDACTED:
        ledger.redacted_cell(column.name)
    elif isinstance(cell, tuple):
        _count_gaps(column.name, cell, row, ledger)
    return cell


def _groups(line: list[str], places: list[tuple[str, int, Column]]) -> Table[str, str]:
    """Return the words of each group; what is blank or taken out has no key."""
    read = ((key, read_cell(line[place], column)) for key, place, column in places)
    return MappingProxyType({key: cell for key, cell in read if isinstance(cell, str)})


def _count_gaps(name: str, items: tuple[Item, ...], row: int, ledger: Ledger) -> None:
    for item in items:
        for key, value in item.items():
            if value is Gap.UNREADABLE:
                ledger.unreadable_cell(f"{name}.{key}", row)
            elif value is Gap.REDACTED:
                ledger.redacted_cell(f"{name}.{key}")
