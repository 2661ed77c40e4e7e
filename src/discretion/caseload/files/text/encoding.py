"""In what encoding a text file stands, and its bytes as UTF-8.

A file none of whose lines is UTF-8 beyond ASCII was written by an older program, in windows-1252,
and is read so. A file with lines of both kinds was put together from several: nothing tells what
the others are, and the rows whose cells are concerned are left out.
"""

from enum import Enum
from pathlib import Path

from discretion.caseload.files.text.stream import Stream

LOOKED_AT = 1 << 20
"""How many bytes are looked at together."""
NO_TEXT = "\ufdd0"
"""Stands for bytes that are no text; source: Unicode, 23.7, which keeps it out of every text."""


class Encoding(Enum):
    """What the lines of a file are written in."""

    UTF8 = "utf-8"
    WINDOWS = "windows-1252"
    MIXED = "more than one encoding"


class Decoder:
    """Turns the bytes of one file into UTF-8, in parts that end where characters end.

    `encoding` is what the file was found to be written in so far; it is looked through whole once
    a part is not UTF-8. `has_gaps` tells whether some bytes were no text in it.
    """

    def __init__(self, path: Path) -> None:
        """Take a file for UTF-8 until a part of it is not."""
        self.encoding = Encoding.UTF8
        self.has_gaps = False
        self._path = path

    def utf8(self, part: bytes) -> bytes:
        """Return a part of the file as UTF-8, with `NO_TEXT` for what is no text."""
        if part.isascii() or _is_utf8(part):
            return part
        if self.encoding is Encoding.UTF8:
            self.encoding = encoding_of(self._path)
        if self.encoding is Encoding.WINDOWS:
            return self._marked(part, self.encoding.value)
        lines = part.splitlines(keepends=True)
        return b"".join(line if _is_utf8(line) else self._marked(line, "utf-8") for line in lines)

    def _marked(self, part: bytes, encoding: str) -> bytes:
        text = part.decode(encoding, "replace") if _decodes(part, encoding) else None
        if text is None:
            self.has_gaps = True
            text = part.decode(encoding, "surrogateescape")
            text = "".join(NO_TEXT if "\udc80" <= sign <= "\udcff" else sign for sign in text)
        return text.encode()


def encoding_of(path: Path) -> Encoding:
    """Return what a text file that is not UTF-8 throughout is written in."""
    with Stream(path) as stream:
        while part := stream.read(LOOKED_AT):
            if part.isascii():
                continue
            if any(not line.isascii() and _is_utf8(line) for line in part.splitlines()):
                return Encoding.MIXED
    return Encoding.WINDOWS


def _is_utf8(part: bytes) -> bool:
    return _decodes(part, "utf-8")


def _decodes(part: bytes, encoding: str) -> bool:
    try:
        part.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
