"""The bytes of a file in one line: its SHA-256 and its size, which name it wherever it lies."""

from hashlib import file_digest
from pathlib import Path

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What tells one file from every other. `size` counts its bytes as they lie on disk."""

    file: str
    sha256: str
    size: int


def fingerprint_of(path: Path) -> Fingerprint:
    """Return the fingerprint of a file, which is never held in memory whole.

    Args:
        path: the file, packed or not; its bytes are taken as they are.

    Raises:
        OSError: it cannot be read.

    """
    return Fingerprint(file=path.name, sha256=sha256_of(path), size=path.stat().st_size)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    Args:
        path: the file, of which a part at a time is held in memory.

    Raises:
        OSError: it cannot be read.

    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
