"""One assessment in this process: findings with derivations, and the missing facts exactly."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice

from benchmarks.matters import make_matters
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import child_cpu_ms
from benchmarks.measure import cpu_ms
from discretion import Assessor
from discretion import CaseFile
from discretion import Library
from discretion import Request
from discretion import Truth
from discretion.assess.derive import derive_facts
from discretion.assess.evaluate import evaluate
from discretion.engines.reading import Reading as Conditions
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import view_case
from discretion.law.standing import Standing

INSTRUMENT = "dhs-2021-09-30-guidelines"
TODAY = date(2026, 1, 1)
REQUEST = Request(today=TODAY, instruments=(INSTRUMENT,))
KINDS = {"12 facts known": (12, 2.0), "nothing known": (0, 10.0)}
"""What is measured: how many facts a case has, and the goal in milliseconds of CPU time."""
START_MS = 8.8
"""CPU time of `python -c pass` on the machine that the goals were set for, in milliseconds.

A machine that takes longer to start Python is given as much longer to assess a case.
"""
STARTS = 15
"""How often this machine starts Python to be compared with that one."""
WARM_UP = 1000
"""How many other cases an assessor has assessed before it counts as warm."""

ABOUT = """\
One case under the Guidelines, default interpretation: `evaluate` after the view is made, that is
every finding with its derivation, what is settled and reachable, and every missing fact with its
witness. `assess` is the whole of `Assessor.assess` for that instrument, with both interpretations,
the views, the timelines and the threshold. No case is measured twice in the same state. Fresh: the
assessor remembers nothing of any case; its rulesets are made before the clock starts. Warm: it has
assessed 1,000 other cases before, and all earlier ones of this run. The goals, 2 and 10 ms, were
set for a machine that starts Python in 8.8 ms, and are kept as multiples of that."""


def measure(library: Library, cases: int, warm_up: int = WARM_UP) -> Result:
    """Measure so many different cases of each kind, the warm ones after so many others."""
    start = started()
    samples: list[Sample] = [start]
    goals: list[Goal] = []
    for number, (kind, (size, limit)) in enumerate(KINDS.items()):
        taken = tuple(_kind(library, kind, size, (warm_up, cases), seed=number))
        samples.extend(taken)
        goals.extend(
            Goal(
                what=f"{sample.what} / {start.what}, medians",
                value=sample.median / start.median,
                limit=limit / START_MS,
                unit="x",
            )
            for sample in taken
            if sample.what == f"evaluate, {kind}, warm"
        )
    return Result(
        title="One assessment, in process",
        about=ABOUT,
        samples=tuple(samples),
        goals=tuple(goals),
    )


def _kind(
    library: Library, kind: str, size: int, counts: tuple[int, int], seed: int
) -> Iterator[Sample]:
    warm_up, cases = counts
    evaluating, assessing = made_ready(library), made_ready(library)
    different = make_matters(library, evaluating.rulesets(INSTRUMENT), seed, size)
    for case in islice(different, warm_up):
        evaluating.assess(case, REQUEST)
        assessing.assess(case, REQUEST)
    times: dict[str, list[float]] = {}
    for case in islice(different, cases):
        for what, took in (
            ("evaluate, {}, fresh", _evaluated(made_ready(library), case)),
            ("evaluate, {}, warm", _evaluated(evaluating, case)),
            ("assess, {}, fresh", _assessed(made_ready(library), case)),
            ("assess, {}, warm", _assessed(assessing, case)),
        ):
            times.setdefault(what.format(kind), []).append(took)
    return (Sample(what=what, times=tuple(taken)) for what, taken in times.items())


def started() -> Sample:
    """Return what it takes this machine to start Python and end it."""
    command = (sys.executable, "-c", "pass")
    times = [child_cpu_ms(command, os.environ)[0] for _ in range(STARTS)]
    return Sample(what="python -c pass", times=tuple(times))


def made_ready(library: Library) -> Assessor:
    """Return an assessor with its rulesets made and nothing remembered of any case."""
    assessor = Assessor(library)
    assessor.rulesets(INSTRUMENT)
    return assessor


def _evaluated(assessor: Assessor, case: CaseFile) -> float:
    ruleset, *_ = assessor.rulesets(INSTRUMENT)
    view = view_of(case, assessor.library)
    return cpu_ms(evaluate, case, ruleset, view, Standing(governs=Truth.TRUE))


def _assessed(assessor: Assessor, case: CaseFile) -> float:
    return cpu_ms(assessor.assess, case, REQUEST)


def view_of(case: CaseFile, library: Library) -> View:
    """Return the facts of a case as an assessment reads them."""
    matter = library.words.matters[case.matter]
    reading = Reading(mode=REQUEST.mode, known_on=TODAY)
    view = view_case(case, library.dictionary, reading, matter.date_fact)
    conditions = Conditions(rules={}, judgments={}, derivable=library.derivations.derivable)
    return derive_facts(view, library.derivations, conditions)
