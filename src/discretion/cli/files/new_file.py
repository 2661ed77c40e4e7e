"""A new file: whole or not at all, and never over another file unless that is meant."""

from pathlib import Path

from discretion import DiscretionError
from discretion.frozen import dataclass
from discretion.whole import ANYBODY
from discretion.whole import write_whole_bytes


class NewFileRefusedError(DiscretionError):
    """A file cannot be written where it was asked for."""

    def __init__(self, what: str, path: str, why: str, remedy: str) -> None:
        """Say what it was to hold, name the file, say why and what to do."""
        super().__init__(f"the {what} cannot be written to `{path}`: {why}: {remedy}")
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """Where something is to be written.

    `path` is the file, as it was named on the command line, `what` it is to hold, `example` a name
    that would do, and `force` tells whether a file that exists is replaced. `mode` tells who may
    read it.
    """

    path: str
    what: str
    example: str
    force: bool
    mode: int = ANYBODY

    def check(self) -> None:
        """Do nothing where the file can be made, as far as that is known before it is.

        Raises:
            NewFileRefusedError: the file exists, or is no place for this.

        """
        try:
            why, remedy = self._obstacle()
        except OSError as failure:
            raise self._unwritable(failure) from None
        if why:
            raise NewFileRefusedError(self.what, self.path, why, remedy)

    def write(self, text: str) -> None:
        """Write a text, once it was checked that it can be.

        Raises:
            NewFileRefusedError: the file cannot be made, or the disk refuses it.

        """
        self.write_bytes(text.encode())

    def write_bytes(self, data: bytes) -> None:
        """Write bytes likewise.

        Raises:
            NewFileRefusedError: the file cannot be made, or the disk refuses it.

        """
        self.check()
        try:
            write_whole_bytes(Path(self.path), data, self.mode)
        except OSError as failure:
            raise self._unwritable(failure) from None

    def _obstacle(self) -> tuple[str, str]:
        """Return what stands in the way with what to do about it, both empty for nothing."""
        if self.path in {"", "-"}:
            return "that names no file", f"name one, such as {self.example}"
        target = Path(self.path)
        if target.exists() and not target.is_file():
            return "it is a folder or a device", "name a file"
        if target.exists() and not self.force:
            return "it exists", "name another file, or add `--force`"
        return "", ""

    def _unwritable(self, failure: OSError) -> NewFileRefusedError:
        why = (failure.strerror or "the disk refuses it").lower()
        remedy = "name a file in a folder that you can write"
        return NewFileRefusedError(self.what, self.path, why, remedy)
