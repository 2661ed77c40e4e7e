"""The ways in which one side is met and the other fails: each by the tests that it turns on."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple

import z3

from discretion.compare.differences.difference import Test
from discretion.compare.search.contest import Contest
from discretion.compare.search.plain import say_plainly
from discretion.compare.search.turning import tests_in
from discretion.compare.search.turning import truth_by
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import holds_in
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.rules.condition import Condition
from discretion.truth import Truth
from discretion.truth import truth_of

Leaf = tuple[int, Condition]
"""A test and the side it belongs to: 0 for A, 1 for B."""


class Way(NamedTuple):
    """One way to part: the tests it turns on, and what a plain case says to show it."""

    tests: tuple[Test, ...]
    chosen: Chosen


class Ways(NamedTuple):
    """The ways that were found, and what the search for a further one came to.

    `rest` is NONE where no other way exists, SOME where more do, NOT_SETTLED where nobody knows.
    """

    found: tuple[Way, ...]
    rest: Found


def ways_to_part(contest: Contest, met: int, most: int) -> Ways:
    """Return the ways in which one side is met and the other fails, those that say least first.

    Args:
        contest: the two conditions; a side that asks nothing never fails or holds anything up.
        met: which side is met, 0 for A and 1 for B.
        most: how many ways to look for.

    """
    wanted = tuple(_wanted(contest, met))
    leaves = dict(_leaves(contest))
    said = tuple(contest.matter.said())
    found: list[Way] = []
    with contest.search.asking():
        while True:
            if len(found) == most:
                rest, _ = contest.search.ask(*wanted)
                return Ways(tuple(found), rest)
            rest, model, _ = contest.search.fewest(said, *wanted)
            if model is None:
                return Ways(tuple(found), rest)
            turned = dict(_turned_on(contest, met, leaves, model))
            literals = [
                leaves[leaf].is_true if holds else leaves[leaf].is_false
                for leaf, holds in turned.items()
            ]
            chosen = say_plainly(contest, model, (*wanted, *literals))
            tests = tuple(
                Test(condition=condition, holds=holds, in_a=side == 0)
                for (side, condition), holds in turned.items()
            )
            found.append(Way(tests, chosen))
            contest.search.keep(z3.Not(z3.And(*literals)))


def _wanted(contest: Contest, met: int) -> Iterator[Formula]:
    yield contest.pair(met).is_true
    if contest.pairs[1 - met] is not None:
        yield contest.pair(1 - met).is_false


def _leaves(contest: Contest) -> Iterator[tuple[Leaf, Pair]]:
    for index, condition in enumerate(contest.asked):
        if condition is not None:
            engine = contest.engines[index]
            for leaf in tests_in(condition, engine.reading):
                yield (index, leaf), engine.pair(leaf)


def _turned_on(
    contest: Contest, met: int, leaves: dict[Leaf, Pair], model: z3.ModelRef
) -> Iterator[tuple[Leaf, bool]]:
    """Yield tests that are enough for one side to be met and the other to fail, none in vain."""
    decided = dict(_decided(leaves, model))
    for leaf in tuple(decided):
        held = decided.pop(leaf)
        if not _is_enough(contest, met, decided):
            decided[leaf] = held
    yield from sorted(
        decided.items(), key=lambda pair: (pair[0][0] != met, list(leaves).index(pair[0]))
    )


def _decided(leaves: dict[Leaf, Pair], model: z3.ModelRef) -> Iterator[tuple[Leaf, bool]]:
    for leaf, pair in leaves.items():
        for formula, holds in ((pair.is_true, True), (pair.is_false, False)):
            if holds_in(model, formula):
                yield leaf, holds


def _is_enough(contest: Contest, met: int, decided: dict[Leaf, bool]) -> bool:
    return all(
        condition is None
        or truth_by(condition, contest.engines[index].reading, _of(index, decided.items()))
        is truth_of(holds=index == met)
        for index, condition in enumerate(contest.asked)
    )


def _of(index: int, decided: Iterable[tuple[Leaf, bool]]) -> dict[Condition, Truth]:
    return {
        condition: truth_of(holds=holds) for (side, condition), holds in decided if side == index
    }
