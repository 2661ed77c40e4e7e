"""Polars counts in memory, where its other engine is the quicker one."""

import os

os.environ["POLARS_MAX_THREADS"] = "2"

import polars as pl  # it reads how many threads it may use when it is loaded

from benchmarks.caseload.asked.task import task_of
from benchmarks.caseload.peers.polar import PolarsQuery
from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured
from discretion.rules.library import read_library


def counts(job: Job) -> Told:
    """Count in memory."""
    query = PolarsQuery(task_of(read_library()))
    held = pl.read_parquet(job.table)
    took, row = measured(lambda: query.counts(held.lazy()).collect(engine="in-memory").row(0))
    return Told(cpu_ms=took, counts=[list(pair) for pair in zip(row[::2], row[1::2], strict=True)])
