"""Results that engines wrote: whether two of them say the same of every row."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from benchmarks.caseload.task import Task

PARTS = ("true", "known", "true_count", "known_count")


class DisagreementError(Exception):
    """Two engines do not say the same of every row, so that nothing may be compared."""


def columns_of(task: Task) -> list[str]:
    """Return the columns of results, each as what it is compared as."""
    numbers = range(len(task.policies))
    return [
        "CAST(row_number AS BIGINT)",
        *(f"CAST({part}_{number} AS UBIGINT)" for number in numbers for part in PARTS),
        *(f"CAST(established_{number} AS VARCHAR)" for number in numbers),
    ]


def checksums(outs: Mapping[str, Path], task: Task) -> dict[str, tuple[int, int]]:
    """Return how many rows each engine wrote, and a sum over them that no order changes."""
    hashed = f"sum(CAST(hash({', '.join(columns_of(task))}) AS HUGEINT))"
    found = {}
    for engine, out in outs.items():
        matters = duckdb.read_parquet(source_of(out))
        [(rows, total)] = matters.aggregate(f"count(*), {hashed}").fetchall()
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


def source_of(out: Path) -> str:
    """Return what the files of some results are called: one file, or a folder of them."""
    return f"{out}/*.parquet" if out.is_dir() else str(out)
