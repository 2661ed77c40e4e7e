"""The benchmarks still run, on a few cases: their numbers mean nothing here and are not judged."""

import os
from itertools import islice

import pytest

from benchmarks import in_process
from benchmarks import screens
from benchmarks import whole_process
from benchmarks.matters import make_matters
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.policies import comparisons
from benchmarks.policies import periods
from benchmarks.policies import proofs
from benchmarks.report import show
from discretion import Library
from discretion import read_library

WITH_WAIT = pytest.mark.skipif(
    not hasattr(os, "wait4"), reason="this system does not tell the CPU time of one process"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_one_assessment_is_measured_fresh_and_warm(library: Library) -> None:
    result = in_process.measure(library, cases=1, warm_up=1)

    assert 9 == len(result.samples)
    assert 2 == len(result.goals)
    assert all(time > 0 for sample in result.samples for time in sample.times)


def test_proofs_are_measured_beside_diagrams(library: Library) -> None:
    quickest = library.pack("ice-2021-03-05-case-review")
    result = proofs.measure(library, [quickest])

    assert 2 == len(result.samples)
    assert 1 == len(result.goals)
    assert all(time > 0 for sample in result.samples for time in sample.times)


def test_no_two_matters_are_the_same(library: Library) -> None:
    rulesets = in_process.made_ready(library).rulesets(in_process.INSTRUMENT)
    matters = list(islice(make_matters(library, rulesets, seed=0, size=12), 50))

    assert 50 == len({repr(matter) for matter in matters})
    assert {12} == {
        len(matter.facts) + sum(len(row) for each in matter.lists.values() for row in each.records)
        for matter in matters
    }


def test_a_screen_is_measured_fresh_and_warm(library: Library) -> None:
    result = screens.measure(library, cases=2, warm_up=1)

    assert [2, 2] == [len(sample.times) for sample in result.samples[1:]]
    assert all(goal.value > 0 for goal in result.goals)


def test_no_two_operations_are_the_same(library: Library) -> None:
    cases = list(islice(screens.variants(library, seed=0), 50))

    assert 50 == len({frozenset((*case.facts, *case.lists)) for case in cases})


def test_periods_are_measured_as_values_as_data_and_as_a_table(library: Library) -> None:
    result = periods.measure(library, runs=2)

    assert 9 == len(result.samples)
    assert {2} == {len(sample.times) for sample in result.samples}
    assert all(goal.value > 0 for goal in result.goals)


@WITH_WAIT
def test_two_policies_are_compared(library: Library) -> None:
    result = comparisons.measure(library, runs=1)

    assert [1, 1] == [len(sample.times) for sample in result.samples]
    assert result.goals[0].value > 0


@WITH_WAIT
def test_whole_processes_are_measured_in_turn() -> None:
    result = whole_process.measure(runs=1)

    assert [1, 1, 1] == [len(sample.times) for sample in result.samples]
    assert result.goals[0].value > 1


def test_a_median_over_its_limit_meets_no_goal() -> None:
    sample = Sample(what="a", times=(3.0, 1.0, 2.0))
    kept = Goal(what="a", value=sample.median, limit=2.0, unit="ms")
    missed = Goal(what="a", value=sample.median, limit=1.9, unit="ms")

    assert (True, False) == (kept.is_met, missed.is_met)


def test_a_result_is_shown_with_its_goals() -> None:
    sample = Sample(what="a", times=(3.0, 1.0, 2.0))
    goal = Goal(what="b", value=2.0, limit=1.9, unit="x")
    text = show(Result(title="T", about="c", samples=(sample,), goals=(goal,)))

    assert "NOT MET" in text
    assert ["a", "3", "1.000", "2.000", "3.000"] in [line.split() for line in text.splitlines()]
