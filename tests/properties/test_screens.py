"""What holds of the screen of every operation, tried on random ones."""

from collections.abc import Iterable
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from discretion import CaseFile
from discretion.facts.dictionary import Kind
from tests.properties.operations import ITEM
from tests.properties.operations import facts
from tests.properties.operations import matter_type
from tests.properties.operations import operation
from tests.properties.operations import screener
from tests.properties.operations import state
from tests.properties.operations import with_number
from tests.properties.operations import without

EVERY_RUN = range(1000)
SLOW = range(10_000)
CHUNKS = 8
"""Into how many tests the operations are parted, so that two processors share them."""


def parted(seeds: range) -> list[range]:
    """Return the seeds in parts."""
    return [seeds[number::CHUNKS] for number in range(CHUNKS)]


BOTH = [
    *(pytest.param(seeds, id=f"some {number}") for number, seeds in enumerate(parted(EVERY_RUN))),
    *(
        pytest.param(seeds, id=f"all {number}", marks=pytest.mark.slow)
        for number, seeds in enumerate(parted(SLOW))
    ),
]


@cache
def order() -> dict[str, int]:
    """Return how restrictive each state is: the least number is the most restrictive."""
    pack = screener().pack_for(matter_type().name)
    return {row.token: number for number, row in enumerate(pack.outcomes)}


@cache
def stops() -> frozenset[str]:
    """Return the states in which nothing may go on."""
    pack = screener().pack_for(matter_type().name)
    return frozenset(row.token for row in pack.outcomes if row.level == "stop")


def relaxed(seeds: Iterable[int]) -> Iterator[str]:
    """Yield each operation, and each number of it, that a larger number relaxes."""
    for seed in seeds:
        case, random = operation(seed), Random(seed)
        before = state(case)
        for name in matter_type().totals:
            for number in _larger(case, name, random):
                after = state(with_number(case, name, number))
                if order()[after] > order()[before]:
                    yield f"{case.name}: {name} = {number}"


def _larger(case: CaseFile, name: str, random: Random) -> list[int]:
    if name not in case.facts:
        return []
    (claim,) = case.facts[name].claims
    now = getattr(claim.values, "single", None)
    return [now + random.choice((1, 2, 30))] if isinstance(now, int) else []


def cleared(seeds: Iterable[int]) -> Iterator[str]:
    """Yield each operation, and each fact of it, that clears a stop when it is no longer known.

    A fact that follows from others is not tried: when nobody says it, it is known from them still.
    """
    follows = screener().library.derivations.derivable
    for seed in seeds:
        case, random = operation(seed), Random(seed)
        if state(case) not in stops():
            continue
        kept = (ITEM, matter_type().component_fact, *follows)
        known = [name for name in (*case.facts, *case.lists) if name not in kept]
        for name in random.sample(known, min(3, len(known))):
            if state(without(case, name)) not in stops():
                yield f"{case.name}: {name}"


@pytest.mark.parametrize("seeds", BOTH)
def test_a_larger_number_of_arrests_never_relaxes_a_state(seeds: range) -> None:
    """A larger number of expected arrests never relaxes the state of an operation."""
    assert [] == list(relaxed(seeds))


@pytest.mark.parametrize("seeds", BOTH)
def test_what_is_no_longer_known_never_clears_a_stop(seeds: range) -> None:
    """A known fact that becomes unknown never turns a stop of an operation into anything else."""
    assert [] == list(cleared(seeds))


def test_the_random_operations_come_to_stops_and_to_others() -> None:
    states = [state(operation(seed)) for seed in range(200)]
    stopped = sum(each in stops() for each in states)

    assert 0 < stopped < len(states)


def test_every_fact_of_an_operation_is_said_by_some_random_one() -> None:
    cases = [operation(seed) for seed in range(200)]
    said = {name for case in cases for name in (*case.facts, *case.lists)}
    wanted = {fact.name for fact in facts() if fact.kind is not Kind.DATE}

    assert wanted <= said
