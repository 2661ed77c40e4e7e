"""Measure whole runs over a table of decisions, beside peers that evaluate the same rules.

`python -m benchmarks.caseload.run` prints what was measured and whether each goal is met, and ends
with 0 only if all are. The table is made up, and made anew unless its folder has it.
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.caseload import agreement
from benchmarks.caseload import bulk
from benchmarks.caseload import memory
from benchmarks.caseload import official
from benchmarks.caseload.asked.task import task_of
from benchmarks.caseload.matters.data import snapshot
from benchmarks.caseload.matters.data import written
from benchmarks.measure import Result
from benchmarks.report import print_all
from discretion.rules.library import read_library

ROWS = 1_000_000
ROUNDS = 3
CHECKED = 20_000
"""How many rows every engine is compared on with the reference engine, cell by cell."""
TINY = 100
"""So few rows that only the start of a process costs anything."""
ENGINES = (bulk.OURS, *bulk.PEERS)
VERSIONS = ("duckdb", "polars", "datafusion", "pyspark", "numpy", "pyarrow")


def main() -> int:
    """Run every benchmark and return 0 if all goals are met, else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks.caseload", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="how many rows the table has")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each is measured")
    parser.add_argument("--folder", type=Path, help="where made-up tables are kept")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    words = parser.parse_args()
    with TemporaryDirectory() as made:
        folder = words.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if not words.json:
            print(machine(), flush=True)
        return print_all(results(folder, words.rows, words.rounds), as_json=words.json)


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

    def beside(other: int) -> bulk.Bulk:
        inside = folder / f"beside-{other}"
        inside.mkdir(exist_ok=True)
        return bulk.Bulk(task, written(folder, other, library), inside)

    yield agreement.measure(task, written(folder, CHECKED, library), folder, ENGINES, CHECKED)
    runs = bulk.Bulk(task, table, folder)
    is_large = rows > ROWS
    others = bulk.Others(
        tiny=None if is_large else beside(TINY), million=beside(ROWS) if is_large else None
    )
    yield bulk.measure(runs, rounds, others)
    yield memory.measure({"parquet": table, "arrow": snapshot(table)}, runs.programs, rounds)
    if official.FOLDER.is_dir():
        yield official.measure(official.FOLDER, rounds)


if __name__ == "__main__":
    sys.exit(main())
