"""Every bundled policy for a person's case is read as the reference reads it."""

from random import Random

import pytest

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.interpretations import interpretations
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.library import Library
from discretion.rules.library import read_library
from tests.engines.bitmap.comparing import faults
from tests.engines.bitmap.comparing import is_padded
from tests.engines.tables import Pool
from tests.engines.tables import pool_of
from tests.engines.tables import table_of
from tests.engines.tables import views_of

MATTER = "case"
ROWS = 45
PACKS = 30
"""So many policies there are at least; most of them have no rule."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def pool(library: Library) -> Pool:
    return pool_of(every_condition(library))


def every_condition(library: Library) -> list[Condition]:
    packs = [pack for pack in library.packs.values() if pack.instrument.matter == MATTER]
    return [
        *(row.when for pack in packs for row in pack.outcomes),
        *(
            rule
            for pack in packs
            for each in interpretations(pack, library.derivations.derivable)
            for rule in each.reading.rules.values()
        ),
    ]


def test_every_rule_and_outcome_of_every_policy_agrees(library: Library, pool: Pool) -> None:
    """Every rule and outcome of every policy, in every reading, agrees on random rows."""
    date_fact = library.words.matters[MATTER].date_fact
    compared = 0
    for number, pack in enumerate(library.packs.values()):
        if pack.instrument.matter != MATTER:
            continue
        batch = table_of(Random(number), library.dictionary, date_fact, ROWS, pool)
        views = list(views_of(batch, library.dictionary, date_fact))
        engine: BitmapEngine | None = None
        for each in interpretations(pack, library.derivations.derivable):
            outcomes = {f"outcome {row.token}": row.when for row in pack.outcomes}
            reading = replace(each.reading, rules={**each.reading.rules, **outcomes})
            if engine is None:
                engine = BitmapEngine(batch, library.dictionary, reading, date_fact)
            here = engine.under(reading)

            assert [] == list(faults(here, views, reading)), f"{pack.instrument.id} {each.name}"
            assert all(is_padded(here.rule(rule), ROWS) for rule in reading.rules)
            compared += len(reading.rules) * ROWS

    assert compared > 10_000


def test_each_policy_is_read_that_there_is(library: Library) -> None:
    packs = [pack for pack in library.packs.values() if pack.instrument.matter == MATTER]

    assert len(packs) >= PACKS - 5
    assert len(every_condition(library)) > 250
