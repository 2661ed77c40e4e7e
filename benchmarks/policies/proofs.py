"""Proofs of every sentence about every policy, beside decision diagrams of the same policies."""

from collections.abc import Iterable

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from benchmarks.policies.periods import TODAY
from discretion import Library
from discretion import Pack
from discretion import Prover
from discretion.assess.packs.reachable import reach_outcomes
from discretion.assess.ruleset import rulesets

LIMIT = 30_000.0
"""The most that all proofs of all policies may take, in milliseconds of CPU time."""
LONG = 3600.0
"""The seconds that a sentence may take, by a clock that stands still."""

ABOUT = """\
Every sentence about every bundled policy is proved once, in every reading, each with the changed
policy that refutes it and with every case replayed. Beside it stands what decision diagrams take
to tell which outcomes of the same policies can come about, which is one of those sentences."""


def measure(library: Library, packs: Iterable[Pack] | None = None) -> Result:
    """Prove every sentence about some policies, about all of them when None, once."""
    packs = tuple(library.packs.values() if packs is None else packs)
    proved = [
        Sample(
            what=f"proving {pack.instrument.id}",
            times=(cpu_ms(_prove, library, pack),),
        )
        for pack in packs
    ]
    diagrams = Sample(
        what="which outcomes can come about, by diagrams, all policies",
        times=(cpu_ms(_reach, library, packs),),
    )
    total = sum(sample.median for sample in proved)
    return Result(
        title="Proofs of every sentence about every policy, in process",
        about=f"{ABOUT}\nAll proofs take {total / diagrams.median:.1f} times as long as those.",
        samples=(*proved, diagrams),
        goals=(Goal(what="all proofs of all policies", value=total, limit=LIMIT, unit="ms"),),
    )


def _prove(library: Library, pack: Pack) -> object:
    return Prover(LONG, lambda: 0.0, TODAY).prove(library, pack)


def _reach(library: Library, packs: Iterable[Pack]) -> object:
    return [reach_outcomes(each, library) for pack in packs for each in rulesets(library, pack)]
