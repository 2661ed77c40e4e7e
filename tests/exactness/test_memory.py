"""What is remembered of one matter never changes what is said of another."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import pytest

from discretion.analysis import memory
from discretion.analysis.cells import cache
from discretion.analysis.missing import Exact
from discretion.facts.values import one_value
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.truth import Truth
from tests.exactness.making.policies import policy_of
from tests.exactness.making.views import some_values
from tests.exactness.making.views import view_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import Analyst
from tests.exactness.policy import Policy
from tests.exactness.test_exactness import changes
from tests.exactness.test_exactness import witness_faults


@dataclass(frozen=True, slots=True)
class Said:
    """What the analysis says of a matter, its witnesses apart."""

    settled: dict[str, Truth]
    reachable: tuple[str, ...]
    missing: dict[str, tuple[str, ...]]


def said(exact: Exact) -> Said:
    missing = {row.fact: changes(row) for row in exact.missing}
    return Said(dict(exact.settled), exact.reachable, missing)


def neighbours(random: Random, policy: Policy, view: View) -> Iterator[View]:
    """Yield views that differ from one in a single thing each."""
    for name, each in policy.dictionary.facts.items():
        unsaid = {other: values for other, values in view.known.items() if other != name}
        if each.fields:
            for complete in Truth:
                yield replace(view, complete={**view.complete, name: complete})
            for number, row in enumerate(view.listed(name), start=1):
                outside = {f"{name}[{number}].{field}" for field in each.fields.keys() - row.keys()}
                yield replace(view, inapplicable=view.inapplicable ^ outside)
        elif name == DATE_FACT:
            day = DAY.replace(day=DAY.day + 1)
            yield replace(view, day=day, known={**unsaid, name: one_value(day)}, _domains={})
        elif name in view.known:
            yield replace(view, known=unsaid)
        else:
            yield replace(view, known={**unsaid, name: some_values(random, each)})
            yield replace(view, inapplicable=view.inapplicable ^ {name})
    for judgment in policy.reading.judgments:
        yield replace(view, settled={**view.settled, judgment: random.random() < 0.5})
    yield replace(view, is_record=not view.is_record, _domains={})
    yield view


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_what_is_remembered_of_another_matter_changes_nothing(start: int) -> None:
    """A matter is analysed alike whatever is remembered of others that differ in one thing."""
    for seed in range(start, start + 20):
        random = Random(seed)
        policy = policy_of(random)
        analyst = Analyst(policy)
        analyst.exact(view_of(random, policy))
        for view in neighbours(random, policy, view_of(random, policy)):
            exact = analyst.exact(view)

            assert said(Analyst(policy).exact(view)) == said(exact), f"seed {seed}"


@pytest.mark.parametrize("start", range(0, 30, 10))
def test_a_remembered_witness_is_one_of_the_matter_at_hand(start: int) -> None:
    """A witness that is remembered says nothing that the matter at hand rules out."""
    for seed in range(start, start + 10):
        random = Random(seed)
        policy = policy_of(random)
        analyst = Analyst(policy)
        for _ in range(4):
            view = view_of(random, policy)
            for row in analyst.exact(view).missing:
                assert [] == list(witness_faults(policy, view, row)), f"seed {seed}"


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_REMEMBERED", 20)
    monkeypatch.setattr(memory, "MOST_NODES", 40)
    monkeypatch.setattr(cache, "MOST_CELLS", 3)
    random = Random(3)
    policy = policy_of(random)
    analyst = Analyst(policy)
    for _ in range(30):
        view = view_of(random, policy)
        exact = analyst.exact(view)

        assert said(Analyst(policy).exact(view)) == said(exact)
        assert len(analyst.groundwork.memory) <= 20 + 1 + len(policy.reading.rules)
        assert len(analyst.groundwork.cells) <= 3


def test_what_is_drawn_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_NODES", 40)
    random = Random(3)
    policy = policy_of(random)
    analyst = Analyst(policy)
    stores = []
    for _ in range(30):
        stores.append(analyst.groundwork.memory.drawn)
        analyst.exact(view_of(random, policy))
    last = len(stores[-1].diagrams)

    assert 1 < len({id(store) for store in stores})
    assert last < sum({id(store): len(store.diagrams) for store in stores}.values())
