"""Results that engines wrote: whether two of them say the same of every row."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from benchmarks.caseload.asked.task import Task

PARTS = ("true", "known", "true_count", "known_count")


class DisagreementError(Exception):
    """Two engines do not say the same of every row, so that nothing may be compared."""


def columns_of(task: Task) -> dict[str, str]:
    """Return the columns of results, each with the type that it is compared as."""
    numbers = range(len(task.policies))
    return {
        "row_number": "BIGINT",
        **{f"{part}_{number}": "UBIGINT" for number in numbers for part in PARTS},
        **{f"established_{number}": "VARCHAR" for number in numbers},
    }


def read_results(out: Path, task: Task) -> duckdb.DuckDBPyRelation:
    """Return the results that an engine wrote, whatever types it wrote them as."""
    written = duckdb.read_parquet(f"{out}/*.parquet" if out.is_dir() else str(out))
    columns = columns_of(task).items()
    return written.project(", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in columns))


def checksums(outs: Mapping[str, Path], task: Task) -> dict[str, tuple[int, int]]:
    """Return how many rows each engine wrote, and a sum over them that no order changes."""
    hashed = f"sum(CAST(hash({', '.join(columns_of(task))}) AS HUGEINT))"
    found = {}
    for engine, out in outs.items():
        [(rows, total)] = read_results(out, task).aggregate(f"count(*), {hashed}").fetchall()
        found[engine] = (rows, total)
    return found


def check_same(outs: Mapping[str, Path], task: Task) -> int:
    """Return how many rows all engines wrote with the same results.

    Raises:
        DisagreementError: one wrote other results.

    """
    found = checksums(outs, task)
    if len(set(found.values())) != 1:
        raise DisagreementError(found)
    return next(iter(found.values()))[0]
