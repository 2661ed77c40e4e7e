"""One engine compared with the reference on generated trees and matters."""

from collections.abc import Iterable
from collections.abc import Iterator
from random import Random

from discretion.frozen import dataclass
from tests.agreement.engine import Difference
from tests.agreement.engine import Engine
from tests.agreement.engine import Tally
from tests.agreement.engine import differences
from tests.agreement.making import matters_of
from tests.agreement.making import trees_of

MOST = 3
"""After so many policies with a difference the rest would tell no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What was compared with one engine, and the first difference in each policy that has one."""

    engine: Engine
    tally: Tally
    found: tuple[Difference, ...]


def compare_engine(engine: Engine, seeds: Iterable[int], matters: int) -> Compared:
    """Return how an engine and the reference agree.

    Args:
        engine: the engine that is tried.
        seeds: one for each policy.
        matters: how many matters of each policy are tried.

    """
    tally = Tally()
    found: list[Difference] = []
    for seed in seeds:
        found.extend(_first(engine, seed, matters, tally))
        if len(found) == MOST:
            break
    return Compared(engine=engine, tally=tally, found=tuple(found))


def _first(engine: Engine, seed: int, matters: int, tally: Tally) -> Iterator[Difference]:
    random = Random(seed)
    policy = trees_of(random)
    views = list(matters_of(random, policy, matters))
    first = next(differences(engine, policy, views, tally), None)
    if first is not None:
        yield first
