"""Every rule, judgment and outcome of the bundled packs, row by row as the reference engine."""

import random
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.interpretations import interpretations
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.library import read_library
from discretion.truth import Truth
from tests.engines.tables import pool_of
from tests.engines.tables import table_of
from tests.engines.tables import views_of

if TYPE_CHECKING:
    from discretion.engines.bitmap.planes import Planes

LIBRARY = read_library()
DATE_FACT = "decision_date"
DAY = FactType(name=DATE_FACT, module="", kind=Kind.DATE, question="", phrase="")
DICTIONARY = Dictionary(facts=MappingProxyType({**LIBRARY.dictionary.facts, DATE_FACT: DAY}))
PACKS = [
    name for name, pack in LIBRARY.packs.items() if pack.instrument.matter == "case" and pack.rules
]
ROWS = 150


def truths_of(planes: "Planes", rows: int) -> list[Truth]:
    true, false = unpacked(planes.true, rows), unpacked(planes.false, rows)
    assert not (true & false).any()
    return [
        Truth.TRUE if yes else Truth.FALSE if no else Truth.UNKNOWN
        for yes, no in zip(true, false, strict=True)
    ]


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_and_outcome_agrees_row_by_row(name: str) -> None:
    draw = random.Random(name)
    pack = LIBRARY.pack(name)
    several = interpretations(pack, LIBRARY.derivations.derivable)
    asked = [when for made in several for when in made.reading.rules.values()]
    batch = table_of(draw, DICTIONARY, DATE_FACT, ROWS, pool_of(asked))
    views = list(views_of(batch, DICTIONARY, DATE_FACT))
    for made in several:
        fast = BitmapEngine(batch, LIBRARY.dictionary, made.reading, DATE_FACT)
        slow = [ReferenceEngine(view, made.reading) for view in views]
        for rule in made.reading.rules:
            expected = [engine.rule(rule).truth for engine in slow]

            assert expected == truths_of(fast.rule(rule), ROWS), rule
        for row in pack.outcomes:
            expected = [engine.truth(row.when) for engine in slow]

            assert expected == truths_of(fast.truth(row.when), ROWS), row.token
