"""Tables in workbooks: their sheets, the texts of their cells, and what is odd about the file.

A workbook is a packed archive, so what it would unpack to is looked at before it is unpacked.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime
from datetime import time
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
from python_calamine import CalamineError
from python_calamine import CalamineWorkbook

from discretion.caseload.files.sheets import PREVIEW_LINES
from discretion.caseload.files.sheets import Sheet

MOST_ROWS = 1_048_576
"""How many rows a sheet can have. Source: Microsoft, Excel specifications and limits."""
MOST_UNPACKED = 4 << 30
"""To how many bytes a workbook may unpack; the largest that an agency is known to have released
unpacks to about half of that."""
MOST_RATIO = 1000
"""How many times its size a workbook may unpack to. A plain archive cannot do much better (1032
times, by the format of its packing), so that what comes near holds nothing but repetition."""
FORMULA = re.compile(rb'<c r="(?P<cell>[A-Z]+[0-9]+)"[^>]*><f')
DIMENSION = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:[A-Z]+(?P<rows>[0-9]+)"')
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
"""Where a workbook says the names of its sheets, and the files that they are in."""
TAG = re.compile(r"<(?:sheet|Relationship) [^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
SHEET_FILE = re.compile(r"xl/worksheets/[^/]+\.xml")
BATCH_ROWS = 65_536
BLOCK = 1 << 20


class WorkbookRefusedError(Exception):
    """A workbook is not read: its message says why, as a sentence goes on with it."""


def check_workbook(path: Path) -> None:
    """Do nothing where a workbook can be unpacked without harm.

    Raises:
        WorkbookRefusedError: it is no workbook, or would unpack to far more than it is.

    """
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [(entry.file_size, entry.compress_size) for entry in archive.infolist()]
            sheets = [each for each in archive.namelist() if SHEET_FILE.fullmatch(each)]
            rows = max((_rows_said(archive, each) for each in sheets), default=0)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as failure:
        message = "it is no workbook, is damaged, or is locked with a password"
        raise WorkbookRefusedError(message) from failure
    unpacked = sum(size for size, _ in sizes)
    if unpacked > MOST_UNPACKED or any(
        size > MOST_RATIO * max(packed, 1) for size, packed in sizes
    ):
        message = f"it would unpack to {unpacked:,} bytes, far more than a table of its size holds"
        raise WorkbookRefusedError(message)
    if rows > MOST_ROWS:
        message = (
            f"a sheet says that it has {rows:,} rows, and a workbook has at most {MOST_ROWS:,}"
        )
        raise WorkbookRefusedError(message)


def workbook_sheets(path: Path) -> Iterator[Sheet]:
    """Yield the sheets of a workbook with their first lines.

    Raises:
        WorkbookRefusedError: it cannot be read.

    """
    book = _opened(path)
    for name in book.sheet_names:
        rows = islice(_rows(book, name), PREVIEW_LINES)
        lines = tuple(tuple(text_of(cell) for cell in row) for row in rows)
        yield Sheet(path=path, name=name, lines=lines, physical=range(1, len(lines) + 1))


def read_workbook(
    sheet: Sheet, below: int, places: Table[str, int]
) -> Iterator[tuple[list[int], pa.RecordBatch]]:
    """Yield the rows below a header, with their numbers in the sheet; empty rows are passed over.

    Args:
        sheet: the sheet.
        below: the place of the header among its first lines.
        places: the columns to read, and where they stand.

    Raises:
        WorkbookRefusedError: it cannot be read.

    """
    book = _opened(sheet.path)
    rows = enumerate(islice(_rows(book, sheet.name), below + 1, None), start=below + 2)
    while True:
        numbers: list[int] = []
        texts: list[list[str | None]] = [[] for _ in places]
        for number, row in islice(rows, BATCH_ROWS):
            if not any(cell != "" for cell in row):
                continue
            numbers.append(number)
            for column, place in zip(texts, places.values(), strict=True):
                column.append(text_of(row[place]) or None if place < len(row) else None)
        if not numbers:
            if next(rows, None) is None:
                return
            continue
        arrays = [pa.array(column, pa.string()) for column in texts]
        yield numbers, pa.RecordBatch.from_arrays(arrays, names=list(places))


def formulas_in(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield each sheet with formulas: its name, the first cell that has one, and how many have."""
    with zipfile.ZipFile(path) as archive:
        shown = dict(_shown_names(archive))
        for name in archive.namelist():
            if not SHEET_FILE.fullmatch(name):
                continue
            found, first = 0, ""
            with archive.open(name) as file:
                rest = b""
                while block := file.read(BLOCK):
                    text = rest + block
                    cut = text.rfind(b"<c ")
                    whole, rest = (text[:cut], text[cut:]) if cut > 0 else (b"", text)
                    for match in FORMULA.finditer(whole):
                        found += 1
                        first = first or match["cell"].decode()
                for match in FORMULA.finditer(rest):
                    found += 1
                    first = first or match["cell"].decode()
            if found:
                yield shown.get(name, Path(name).stem), first, found


def text_of(cell: Any) -> str:  # noqa: ANN401  # whatever a cell holds
    """Return a cell as text files write it: days as 2021-09-30, whole numbers without a point."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.isoformat(" ") if cell.time() != time() else cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case None:
            return ""
        case _:
            return str(cell)


def _opened(path: Path) -> CalamineWorkbook:
    check_workbook(path)
    try:
        return CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as failure:
        message = "it is no workbook, is damaged, or is locked with a password"
        raise WorkbookRefusedError(message) from failure


def _rows(book: CalamineWorkbook, name: str) -> Iterator[list[Any]]:
    """Return the rows of a sheet from its first line on, so that their numbers are those shown."""
    try:
        return iter(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    except CalamineError as failure:
        message = f"its sheet `{name}` cannot be read"
        raise WorkbookRefusedError(message) from failure


def _shown_names(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the file of each sheet in a workbook with the name that the sheet is shown by."""
    if not {BOOK, RELATIONS} <= set(archive.namelist()):
        return
    targets = {
        found["Id"]: found["Target"].removeprefix("/xl/")
        for found in map(
            _attributes, TAG.findall(archive.read(RELATIONS).decode("utf-8", "replace"))
        )
        if {"Id", "Target"} <= found.keys()
    }
    for tag in TAG.findall(archive.read(BOOK).decode("utf-8", "replace")):
        sheet = _attributes(tag)
        if tag.startswith("<sheet ") and sheet.get("r:id") in targets:
            yield f"xl/{targets[sheet['r:id']]}", html.unescape(sheet.get("name", ""))


def _attributes(tag: str) -> dict[str, str]:
    return dict(ATTRIBUTE.findall(tag))


def _rows_said(archive: zipfile.ZipFile, name: str) -> int:
    with archive.open(name) as file:
        found = DIMENSION.search(file.read(4096))
    return int(found["rows"]) if found else 0
