"""Counts only: of data in memory, of an Arrow file where it lies, and of ten times the rules."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.caseload.processes import done
from benchmarks.caseload.results import DisagreementError
from benchmarks.caseload.workers.job import Job
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample

COPIES = 10
COUNTED = {"bitmap": "bitmap engine", "duck": "DuckDB", "polar_held": "Polars, in memory"}
LIMITS = {"duck": 0.15, "polar_held": 0.55}
MANY, AGAIN = "bitmap engine, 420 rules", "bitmap engine, other constants, from an Arrow file"
READ = {"duck": "DuckDB merely reads the Parquet file", "arrow": "PyArrow merely reads it"}
PLAIN, ALONE = "bitmap engine, results in memory", "that, with what alone could decide a rule"
MANY_LIMIT, AGAIN_LIMIT, ALONE_LIMIT = 4.0, 0.5, 4.0

ABOUT = """\
CPU time, within fresh processes in turn, of what stands in each line alone: no start, no load. In
memory: each engine holds the table in its own form, and counts once in how many rows each of 42
rules is true, and in how many it is known; all find the same. 420 rules: nine copies of each
beside it, in which every constant is moved, and which hold from a day of their own on. From an
Arrow file: it is mapped into memory and read where it lies, every constant of the 42 rules moved.
Merely reading: every column of the Parquet file is decoded, and nothing is done with it. Results
in memory: masks, tallies and labels of the 42 rules; and then also, for every row, the missing
facts of which one value alone would decide a rule that is undetermined."""


def measure(
    tables: Mapping[str, Path], programs: Mapping[tuple[str, str], Path], rounds: int
) -> Result:
    """Measure each so many times.

    Args:
        tables: the `parquet` file of matters and the `arrow` file of the same.
        programs: what the peers are given.
        rounds: how many times each is done.

    Raises:
        DisagreementError: two engines count otherwise.

    """
    table = str(tables["parquet"])
    jobs = {
        **{
            name: Job(
                engine=engine,
                work="counts",
                table=table,
                program=str(programs.get((engine, "counts"), "")),
            )
            for engine, name in COUNTED.items()
        },
        MANY: Job(engine="bitmap", work="counts", table=table, options={"copies": COPIES}),
        PLAIN: Job(engine="bitmap", work="evaluated", table=table),
        ALONE: Job(engine="bitmap", work="evaluated", table=table, options={"alone": True}),
        AGAIN: Job(engine="bitmap", work="snapshot", table=str(tables["arrow"])),
        **{name: Job(engine=engine, work="read", table=table) for engine, name in READ.items()},
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        found = {}
        for name, job in jobs.items():
            told = done(job).told
            times[name].append(told.cpu_ms)
            found[name] = told.counts
        _check(found)
    samples = {name: Sample(what=name, times=tuple(taken)) for name, taken in times.items()}
    return Result(
        title="Counts only",
        about=ABOUT,
        samples=tuple(samples.values()),
        goals=tuple(_goals(samples)),
    )


def _check(found: Mapping[str, list[list[int]]]) -> None:
    """Compare the counts of every engine, and of the rules themselves among their copies."""
    ours = found[COUNTED["bitmap"]]
    others = [found[COUNTED[engine]] for engine in LIMITS]
    if any(other != ours for other in (*others, found[MANY][: len(ours)])):
        raise DisagreementError(found)


def _goals(samples: Mapping[str, Sample]) -> list[Goal]:
    ours = COUNTED["bitmap"]
    quickest = min(READ.values(), key=lambda name: samples[name].median)
    compared = [
        *((ours, COUNTED[engine], limit) for engine, limit in LIMITS.items()),
        (AGAIN, quickest, AGAIN_LIMIT),
        (MANY, ours, MANY_LIMIT),
        (ALONE, PLAIN, ALONE_LIMIT),
    ]
    return [
        Goal(
            what=f"{one} / {other}, medians",
            value=samples[one].median / samples[other].median,
            limit=limit,
            unit="x",
        )
        for one, other, limit in compared
    ]
