"""A whole run: read a table, evaluate 42 rules, write the results; beside four peers."""

import shutil
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.processes import Cost
from benchmarks.caseload.processes import done
from benchmarks.caseload.programs import written
from benchmarks.caseload.results import check_same
from benchmarks.caseload.workers.job import Job
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample

OURS, FLOOR = "bitmap", "floor"
PEERS = {"duck": 0.45, "polar": 0.75, "fusion": 0.85, "spark": 0.15}
"""The most that our engine may take of what each peer takes."""
LEAST = 1.8
"""The most that it may take of reading every column and writing the results."""
NAMES = {
    OURS: "bitmap engine",
    "duck": "DuckDB",
    "polar": "Polars, streaming",
    "fusion": "DataFusion",
    "spark": "Spark, local[2]",
    FLOOR: "read all columns, write results",
}
MEMORY_MB, MEMORY_GROWTH = 800.0, 2.2
"""The most memory at 11 million rows, and the most of that at one million."""

ABOUT = """\
CPU time of whole processes with their children, in turn: read a Parquet file of made-up matters (45
facts, one list, 30 % unknown, row groups of 131,072, zstd), evaluate 42 rules of two policies, and
write masks, tallies and labels as Parquet, zstd at its first level. Every engine may use two
processors. The peers' rules are written before their clocks start; ours reads its policies as a
run does. DuckDB: SQL with list lambdas, order not kept. Polars: streaming, records tested beside
their matters. DataFusion: SQL with lambdas. Spark: SQL without whole-stage code generation, its JVM
counted. The last line of samples computes nothing: it reads every column as Arrow and writes the
results of the first batch over and over. Up to a million rows the start of each process, its run
over 100 rows, is taken off in the ratios: a start counts for nothing in the eleven million rows
that the goals were set for. Before anything is compared, all have written the same:
one sum over all rows and outputs, which no order changes."""


class Others(NamedTuple):
    """Runs over other tables that a result is told beside.

    `tiny` has so few rows that only starting costs anything, and `million` one million; None where
    starts are counted in, and where memory is not compared.
    """

    tiny: "Bulk | None"
    million: "Bulk | None"


class Bulk:
    """Whole runs of every engine over one table."""

    def __init__(self, task: Task, table: Path, folder: Path, made: tuple[int, ...] = ()) -> None:
        """Write what the peers are given.

        Args:
            task: the rules.
            table: the matters.
            folder: where rules and results are written, which no other runs may use.
            made: how many random expressions the rules are and from what seed, as our engine makes
                them itself; empty where they are the 42.

        """
        self.task = task
        self.table = table
        self.folder = folder
        self.made = made
        self.programs = written(task, table, folder)
        self.costs: dict[str, list[Cost]] = {}

    def out(self, engine: str) -> Path:
        """Return where an engine writes."""
        return self.folder / f"results-{engine}.parquet"

    def run(self, engine: str) -> Cost:
        """Let one engine read, evaluate and write, and keep what it took."""
        out = self.out(engine)
        if out.is_dir():
            shutil.rmtree(out)
        out.unlink(missing_ok=True)
        if engine == FLOOR:
            options = {"results": str(self.out(OURS))}
            job = Job(
                engine="arrow", work=FLOOR, table=str(self.table), out=str(out), options=options
            )
        else:
            program = self.programs.get((engine, "results"), "")
            job = Job(
                engine=engine,
                work="results",
                table=str(self.table),
                out=str(out),
                program=str(program),
                options={"expressions": self.made},
            )
        cost = done(job)
        self.costs.setdefault(engine, []).append(cost)
        return cost

    def check(self, engines: Iterable[str]) -> int:
        """Compare what engines wrote last, and return how many rows that is."""
        return check_same({engine: self.out(engine) for engine in engines}, self.task)

    def samples(self, engines: Iterable[str]) -> dict[str, Sample]:
        """Return what engines took."""
        return {
            engine: Sample(
                what=NAMES[engine], times=tuple(cost.cpu_ms for cost in self.costs[engine])
            )
            for engine in engines
        }

    def peak_mb(self, engine: str) -> float:
        """Return the median of the most memory that an engine held."""
        return median(cost.told.peak_mb for cost in self.costs[engine])


def measure(bulk: Bulk, rounds: int, others: Others, limits: Mapping[str, float] = PEERS) -> Result:
    """Measure every engine so many times, in turn.

    Args:
        bulk: the runs over one table.
        rounds: how many times each engine runs.
        others: runs over other tables.
        limits: the peers, and the most that our engine may take of what each takes.

    Raises:
        DisagreementError: an engine wrote other results.

    """
    engines = (OURS, *limits, FLOOR)
    rows = 0
    for number in range(rounds):
        for engine in engines:
            bulk.run(engine)
        if not number:
            rows = bulk.check((OURS, *limits))
        if others.tiny:
            for engine in engines:
                others.tiny.run(engine)
        if others.million:
            others.million.run(OURS)
    samples = bulk.samples(engines)
    starts = others.tiny.samples(engines) if others.tiny else {}
    goals = list(_ratios(samples, starts, {**limits, FLOOR: LEAST}))
    if others.million:
        goals.extend(_memory(bulk, others.million))
    memory = ", ".join(f"{NAMES[each]} {bulk.peak_mb(each):.0f}" for each in engines)
    return Result(
        title=f"A whole run of {rows:,} rows",
        about=f"{ABOUT}\nMost memory, in MB: {memory}.",
        samples=(
            *samples.values(),
            *(replace(each, what=f"{each.what}, start") for each in starts.values()),
        ),
        goals=tuple(goals),
    )


def _ratios(
    samples: Mapping[str, Sample], starts: Mapping[str, Sample], limits: Mapping[str, float]
) -> Iterator[Goal]:
    """Yield what our engine takes of what each other does, without starts where they are given."""

    def taken(engine: str) -> float:
        start = starts[engine].median if engine in starts else 0
        return samples[engine].median - start

    told = "medians less starts" if starts else "medians"
    for engine, limit in limits.items():
        yield Goal(
            what=f"{NAMES[OURS]} / {NAMES[engine]}, {told}",
            value=taken(OURS) / taken(engine),
            limit=limit,
            unit="x",
        )


def _memory(bulk: Bulk, smaller: Bulk) -> Iterator[Goal]:
    peak = bulk.peak_mb(OURS)
    yield Goal(what="most memory of the bitmap engine", value=peak, limit=MEMORY_MB, unit="MB")
    yield Goal(
        what="that / at one million rows",
        value=peak / smaller.peak_mb(OURS),
        limit=MEMORY_GROWTH,
        unit="x",
    )
