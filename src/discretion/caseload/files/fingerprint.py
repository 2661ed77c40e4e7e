"""The bytes of a file in one line: its SHA-256 and its size, which name it wherever it lies."""

from hashlib import file_digest
from hashlib import sha256
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


def digest_of(path: Path) -> str:
    """Return the digest of a file, or of the parts of a folder, as `sha256:` and hexadecimal.

    Raises:
        OSError: something cannot be read.

    """
    if not path.is_dir():
        return f"sha256:{sha256_of(path)}"
    lines = (f"{digest_of(part)}  {part.name}\n" for part in files_of(path))
    return f"sha256:{sha256(''.join(lines).encode()).hexdigest()}"


def files_of(path: Path) -> list[Path]:
    """Return the files of a table in the order of its rows: the parts of a folder, or the file."""
    if path.is_dir():
        return sorted(path.glob("*.parquet"))
    return [path] if path.is_file() else []


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    Args:
        path: the file, of which a part at a time is held in memory.

    Raises:
        OSError: it cannot be read.

    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
