"""The tests that a condition turns on, and its truth once some of them are decided."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.engines.reading import Reading
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import disjunction
from discretion.truth import negation


def tests_in(condition: Condition, reading: Reading) -> Iterator[Condition]:
    """Yield what a condition is made of by and, or, not and other rules."""
    match condition:
        case And() | Or():
            for part in condition.parts:
                yield from tests_in(part, reading)
        case Not():
            yield from tests_in(condition.part, reading)
        case RuleMet():
            yield from tests_in(reading.rules[condition.rule], reading)
        case _:
            yield condition


def truth_by(condition: Condition, reading: Reading, tests: Table[Condition, Truth]) -> Truth:
    """Return the truth of a condition, with some of its tests decided and the others open."""
    match condition:
        case And():
            return conjunction([truth_by(part, reading, tests) for part in condition.parts])
        case Or():
            return disjunction([truth_by(part, reading, tests) for part in condition.parts])
        case Not():
            return negation(truth_by(condition.part, reading, tests))
        case RuleMet():
            return truth_by(reading.rules[condition.rule], reading, tests)
        case _:
            return tests.get(condition, Truth.UNKNOWN)
