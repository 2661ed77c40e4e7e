"""One screen of a worksite operation in this process: each action, in both readings."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random
from types import MappingProxyType

from benchmarks.in_process import START_MS
from benchmarks.in_process import WARM_UP
from benchmarks.in_process import started
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from discretion import CaseFile
from discretion import Library
from discretion import Screener
from discretion import ScreenRequest
from discretion import read_case_file
from discretion import replace

EXAMPLE = "examples/operation-demo.yaml"
REQUEST = ScreenRequest(today=date(2026, 1, 1))
LIMIT_MS = 2.0
"""The goal for the median, in milliseconds of CPU time, on the machine that goals are set for."""
KEPT = 0.8
"""How often a fact of the example is kept in a variant."""

ABOUT = """\
One operation of two actions by the rules of June 2022: every finding of each action with its
derivation, what is missing with witnesses, both readings of the bar, and both ways in which the
instrument of unknown status may stand. No operation is measured twice; each leaves out other facts
of the example. Fresh: the screener remembers nothing, its rulesets are made. Warm: it has screened
1,000 others. The goal, 2 ms, is kept as a multiple of the time that this machine takes to start
Python, which was 8.8 ms on the machine that it was set for."""


def measure(library: Library, cases: int, warm_up: int = WARM_UP) -> Result:
    """Measure so many different operations, the warm ones after so many others."""
    start = started()
    different = variants(library, seed=1)
    warm = Screener(library)
    for case in islice(different, warm_up):
        warm.screen(case, REQUEST)
    taken: dict[str, list[float]] = {"screen, fresh": [], "screen, warm": []}
    for case in islice(different, cases):
        fresh = Screener(library)
        fresh.rulesets(fresh.pack_for(case.matter), frozenset())
        taken["screen, fresh"].append(cpu_ms(fresh.screen, case, REQUEST))
        taken["screen, warm"].append(cpu_ms(warm.screen, case, REQUEST))
    samples = [Sample(what=what, times=tuple(times)) for what, times in taken.items()]
    goal = Goal(
        what=f"screen, warm / {start.what}, medians",
        value=samples[-1].median / start.median,
        limit=LIMIT_MS / START_MS,
        unit="x",
    )
    return Result(
        title="One screen of an operation, in process",
        about=ABOUT,
        samples=(start, *samples),
        goals=(goal,),
    )


def variants(library: Library, seed: int) -> Iterator[CaseFile]:
    """Yield operations that differ from the example in the facts that they leave out.

    Raises:
        ValueError: the example cannot be read.

    """
    case, problems = read_case_file(EXAMPLE, library.words)
    if case is None:
        message = f"the example cannot be read: {problems}"
        raise ValueError(message)
    random = Random(seed)  # noqa: S311  # not a secret
    made: set[frozenset[str]] = set()
    matter = library.words.matters[case.matter]
    while True:
        facts = {
            name: account
            for name, account in case.facts.items()
            if name == matter.component_fact or random.random() < KEPT
        }
        lists = {
            name: listed
            for name, listed in case.lists.items()
            if name == matter.items or random.random() < KEPT
        }
        kept = frozenset((*facts, *lists))
        if kept in made:
            continue
        made.add(kept)
        yield replace(case, facts=MappingProxyType(facts), lists=MappingProxyType(lists))
