"""Polars does its jobs, the rules being a plan that was written beforehand."""

import os
from io import BytesIO

os.environ["POLARS_MAX_THREADS"] = "2"

import polars as pl  # it reads how many threads it may use when it is loaded

from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured


def results(job: Job) -> Told:
    """Read, evaluate and write, in the streaming engine."""
    wanted = pl.LazyFrame.deserialize(BytesIO(job.read_program()))
    took, _ = measured(
        lambda: wanted.sink_parquet(
            job.out, compression="zstd", compression_level=1, statistics=False, engine="streaming"
        )
    )
    return Told(cpu_ms=took)
