"""The archive that a workbook is, unpacked no further than it says and than is sane.

A small archive can claim, or hide, more than any machine holds. Its table of contents is read
first; then each part is unpacked as a stream and stopped once it holds more than it claims.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.text.stream import ALWAYS_ALLOWED
from discretion.caseload.files.text.stream import MOST_TIMES
from discretion.caseload.files.text.stream import READ

MOST_UNPACKED = 1 << 32
"""How many bytes a workbook may unpack to: no part of a zip archive of the first kind is larger."""
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
"""What stands before each part of a zip archive; source: PKWARE, APPNOTE.TXT, 4.3.7."""
LOCAL_MARK = b"PK\x03\x04"
RAW = -15
"""What tells zlib that no header stands before the bytes; source: zlib manual."""
LOCKED = 1
"""The flag of an encrypted part; source: PKWARE, APPNOTE.TXT, 4.4.4."""


class DamagedError(BadZipFile):
    """A part of an archive is not what the archive says of it."""

    def __init__(self, part: str) -> None:
        """Name the part."""
        super().__init__(f"its part `{part}` holds more, or other, bytes than it claims")


def contents_of(path: Path, notes: Notes) -> tuple[ZipInfo, ...]:
    """Return what a workbook's archive claims to hold, nothing where it is refused.

    Args:
        path: the workbook.
        notes: where it is said why it is refused.

    """
    with ZipFile(path) as archive:
        parts = tuple(archive.infolist())
    claimed, size = sum(part.file_size for part in parts), path.stat().st_size
    if claimed > MOST_UNPACKED or claimed > max(ALWAYS_ALLOWED, MOST_TIMES * size):
        notes.error(
            "file_too_large",
            f"the workbook would unpack to {claimed >> 20:,} MB from {size >> 10:,} KB, and is not "
            "opened",
            "save each sheet as csv, if you trust whoever made it",
        )
        return ()
    if any(part.flag_bits & LOCKED for part in parts):
        raise DamagedError(parts[0].filename)
    return parts


def unpacked(handle: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """Yield the bytes of one part, never more than it claims.

    Args:
        handle: the archive.
        part: the part, as the table of contents has it.

    Raises:
        DamagedError: it holds other bytes than it claims.

    """
    left = part.file_size
    for piece in _pieces(handle, part):
        left -= len(piece)
        if left < 0:
            raise DamagedError(part.filename)
        yield piece
    if left:
        raise DamagedError(part.filename)


def _pieces(handle: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    handle.seek(part.header_offset)
    header = handle.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or not header.startswith(LOCAL_MARK):
        raise DamagedError(part.filename)
    *_, name, extra = LOCAL_HEADER.unpack(header)
    handle.seek(part.header_offset + LOCAL_HEADER.size + name + extra)
    packed = part.compress_size
    if part.compress_type == ZIP_STORED:
        while packed and (piece := handle.read(min(packed, READ))):
            packed -= len(piece)
            yield piece
        return
    if part.compress_type != ZIP_DEFLATED:
        raise DamagedError(part.filename)
    unpacker = zlib.decompressobj(RAW)
    while not unpacker.eof:
        piece = unpacker.unconsumed_tail or handle.read(min(packed, READ))
        packed -= 0 if unpacker.unconsumed_tail else len(piece)
        made = unpacker.decompress(piece, READ)
        if not piece and not made and not unpacker.eof:
            raise DamagedError(part.filename)
        yield made
