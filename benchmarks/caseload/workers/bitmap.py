"""The bitmap engine does its jobs; it reads the policies itself, as a run does."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.caseload.asked.expressions import random_task
from benchmarks.caseload.asked.task import task_of
from benchmarks.caseload.asked.variants import copied
from benchmarks.caseload.asked.variants import moved
from benchmarks.caseload.matters.files import batches_of
from benchmarks.caseload.own.ours import Ours
from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured
from discretion.rules.library import read_library


def results(job: Job) -> Told:
    """Read what the rules read, evaluate and write."""
    task = task_of(read_library())
    made = job.options.get("expressions")
    ours = Ours(random_task(task, *made) if made else task)
    table = Path(job.table)
    columns = ours.columns(pq.read_schema(table).names)
    took, _ = measured(lambda: ours.write(batches_of(table, columns), Path(job.out)))
    return Told(cpu_ms=took)


def counts(job: Job) -> Told:
    """Count in memory; `copies` rules are made of each where that is asked for."""
    task = task_of(read_library())
    copies = job.options.get("copies", 1)
    ours = Ours(copied(task, copies) if copies > 1 else task)
    table = Path(job.table)
    batches = list(batches_of(table, ours.columns(pq.read_schema(table).names)))
    took, found = measured(lambda: ours.counts(batches))
    return Told(cpu_ms=took, counts=[list(pair) for pair in found])


def evaluated(job: Job) -> Told:
    """Evaluate in memory, with what missing facts alone could decide where that is asked for."""
    ours = Ours(task_of(read_library()), is_alone_asked=job.options.get("alone", False))
    table = Path(job.table)
    batches = list(batches_of(table, ours.columns(pq.read_schema(table).names)))
    took, _ = measured(lambda: sum(ours.results(batch).num_rows for batch in batches))
    return Told(cpu_ms=took)


def snapshot(job: Job) -> Told:
    """Open an Arrow file where it lies and count under other rules: with every constant moved."""
    ours = Ours(moved(task_of(read_library()), 1))

    def counted() -> list[tuple[int, int]]:
        with pa.memory_map(job.table) as source:
            file = pa.ipc.open_file(source)
            return ours.counts(file.get_batch(number) for number in range(file.num_record_batches))

    took, found = measured(counted)
    return Told(cpu_ms=took, counts=[list(pair) for pair in found])
