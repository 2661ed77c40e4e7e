"""Measure whole runs over a table of decisions, beside peers that evaluate the same rules.

`python -m benchmarks.caseload.run` prints what was measured and whether each goal is met, and ends
with 0 only if all are. The table is made up, and made anew unless its folder has it.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.caseload import bulk
from benchmarks.caseload import memory
from benchmarks.caseload.data import snapshot
from benchmarks.caseload.data import written
from benchmarks.caseload.task import task_of
from benchmarks.measure import Result
from benchmarks.report import plain
from benchmarks.report import show
from discretion.rules.library import read_library

ROWS = 1_000_000
ROUNDS = 3
VERSIONS = ("duckdb", "polars", "datafusion", "pyspark", "numpy", "pyarrow")


def main() -> int:
    """Run every benchmark and return 0 if all goals are met, else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks.caseload", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="how many rows the table has")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    parser.add_argument("--folder", type=Path, help="where made-up tables are kept")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    words = parser.parse_args()
    shown: list[Result] = []
    with TemporaryDirectory() as made:
        folder = words.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if not words.json:
            print(machine(), flush=True)
        for result in results(folder, words.rows, words.rounds):
            shown.append(result)
            if not words.json:
                print(show(result), flush=True)
    is_met = all(goal.is_met for result in shown for goal in result.goals)
    if words.json:
        print(json.dumps(plain(shown), indent=2))
    else:
        print("All goals are met." if is_met else "Not every goal is met.")
    return 0 if is_met else 1


def machine() -> str:
    """Return what this was measured on, and with what."""
    versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {versions}\n"


def results(folder: Path, rows: int, rounds: int) -> Iterator[Result]:
    """Yield the result of each benchmark.

    Args:
        folder: where tables and results are kept.
        rows: how many rows the table has; above a million, memory is compared with a million's.
        rounds: how many times each engine runs.

    """
    library = read_library()
    task = task_of(library)
    table = written(folder, rows, library)
    runs = bulk.Bulk(task, table, folder)
    smaller = None
    if rows > ROWS:
        smaller = bulk.Bulk(task, written(folder, ROWS, library), folder)
        for _ in range(rounds):
            smaller.run(bulk.OURS)
        runs = bulk.Bulk(task, table, folder)
    yield bulk.measure(runs, rows, rounds, smaller)
    tables = {"parquet": table, "arrow": snapshot(table)}
    yield memory.measure(tables, runs.programs, rounds)


if __name__ == "__main__":
    sys.exit(main())
