"""The bytes of a text file as UTF-8: unpacked, decoded line by line where need be, and cut short.

What cannot be read as it stands is told and never guessed at in silence.
"""

import codecs
import io
import zlib
from pathlib import Path
from typing import Any

CHUNK = 1 << 20
"""How many bytes are read at a time."""
GZIP = 31
"""Tells zlib that a stream has the head of gzip. Source: zlib.h, `inflateInit2`."""
OTHER_ENCODING = "cp1252"
"""What a line is read as that is no UTF-8: the encoding of older office programs on Windows."""


class CleanStream(io.RawIOBase):
    """A text file read as UTF-8, with what was amiss in it.

    `recoded` counts the lines that were no UTF-8 and were read in another encoding, `first` is the
    number of the first of them; `is_cut` tells that a packed file ends before its end, so that its
    last line may not be whole and is left out.
    """

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        """Open a file.

        Args:
            path: a file, packed where its name ends in `.gz`.
            encoding: how its text is encoded, as a mapping says.

        """
        self._file = path.open("rb")
        self._unpacked = zlib.decompressobj(GZIP) if path.suffix == ".gz" else None
        self._is_utf8 = codecs.lookup(encoding).name == "utf-8"
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._rest = b""
        self._ready = b""
        self._lines = 0
        self._is_over = False
        self.recoded = 0
        self.first = 0
        self.is_cut = False

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # whatever holds bytes
        """Fill a buffer, and return how much of it; nothing is the end."""
        view = memoryview(buffer).cast("B")
        while not self._ready and not self._is_over:
            self._ready = self._next()
        taken = self._ready[: len(view)]
        view[: len(taken)] = taken
        self._ready = self._ready[len(taken) :]
        return len(taken)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _next(self) -> bytes:
        """Return further whole lines, as UTF-8."""
        read = self._file.read(CHUNK)
        try:
            text = self._unpacked.decompress(read) if self._unpacked and read else read
        except zlib.error:
            self.is_cut, read, text = True, b"", b""
        if read:
            text = self._again(text)
            whole, mark, self._rest = (self._rest + text).rpartition(b"\n")
            return self._clean(whole + mark)
        self._is_over = True
        if self._unpacked is not None and not self._unpacked.eof:
            self.is_cut = True
        last, self._rest = (b"" if self.is_cut else self._rest), b""
        return self._clean(last)

    def _again(self, text: bytes) -> bytes:
        """Return unpacked text with that of further packed files that follow in the same file."""
        parts = [text]
        while self._unpacked is not None and self._unpacked.eof and self._unpacked.unused_data:
            further = self._unpacked.unused_data
            self._unpacked = zlib.decompressobj(GZIP)
            parts.append(self._unpacked.decompress(further))
        return b"".join(parts)

    def _clean(self, lines: bytes) -> bytes:
        if not self._is_utf8:
            return self._decoder.decode(lines).encode()
        if not self._lines:
            lines = lines.removeprefix(codecs.BOM_UTF8)
        clean, is_recoded = utf8_of(lines)
        if is_recoded:
            clean = b"".join(self._line(line) for line in lines.splitlines(keepends=True))
        else:
            self._lines += lines.count(b"\n")
        return clean

    def _line(self, line: bytes) -> bytes:
        self._lines += 1
        clean, is_recoded = utf8_of(line)
        if is_recoded:
            self.recoded += 1
            self.first = self.first or self._lines
        return clean


def utf8_of(text: bytes) -> tuple[bytes, bool]:
    """Return text as UTF-8, and whether it had to be read in another encoding."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return text.decode(OTHER_ENCODING, "replace").encode(), True
    return text, False
