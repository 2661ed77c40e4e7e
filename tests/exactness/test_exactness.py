"""What is said to be missing is exact: nothing else can change an answer, and all of it can.

Small policies and matters are made at random, the same for one seed, and every completion of each
is tried by an oracle that shares nothing with the analysis.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from random import Random

import pytest

from discretion.analysis.missing import OUTCOME
from discretion.analysis.missing import Exact
from discretion.analysis.missing import MissingFact
from discretion.analysis.missing import apply_completion
from discretion.engines.reference import ReferenceEngine
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.truth import Truth
from tests.exactness.making.policies import policy_of
from tests.exactness.making.views import view_of
from tests.exactness.policy import Analyst
from tests.exactness.policy import Policy
from tests.exactness.trying.completions import size_of
from tests.exactness.trying.oracle import Oracle

VIEWS = 3
"""Matters tried of each policy, so that what is remembered of one is tried on the next."""
CHUNK = 50
QUICK, WHOLE = 900, 7_000
"""Policies tried at every run, and when all is tried: three matters each make 21,000."""
WITNESSES = 120
ONCE_WRONG = (1991, 6741, 8468, 8663)
"""Policies of which a witness once said a fact that followed, or left out one that did not."""
LARGEST = 100_000
"""More completions than this are not tried to confirm one witness; few witnesses leave as many."""


def matters(seed: int) -> Iterator[tuple[Policy, View, Exact]]:
    """Yield matters of the policy of a seed with what the analysis says of them."""
    random = Random(seed)
    policy = policy_of(random)
    analyst = Analyst(policy)
    for _ in range(VIEWS):
        view = view_of(random, policy)
        yield policy, view, analyst.exact(view)


def differences(policy: Policy, view: View, exact: Exact, more: int = 0) -> Iterator[str]:
    """Yield every way in which the analysis and the oracle differ."""
    tried = Oracle(policy, view, more).answers()
    if set(exact.reachable) != tried[OUTCOME].reached:
        yield f"reachable: {exact.reachable}, tried {tried[OUTCOME].reached}"
    for rule in policy.reading.rules:
        reached = tried[rule].reached
        settled = next(iter(reached)) if len(reached) == 1 else "unknown"
        if str(exact.settled[rule]) != settled:
            yield f"{rule}: settled {exact.settled[rule]}, tried {reached}"
    said = tried_as_said(policy, view, more)
    for name, answers in tried.items():
        listed = {row.fact for row in exact.missing if name in changes(row)}
        expected = answers.deciding | said.get(name, frozenset())
        if not expected <= listed:
            yield f"{name}: {expected - listed} can change it and is not listed"
        if not listed <= expected:
            yield f"{name}: {listed - expected} is listed and cannot change it"


def tried_as_said(policy: Policy, view: View, more: int) -> dict[str, frozenset[str]]:
    """Return which facts can change a finding by being said, where they would else follow."""
    reading = policy.reading
    sayable = reading.derivable.keys() - view.known.keys() - view.inapplicable
    if not sayable:
        return {}
    follows = {name: Holds(Fact(name)) for name in sayable}
    asked = replace(policy, reading=replace(reading, rules={**reading.rules, **follows}))
    # Whatever the file could still record of itself is open here.
    unrecorded = Oracle(asked, replace(view, is_record=False, _domains={}), more).answers()
    known = {
        name: one_word("yes" if "true" in unrecorded[name].reached else "no")
        for name in sayable
        if unrecorded[name].reached in ({"true"}, {"false"})
    }
    plain = replace(policy, reading=replace(reading, derivable={}))
    tried = Oracle(plain, view.with_known(known, {}), more).answers()
    return {name: answers.deciding & sayable for name, answers in tried.items()}


def changes(row: MissingFact) -> tuple[str, ...]:
    """Return everything that a missing fact is said to change."""
    return (OUTCOME, *row.could_change) if row.could_change_outcome else row.could_change


def witness_faults(policy: Policy, view: View, row: MissingFact) -> Iterator[str]:
    """Yield every way in which a witness is not two cases that differ in one fact alone."""
    a, b = row.witness.a, row.witness.b
    apart = {
        subject.name
        for subject in a.decided.keys() | b.decided.keys()
        if a.decided.get(subject) != b.decided.get(subject)
    }
    # What follows from other facts is said in neither case, or in the one where it does not.
    if not apart - policy.reading.derivable.keys() <= {row.fact}:
        yield f"{row.fact}: its cases differ in {apart}"
    if a.gives == b.gives:
        yield f"{row.fact}: both cases give {a.gives}"
    if row.witness.changes != changes(row)[0]:
        yield f"{row.fact}: its cases are about {row.witness.changes}, not {changes(row)[0]}"
    for case in (a, b):
        if not Oracle(policy, view).allows(case.decided):
            yield f"{row.fact}: no completion is {case.decided}"
        said = apply_completion(view, case.decided)
        if size_of(policy, said) <= LARGEST:
            reached = Oracle(policy, said).answers()[row.witness.changes].reached
            if reached != {case.gives}:
                yield f"{row.fact}: {case.decided} gives {reached}, not {case.gives}"


@pytest.mark.parametrize("start", range(0, QUICK, CHUNK))
def test_the_missing_facts_are_those_that_can_change_an_answer_and_no_others(start: int) -> None:
    """The missing facts are those that can change a finding or the outcome, and no others."""
    for seed in range(start, start + CHUNK):
        for number, matter in enumerate(matters(seed)):
            found = list(differences(*matter))

            assert [] == found, f"seed {seed}, matter {number}"


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, WHOLE, CHUNK))
def test_twenty_thousand_matters_agree_with_trying_every_completion(start: int) -> None:
    """Twenty thousand matters, each completed in every way, agree with the analysis."""
    for seed in range(start, start + CHUNK):
        for number, matter in enumerate(matters(seed)):
            found = list(differences(*matter))

            assert [] == found, f"seed {seed}, matter {number}"


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_a_further_record_beyond_those_that_can_matter_changes_nothing(start: int) -> None:
    """More further records than conditions can tell apart change no finding."""
    for seed in range(start, start + 20):
        for policy, view, exact in matters(seed):
            found = list(differences(policy, view, exact, more=1))

            assert [] == found, f"seed {seed}"


@pytest.mark.parametrize(
    "seeds", [*(range(start, start + 20) for start in range(0, WITNESSES, 20)), ONCE_WRONG]
)
def test_every_listed_fact_has_two_cases_that_differ_in_it_and_in_the_answer(
    seeds: Iterable[int],
) -> None:
    """Every missing fact has two cases that differ in it alone and give two answers."""
    for seed in seeds:
        for policy, view, exact in matters(seed):
            found = [fault for row in exact.missing for fault in witness_faults(policy, view, row)]

            assert [] == found, f"seed {seed}"


@pytest.mark.slow
@pytest.mark.parametrize("start", range(WITNESSES, 3_000, 40))
def test_every_witness_of_thousands_of_matters_is_two_cases(start: int) -> None:
    """Every missing fact of nine thousand matters has two cases that differ in it alone."""
    for seed in range(start, start + 40):
        for policy, view, exact in matters(seed):
            found = [fault for row in exact.missing for fault in witness_faults(policy, view, row)]

            assert [] == found, f"seed {seed}"


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_a_truth_that_is_definite_on_what_is_known_holds_in_every_completion(start: int) -> None:
    """Where the reference engine is definite, every completion agrees with it."""
    for seed in range(start, start + 50):
        random = Random(seed)
        policy = policy_of(random)
        view = view_of(random, policy)
        tried = Oracle(policy, view).answers()
        engine = ReferenceEngine(view, policy.reading)
        for rule in policy.reading.rules:
            truth = engine.rule(rule).truth
            if truth is not Truth.UNKNOWN:
                assert {str(truth)} == tried[rule].reached, f"seed {seed}, {rule}"


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_nothing_is_missing_exactly_where_every_completion_agrees(start: int) -> None:
    """A finding is settled to one truth, known or unknown, exactly where nothing can change it."""
    for seed in range(start, start + 20):
        for policy, view, exact in matters(seed):
            tried = Oracle(policy, view).answers()
            for name in tried:
                if len(tried[name].reached) > 1:
                    assert any(name in changes(row) for row in exact.missing), f"seed {seed}"


@pytest.mark.parametrize("start", range(0, 120, 40))
def test_what_the_file_calls_not_applicable_is_never_missing(start: int) -> None:
    """A fact or field that the file calls not applicable is never listed as missing."""
    for seed in range(start, start + 40):
        for _, view, exact in matters(seed):
            assert view.inapplicable.isdisjoint(row.fact for row in exact.missing), f"seed {seed}"
