"""Conditions in the language of a peer, in stages: each stage reads the columns of those before.

What is shared by rules becomes a column of its own, written once: a rule, a judgment, a fact that
follows from others, and what is asked of a list. A peer says how its language writes each node.
Of the table it is taken that every value is exact and lies in its range.
"""

from collections.abc import Callable
from collections.abc import Hashable
from typing import Generic
from typing import assert_never

from benchmarks.caseload.asked.task import DATE_FACT
from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.matters.data import RECIPE
from benchmarks.caseload.peers.language import Language
from benchmarks.caseload.peers.language import Listed
from benchmarks.caseload.peers.language import Made
from benchmarks.caseload.peers.ordered import Comparing
from benchmarks.caseload.peers.ordered import Ordered
from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import calendar_days
from discretion.dates import completed_years
from discretion.engines.table import COMPLETE
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.values import Spans
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
from discretion.rules.condition import Unit
from discretion.rules.condition import Within


class Writer(Generic[Made]):
    """Writes the conditions of one task over a table with some columns.

    `stages` holds what it wrote, by the name of the column; `read` the columns of the table that
    it reads.
    """

    def __init__(self, task: Task, language: Language[Made]) -> None:
        """Take what conditions refer to, and the language."""
        self.task = task
        self.to = language
        self.stages: list[dict[str, Made]] = []
        self.read: dict[str, None] = {DATE_FACT: None}
        self._names: dict[Hashable, tuple[str, int]] = {}
        self._level = 0
        self._comparing = Comparing(language)

    def kept(self, key: Hashable, stem: str, make: Callable[[], Made]) -> Made:
        """Return the column of something shared, written at its first use."""
        found = self._names.get(key)
        if found is None:
            outer, self._level = self._level, 0
            made = make()
            found = self._names[key] = (f"{stem}{len(self._names)}", self._level)
            self.stages.extend({} for _ in range(found[1] + 1 - len(self.stages)))
            self.stages[found[1]][found[0]] = made
            self._level = outer
        self._level = max(self._level, found[1] + 1)
        return self.to.column(found[0])

    def rule(self, identifier: str) -> Made:
        """Return the column of a rule."""
        condition = self.task.reading.rules[identifier]
        return self.kept(("rule", identifier), "r", lambda: self.of(condition))

    def of(self, condition: Condition, items: str = "") -> Made:
        """Return a condition, of the records of a list where it stands in one."""
        match condition:
            case Holds():
                return self._holds(condition.term, items)
            case Compare(right=Constant(value=str(word))) if isinstance(
                condition.left, Fact | Field
            ):
                same = self._within(condition.left, (word,), items)
                return same if condition.operator == "==" else self.to.no(same)
            case Compare():
                return self._compared(condition.left, condition.operator, condition.right, items)
            case Between():
                return self.to.all(
                    (
                        self._compared(condition.term, ">=", condition.low, items),
                        self._compared(condition.term, "<=", condition.high, items),
                    )
                )
            case Within():
                return self._within(condition.term, condition.words, items)
            case StartsWith():
                return self.to.starts(self._said(condition.term, items), condition.prefix)
            case And():
                return self.to.all([self.of(part, items) for part in condition.parts])
            case Or():
                return self.to.any([self.of(part, items) for part in condition.parts])
            case Not():
                return self.to.no(self.of(condition.part, items))
            case Exists() | ForAll() | Count():
                return self.kept(condition, "q", lambda: self._listed(condition))
            case RuleMet():
                return self.rule(condition.rule)
            case Judged():
                return self._judged(condition.judgment)
            case Settled():
                return self.to.truth(value=False)
            case _:
                assert_never(condition)

    def _said(self, term: Fact | Field, items: str) -> Made:
        """Return what the table says of a fact or a field.

        Raises:
            KeyError: it has no column.

        """
        is_field = isinstance(term, Field)
        if term.name not in (RECIPE.lists[items] if is_field else RECIPE.facts):
            raise KeyError(term)
        if isinstance(term, Field):
            return self.to.field(term.name)
        self.read[term.name] = None
        return self.to.column(term.name)

    def _fact(self, term: Fact | Field, items: str) -> FactType:
        facts = self.task.dictionary.facts
        return facts[items].fields[term.name] if isinstance(term, Field) else facts[term.name]

    def _holds(self, term: Fact | Field, items: str) -> Made:
        said = self._said(term, items)
        derivable = self.task.reading.derivable.get(term.name) if isinstance(term, Fact) else None
        if derivable is None:
            return said

        def follows() -> Made:
            """Write what a fact follows from, where nothing is said of it."""
            unsaid = self.to.truth(value=None)
            if derivable.no_when is not None:
                unsaid = self.to.all((self.to.no(self.of(derivable.no_when)), unsaid))
            if derivable.yes_when is not None:
                unsaid = self.to.any((self.of(derivable.yes_when), unsaid))
            return self.to.first(said, unsaid)

        return self.kept(("fact", term.name), "f", follows)

    def _judged(self, judgment: str) -> Made:
        """Return a judgment, which nobody settled: false where nothing is asserted."""
        rests_on = self.task.reading.judgments[judgment]
        if rests_on is None:
            return self.to.truth(value=None)
        return self.kept(
            ("judgment", judgment),
            "j",
            lambda: self.to.all((self.of(rests_on), self.to.truth(value=None))),
        )

    def _within(self, term: Fact | Field, words: tuple[str, ...], items: str) -> Made:
        domain, listed = frozenset(self._fact(term, items).words), frozenset(words)
        if domain and (domain <= listed or not domain & listed):
            return self.to.truth(value=domain <= listed)
        return self.to.among(self._said(term, items), words)

    def _compared(self, left: Term, operator: str, right: Term, items: str) -> Made:
        return self._comparing.compared(
            self._ordered(left, items), operator, self._ordered(right, items)
        )

    def _ordered(self, term: Term, items: str) -> Ordered[Made]:
        match term:
            case Constant():
                if isinstance(term.value, str):
                    raise TypeError(term)
                return Ordered(value=term.value)
            case Fact(name=name) if name == DATE_FACT:
                return Ordered(value=self.to.column(name))
            case Fact() | Field():
                fact = self._fact(term, items)
                domain = fact.domain(LAST_DAY)
                if not isinstance(domain, Spans):
                    raise TypeError(term)
                low, high = domain.spans[0]
                high = self.to.column(DATE_FACT) if fact.high == DECISION_DAY else high
                return Ordered(value=self._said(term, items), ends=(low, high))
            case Shift():
                inner = self._ordered(term.term, items)
                if inner.ends is not None:
                    raise TypeError(term)
                day = self._comparing.written(inner.value)
                return Ordered(value=self.to.shifted(day, term.amount, term.unit))
            case Elapsed():
                return self._elapsed(term, items)
            case _:
                assert_never(term)

    def _elapsed(self, term: Elapsed, items: str) -> Ordered[Made]:
        """Return the time between a day that may be unsaid and one that is not.

        Between the day of the decision and one that can be no later lies any time from none on.
        """
        start, end = self._ordered(term.start, items), self._ordered(term.end, items)
        said = [self._comparing.written(each.value) for each in (start, end)]
        value = self.to.elapsed(said[0], said[1], term.unit)
        if start.ends is None and end.ends is None:
            return Ordered(value=value)
        if not isinstance(term.start, Fact) or term.end != Fact(DATE_FACT):
            raise TypeError(term)
        first = RECIPE.days.start or FIRST_DAY
        longest = completed_years if term.unit is Unit.YEARS else calendar_days
        return Ordered(value=value, ends=(0, longest(FIRST_DAY, first)))

    def _listed(self, node: Listed) -> Made:
        if node.items not in RECIPE.lists:
            return self.to.truth(value=None)
        self.read.update(dict.fromkeys((node.items, f"{node.items}{COMPLETE}")))
        where = node.where
        return self.to.listed(node, None if where is None else lambda: self.of(where, node.items))
