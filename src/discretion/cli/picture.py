"""A picture in a file: whole or not at all, and never over another file unless that is meant."""

from pathlib import Path

from discretion import DiscretionError
from discretion import Timeline
from discretion.documents import draw_timeline
from discretion.whole import ANYBODY
from discretion.whole import write_whole


class PictureRefusedError(DiscretionError):
    """A picture cannot be written where it was asked for."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        """Name the file, say why and what to do."""
        super().__init__(f"the picture cannot be written to `{path}`: {why}: {remedy}")
        self.path = path


def write_picture(path: str, timeline: Timeline, *, force: bool) -> None:
    """Draw a timeline and write it.

    Args:
        path: the file, as it was named on the command line.
        timeline: what to draw.
        force: whether a file that exists is replaced.

    Raises:
        PictureRefusedError: the file exists, is no place for a picture, or the disk refuses it.
        MissingExtraError: what draws is not installed.

    """
    if path in {"", "-"}:
        raise PictureRefusedError(path, "that names no file", "name one, such as timeline.svg")
    target = Path(path)
    try:
        _check_free(target, path, force=force)
        write_whole(target, draw_timeline(timeline), ANYBODY)
    except OSError as failure:
        why = (failure.strerror or "the disk refuses it").lower()
        raise PictureRefusedError(path, why, "name a file in a folder that you can write") from None


def _check_free(target: Path, path: str, *, force: bool) -> None:
    if target.exists() and not target.is_file():
        raise PictureRefusedError(path, "it is a folder or a device", "name a file")
    if target.exists() and not force:
        raise PictureRefusedError(path, "it exists", "name another file, or add `--force`")
