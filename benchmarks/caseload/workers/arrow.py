"""Arrow alone does what any engine on it has to do: read, and write results."""

from itertools import repeat
from pathlib import Path

from benchmarks.caseload.matters.files import batches_of
from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured
from discretion.caseload.running.parts import open_results


def read(job: Job) -> Told:
    """Read every column."""
    took, _ = measured(lambda: sum(batch.num_rows for batch in batches_of(Path(job.table))))
    return Told(cpu_ms=took)


def floor(job: Job) -> Told:
    """Read every column and write so many rows of results, which were found before."""
    first = next(batches_of(Path(job.options["results"])))

    def copied_out() -> None:
        with open_results(Path(job.out), first.schema) as writer:
            batches = batches_of(Path(job.table))
            for batch, results in zip(batches, repeat(first)):  # one has no end
                writer.write_batch(results.slice(0, batch.num_rows))

    took, _ = measured(copied_out)
    return Told(cpu_ms=took)
