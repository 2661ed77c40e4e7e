"""The journal of an interview: every answer on disk before the next question is asked.

One JSON line a step, in a file that only its owner may read. A line that was cut short by an
interruption is left out when the journal is read again.
"""

import json
import os
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from discretion.interview.session import Step

OWNER_ONLY = 0o600


class Journal:
    """The journal beside a case file."""

    def __init__(self, case: Path) -> None:
        """Take the case file; nothing is written yet."""
        self.path = case.with_name(f"{case.name}.journal")

    def write(self, step: Step) -> None:
        """Put one step on disk.

        Raises:
            OSError: the disk does not take it; the answer is then not counted as given.

        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        handle = os.open(self.path, flags, OWNER_ONLY)
        try:
            line = json.dumps({"name": step.name, "said": step.said}, ensure_ascii=False)
            os.write(handle, f"{line}\n".encode())
            os.fsync(handle)
        finally:
            os.close(handle)

    def rewrite(self, steps: Iterable[Step]) -> None:
        """Replace the journal by other steps, whole or not at all."""
        lines = [
            json.dumps({"name": step.name, "said": step.said}, ensure_ascii=False) for step in steps
        ]
        write_private(self.path, "".join(f"{line}\n" for line in lines))

    def steps(self) -> Iterator[Step]:
        """Yield the steps on disk."""
        if not self.path.exists():
            return
        for line in self.path.read_text("utf-8", errors="replace").splitlines():
            step = _step(line)
            if step is None:
                return
            yield step

    def remove(self) -> None:
        """Remove the journal, once its answers stand in the case file."""
        self.path.unlink(missing_ok=True)


def _step(line: str) -> Step | None:
    try:
        read = json.loads(line)
    except ValueError:
        return None
    if not isinstance(read, dict) or not {"name", "said"} <= read.keys():
        return None
    return Step(name=str(read["name"]), said=str(read["said"]))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    draft = path.with_name(f"{path.name}.new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
