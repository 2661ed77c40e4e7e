"""What holds of the check of every request for protection, tried on random ones."""

from collections.abc import Iterable
from collections.abc import Iterator
from functools import cache

import pytest

from discretion.facts.dictionary import Kind
from tests.properties.operations import screener
from tests.properties.operations import without
from tests.properties.protection.made import DAYS
from tests.properties.protection.made import facts
from tests.properties.protection.made import matter_type
from tests.properties.protection.made import protection_request
from tests.properties.protection.made import state

SEEDS = [
    pytest.param(range(300), id="some"),
    pytest.param(range(300, 3300), id="all", marks=pytest.mark.slow),
]


@cache
def levels() -> dict[str, str]:
    """Return the level of each state; what is left open has none."""
    pack = screener().pack_for(matter_type().name)
    return {row.token: row.level for row in pack.outcomes}


def cleared(seeds: Iterable[int]) -> Iterator[str]:
    """Yield each request, and each fact of it, that clears a stop when it is no longer known."""
    for seed in seeds:
        case = protection_request(seed)
        if levels().get(state(case)) != "stop":
            continue
        for name in (*case.facts, *case.lists):
            after = state(without(case, name))
            if levels().get(after) != "stop":
                yield f"{case.name}: {name} gives {after}"


@pytest.mark.parametrize("seeds", SEEDS)
def test_what_is_no_longer_known_never_clears_a_stop_of_a_request(seeds: range) -> None:
    """A known fact that becomes unknown never clears a stop of a request for protection."""
    assert [] == list(cleared(seeds))


def test_no_request_without_an_override_comes_past_a_closed_program() -> None:
    """While no program is open, no request without counsel's override comes past a stop."""
    closed = (DAYS[0], DAYS[-1])
    cases = [case for case in map(protection_request, range(600)) if case.decision.day in closed]
    process = [case for case in cases if _asks_for_the_process(case.facts)]
    past = [
        case.name
        for case in process
        if levels().get(state(without(case, "program_override"))) != "stop"
    ]

    assert process
    assert [] == past


def _asks_for_the_process(said: object) -> bool:
    account = getattr(said, "get", dict[str, object]().get)("program_id")
    words = {getattr(claim.values, "single", "") for claim in getattr(account, "claims", ())}
    return any(str(word).startswith("dale") for word in words)


def test_the_random_requests_come_to_every_state() -> None:
    reached = {state(protection_request(seed)) for seed in range(1500)}

    assert levels().keys() <= reached, levels().keys() - reached


def test_every_fact_of_a_request_is_said_by_some_random_one() -> None:
    cases = [protection_request(seed) for seed in range(100)]
    said = {name for case in cases for name in (*case.facts, *case.lists)}

    assert {fact.name for fact in facts()} == said
    assert {Kind.DATE, Kind.LIST} <= {fact.kind for fact in facts()}
