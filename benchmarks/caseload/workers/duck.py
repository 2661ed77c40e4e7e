"""DuckDB does its jobs."""

import duckdb

from benchmarks.caseload.workers.job import THREADS
from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import Told
from benchmarks.caseload.workers.job import measured


def results(job: Job) -> Told:
    """Read, evaluate and write."""
    connection = _connected()
    connection.read_parquet(job.table).create_view("matters")
    wanted = job.read_program().decode()
    options = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
    took, _ = measured(lambda: connection.execute(f"COPY ({wanted}) TO '{job.out}' ({options})"))
    return Told(cpu_ms=took)


def counts(job: Job) -> Told:
    """Count in memory."""
    connection = _connected()
    connection.read_parquet(job.table).create("matters")
    wanted = job.read_program().decode()
    took, row = measured(lambda: connection.execute(wanted).fetchone())
    return Told(cpu_ms=took, counts=[list(pair) for pair in zip(row[::2], row[1::2], strict=True)])


def read(job: Job) -> Told:
    """Read every column, and keep nothing but the last value of each."""
    matters = _connected().read_parquet(job.table)
    last = matters.aggregate(", ".join(f"last({name})" for name in matters.columns))
    took, _ = measured(last.fetchall)
    return Told(cpu_ms=took)


def read_text(job: Job) -> Told:
    """Read every column of published files as text, and keep nothing but the last of each."""
    connection = _connected()

    def read_all() -> None:
        for file in job.options["files"]:
            rows = connection.read_csv(
                file, delimiter="|", quotechar='"', skiprows=5, header=True, all_varchar=True
            )
            last = ", ".join(f'last("{name}")' for name in rows.columns)
            rows.aggregate(last).fetchall()

    took, _ = measured(read_all)
    return Told(cpu_ms=took)


def _connected() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}")
    connection.execute("SET preserve_insertion_order = false")
    return connection
