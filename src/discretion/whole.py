"""Writing a file whole or not at all: beside its place first, then put there in one step."""

import os
from pathlib import Path

OWNER_ONLY = 0o600
"""The mode of a file that nobody but its owner may read."""
ANYBODY = 0o666
"""The mode of a file that anybody may read, as far as the system lets new files be read."""


def write_whole(path: Path, text: str, mode: int) -> None:
    """Write a text file, as `write_whole_bytes` does.

    Raises:
        OSError: the disk does not take it.

    """
    write_whole_bytes(path, text.encode(), mode)


def write_whole_bytes(path: Path, data: bytes, mode: int) -> None:
    """Write a file; where that fails, what was there before still is.

    Args:
        path: the file, replaced where there is one.
        data: what it is to hold.
        mode: who may read it, once it is there.

    Raises:
        OSError: the disk does not take it.

    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
