"""What the peers are given: their rules, written before their clocks start."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.peers.duck import DuckSql
from benchmarks.caseload.peers.fusion import FusionSql
from benchmarks.caseload.peers.polar import PolarsQuery
from benchmarks.caseload.peers.spark import SparkSql
from benchmarks.caseload.peers.sql import Query

TABLE = "matters"
"""What the table is called in every dialect."""
DIALECTS = {"duck": DuckSql, "fusion": FusionSql, "spark": SparkSql}


def written(task: Task, table: Path, folder: Path) -> Mapping[tuple[str, str], Path]:
    """Write the rules for every peer and return the files, by the peer and its work."""
    files: dict[tuple[str, str], Path] = {}
    for peer, dialect in DIALECTS.items():
        query = Query(task, dialect())
        for work, text in (("results", query.results(TABLE)), ("counts", query.counts(TABLE))):
            files[peer, work] = folder / f"{peer}-{work}.sql"
            files[peer, work].write_text(text)
    plan = PolarsQuery(task).results(pl.scan_parquet(table))
    files["polar", "results"] = folder / "polar-results.plan"
    files["polar", "results"].write_bytes(plan.serialize())
    return files
