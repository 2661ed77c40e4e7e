"""Spark does its job, with two local workers."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pyspark.sql import SparkSession

from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import memory_mb

SETTINGS = {
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.files.maxPartitionBytes": str(16 * 1024 * 1024),
    "spark.driver.memory": "2g",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
}
"""Whole-stage code generation makes this work slower, and a small file is one partition unless it
is cut."""


def results(job: Job) -> Told:
    """Read, evaluate and write, and wait for the child that does it, so that it is counted."""
    with TemporaryDirectory() as folder:
        running = _session(Path(folder))
        running.read.parquet(job.table).createOrReplaceTempView("matters")
        running.sql(job.read_program().decode()).write.parquet(job.out)
        gateway = running.sparkContext._gateway  # noqa: SLF001  # nothing else knows the process
        peak_mb = memory_mb(gateway.proc.pid)
        running.stop()
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
    return Told(cpu_ms=0, peak_mb=peak_mb)


def _session(folder: Path) -> SparkSession:
    builder = SparkSession.builder.master("local[2]").appName("benchmark")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    builder = builder.config("spark.local.dir", str(folder))
    return builder.config("spark.sql.warehouse.dir", str(folder / "warehouse")).getOrCreate()
