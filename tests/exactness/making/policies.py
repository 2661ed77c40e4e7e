"""Random small policies: conditions of every kind over a random dictionary."""

from random import Random
from typing import ClassVar

from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.rules.condition import And
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
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
from discretion.rules.derived import Derivable
from tests.exactness.making.atoms import OPERATORS
from tests.exactness.making.atoms import Atoms
from tests.exactness.making.dictionaries import facts_of
from tests.exactness.policy import Policy

DERIVED = "follows"
"""The fact that follows from others; nothing it follows from reads it, a rule or a judgment."""


def policy_of(random: Random) -> Policy:
    """Return a random policy."""
    return Maker(random).policy()


class Maker:
    """Makes one policy: its dictionary, its conditions on lists, then what is built of them.

    `atoms_by` makes its atoms; `calendars` is the share of policies in which months count.
    """

    atoms_by: ClassVar[type[Atoms]] = Atoms
    calendars: ClassVar[float] = 0.1

    def __init__(self, random: Random) -> None:
        """Take the source of chance."""
        self.random = random
        calendar = random.random() < self.calendars
        self.atoms = self.atoms_by(random, calendar=calendar)
        self.facts = {each.name: each for each in facts_of(random, calendar=calendar)}
        self.names = [name for name, each in self.facts.items() if not each.fields]
        lists = [items for items, each in self.facts.items() if each.fields]
        self.quantifiers = [
            [self._quantifier(items) for _ in range(random.randint(1, 3))] for items in lists
        ]
        self.rules: dict[str, Condition] = {}
        self.judgments: dict[str, Condition | None] = {}

    def policy(self) -> Policy:
        """Return the policy."""
        random = self.random
        derivable = {name: self._derivable() for name in self.names if name == DERIVED}
        for number in range(random.randrange(3)):
            rests_on = None if random.random() < 0.2 else self._condition(2, plain=True)
            self.judgments[f"j{number}"] = rests_on
        for number in range(random.randint(2, 4)):
            self.rules[f"r{number}"] = self._condition(random.randint(1, 3))
        outcomes = [
            (f"o{random.randrange(number + 1)}", self._condition(random.randint(1, 2)))
            for number in range(random.randint(2, 4))
        ]
        return Policy(
            dictionary=Dictionary(facts=self.facts),
            reading=Reading(rules=self.rules, judgments=self.judgments, derivable=derivable),
            outcomes=tuple(outcomes),
            when_open=random.choice(("open", "o0")),
        )

    def _derivable(self) -> Derivable:
        yes = self._condition(1, plain=True) if self.random.random() < 0.8 else None
        no = self._condition(1, plain=True) if self.random.random() < 0.4 else None
        return Derivable(yes_when=yes, no_when=no)

    def _condition(self, depth: int, *, plain: bool = False) -> Condition:
        """Return a condition; a plain one reads facts and lists alone."""
        random = self.random
        choice = random.randrange(9) if depth else 0
        if choice == 0:
            return self._leaf(plain=plain)
        if choice == 1:
            return Not(self._condition(depth - 1, plain=plain))
        count = random.choice((2, 2, 3))
        parts = tuple(self._condition(depth - 1, plain=plain) for _ in range(count))
        return And(parts) if choice < 6 else Or(parts)

    def _leaf(self, *, plain: bool) -> Condition:
        random = self.random
        choice = random.random()
        if not plain and choice < 0.12 and self.rules:
            return RuleMet(random.choice(list(self.rules)))
        if not plain and choice < 0.22 and self.judgments:
            judgment = random.choice(list(self.judgments))
            return Judged(judgment) if random.random() < 0.7 else Settled(judgment)
        if choice < 0.5 and self.quantifiers:
            return random.choice(random.choice(self.quantifiers))
        names = [name for name in self.names if not plain or name != DERIVED]
        return self._of_fact(random.choice(names))

    def _of_fact(self, name: str) -> Condition:
        """Return an atom of a fact, under its guard where it has one."""
        each = self.facts[name]
        atom = self.atoms.of(Fact(name), each, self.facts)
        if not each.guard:
            return atom
        guard = Holds(Fact(each.guard))
        return Or((Not(guard), atom)) if self.random.random() < 0.3 else And((guard, atom))

    def _quantifier(self, items: str) -> Condition:
        random = self.random
        where = None if random.random() < 0.2 else self._where(items, random.randint(0, 2))
        match random.randrange(5):
            case 0 | 1:
                return Exists(items, where)
            case 2 if where is not None:
                return ForAll(items, where)
            case _:
                return Count(items, where, random.choice(OPERATORS), random.randint(0, 2))

    def _where(self, items: str, depth: int) -> Condition:
        """Return a condition on records, of their fields and now and then of the matter."""
        random = self.random
        choice = random.random()
        if depth and choice < 0.6:
            parts = (self._where(items, depth - 1), self._where(items, depth - 1))
            return And(parts) if random.random() < 0.5 else Or(parts)
        if choice < 0.7:
            return Not(self._where(items, 0))
        if choice < 0.8:
            return self._of_fact(random.choice([name for name in self.names if name != DERIVED]))
        fields = self.facts[items].fields
        if {"kind", "twin"} <= fields.keys() and random.random() < 0.5:
            return Compare(Field("kind"), random.choice(OPERATORS[:2]), Field("twin"))
        name = random.choice(list(fields))
        return self.atoms.of(Field(name), fields[name], fields)
