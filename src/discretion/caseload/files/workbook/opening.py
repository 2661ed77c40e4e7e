"""Opening a workbook: refused where it is damaged, locked or larger than it can be, else sheets.

Its archive is unpacked once, as a stream and within bounds, before any reader of workbooks sees it.
"""

import re
import zlib
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import Path
from posixpath import join
from posixpath import normpath
from zipfile import BadZipFile
from zipfile import ZipInfo

import python_calamine as calamine

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.workbook.archive import DamagedError
from discretion.caseload.files.workbook.archive import contents_of
from discretion.caseload.files.workbook.archive import unpacked
from discretion.caseload.files.workbook.book import Book
from discretion.caseload.files.workbook.rows import SheetTable
from discretion.caseload.files.workbook.rows import line_of
from discretion.caseload.files.workbook.scan import MOST_CELLS
from discretion.caseload.files.workbook.scan import MOST_ROWS
from discretion.caseload.files.workbook.scan import Scan
from discretion.caseload.files.workbook.scan import scan_of

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")


def sheets_of_workbook(path: Path, notes: Notes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that hold cells, none where it is refused.

    Args:
        path: the workbook.
        notes: where everything goes that is out of order.

    """
    try:
        scans = _scans(path, notes)
        if not scans or not _within_limits(scans, notes):
            return ()
        return tuple(_sheets(path, scans, notes))
    except calamine.PasswordError:
        reason = "it is locked with a password"
    except (BadZipFile, zlib.error, calamine.CalamineError, UnicodeDecodeError, KeyError) as why:
        reason = str(why) if isinstance(why, DamagedError) else "its archive is damaged"
    notes.error(
        "table_unreadable",
        f"the workbook cannot be opened: {reason}",
        "open it in a spreadsheet program and save a copy",
    )
    return ()


def _sheets(path: Path, scans: dict[str, Scan], notes: Notes) -> Iterator[Sheet]:
    book = Book(path)
    for shown in book.sheets():
        if shown.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if shown.visible != calamine.SheetVisibleEnum.Visible:
            notes.warning(
                "sheet_hidden",
                f"the sheet `{shown.name}` is hidden, and is looked at like any other",
                "unhide it to see whether its rows belong to the table",
            )
        rows = book.sheet(shown.name).iter_rows()
        yield Sheet(
            path=path,
            name=shown.name,
            preview=tuple(line_of(row) for row in islice(rows, PREVIEW_LINES)),
            source=SheetTable(book=book, name=shown.name, scan=scans[shown.name]),
        )


def _scans(path: Path, notes: Notes) -> dict[str, Scan]:
    """Return what each sheet holds by its name, with every text of the archive unpacked once."""
    parts = {part.filename: part for part in contents_of(path, notes)}
    if not parts:
        return {}
    if WORKBOOK not in parts:
        raise DamagedError(WORKBOOK)
    with path.open("rb") as handle:
        names = {target: name for name, target in _targets(path, parts).items()}
        scans: dict[str, Scan] = {}
        for part in parts.values():
            if part.filename in names:
                scans[names[part.filename]] = scan_of(unpacked(handle, part))
            elif part.filename.endswith(".xml"):
                for _ in unpacked(handle, part):
                    pass
    return scans


def _targets(path: Path, parts: dict[str, ZipInfo]) -> dict[str, str]:
    """Return in which part of the archive each sheet stands, by its name."""
    with path.open("rb") as handle:
        book = b"".join(unpacked(handle, parts[WORKBOOK])).decode()
        relations = b"".join(unpacked(handle, parts[RELATIONS])).decode()
    found = {
        _attribute(listed, "Id"): normpath(join("/xl", _attribute(listed, "Target"))).lstrip("/")
        for listed in RELATION.findall(relations)
    }
    return {
        unescape(_attribute(listed, "name")): found.get(_attribute(listed, r"\w+:id"), "")
        for listed in SHEET.findall(book)
    }


def _attribute(text: str, name: str) -> str:
    found = re.search(rf"""(?:^|\s){name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", text)
    return (found[1] or found[2] or "") if found else ""


def _within_limits(scans: dict[str, Scan], notes: Notes) -> bool:
    """Tell whether every sheet can be what it claims, and say which cannot."""
    for name, scan in scans.items():
        if scan.rows > MOST_ROWS:
            notes.error(
                "file_too_large",
                f"the sheet `{name}` claims {scan.rows:,} rows, and no sheet has more than "
                f"{MOST_ROWS:,}: the workbook is not opened",
                "save the sheet as csv, which has no such limit",
            )
        elif scan.cells > MOST_CELLS:
            notes.error(
                "file_too_large",
                f"the sheet `{name}` spans {scan.rows:,} rows and {scan.columns:,} columns, more "
                "than is laid out in memory: the workbook is not opened",
                "take out what stands far from the table, or save the sheet as csv",
            )
    return not any(scan.rows > MOST_ROWS or scan.cells > MOST_CELLS for scan in scans.values())
