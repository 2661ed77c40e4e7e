"""A whole process: one case file assessed, beside a Python that does nothing."""

import os
import sys
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import child_cpu_ms

CASE = Path(__file__).parent.parent / "examples" / "garcia-demo.yaml"
LIMIT = 8.0
NOTHING = "python -c pass"
WARM = "discretion assess CASE --json"
COLD = "discretion assess CASE --json, policies not compiled before"
PAUSES = (3, 3, 3)
"""Seconds to wait where files changed too short a time ago to be compiled."""
DONE = frozenset((0, 1))
"""Exit codes of an assessment that was made: done, and done with a stop."""

ABOUT = """\
User and system time of a whole process, by wait4: the same interpreter in the same environment,
one process after the other in turn. An earlier run has compiled the modules to bytecode and the
policies to a cache, as on any day but the first; the cache lies in a folder of this benchmark
alone. The case is the example that comes with the package, read and assessed anew each time."""


class NotAssessedError(Exception):
    """The command that was to be measured failed."""


def measure(runs: int) -> Result:
    """Measure so many processes of each kind, in turn.

    Raises:
        NotAssessedError: the command failed, or kept nothing that a later run could read.

    """
    command = (str(Path(sys.executable).parent / "discretion"), "assess", str(CASE), "--json")
    times: dict[str, list[float]] = {NOTHING: [], WARM: [], COLD: []}
    with TemporaryDirectory() as kept:
        warm = _environment(Path(kept))
        _warm_up(command, warm, Path(kept))
        for _ in range(runs):
            times[NOTHING].append(_cpu_ms((sys.executable, "-c", "pass"), warm))
            times[WARM].append(_cpu_ms(command, warm))
            with TemporaryDirectory() as empty:
                times[COLD].append(_cpu_ms(command, _environment(Path(empty))))
    samples = {what: Sample(what=what, times=tuple(taken)) for what, taken in times.items()}
    goal = Goal(
        what=f"{WARM} / {NOTHING}, medians",
        value=samples[WARM].median / samples[NOTHING].median,
        limit=LIMIT,
        unit="x",
    )
    return Result(
        title="A whole process", about=ABOUT, samples=tuple(samples.values()), goals=(goal,)
    )


def _warm_up(command: Sequence[str], environment: Mapping[str, str], cache: Path) -> None:
    """Run a command until the policies are compiled, which waits for files that just changed."""
    for pause in (0, *PAUSES):
        sleep(pause)
        _cpu_ms(command, environment)
        if any(cache.rglob("*.json")):
            return
    message = "no policies were compiled: do their files change all the time?"
    raise NotAssessedError(message)


def _environment(cache: Path) -> dict[str, str]:
    """Return the environment of a process: bytecode is kept, policies are compiled to a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "XDG_CACHE_HOME": str(cache)}


def _cpu_ms(command: Sequence[str], environment: Mapping[str, str]) -> float:
    took, code = child_cpu_ms(command, environment)
    if code not in DONE:
        message = f"`{' '.join(command)}` ended with {code}"
        raise NotAssessedError(message)
    return took
