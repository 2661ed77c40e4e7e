"""A job: what one process is to do, and what it tells when it is done."""

import json
import resource
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
    """What a process tells: CPU milliseconds of the part that is measured, and what came out.

    `peak_mb` is the most memory that it held, or its child where that does the work.
    """

    cpu_ms: float
    counts: list[list[int]] = field(default_factory=list)
    peak_mb: float = 0.0


def measured(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU milliseconds that a call takes, in all threads here, and its value."""
    start = process_time_ns()
    value = work()
    return (process_time_ns() - start) / 1e6, value


def memory_mb(process: int | str = "self") -> float:
    """Return the most memory that a process has held since it began, in megabytes.

    What the system tells of a child that ended may be what its parent held when it began it, so
    that a process tells it itself where it can.
    """
    told = Path(f"/proc/{process}/status")
    if not told.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    status = told.read_text()
    [held] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(held) / 1024
