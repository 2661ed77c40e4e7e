"""Every bundled policy for a person's case is asked in DuckDB, in every reading of it."""

from random import Random

import pyarrow as pa
import pytest

from discretion.engines.interpretations import interpretations
from discretion.engines.reference import ReferenceEngine
from discretion.frozen import replace
from discretion.rules.library import Library
from discretion.rules.library import read_library
from tests.engines.bitmap.test_packs import every_condition
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import truths
from tests.engines.tables import pool_of
from tests.engines.tables import table_of
from tests.engines.tables import views_of

MATTER = "case"
ROWS = 30


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_every_rule_and_outcome_of_every_policy_agrees(library: Library, duck: Duck) -> None:
    """Every rule and outcome of every policy, in every reading, agrees on random rows."""
    date_fact = library.words.matters[MATTER].date_fact
    pool = pool_of(every_condition(library))
    compared = 0
    for number, pack in enumerate(library.packs.values()):
        if pack.instrument.matter != MATTER:
            continue
        batch = table_of(Random(number), library.dictionary, date_fact, ROWS, pool)
        views = list(views_of(batch, library.dictionary, date_fact))
        for each in interpretations(pack, library.derivations.derivable):
            outcomes = {f"outcome {row.token}": row.when for row in pack.outcomes}
            reading = replace(each.reading, rules={**each.reading.rules, **outcomes})
            told = truths(duck, pa.table(batch), library.dictionary, reading, date_fact=date_fact)
            for row, view in enumerate(views):
                reference = ReferenceEngine(view, reading)
                expected = {rule: reference.rule(rule).truth for rule in reading.rules}

                assert expected == {rule: found[row] for rule, found in told.items()}, each.name
            compared += len(reading.rules) * ROWS

    assert compared > 10_000
