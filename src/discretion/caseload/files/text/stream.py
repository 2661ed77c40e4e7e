"""The bytes of a text file, unpacked while they are read.

A file that breaks off ends, for whoever reads it, with its last whole line: half a row is no row.
"""

import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

GZIP = b"\x1f\x8b"
READ = 1 << 18
"""How many bytes are taken from the file at a time."""
GZIP_WINDOW = 31
"""What tells zlib that a gzip header and a checksum stand around the bytes; source: zlib manual."""
MOST_TIMES = 200
"""How many times its size a file may unpack to.

Deflate can reach 1,032 times; tables of people reach 5 to 40.
"""
ALWAYS_ALLOWED = 1 << 27
"""Up to how many unpacked bytes no ratio is looked at: small files of equal rows pack well."""


class Stream:
    """A plain or gzip file as one stream of bytes.

    `broken` says, in words, why it ends before its end; it is empty while all is well.
    `newlines` and `returns` count the signs that end lines among the bytes that were given out,
    and `last` is the last of those bytes.
    """

    def __init__(self, path: Path, skip: int = 0) -> None:
        """Open a file.

        Args:
            path: the file.
            skip: how many unpacked bytes are passed over.

        """
        self.broken = ""
        self.newlines = self.returns = 0
        self.last = b""
        self.closed = False
        self._file = path.open("rb")
        self._unpacker = zlib.decompressobj(GZIP_WINDOW) if path.suffix == ".gz" else None
        self._taken = self._made = 0
        self._held = self._rest = b""
        self._ended = False
        while skip > 0 and not self._ended:
            self._fill(min(skip, READ))
            passed = min(skip, len(self._held))
            self._held, skip = self._held[passed:], skip - passed

    def read(self, size: int) -> bytes:
        """Return some bytes up to the end of a line, empty at the end.

        Args:
            size: the most bytes that are wanted. Only a line that is longer is cut.

        """
        self._fill(size)
        end = self._end(size)
        found, self._held = self._held[:end], self._held[end:]
        self.newlines += found.count(b"\n")
        self.returns += found.count(b"\r")
        self.last = found[-1:] or self.last
        return found

    def _end(self, size: int) -> int:
        """Return how many of the held bytes may be given out."""
        held = self._held
        if self._ended and not self.broken and len(held) <= size:
            return len(held)
        whole = max(held.rfind(b"\n", 0, size), held.rfind(b"\r", 0, size)) + 1
        if whole:
            # Both signs of one line's end stay together.
            return whole + (held[whole - 1 : whole + 1] == b"\r\n")
        if self._ended and b"\n" not in held and b"\r" not in held:
            return 0
        # No character is cut in two: what follows its first byte begins with the bits 10.
        while held[size] & 0xC0 == 0x80:  # noqa: PLR2004  # the two bits
            size -= 1
        return size

    def close(self) -> None:
        """Close the file."""
        self.closed = True
        self._file.close()

    def __enter__(self) -> Self:
        """Return the stream."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def _fill(self, size: int) -> None:
        """Hold more bytes than are wanted, or all there are."""
        parts, held = [self._held], len(self._held)
        while held <= size and not self._ended:
            part = self._next(size)
            parts.append(part)
            held += len(part)
        self._held = b"".join(parts)

    def _next(self, size: int) -> bytes:
        try:
            return self._piece(size)
        except OSError as failure:
            self._break((failure.strerror or "it cannot be read").lower())
        except zlib.error:
            self._break("the packed bytes are damaged")
        return b""

    def _piece(self, size: int) -> bytes:
        if self._unpacker is None:
            read = self._file.read(READ)
            self._ended = not read
            return read
        if self._unpacker.eof:
            self._follow(self._unpacker.unused_data)
        packed = self._rest or self._unpacker.unconsumed_tail or self._take()
        self._rest = b""
        if self._ended:
            return b""
        made = self._unpacker.decompress(packed, max(size, READ))
        if not packed and not made and not self._unpacker.eof:
            self._break("the packed bytes end too soon")
        self._made += len(made)
        if self._made > ALWAYS_ALLOWED and self._made > MOST_TIMES * self._taken:
            self._break(f"it unpacks to more than {MOST_TIMES} times its size")
            return b""
        return made

    def _follow(self, rest: bytes) -> None:
        """Go on to a further archive in the same file; zeros that fill it up are none."""
        rest = rest.lstrip(b"\0")
        while not rest and (more := self._take()):
            rest = more.lstrip(b"\0")
        if not rest:
            self._ended = True
        elif rest[:1] == GZIP[:1]:
            self._unpacker = zlib.decompressobj(GZIP_WINDOW)
            self._rest = rest
        else:
            self._break("bytes follow that are no part of the archive")

    def _take(self) -> bytes:
        packed = self._file.read(READ)
        self._taken += len(packed)
        return packed

    def _break(self, reason: str) -> None:
        self.broken, self._ended = reason, True
