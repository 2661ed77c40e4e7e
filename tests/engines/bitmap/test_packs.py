"""Every rule, judgment and outcome of the bundled packs, row by row as the reference engine."""

import random
from typing import TYPE_CHECKING

import pytest

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.interpretations import interpretations
from discretion.engines.reference import ReferenceEngine
from discretion.rules.library import read_library
from discretion.truth import Truth
from tests.engines.tables import DATE_FACT
from tests.engines.tables import random_table
from tests.engines.tables import views_of

if TYPE_CHECKING:
    from discretion.engines.bitmap.planes import Planes

LIBRARY = read_library()
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
    facts = list(LIBRARY.dictionary.names())
    batch = random_table(LIBRARY.dictionary, facts, ROWS, draw)
    views = views_of(batch, LIBRARY.dictionary)
    for made in interpretations(pack, LIBRARY.derivations.derivable):
        fast = BitmapEngine(batch, LIBRARY.dictionary, made.reading, DATE_FACT)
        slow = [ReferenceEngine(view, made.reading) for view in views]
        for rule in made.reading.rules:
            expected = [engine.rule(rule).truth for engine in slow]

            assert expected == truths_of(fast.rule(rule), ROWS), rule
        for row in pack.outcomes:
            expected = [engine.truth(row.when) for engine in slow]

            assert expected == truths_of(fast.truth(row.when), ROWS), row.token
