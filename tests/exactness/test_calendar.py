"""Rings of dates that only some days of the calendar can meet, tried over many years."""

from bisect import bisect_left
from datetime import date
from random import Random

import pytest

from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.comparisons import comparisons_of
from discretion.analysis.cells.ties import Tie
from discretion.engines.atoms import Atom
from discretion.facts.values import Spans
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Shift
from discretion.rules.condition import Unit
from tests.exactness.making.atoms import OPERATORS
from tests.exactness.trying.plain import holds

LENGTHS = (
    (1, Unit.YEARS), (1, Unit.MONTHS), (2, Unit.MONTHS), (27, Unit.DAYS), (28, Unit.DAYS),
    (29, Unit.DAYS), (30, Unit.DAYS), (31, Unit.DAYS), (32, Unit.DAYS), (59, Unit.DAYS),
    (61, Unit.DAYS), (364, Unit.DAYS), (365, Unit.DAYS), (366, Unit.DAYS),
)  # fmt: skip


def near(random: Random) -> Atom:
    """Return an atom that asks for about a month, two months or a year between two dates."""
    one, other = random.sample((Fact("x"), Fact("y")), 2)
    operator = random.choice(OPERATORS)
    amount, unit = random.choice(LENGTHS)
    match random.randrange(5):
        case 0 | 1 | 2:
            return Compare(Shift(one, amount, unit), operator, other)
        case 3:
            return Compare(Elapsed(one, other, Unit.YEARS), operator, Constant(1))
        case _:
            months = Shift(one, random.choice((-12, -1, 1, 12)), Unit.MONTHS)
            return Compare(months, operator, Shift(other, random.choice((-1, 1)), Unit.YEARS))


def holds_at(atom: Condition, x: int, y: int) -> bool:
    days = {"x": date.fromordinal(x), "y": date.fromordinal(y)}
    return holds(atom, lambda leaf: days[leaf.name])


def turns(part: Compare, x: int, low: int, high: int) -> set[int]:
    """Return the two days of `y` around the one on which a comparison turns."""
    start = holds_at(part, x, low)
    if holds_at(part, x, high) is start:
        return set()
    days = range(low, high)
    turn = low + bisect_left(days, 1, key=lambda y: holds_at(part, x, y) is not start)
    return {turn - 1, turn}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_a_ring_that_some_days_can_meet_is_met_within_one_round_of_the_calendar(seed: int) -> None:
    """Dates that only some days of the calendar can meet are found, however late they come."""
    random = Random(seed)
    low = date(2004, 1, 1).toordinal() + random.randrange(500)
    high = low + random.choice((800, 2500, 4500))
    left = Spans(((date.fromordinal(low), date.fromordinal(high)),))
    atoms = list(dict.fromkeys(near(random) for _ in range(random.randint(2, 4))))
    cells = Tie({"x": left, "y": left}, atoms, [], Trial("", {})).cells()
    parts = [part for atom in atoms for part in comparisons_of(atom)]
    tried = {
        tuple(holds_at(atom, x, y) for atom in atoms)
        for x in range(low, high + 1)
        for y in {low, high}.union(*(turns(part, x, low, high) for part in parts))
    }

    assert tried == set(zip(*(cells.signs[atom] for atom in atoms), strict=True))
