"""Every engine of the package agrees with the reference on generated trees and matters."""

from pathlib import Path
from random import Random
from typing import get_args

import pytest

from discretion.engines.reference import ReferenceEngine
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.truth import Truth
from tests.agreement.comparing import compare_engine
from tests.agreement.engine import KINDS
from tests.agreement.engine import Engine
from tests.agreement.joined import EVERY_RUN
from tests.agreement.making import matters_of
from tests.agreement.making import trees_of
from tests.agreement.oracles.each_value import errs_towards_unknown
from tests.agreement.oracles.each_value import tried_atoms
from tests.agreement.reducing.saved import read_trial
from tests.agreement.reducing.saved import saved_cases

POLICIES, MATTERS, CHUNK = 300, 12, 50
LEAST = 20_000
"""Fewer comparisons than this do not count as a run."""


@pytest.mark.parametrize("start", range(0, POLICIES, CHUNK))
@pytest.mark.parametrize("engine", EVERY_RUN, ids=lambda engine: engine.name)
def test_every_engine_agrees_with_the_reference(engine: Engine, start: int) -> None:
    """Every engine gives each generated tree the truth that the reference gives it."""
    compared = compare_engine(engine, range(start, start + CHUNK), MATTERS)

    assert () == compared.found
    assert LEAST * CHUNK // POLICIES <= compared.tally.compared


def test_every_kind_of_node_and_term_is_compared() -> None:
    """Every kind of node and term is compared, and so is every truth."""
    tally = compare_engine(EVERY_RUN[0], range(CHUNK), 1).tally

    assert set(KINDS) == {kind for kind, number in tally.kinds.items() if number}
    assert {kind.__name__ for kind in get_args(Condition)} <= set(KINDS)
    assert set(Truth) == set(tally.truths)


def test_a_matter_leaves_open_all_that_a_file_can() -> None:
    """Facts are known, known to a few values or an interval, unknown, or not applicable."""
    found: set[str] = set()
    for seed in range(30):
        random = Random(seed)
        policy = trees_of(random)
        for view in matters_of(random, policy, MATTERS):
            found.update(_states(view))

    assert found == {
        "one word", "several words", "one value", "an interval", "several values", "unknown",
        "not applicable", "said and not applicable", "a field not applicable",
        "a list true", "a list false", "a list unknown", "a list unsaid", "a record in part",
        "a judgment met", "a judgment not met", "a judgment open",
    }  # fmt: skip


def _states(view: View) -> set[str]:
    """Return in which ways the facts, lists and judgments of a matter are known."""
    facts = view.dictionary.facts
    found = {_state(view, name) for name, each in facts.items() if not each.fields}
    found.update("a field not applicable" for name in view.inapplicable if "[" in name)
    for name, each in facts.items():
        if each.fields:
            found.add(f"a list {view.complete.get(name, 'unsaid')}")
            found.update(
                "a record in part" for row in view.listed(name) if 0 < len(row) < len(each.fields)
            )
    for met in view.settled.values():
        found.add(f"a judgment {'met' if met else 'not met'}")
    return found if view.settled else {*found, "a judgment open"}


def _state(view: View, name: str) -> str:
    values = view.known.get(name)
    if name in view.inapplicable:
        return "not applicable" if values is None else "said and not applicable"
    match values:
        case None:
            return "unknown"
        case Choices():
            return "several words" if values.single is None else "one word"
        case Spans(spans=spans) if len(spans) > 1:
            return "several values"
        case Spans():
            return "an interval" if values.single is None else "one value"


def test_a_comparison_is_what_every_value_left_makes_it() -> None:
    """A comparison is true where every value left makes it so, false where none does."""
    tried = 0
    for seed in range(150):
        random = Random(seed)
        policy = trees_of(random)
        for view in matters_of(random, policy, 6):
            engine = ReferenceEngine(view, policy.reading)
            for atom, exact in tried_atoms(policy, view):
                truth = engine.truth(atom)
                tried += 1

                assert truth is exact or (truth is Truth.UNKNOWN and errs_towards_unknown(atom))
    assert 10_000 < tried


@pytest.mark.parametrize("path", saved_cases(), ids=lambda path: path.stem)
@pytest.mark.parametrize("engine", EVERY_RUN, ids=lambda engine: engine.name)
def test_every_engine_agrees_on_every_saved_case(engine: Engine, path: Path) -> None:
    """Every case that was ever saved has the truth that was expected, in every engine."""
    trial, expected = read_trial(path)
    (truths,) = engine.truths(trial.policy, [trial.view])

    assert expected == str(trial.expected)
    assert expected == str(truths[trial.rule])
