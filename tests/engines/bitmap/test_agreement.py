"""The kernel agrees with the reference, row by row, on random trees and tables."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan
from discretion.engines.reference import ReferenceEngine
from discretion.rules.condition import And
from discretion.rules.condition import Or
from discretion.truth import Truth
from tests.agreement.engine import KINDS
from tests.agreement.engine import kinds_under
from tests.engines.bitmap.comparing import deep_trees
from tests.engines.bitmap.comparing import engine_on
from tests.engines.bitmap.comparing import faults
from tests.engines.bitmap.comparing import is_padded
from tests.engines.bitmap.comparing import truths_in
from tests.engines.tables import table_of
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT

SIZES = (0, 1, 7, 8, 9, 31)
SEEDS = st.integers(min_value=0, max_value=2**32)


@settings(deadline=None, max_examples=250)
@given(seed=SEEDS)
def test_every_row_has_the_truth_that_the_reference_gives_it(seed: int) -> None:
    """The kernel gives each row of a random table what the reference gives it, for any tree."""
    random, policy = deep_trees(seed)
    batch = table_of(random, policy.dictionary, DATE_FACT, random.choice(SIZES))
    views = list(views_of(batch, policy.dictionary, DATE_FACT))

    assert [] == list(faults(engine_on(batch, policy), views, policy.reading))


@settings(deadline=None, max_examples=60)
@given(seed=SEEDS, start=st.integers(0, 19), length=st.integers(0, 20))
def test_a_slice_of_a_table_has_a_slice_of_the_answer(seed: int, start: int, length: int) -> None:
    """A slice of a table, wherever it begins, has that slice of the answer."""
    random, policy = deep_trees(seed)
    batch = table_of(random, policy.dictionary, DATE_FACT, 20)
    whole, part = (engine_on(each, policy) for each in (batch, batch.slice(start, length)))
    rows = min(length, 20 - start)

    for rule in policy.reading.rules:
        expected = truths_in(whole.rule(rule), 20)[start : start + rows]

        assert expected == truths_in(part.rule(rule), rows)
        assert is_padded(part.rule(rule), rows)


@settings(deadline=None, max_examples=20)
@given(seed=SEEDS)
def test_a_plan_serves_every_batch_and_every_reading(seed: int) -> None:
    """What was planned for one batch and one reading is right for others, and said only once."""
    random, policy = deep_trees(seed)
    plan = Plan(policy.reading)
    for _ in range(2):
        batch = table_of(random, policy.dictionary, DATE_FACT, 9)
        views = list(views_of(batch, policy.dictionary, DATE_FACT))
        engine = BitmapEngine(batch, policy.dictionary, policy.reading, DATE_FACT, plan=plan)
        _, other = deep_trees(seed)

        assert [] == list(faults(engine, views, policy.reading))
        steps = len(plan.steps.steps)
        assert [] == list(faults(engine.under(other.reading), views, other.reading))
        assert steps == len(plan.steps.steps)


def test_everything_is_tried() -> None:
    """Every kind of node and term is tried, and every truth is found."""
    kinds: set[str] = set()
    truths: Counter[Truth] = Counter()
    for seed in range(40):
        random, policy = deep_trees(seed)
        batch = table_of(random, policy.dictionary, DATE_FACT, 3)
        for tree in policy.reading.rules.values():
            kinds.update(kinds_under(tree, policy.reading))
        for view in views_of(batch, policy.dictionary, DATE_FACT):
            engine = ReferenceEngine(view, policy.reading)
            truths.update(engine.rule(rule).truth for rule in policy.reading.rules)

    assert set(KINDS) <= kinds
    assert all(truths[truth] > 50 for truth in Truth)


@pytest.mark.parametrize("rows", [1, 8, 13])
def test_what_is_always_so_is_so_in_every_row(rows: int) -> None:
    _, policy = deep_trees(1)
    engine = engine_on(table_of(Random(2), policy.dictionary, DATE_FACT, rows), policy)

    assert [Truth.TRUE] * rows == truths_in(engine.truth(And(())), rows)
    assert [Truth.FALSE] * rows == truths_in(engine.truth(Or(())), rows)
    assert is_padded(engine.truth(And(())), rows)
