"""The journal of an interview: every answer on disk before the next question is asked.

One JSON line a step, in a file that only its owner may read. A line that was cut short by an
interruption is left out when the journal is read again, and taken out before it goes on.
"""

import json
import os
from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from discretion.dates import day_of
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.interview.session import Step
from discretion.whole import OWNER_ONLY
from discretion.whole import write_whole


class Journal:
    """The journal beside a case file."""

    def __init__(self, case: Path) -> None:
        """Take the case file; nothing is written yet."""
        self.path = Path(f"{case}.journal")

    def write(self, step: Step) -> None:
        """Put one step on disk.

        Raises:
            FilesRefusedError: the disk does not take it; the answer is then not counted as given.

        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        with on_disk(self.path):
            handle = os.open(self.path, flags, OWNER_ONLY)
            with os.fdopen(handle, "a", encoding="utf-8") as stream:
                stream.write(_line(step))
                stream.flush()
                os.fsync(stream.fileno())

    def rewrite(self, steps: Iterable[Step]) -> None:
        """Replace the journal by other steps, whole or not at all."""
        write_private(self.path, "".join(_line(step) for step in steps))

    def steps(self) -> Iterator[Step]:
        """Yield the steps on disk; a line that cannot be read is left out."""
        with on_disk(self.path):
            text = self.path.read_text("utf-8", errors="replace") if self.path.exists() else ""
        for line in text.split("\n"):
            step = _step(line)
            if step is not None:
                yield step

    def mend(self) -> None:
        """Leave in the journal only whole steps, for its owner alone, so that more can follow.

        Raises:
            FilesRefusedError: the disk does not take it.

        """
        if self.path.exists():
            self.rewrite(tuple(self.steps()))

    def remove(self) -> None:
        """Remove the journal, once its answers stand in the case file."""
        with on_disk(self.path):
            self.path.unlink(missing_ok=True)


def _step(line: str) -> Step | None:
    try:
        read = json.loads(line)
    except ValueError:
        return None
    if not isinstance(read, dict) or not {"name", "said"} <= read.keys():
        return None
    on = day_of(str(read.get("on", "")))
    return Step(name=str(read["name"]), said=str(read["said"]), on=on)


def _line(step: Step) -> str:
    on = {} if step.on is None else {"on": step.on.isoformat()}
    return f"{json.dumps({'name': step.name, 'said': step.said, **on}, ensure_ascii=False)}\n"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises:
        FilesRefusedError: the disk does not take it.

    """
    with on_disk(path):
        write_whole(path, text, OWNER_ONLY)


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Tell what the disk refuses as a problem of the file.

    Raises:
        FilesRefusedError: the disk refuses what is done inside.

    """
    try:
        yield
    except OSError as failure:
        why = (failure.strerror or "unwritable").lower()
        raise FilesRefusedError((unwritable(path, why),)) from failure


def unwritable(path: Path, why: str) -> Problem:
    """Return the problem of a file that cannot be written."""
    return Problem(
        code="file_unwritable",
        message=f"the file cannot be written: {why}",
        help="check the name of its folder, and that you may write there",
        file=path.name,
    )
