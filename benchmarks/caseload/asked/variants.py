"""Rules of the same shape that ask for other days, numbers and words: policies nobody made."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from types import MappingProxyType
from typing import assert_never

from benchmarks.caseload.asked.task import DATE_FACT
from benchmarks.caseload.asked.task import Policy
from benchmarks.caseload.asked.task import Task
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.frozen import dataclass
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
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within

FIRST = date(2020, 1, 1)
APART = timedelta(days=200)
"""How far apart the days are from which copies of a rule hold."""


def moved(task: Task, by: int) -> Task:
    """Return a task with every constant moved: days and numbers by so much, words by so many."""
    mover = _Mover(dictionary=task.dictionary, by=by, mark="")
    return replace(task, reading=_read(task, mover.of))


def copied(task: Task, copies: int) -> Task:
    """Return a task with so many copies of each rule, of which no two are the same.

    The first is the rule itself. In the others every constant is moved, and each holds from a day
    of its own on, as many rules have no constant.
    """
    rules: dict[str, Condition] = dict(task.reading.rules)
    judgments = dict(task.reading.judgments)
    policies = list(task.policies)
    for number in range(1, copies):
        mark = f"#{number}"
        mover = _Mover(dictionary=task.dictionary, by=number, mark=mark)
        since = Compare(Fact(DATE_FACT), ">=", Constant(FIRST + number * APART))
        for name, condition in task.reading.rules.items():
            rules[f"{name}{mark}"] = And((mover.of(condition), since))
        for name, rests_on in task.reading.judgments.items():
            judgments[f"{name}{mark}"] = None if rests_on is None else mover.of(rests_on)
        policies.extend(
            Policy(rules=tuple(f"{rule}{mark}" for rule in policy.rules), outcomes=())
            for policy in task.policies
        )
    reading = Reading(
        rules=MappingProxyType(rules),
        judgments=MappingProxyType(judgments),
        derivable=task.reading.derivable,
    )
    return replace(task, policies=tuple(policies), reading=reading)


def _read(task: Task, change: Callable[[Condition], Condition]) -> Reading:
    reading = task.reading
    judgments = {
        name: None if rests_on is None else change(rests_on)
        for name, rests_on in reading.judgments.items()
    }
    return Reading(
        rules=MappingProxyType({name: change(each) for name, each in reading.rules.items()}),
        judgments=MappingProxyType(judgments),
        derivable=reading.derivable,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mover:
    """Moves constants by so much, and refers to rules and judgments under a mark."""

    dictionary: Dictionary
    by: int
    mark: str

    def of(self, condition: Condition, items: str = "") -> Condition:
        """Return a condition with its constants moved."""
        match condition:
            case Holds() | StartsWith() | Settled():
                return condition
            case Compare(left=Fact() | Field() as nominal, right=Constant(value=str(word))):
                [other] = self._words(nominal, (word,), items)
                return Compare(nominal, condition.operator, Constant(other))
            case Compare():
                left, right = self._term(condition.left), self._term(condition.right)
                return Compare(left, condition.operator, right)
            case Between():
                ends = self._term(condition.low), self._term(condition.high)
                return Between(self._term(condition.term), *ends)
            case Within():
                return Within(condition.term, self._words(condition.term, condition.words, items))
            case And():
                return And(tuple(self.of(part, items) for part in condition.parts))
            case Or():
                return Or(tuple(self.of(part, items) for part in condition.parts))
            case Not():
                return Not(self.of(condition.part, items))
            case Exists():
                return Exists(condition.items, self._where(condition.where, condition.items))
            case ForAll():
                return ForAll(condition.items, self.of(condition.where, condition.items))
            case Count():
                where = self._where(condition.where, condition.items)
                return Count(condition.items, where, condition.operator, condition.number)
            case RuleMet():
                return RuleMet(f"{condition.rule}{self.mark}")
            case Judged():
                return Judged(f"{condition.judgment}{self.mark}")
            case _:
                assert_never(condition)

    def _where(self, where: Condition | None, items: str) -> Condition | None:
        return None if where is None else self.of(where, items)

    def _term(self, term: Term) -> Term:
        match term:
            case Constant(value=date() as day):
                return Constant(day + timedelta(days=self.by))
            case Constant(value=int(number)):
                return Constant(number + self.by)
            case Shift():
                return Shift(self._term(term.term), term.amount, term.unit)
            case Elapsed():
                return Elapsed(self._term(term.start), self._term(term.end), term.unit)
            case _:
                return term

    def _words(self, term: Fact | Field, words: tuple[str, ...], items: str) -> tuple[str, ...]:
        """Return other words of the same fact: each so many places on."""
        facts = self.dictionary.facts
        fact = facts[items].fields[term.name] if isinstance(term, Field) else facts[term.name]
        known = list(fact.words)
        if not known:
            return words
        return tuple(known[(known.index(word) + self.by) % len(known)] for word in words)
