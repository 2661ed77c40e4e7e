"""The bytes of a file in one line: its SHA-256 and its size, which name it wherever it lies."""

from hashlib import sha256
from pathlib import Path

from discretion.frozen import dataclass

READ = 1 << 20


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
    found = sha256()
    size = 0
    with path.open("rb") as handle:
        while part := handle.read(READ):
            found.update(part)
            size += len(part)
    return Fingerprint(file=path.name, sha256=found.hexdigest(), size=size)
