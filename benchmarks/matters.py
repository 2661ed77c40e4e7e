"""Synthetic matters to measure with: nobody's, each different, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from random import Random

from discretion import CaseFile
from discretion import Decision
from discretion import Library
from discretion.assess.ruleset import Ruleset
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.truth import Truth

FIRST_DAY = date(2021, 11, 29)
DAYS_IN_FORCE = 208
"""How many days from the first on the Guidelines governed, until 25 June 2022."""
OLDEST_YEARS = 30
MOST_RECORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes matters whose facts are drawn from those that a ruleset can read."""

    library: Library
    names: tuple[str, ...]
    random: Random

    def case(self, size: int) -> CaseFile:
        """Return a matter with so many facts said, of which each field of a record is one."""
        day = FIRST_DAY + timedelta(days=self.random.randrange(DAYS_IN_FORCE))
        facts: dict[str, Account] = {}
        lists: dict[str, RecordList] = {}
        for name in self.random.sample(self.names, size):
            left = size - len(facts) - sum(map(_said, lists.values()))
            fact = self.library.dictionary.facts[name]
            if left and fact.kind is Kind.LIST:
                lists[name] = self._list(fact, day, left)
            elif left:
                facts[name] = _account(self._value(fact, day))
        return CaseFile(
            matter="case",
            name="synthetic",
            decision=Decision(
                day=day, type="arrest", component="ICE-ERO", classes=frozenset(), proposed=True
            ),
            facts=facts,
            lists=lists,
        )

    def _value(self, fact: FactType, day: date) -> Values:
        match fact.kind:
            case Kind.YES_NO | Kind.TOKEN:
                words = sorted(word for word in fact.words if word != fact.absent)
                return one_word(self.random.choice(words))
            case Kind.DATE:
                return one_value(day - timedelta(days=self.random.randrange(OLDEST_YEARS * 365)))
            case Kind.MOMENT:
                midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
                return one_value(midnight - timedelta(minutes=self.random.randrange(10_000)))
            case Kind.NUMBER:
                domain = fact.domain(day)
                high = domain.high if isinstance(domain, Spans) else None
                most = high if isinstance(high, int) else 100
                return one_value(self.random.randrange(min(most, 100) + 1))
            case _:
                return one_word(self.random.choice(("alpha", "beta", "gamma")))

    def _list(self, fact: FactType, day: date, most: int) -> RecordList:
        """Return a list with some records, of which at most so many fields are said."""
        records: list[dict[str, Account]] = []
        for _ in range(self.random.randint(1, MOST_RECORDS)):
            left = most - sum(map(len, records))
            if not left:
                break
            count = self.random.randint(1, min(len(fact.fields), left))
            fields = sorted(self.random.sample(sorted(fact.fields), count))
            records.append({name: _account(self._value(fact.fields[name], day)) for name in fields})
        return RecordList(records=tuple(records), complete=self.random.choice(list(Truth)))


def make_matters(
    library: Library, rulesets: tuple[Ruleset, ...], seed: int, size: int
) -> Iterator[CaseFile]:
    """Yield matters without end, each with so many of the facts that the rulesets can read.

    Args:
        library: the policies.
        rulesets: whose facts are drawn.
        seed: one seed always gives the same matters.
        size: how many facts are said; 0 for matters of which only the decision is known.

    """
    reached = {
        name for ruleset in rulesets for reach in ruleset.reach.values() for name in reach.facts
    }
    matter = library.words.matters["case"]
    names = tuple(sorted(reached - {matter.date_fact}))
    maker = Maker(library=library, names=names, random=Random(seed))  # noqa: S311  # not a secret
    while True:
        yield maker.case(size)


def _said(records: RecordList) -> int:
    """Return how many fields of a list's records are said."""
    return sum(map(len, records.records))


def _account(values: Values) -> Account:
    return Account(claims=(Claim(values=values),))
