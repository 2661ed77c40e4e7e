"""Measure: one assessment, any period, a whole process, and every rule beside another engine.

`python -m benchmarks.run` prints what was measured and whether each goal is met, and ends with 0
only if all are. Every number is CPU time, and every ratio comes from one run on one machine.
"""

import argparse
import sys
from collections.abc import Iterator

from benchmarks import in_process
from benchmarks import packet
from benchmarks import peer
from benchmarks import rows
from benchmarks import screens
from benchmarks import whole_process
from benchmarks.measure import Result
from benchmarks.policies import comparisons
from benchmarks.policies import periods
from benchmarks.policies import proofs
from benchmarks.report import print_all
from discretion import read_library

CASES = 200
"""How many different cases each state of memory is measured with."""
COMPARISONS = 3
"""How many times two policies are compared."""
PROCESSES = 31
"""How many times each process is started."""


def main() -> int:
    """Run every benchmark and return 0 if all goals are met, else 1."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    words = parser.parse_args()
    return print_all(results(CASES, PROCESSES), as_json=words.json)


def results(cases: int, processes: int) -> Iterator[Result]:
    """Yield the result of each benchmark.

    Args:
        cases: how many different cases are measured in this process.
        processes: how many times each process is started.

    """
    library = read_library()
    yield in_process.measure(library, cases)
    yield screens.measure(library, cases)
    yield periods.measure(library, cases)
    yield rows.measure(library, cases // 10)
    yield comparisons.measure(library, COMPARISONS)
    yield proofs.measure(library)
    yield packet.measure(COMPARISONS)
    yield whole_process.measure(processes)
    yield peer.measure(library, cases)


if __name__ == "__main__":
    sys.exit(main())
