"""What is said to be missing is exact: nothing else can change an answer, and all of it can.

Small policies and matters are made at random, the same for one seed, and every completion of each
is tried by an oracle that shares nothing with the analysis.
"""

from collections.abc import Iterator
from random import Random

import pytest

from discretion.analysis.completion import Completion
from discretion.analysis.groundwork import Groundwork
from discretion.analysis.missing import OUTCOME
from discretion.analysis.missing import Exact
from discretion.analysis.missing import Question
from discretion.analysis.missing import Witness
from discretion.analysis.missing import analyse
from discretion.analysis.missing import apply_completion
from discretion.analysis.subjects import index_atoms
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Kind
from discretion.facts.view import View
from discretion.truth import Truth
from tests.exactness.generate import policy_of
from tests.exactness.generate import view_of
from tests.exactness.oracle import Answers
from tests.exactness.oracle import Oracle
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Policy

VIEWS = 3
"""Matters tried of each policy, so that what is remembered of one is tried on the next."""
CHUNK = 50
QUICK, WHOLE = 1_000, 7_000
"""Policies tried at every run, and when all is tried: three matters each make 21,000."""


def analysed(seed: int) -> Iterator[tuple[Policy, View, Exact]]:
    """Yield matters of the policy of a seed with what the analysis says of them."""
    random = Random(seed)
    policy = policy_of(random)
    reading = policy.reading
    groundwork = Groundwork(index_atoms(policy.conditions, policy.orders, DATE_FACT))
    asked = {
        OUTCOME: [condition for _, condition in policy.outcomes],
        **{rule: [condition] for rule, condition in reading.rules.items()},
    }
    question = Question(
        findings=tuple(reading.rules),
        outcomes=policy.outcomes,
        when_open=policy.when_open,
        reach={name: groundwork.reach(conditions, reading) for name, conditions in asked.items()},
    )
    for _ in range(VIEWS):
        view = view_of(random, policy)
        yield policy, view, analyse(Completion(view, reading, groundwork), question)


def differences(policy: Policy, view: View, exact: Exact) -> Iterator[str]:
    """Yield every way in which the analysis and the oracle differ."""
    tried = Oracle(policy, view).answers()
    if set(exact.reachable) != tried[OUTCOME].reached:
        yield f"reachable: {exact.reachable}, tried {tried[OUTCOME].reached}"
    for rule in policy.reading.rules:
        yield from _of_rule(rule, tried[rule], policy, view, exact)
    sayable = policy.reading.derivable.keys() - view.known.keys()
    for name, answers in tried.items():
        listed = {
            row.fact
            for row in exact.missing
            if (row.could_change_outcome if name == OUTCOME else name in row.could_change)
        }
        if not answers.deciding <= listed:
            yield f"{name}: {answers.deciding - listed} can change it and is not listed"
        excess = {
            row.fact
            for row in exact.missing
            if row.fact in listed - answers.deciding - sayable
            and not _between_quarters(row.fact, row.witness, policy, view)
        }
        if excess:
            yield f"{name}: {excess} is listed and cannot change it"


def _between_quarters(fact: str, witness: Witness, policy: Policy, view: View) -> bool:
    """Tell whether a moment has a true witness between the quarters that the oracle tries."""
    kind = policy.dictionary.facts.get(fact)
    is_moment = kind is not None and kind.kind is Kind.MOMENT
    return is_moment and witnessed(policy, view, witness)


def _of_rule(
    rule: str, answers: Answers, policy: Policy, view: View, exact: Exact
) -> Iterator[str]:
    settled = next(iter(answers.reached)) if len(answers.reached) == 1 else "unknown"
    if str(exact.settled[rule]) != settled:
        yield f"{rule}: settled {exact.settled[rule]}, tried {answers.reached}"
    truth = ReferenceEngine(view, policy.reading).rule(rule).truth
    if truth is not Truth.UNKNOWN and answers.reached != {str(truth)}:
        yield f"{rule}: {truth} on what is known, tried {answers.reached}"


def witnessed(policy: Policy, view: View, witness: Witness) -> bool:
    """Tell whether both completions of a witness give what it says, and not the same."""
    gives = [
        Oracle(policy, apply_completion(view, case.decided)).answers()[witness.changes].reached
        == {case.gives}
        for case in (witness.a, witness.b)
    ]
    return all(gives) and witness.a.gives != witness.b.gives


def check(seeds: range) -> None:
    """Compare analysis and oracle for every seed."""
    for seed in seeds:
        for number, (policy, view, exact) in enumerate(analysed(seed)):
            found = list(differences(policy, view, exact))

            assert found == [], f"seed {seed}, matter {number}"


@pytest.mark.parametrize("start", range(0, QUICK, CHUNK))
def test_the_missing_facts_are_those_that_can_change_an_answer_and_no_others(start: int) -> None:
    """The missing facts are those that can change a finding or the outcome, and no others."""
    check(range(start, start + CHUNK))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, WHOLE, CHUNK))
def test_twenty_thousand_matters_agree_with_trying_every_completion(start: int) -> None:
    """Twenty thousand matters, each completed in every way, agree with the analysis."""
    check(range(start, start + CHUNK))


@pytest.mark.parametrize("start", range(0, 150, 15))
def test_every_listed_fact_has_two_cases_that_differ_in_it_and_in_the_answer(start: int) -> None:
    """Every missing fact has two cases that differ in it alone and give two answers."""
    for seed in range(start, start + 15):
        for policy, view, exact in analysed(seed):
            for row in exact.missing:
                one, other = (case.decided for case in (row.witness.a, row.witness.b))
                apart = {
                    subject.name
                    for subject in one.keys() | other.keys()
                    if one.get(subject) != other.get(subject)
                } - policy.reading.derivable.keys()

                assert apart <= {row.fact}, seed
                assert witnessed(policy, view, row.witness), (seed, row.fact)
