"""The folders that commands about tables write, and how far they are."""

import shlex
import sys
from collections.abc import Sequence
from datetime import date
from errno import ENOTDIR
from pathlib import Path
from pathlib import PureWindowsPath
from typing import TextIO

from discretion import DiscretionError
from discretion import FolderTakenError

COMMAND, LOG = "command.txt", "log.txt"


def claim_folder(out: str, *, replace: bool) -> Path:
    """Return a folder that may be written: one that is not there yet, or is empty.

    Raises:
        FolderRefusedError: a file has that name.
        FolderTakenError: something is in it, and it is not to be replaced.

    """
    path = folder_named(out)
    if path.exists() and any(path.iterdir()) and not replace:
        raise FolderTakenError(out, "something already")
    return path


def folder_named(out: str) -> Path:
    """Return a folder that may be there already.

    Raises:
        FolderRefusedError: a file has that name.

    """
    path = Path(out)
    if path.exists() and not path.is_dir():
        raise FolderRefusedError(NotADirectoryError(ENOTDIR, "it is a file", out))
    return path


def remove_old(folder: Path, pattern: str) -> None:
    """Remove what was written into a folder by an earlier command, and nothing else in it.

    Args:
        folder: the folder, which need not be there.
        pattern: what the names of such files look like.

    """
    for path in folder.glob(pattern):
        if path.is_file():
            path.unlink()


class FolderRefusedError(DiscretionError):
    """A folder, or a file in it, cannot be read or written."""

    def __init__(self, failure: OSError) -> None:
        """Say which and why, and what to do."""
        name = PureWindowsPath(str(failure.filename or "")).name
        which = f"`{name}`" if name else "a file"
        why = (failure.strerror or "it is damaged").lower()
        super().__init__(
            f"{which} cannot be read or written: {why}: name another folder with `--out`, or see "
            "who may read and write this one"
        )


def note_command(folder: Path, words: Sequence[str], today: date, lines: Sequence[str]) -> None:
    """Write in a folder by which command it was made, on which day, and what happened.

    Of a path only the last name is kept: where a file lies is nobody else's business.

    Args:
        folder: the folder.
        words: the words of the command.
        today: the day on which it was made.
        lines: what happened, line by line.

    """
    folder.mkdir(parents=True, exist_ok=True)
    named = shlex.join(map(_without_folder, words))
    (folder / COMMAND).write_text(f"discretion {named}\n", encoding="utf-8")
    with (folder / LOG).open("a", encoding="utf-8") as log:
        log.writelines(f"{today.isoformat()} {line}\n" for line in lines)


def _without_folder(word: str) -> str:
    """Return a word of a command, of a path its last name alone."""
    option, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
    return f"{option}{equals}{PureWindowsPath(value).name or value}"


class ProgressBar:
    """Shows on a terminal how many rows are done; elsewhere it says nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Take where it is shown, the stream of errors if nothing else is said."""
        self._stream = stream or sys.stderr
        self._is_shown = self._stream.isatty()
        self._width = 0

    def of_file(self, name: str, rows: int) -> None:
        """Show how many rows of a file are read."""
        self._show(f"{name}: {rows:,} rows")

    def of_rows(self, rows: int, whole: int) -> None:
        """Show how many rows of a table are done, of how many."""
        part = 100 * rows // whole if whole else 100
        self._show(f"{part:3} % of {whole:,} rows")

    def end(self) -> None:
        """Clear what was shown."""
        self._show("")
        if self._is_shown:
            self._stream.write("\r")

    def _show(self, text: str) -> None:
        if self._is_shown:
            self._stream.write(f"\r{text:<{self._width}}")
            self._stream.flush()
            self._width = len(text)
