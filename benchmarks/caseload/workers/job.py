"""A job: what one process is to do, and what it tells when it is done."""

import json
from collections.abc import Callable
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from time import process_time_ns
from typing import Any

THREADS = 2
"""How many processors every engine may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one process is to do.

    `engine` and `work` name a module of this folder and a function of it, `table` is the file of
    matters, `out` where results go, and `program` the file of what was written for a peer
    beforehand.
    """

    engine: str
    work: str
    table: str
    out: str = ""
    program: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    def written(self) -> str:
        """Return the job as text."""
        return json.dumps(asdict(self))

    def read_program(self) -> bytes:
        """Return what was written for a peer."""
        return Path(self.program).read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a process tells: CPU milliseconds of the part that is measured, and what came out."""

    cpu_ms: float
    counts: list[list[int]] = field(default_factory=list)


def measured(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU milliseconds that a call takes, in all threads here, and its value."""
    start = process_time_ns()
    value = work()
    return (process_time_ns() - start) / 1e6, value
