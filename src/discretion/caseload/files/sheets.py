"""The sheets of a file: text, plain or packed, workbooks and Parquet, told by ending and content.

A file whose first bytes are not what its ending says is refused: it is read as neither.
"""

import codecs
import zlib
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.parquet import sheets_of_parquet
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.text.preview import preview_of
from discretion.caseload.files.text.rows import TextTable
from discretion.caseload.files.text.stream import GZIP_WINDOW
from discretion.caseload.files.text.stream import Stream
from discretion.caseload.files.workbook.opening import sheets_of_workbook

DELIMITERS = (",", "|", "\t", ";")
"""What may part the cells of a text file, the likeliest first."""


class Form(Enum):
    """What a file is, as its ending or its first bytes say."""

    TEXT = "a text file"
    PACKED = "a gzip file"
    WORKBOOK = "a workbook or another zip archive"
    PARQUET = "a Parquet file"
    OLD_OFFICE = "an old or a locked Office file"
    PDF = "a PDF"
    MARKUP = "a web page"
    WIDE_TEXT = "text in utf-16"
    BINARY = "bytes that are no text, such as a picture, a program or a packed file"
    EMPTY = "nothing"


ENDINGS = {
    **dict.fromkeys((".csv", ".txt", ".tsv", ".psv"), Form.TEXT),
    **dict.fromkeys((".csv.gz", ".txt.gz", ".tsv.gz", ".psv.gz"), Form.PACKED),
    **dict.fromkeys((".xlsx", ".xlsm"), Form.WORKBOOK),
    ".parquet": Form.PARQUET,
}
MARKS = {
    b"\x1f\x8b": Form.PACKED,
    b"PK": Form.WORKBOOK,
    b"PAR1": Form.PARQUET,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Form.OLD_OFFICE,
    b"%PDF": Form.PDF,
    b"<!DOCTYPE": Form.MARKUP,
    b"<html": Form.MARKUP,
    b"<?xml": Form.MARKUP,
    b"\x89PNG": Form.BINARY,
    b"\xff\xd8\xff": Form.BINARY,
    b"GIF8": Form.BINARY,
    b"\xfd7zXZ": Form.BINARY,
    b"7z\xbc\xaf": Form.BINARY,
    b"SQLite format": Form.BINARY,
    b"\xff\xfe": Form.WIDE_TEXT,
    b"\xfe\xff": Form.WIDE_TEXT,
}
"""What the first bytes of a file say that it is; what begins otherwise may be text."""
LOOKED_AT = 1 << 10
"""How many of the first bytes are looked at."""
NUL = 0
"""The byte that text in utf-8 has no use for, and of which text in utf-16 is half made."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What stands in an Office file that is locked with a password; source: Microsoft, MS-OFFCRYPTO."""


def sheets_of(
    path: Path, notes: Notes, *, delimiters: Sequence[str] = DELIMITERS
) -> tuple[Sheet, ...]:
    """Return the sheets of a file, none where it is refused.

    Args:
        path: the file; its ending says what it is to be.
        notes: where it is said what is out of order.
        delimiters: what may part the cells of a text file. A caller who knows it gives it alone;
            else the one is taken that parts most of the first lines alike.

    """
    try:
        said, held = _said(path), _held(path)
        if said is None:
            notes.error(
                "table_unreadable",
                f"no table is read from a file that ends in `{path.suffix}`",
                f"endings: {', '.join(ENDINGS)}",
            )
        elif held is not said:
            _report_other(path, said, held, notes)
        elif said is Form.WORKBOOK:
            return sheets_of_workbook(path, notes)
        elif said is Form.PARQUET:
            return sheets_of_parquet(path, notes)
        else:
            return _sheets_of_text(path, notes, delimiters)
    except OSError as failure:
        reason = (failure.strerror or "it is damaged").lower()
        notes.error(
            "table_unreadable", f"the table cannot be read: {reason}", "see whether it is there"
        )
    return ()


def _sheets_of_text(path: Path, notes: Notes, delimiters: Sequence[str]) -> tuple[Sheet, ...]:
    with Stream(path) as stream:
        preview = preview_of(stream, delimiters)
    if not preview.lines:
        why = f": {stream.broken}" if stream.broken else ""
        notes.error("table_unreadable", f"the table holds no line{why}", "get a whole copy")
        return ()
    table = TextTable(path=path, delimiter=preview.delimiter, ends=preview.ends)
    return (Sheet(path=path, name="", preview=preview.lines, source=table),)


def _said(path: Path) -> Form | None:
    name = path.name.lower()
    return next((form for ending, form in ENDINGS.items() if name.endswith(ending)), None)


def _held(path: Path) -> Form:
    """Return what a file holds; what is packed in it as text is looked into."""
    with path.open("rb") as handle:
        start = handle.read(LOOKED_AT)
    form = _form(start)
    if form is Form.PACKED:
        inner = _form(_unpacked(start))
        return inner if inner in {Form.BINARY, Form.WIDE_TEXT} else form
    return form


def _unpacked(start: bytes) -> bytes:
    """Return the first of what is packed, nothing where it is damaged, which is told elsewhere."""
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(start, LOOKED_AT)
    except zlib.error:
        return b""


def _form(start: bytes) -> Form:
    """Return what begins with some bytes."""
    if not start:
        return Form.EMPTY
    marked = next((form for mark, form in MARKS.items() if start.startswith(mark)), None)
    if marked is not None or NUL not in start:
        return marked or Form.TEXT
    if _is_wide(start):
        return Form.WIDE_TEXT
    return Form.TEXT if _is_text(start) else Form.BINARY


def _is_wide(start: bytes) -> bool:
    """Tell whether every second byte is nearly always nothing, as in utf-16, and the others never.

    So are letters of Latin script, digits and delimiters written there.
    """
    less, more = sorted((start[::2], start[1::2]), key=lambda half: half.count(NUL))
    return NUL not in less and more.count(NUL) > len(more) / 2


def _is_text(start: bytes) -> bool:
    """Tell whether bytes are text in utf-8, the last sign of which may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return True


def _report_other(path: Path, said: Form, held: Form, notes: Notes) -> None:
    """Report that a file is not what its ending says, and what to do."""
    if held is Form.EMPTY:
        notes.error("table_unreadable", "the file is empty", "get a whole copy")
    elif held is Form.WIDE_TEXT:
        notes.error("table_not_decoded", "the table is not valid utf-8 text", "save it as utf-8")
    elif said is Form.WORKBOOK and held is Form.OLD_OFFICE:
        locked = LOCKED in path.read_bytes()
        reason = "it is locked with a password" if locked else "it is of the format before 2007"
        notes.error(
            "table_unreadable",
            f"the workbook cannot be opened: {reason}",
            "open it in a spreadsheet program and save a copy as xlsx without a password",
        )
    else:
        remedy = "rename it to what it is, or save it anew"
        notes.error(
            "table_unreadable",
            f"the file is named as {said.value}, and holds {held.value}",
            "name the table itself" if held is Form.BINARY else remedy,
        )
