"""DataFusion does its job."""

from datafusion import SessionConfig
from datafusion import SessionContext
from datafusion.dataframe import ParquetWriterOptions

from benchmarks.caseload.workers.job import THREADS
from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured

SETTINGS = {
    "datafusion.sql_parser.dialect": "databricks",
    "datafusion.execution.target_partitions": str(THREADS),
}
"""Lambdas are read in some dialects alone."""


def results(job: Job) -> Told:
    """Read, evaluate and write."""
    context = SessionContext(SessionConfig(SETTINGS))
    context.register_parquet("matters", job.table)
    options = ParquetWriterOptions(compression="zstd(1)", statistics_enabled="none")
    wanted = job.read_program().decode()
    took, _ = measured(lambda: context.sql(wanted).write_parquet_with_options(job.out, options))
    return Told(cpu_ms=took)
