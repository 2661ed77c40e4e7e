"""Random trees and matters for engines to agree on, the same for one seed.

They are those of the exactness suite, wider: nothing is tried in full here, so anything may be
unknown, terms stand inside terms, and months count in every second dictionary.
"""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from random import Random
from typing import ClassVar

from discretion.engines.reading import Reading
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from tests.exactness.making.atoms import LONG_SHIFTS
from tests.exactness.making.atoms import OPERATORS
from tests.exactness.making.atoms import Atoms
from tests.exactness.making.atoms import Leaf
from tests.exactness.making.policies import Maker
from tests.exactness.making.views import open_view_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import Policy

MONTH_ENDS = (date(2004, 2, 29), date(2021, 1, 31), date(2021, 2, 28), date(2021, 3, 31))
"""Days from which a month, or a year, does not lead to the same day of another."""
LENGTHS = {Unit.DAYS: (-2, 0, 1, 31), Unit.YEARS: (-1, 0, 17, 18)}
"""What completed years and calendar days are compared with."""


class WideAtoms(Atoms):
    """Makes atoms in which terms stand inside terms, and a constant on either side."""

    def _of_dates(self, leaf: Leaf, others: list[Leaf]) -> Condition:
        if self.random.random() < 0.5:
            return super()._of_dates(leaf, others)
        days = [leaf, *others]
        match self.random.randrange(4):
            case 0:
                return Between(self._day_term(days), self._day_term(days), self._day_term(days))
            case 1:
                left, right = self._day_term(days), self._day_term(days)
                return Compare(left, self.random.choice(OPERATORS), right)
            case 2:
                return Compare(self._day(), self.random.choice(OPERATORS), self._day_term(days))
            case _:
                return self._of_lengths(days)

    def _of_lengths(self, days: list[Leaf]) -> Condition:
        """Return a comparison of a time between two days with a number, or with another time."""
        random = self.random
        unit = random.choice(tuple(LENGTHS))
        left, right = (Elapsed(self._day_term(days), self._day_term(days), unit) for _ in range(2))
        length = Constant(random.choice(LENGTHS[unit]))
        if random.random() < 0.2:
            return Between(left, length, right)
        return Compare(left, random.choice(OPERATORS), right if random.random() < 0.3 else length)

    def _day_term(self, days: list[Leaf]) -> Term:
        """Return a day: a fact's or a constant, moved never, once or twice."""
        random = self.random
        term: Term = random.choice(days) if random.random() < 0.8 else self._day()
        while random.random() < 0.4:
            unit, amounts = random.choice(LONG_SHIFTS)
            term = Shift(term, random.choice(amounts), unit)
        return term

    def _day(self) -> Constant:
        if not self.calendar:
            return super()._day()
        return Constant(self.random.choice(MONTH_ENDS) + timedelta(days=self.random.randint(-2, 4)))

    def _of_numbers(self, leaf: Leaf, others: list[Leaf], *, is_moment: bool) -> Condition:
        random = self.random
        if not others or random.random() < 0.6:
            return super()._of_numbers(leaf, others, is_moment=is_moment)
        low: Term = random.choice(others)
        high: Term = random.choice(others)
        if is_moment:
            low = Shift(low, random.choice((-2, -1)), Unit.HOURS)
            high = Shift(Shift(high, 1, Unit.HOURS), random.choice((-1, 2)), Unit.HOURS)
        return Between(leaf, low, high)


class WideMaker(Maker):
    """Makes policies with wide atoms, in every second of which months count."""

    atoms_by: ClassVar[type[Atoms]] = WideAtoms
    calendars: ClassVar[float] = 0.5


def trees_of(random: Random) -> Policy:
    """Return a random policy whose every condition is a rule, so that every one is compared."""
    policy = WideMaker(random).policy()
    reading = policy.reading
    rested = ((name, rests) for name, rests in reading.judgments.items() if rests is not None)
    rules = {
        **reading.rules,
        **{f"t{number}": condition for number, (_, condition) in enumerate(policy.outcomes)},
        **{f"rests_{name}": rests for name, rests in rested},
    }
    every = Reading(rules=rules, judgments=reading.judgments, derivable=reading.derivable)
    return replace(policy, reading=every, outcomes=())


def matters_of(random: Random, policy: Policy, number: int) -> Iterator[View]:
    """Yield random matters of a policy."""
    for _ in range(number):
        view = open_view_of(random, policy)
        inapplicable = view.inapplicable | _inapplicable(random, policy)
        known = {name: _nearer(random, values) for name, values in view.known.items()}
        yield replace(view, known=known, inapplicable=inapplicable)


def _nearer(random: Random, values: Values) -> Values:
    """Return what is known of a fact; every second day is near a month's end."""
    low = values.low if isinstance(values, Spans) else None
    if type(low) is not date or low == DAY or random.random() < 0.5:
        return values
    return one_value(random.choice(MONTH_ENDS) + timedelta(days=random.choice((-1, 0, 0, 1))))


def _inapplicable(random: Random, policy: Policy) -> frozenset[str]:
    """Return facts called not applicable, said or not, more of them than the other suite does."""
    return frozenset(
        name
        for name, each in policy.dictionary.facts.items()
        if _can_be_inapplicable(each) and random.random() < 0.04
    )


def _can_be_inapplicable(each: FactType) -> bool:
    return each.kind is not Kind.LIST and each.name != DATE_FACT
