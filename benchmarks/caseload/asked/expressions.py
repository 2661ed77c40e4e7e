"""Random expressions over the facts of the made-up table, the same for one seed."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from random import Random

from benchmarks.caseload.asked.task import DATE_FACT
from benchmarks.caseload.asked.task import Policy
from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.matters.data import DATES
from benchmarks.caseload.matters.data import FIELDS
from benchmarks.caseload.matters.data import NUMBERS
from benchmarks.caseload.matters.data import RECIPE
from benchmarks.caseload.matters.data import WORDS
from benchmarks.caseload.matters.data import YES_NO
from discretion.engines.reading import Reading
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import replace
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import facts_in

OPERATORS = ("<", "<=", ">", ">=", "==", "!=")
DEPTH = 4
PER_POLICY = 40
"""How many expressions stand in one mask."""
ITEMS = "offences"
FIRST, DAYS = date(1990, 1, 1), 36 * 365
LENGTHS = {Unit.YEARS: 60, Unit.DAYS: 20_000}
SHIFTS = {Unit.DAYS: 400, Unit.MONTHS: 30, Unit.YEARS: 40}
MOST = 100


def random_task(task: Task, count: int, seed: int) -> Task:
    """Return a task of so many random expressions in place of its rules.

    They may refer to each other, to the judgments of the task and to facts that follow.
    """
    maker = _Maker(task, Random(seed))  # noqa: S311  # not a secret
    rules: dict[str, Condition] = {}
    for number in range(count):
        rules[f"e{number}"] = maker.expression(DEPTH, tuple(rules))
    names = tuple(rules)
    policies = tuple(
        Policy(rules=names[start : start + PER_POLICY], outcomes=())
        for start in range(0, count, PER_POLICY)
    )
    reading = Reading(
        rules=rules, judgments=task.reading.judgments, derivable=task.reading.derivable
    )
    return replace(task, policies=policies, reading=reading)


class _Maker:
    """Makes conditions of matters and of records."""

    def __init__(self, task: Task, random: Random) -> None:
        self.random = random
        self.facts = task.dictionary.facts
        self.fields = self.facts[ITEMS].fields
        said = {*RECIPE.facts, *RECIPE.lists, DATE_FACT}
        self.judgments = [
            name
            for name, rests_on in task.reading.judgments.items()
            if rests_on is not None and said.issuperset(facts_in(rests_on))
        ]

    def expression(self, depth: int, others: tuple[str, ...]) -> Condition:
        """Return a condition of a matter, which may refer to other expressions."""
        chance = self.random.random()
        if not depth or chance < 1 / 5:
            return self._leaf(others)
        if chance < 2 / 5:
            return self._quantifier()
        return self._joined(lambda: self.expression(depth - 1, others))

    def _joined(self, part: Callable[[], Condition]) -> Condition:
        """Return some parts joined, or one denied."""
        if self.random.random() < 1 / 4:
            return Not(part())
        parts = tuple(part() for _ in range(self.random.randint(2, 3)))
        return self.random.choice((And, Or))(parts)

    def _leaf(self, others: tuple[str, ...]) -> Condition:
        chance = self.random.random()
        if others and chance < 1 / 10:
            return RuleMet(self.random.choice(others))
        if chance < 1 / 5:
            return Judged(self.random.choice(self.judgments))
        return self._atom(self._fact())

    def _fact(self) -> Fact:
        several = self.random.choice((YES_NO, DATES, NUMBERS, WORDS))
        return Fact(self.random.choice(several))

    def _quantifier(self) -> Condition:
        where = self._of_record(2)
        match self.random.randrange(4):
            case 0:
                return Exists(ITEMS, where if self.random.random() < 9 / 10 else None)
            case 1:
                return ForAll(ITEMS, where)
            case _:
                number = self.random.randrange(4)
                some = where if self.random.random() < 9 / 10 else None
                return Count(ITEMS, some, self.random.choice(OPERATORS), number)

    def _of_record(self, depth: int) -> Condition:
        if depth and self.random.random() < 1 / 2:
            return self._joined(lambda: self._of_record(depth - 1))
        if self.random.random() < 1 / 10:
            return self._atom(Fact(self.random.choice(WORDS)))
        return self._atom(Field(self.random.choice(FIELDS)))

    def _atom(self, term: Fact | Field) -> Condition:
        fact = self.fields[term.name] if isinstance(term, Field) else self.facts[term.name]
        match fact.kind:
            case Kind.YES_NO:
                return Holds(term)
            case Kind.TOKEN:
                return self._of_words(term, fact)
            case Kind.NUMBER:
                return self._of_order(term, lambda: Constant(self.random.randrange(MOST)))
            case _:
                return self._of_days(term)

    def _of_words(self, term: Fact | Field, fact: FactType) -> Condition:
        words = list(fact.words)
        if self.random.random() < 1 / 2:
            word = Constant(self.random.choice(words))
            return Compare(term, self.random.choice(("==", "!=")), word)
        return Within(term, tuple(self.random.sample(words, self.random.randint(1, len(words)))))

    def _of_days(self, term: Fact | Field) -> Condition:
        match self.random.randrange(5):
            case 0 if isinstance(term, Fact):
                unit = self.random.choice(tuple(LENGTHS))
                length = Elapsed(term, Fact(DATE_FACT), unit)
                limit = LENGTHS[unit]
                return self._of_order(length, lambda: Constant(self.random.randrange(limit)))
            case 1:
                return Compare(term, self.random.choice(OPERATORS), Fact(DATE_FACT))
            case 2:
                other = Fact(self.random.choice(DATES))
                return Compare(term, self.random.choice(OPERATORS), other)
            case 3:
                unit = self.random.choice(tuple(SHIFTS))
                back = Shift(Fact(DATE_FACT), -self.random.randrange(SHIFTS[unit]), unit)
                return Compare(term, self.random.choice(OPERATORS), back)
            case _:
                return self._of_order(term, self._day)

    def _of_order(self, term: Term, other: Callable[[], Constant]) -> Condition:
        """Return a comparison with a constant, which may stand on either side, or with two."""
        chance = self.random.random()
        if chance < 1 / 5:
            return Between(term, other(), other())
        if chance < 2 / 5:
            return Compare(other(), self.random.choice(OPERATORS), term)
        return Compare(term, self.random.choice(OPERATORS), other())

    def _day(self) -> Constant:
        return Constant(FIRST + timedelta(days=self.random.randrange(DAYS)))
