"""Random atoms: every comparison that one fact or field, or two of a kind, can stand in."""

from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from random import Random
from typing import TypeAlias

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from tests.exactness.making.dictionaries import HOUR
from tests.exactness.policy import DATE_FACT
from tests.exactness.trying.completions import TEXTS

Leaf: TypeAlias = Fact | Field
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
LONG_SHIFTS = (
    (Unit.DAYS, (-31, -28, 28, 30, 31, 59, 365, 366, 6574)),
    (Unit.MONTHS, (-1, 1, 2, 12)),
    (Unit.YEARS, (-1, 1, 17, 18)),
)


class Atoms:
    """Makes atoms of one dictionary; `calendar` tells whether months and years count in it."""

    def __init__(self, random: Random, *, calendar: bool) -> None:
        """Take the source of chance."""
        self.random = random
        self.calendar = calendar

    def of(self, leaf: Leaf, each: FactType, siblings: Mapping[str, FactType]) -> Condition:
        """Return an atom of a fact or field, by itself or with a sibling of its kind."""
        others: list[Leaf] = [
            type(leaf)(name)
            for name, other in siblings.items()
            if other.kind is each.kind and name != each.name and not other.guard
        ]
        match each.kind:
            case Kind.YES_NO:
                return Holds(leaf)
            case Kind.TOKEN:
                return self._of_words(leaf, sorted(each.words))
            case Kind.TEXT:
                return self._of_text(leaf)
            case Kind.DATE:
                return self._of_dates(leaf, others)
            case _:
                return self._of_numbers(leaf, others, is_moment=each.kind is Kind.MOMENT)

    def _of_words(self, leaf: Leaf, words: list[str]) -> Condition:
        random = self.random
        if random.random() < 0.5:
            return Within(leaf, tuple(random.sample(words, random.randint(1, len(words)))))
        return Compare(leaf, random.choice(OPERATORS[:2]), Constant(random.choice(words)))

    def _of_text(self, leaf: Leaf) -> Condition:
        random = self.random
        if random.random() < 0.5:
            return StartsWith(leaf, random.choice(TEXTS[1:7]))
        return Compare(leaf, random.choice(OPERATORS[:2]), Constant(random.choice(TEXTS[1:7])))

    def _of_numbers(self, leaf: Leaf, others: list[Leaf], *, is_moment: bool) -> Condition:
        random = self.random
        if others and random.random() < 0.5:
            other: Term = random.choice(others)
            if is_moment and random.random() < 0.7:
                other = Shift(other, random.choice((-1, 1, 2)), Unit.HOURS)
            return Compare(leaf, random.choice(OPERATORS), other)
        ends = sorted((random.randint(0, 4), random.randint(0, 4)))
        low, high = (
            Constant(HOUR + timedelta(hours=end)) if is_moment else Constant(end) for end in ends
        )
        if random.random() < 0.3:
            return Between(leaf, low, high)
        return Compare(leaf, random.choice(OPERATORS), low)

    def _of_dates(self, leaf: Leaf, others: list[Leaf]) -> Condition:
        random = self.random
        if leaf == Fact(DATE_FACT) or not others or random.random() < 0.45:
            return self._of_one_date(leaf)
        other = random.choice(others)
        operator = random.choice(OPERATORS)
        match random.randrange(6):
            case 0:
                return Compare(leaf, operator, other)
            case 1:
                return Compare(self._shift(leaf), operator, other)
            case 2:
                days = Elapsed(leaf, other, Unit.DAYS)
                return Compare(days, operator, Constant(random.randint(-2, 4)))
            case 3:
                years = Elapsed(leaf, other, Unit.YEARS)
                wanted = random.choice((16, 17, 18)) if self.calendar else random.randint(-1, 0)
                return Compare(years, operator, Constant(wanted))
            case 4:
                return Between(other, leaf, self._shift(leaf))
            case _:
                return Between(leaf, self._shift(other), self._day())

    def _of_one_date(self, term: Term) -> Condition:
        random = self.random
        if random.random() < 0.2:
            term = self._shift(term)
        if random.random() < 0.25:
            low, high = sorted((self._day(), self._day()), key=lambda end: str(end.value))
            return Between(term, low, high)
        if random.random() < 0.2:
            days = Elapsed(term, Fact(DATE_FACT), Unit.DAYS)
            return Compare(days, random.choice(OPERATORS), Constant(random.randint(0, 5)))
        return Compare(term, random.choice(OPERATORS), self._day())

    def _shift(self, term: Term) -> Term:
        random = self.random
        if not self.calendar:
            return Shift(term, random.choice((-2, -1, 1, 2)), Unit.DAYS)
        unit, amounts = random.choice(LONG_SHIFTS)
        return Shift(term, random.choice(amounts), unit)

    def _day(self) -> Constant:
        random = self.random
        if not self.calendar:
            return Constant(date(2021, 2, 26) + timedelta(days=random.randrange(8)))
        around = random.choice((date(2004, 2, 29), date(2021, 2, 28), date(2022, 2, 28)))
        return Constant(around + timedelta(days=random.randint(-3, 3)))
