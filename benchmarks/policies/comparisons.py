"""Two policies compared, in this process: every difference with its case, beside opening both."""

from datetime import date

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from discretion import Assessor
from discretion import ComparisonRequest
from discretion import Library
from discretion import compare_policies
from discretion import policy_side
from discretion import read_library

PAIR = ("ice-2021-02-18-interim", "dhs-2021-09-30-guidelines")
DAY, TODAY = date(2021, 12, 15), date(2026, 1, 1)
LIMIT = 5000.0
"""The most that all differences of the pair may take, in milliseconds of CPU time."""
PATIENCE = 600.0
"""How many seconds of a clock a question may take: more than any does on a busy machine."""

ABOUT = """\
The interim guidance against the Guidelines: every difference with a case of the fewest facts, each
assessed anew by the reference engine. Beside it stands reading all policies from their files, which
a comparison needs at least once and is not counted here."""


def measure(library: Library, runs: int) -> Result:
    """Measure so many comparisons of the pair, none of which remembers another."""
    request = ComparisonRequest(day=DAY, today=TODAY, seconds=PATIENCE)

    def compare() -> object:
        assessor = Assessor(library)
        a, b = (policy_side(name, assessor) for name in PAIR)
        return compare_policies(a, b, request)

    compare()
    compared = Sample(what="all differences", times=tuple(cpu_ms(compare) for _ in range(runs)))
    reading = Sample(what="reading all policies", times=(cpu_ms(read_library),))
    share = compared.median / reading.median
    return Result(
        title="Two policies compared, in process",
        about=f"{ABOUT}\nAll differences take {share:.1f} times as long as that.",
        samples=(compared, reading),
        goals=(
            Goal(what="median of all differences", value=compared.median, limit=LIMIT, unit="ms"),
        ),
    )
