"""What a benchmark measures: samples of CPU time, and goals that a number of them has to keep."""

import os
import subprocess
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time_ns
from typing import Any
from typing import ParamSpec

Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """CPU times of one thing, in milliseconds, in the order in which they were taken."""

    what: str
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the times."""
        return median(self.times)

    def plain(self) -> dict[str, Any]:
        """Return the sample as plain data."""
        return {
            "what": self.what,
            "runs": len(self.times),
            "min_ms": round(min(self.times), 4),
            "median_ms": round(self.median, 4),
            "max_ms": round(max(self.times), 4),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A number that a benchmark came to, and the most it may be; `unit` is `ms` or `x`."""

    what: str
    value: float
    limit: float
    unit: str

    @property
    def is_met(self) -> bool:
        """Tell whether the number keeps the limit."""
        return self.value <= self.limit

    def plain(self) -> dict[str, Any]:
        """Return the goal as plain data."""
        return {
            "what": self.what,
            "value": round(self.value, 4),
            "limit": self.limit,
            "unit": self.unit,
            "met": self.is_met,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One benchmark: what was compared, how, the samples and the goals."""

    title: str
    about: str
    samples: tuple[Sample, ...]
    goals: tuple[Goal, ...]

    def plain(self) -> dict[str, Any]:
        """Return the benchmark as plain data."""
        return {
            "title": self.title,
            "about": self.about,
            "samples": [sample.plain() for sample in self.samples],
            "goals": [goal.plain() for goal in self.goals],
        }


def cpu_ms(work: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> float:
    """Return the CPU time that a call takes this process, in milliseconds."""
    start = process_time_ns()
    work(*given, **named)
    return (process_time_ns() - start) / 1e6


def child_cpu_ms(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Return the CPU time of a whole process, user and system, and its exit code."""
    child = subprocess.Popen(  # noqa: S603  # our own interpreter and command
        command, stdout=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000, child.returncode
