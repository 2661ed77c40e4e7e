"""Jobs in fresh processes: what each took, the most memory that it held, and what it told."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told

ROOT = Path(__file__).parents[2]


class Cost(NamedTuple):
    """What a process took, in CPU milliseconds with its children, and what it told."""

    cpu_ms: float
    told: Told


class NotDoneError(Exception):
    """A job ended with an error."""


def done(job: Job) -> Cost:
    """Do a job in a fresh process and wait for it and its children.

    Raises:
        NotDoneError: it failed.

    """
    command = (sys.executable, "-m", "benchmarks.caseload.workers", job.written())
    cpu_ms, said = waited(command)
    return Cost(cpu_ms=cpu_ms, told=Told(**json.loads(said.splitlines()[-1])))


def waited(command: Sequence[str]) -> tuple[float, str]:
    """Return the CPU milliseconds that a command and its children took, and what it said.

    Raises:
        NotDoneError: it failed.

    """
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    with TemporaryFile() as said, TemporaryFile() as errors:
        child = subprocess.Popen(  # noqa: S603  # our own interpreter and command
            command, stdout=said, stderr=errors, env={**os.environ, "PYTHONPATH": path}, cwd=ROOT
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        for file in (said, errors):
            file.seek(0)
        if child.returncode:
            raise NotDoneError(command, errors.read().decode())
        text = said.read().decode()
    return (usage.ru_utime + usage.ru_stime) * 1000, text
