"""DuckDB and Spark agree with the reference, row by row, on random trees and tables."""

from collections import Counter
from collections.abc import Iterable

import pyarrow as pa

from discretion.engines.reference import ReferenceEngine
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.agreement.engine import KINDS
from tests.agreement.engine import kinds_under
from tests.engines.bitmap.comparing import deep_trees
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import truths
from tests.engines.tables import table_of
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT

ROWS = 40
SEEDS = range(45)
SPARK_SEEDS = (3, 13)
"""Policies with lists, months and facts that follow; each takes Spark seconds to plan."""


def faults(database: Database, seeds: Iterable[int]) -> tuple[list[object], Counter[Truth]]:
    """Return where a database and the reference differ, and how often each truth was found."""
    found: list[object] = []
    tally: Counter[Truth] = Counter()
    for seed in seeds:
        random, policy = deep_trees(seed)
        batch = table_of(random, policy.dictionary, DATE_FACT, ROWS)
        views = list(views_of(batch, policy.dictionary, DATE_FACT))
        told = truths(database, pa.table(batch), policy.dictionary, policy.reading)
        for row, view in enumerate(views):
            reference = ReferenceEngine(view, policy.reading)
            for rule, each in told.items():
                expected = reference.rule(rule).truth
                tally[expected] += 1
                if each[row] is not expected:
                    found.append((seed, row, rule, expected, each[row]))
    return found, tally


def test_duckdb_gives_every_row_the_truth_that_the_reference_gives_it(duck: Duck) -> None:
    """DuckDB gives each row of a random table what the reference gives it, for any tree."""
    found, tally = faults(duck, SEEDS)

    assert [] == found
    assert all(tally[truth] > 1_000 for truth in Truth)


def test_spark_gives_every_row_the_truth_that_the_reference_gives_it(spark: Sparked) -> None:
    """Spark gives each row of a random table what the reference gives it."""
    found, tally = faults(spark, SPARK_SEEDS)

    assert [] == found
    assert all(tally[truth] > 50 for truth in Truth)


def test_everything_is_tried() -> None:
    """Every kind of node and term is tried, in more than 120 deep conditions."""
    kinds: set[str] = set()
    deep = 0
    for seed in SEEDS:
        _, policy = deep_trees(seed)
        for tree in policy.reading.rules.values():
            kinds.update(kinds_under(tree, policy.reading))
            deep += len(list(walk(tree))) > 8

    assert set(KINDS) <= kinds
    assert deep > 120
