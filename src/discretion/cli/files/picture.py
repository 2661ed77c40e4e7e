"""A timeline drawn into a new file, for `discretion governing --svg`."""

from discretion import Timeline
from discretion.cli.files.new_file import NewFile
from discretion.documents import draw_timeline


def write_picture(path: str, timeline: Timeline, *, force: bool) -> None:
    """Draw a timeline and write it.

    Args:
        path: the file, as it was named on the command line.
        timeline: what to draw.
        force: whether a file that exists is replaced.

    Raises:
        NewFileRefusedError: the file exists, is no place for a picture, or the disk refuses it.
        MissingExtraError: what draws is not installed.

    """
    new = NewFile(path=path, what="picture", example="timeline.svg", force=force)
    new.check()
    new.write(draw_timeline(timeline))
