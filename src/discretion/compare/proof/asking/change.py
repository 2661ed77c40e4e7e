"""A matter like another but for one thing said: a fact, one record more, or one judgment."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias
from typing import assert_never

import z3

from discretion.compare.proof.asking.subject import Subject
from discretion.engines.smt.choosing.open_matter import Choice
from discretion.engines.smt.choosing.open_matter import Key
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.open_matter import Sayable
from discretion.engines.smt.left import Left
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import opposite
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import facts_in
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk


@dataclass(frozen=True, slots=True)
class FactSaid:
    """Another value of a fact is said, or a first one."""

    fact: str


@dataclass(frozen=True, slots=True)
class RecordAdded:
    """A list has one record more, of which only some fields are said."""

    items: str
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgmentMet:
    """An official has settled a judgment as met."""

    judgment: str


Change: TypeAlias = FactSaid | RecordAdded | JudgmentMet


class ChangedMatter:
    """Another matter after one change; everything else in it is said alike."""

    def __init__(self, before: OpenMatter, change: Change) -> None:
        """Take the matter before, and what is changed."""
        self.before = before
        self.change = change
        sayable = Sayable(before.dictionary, before.type, before.bounds, before.texts)
        self.own = OpenMatter(sayable, name=f"{before.name}after.")
        """What is said anew: it has the one fact, or the fields of the one record."""
        if isinstance(change, FactSaid):
            self.own.choice("", 0, change.fact)

    @property
    def kept(self) -> list[Formula]:
        """What always holds of what is said anew, and of what stays as it was."""
        return [*self.own.kept, self.own.day == self.before.day, *self._limits()]

    def _limits(self) -> Iterator[Formula]:
        match self.change:
            case FactSaid(fact=fact):
                changed = self.own.choice("", 0, fact)
                yield changed.said
                for key, choice in self.own.choices.items():
                    if key[2] != fact:
                        same = self.before.choice(*key)
                        yield z3.And(choice.said == same.said, choice.value == same.value)
                for choice in tuple(self.before.choices.values()):
                    if fact in {choice.fact.not_before, choice.fact.not_below}:
                        yield z3.Implies(choice.said, changed.value <= choice.value)
            case RecordAdded(fields=fields):
                for (_, _, name), choice in self.own.choices.items():
                    if name not in fields:
                        yield opposite(choice.said)
            case JudgmentMet():
                pass
            case _:
                assert_never(self.change)

    @property
    def choices(self) -> Table[Key, Choice]:
        """What may be said, as it stands after the change."""
        own = {key: each for key, each in self.own.choices.items() if self._of(*key) is self.own}
        return {**self.before.choices, **own}

    @property
    def judgments(self) -> Table[str, Pair]:
        """When each judgment is settled, after the change."""
        return {name: self.settled(name) for name in self.before.judgments}

    def choice(self, items: str, number: int, name: str) -> Choice:
        """Return what may be said of a fact, or of a field of a record."""
        return self._of(items, number, name).choice(items, number, name)

    def unsigned(self, name: str) -> Formula:
        """Return when a fact is not said, or not so that somebody has to have signed it."""
        return self._of("", 0, name).unsigned(name)

    def _of(self, items: str, number: int, name: str) -> OpenMatter:
        items, number, name = self.before.key(items, number, name)
        match self.change:
            case FactSaid(fact=fact):
                is_new = not items and name == fact
            case RecordAdded(items=listed):
                is_new = items == listed and number == self.added.number
            case _:
                is_new = False
        return self.own if is_new else self.before

    @property
    def added(self) -> Slot:
        """The place of the record that was added, behind all that may have been there."""
        items = self.change.items if isinstance(self.change, RecordAdded) else ""
        return Slot(items, self.before.bounds.get(items, 0) + 1, YES)

    def left(self, name: str) -> Left:
        """Return what is left of a fact."""
        return self._of("", 0, name).left(name)

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field of a record."""
        return self._of(slot.items, slot.number, name).field_left(slot, name)

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return every record that a list may have, with the one that was added."""
        slots = self.before.slots(items)
        return (*slots, self.added) if items == self.added.items else slots

    def complete(self, items: str) -> Formula:
        """Return when a list is said to be whole, which says nothing of a record added."""
        complete = self.before.complete(items)
        return self.before.closed[items] if items == self.added.items else complete

    def known(self, name: str) -> Formula:
        """Return when anything is said of a fact."""
        return self.choice("", 0, name).said

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment, and how."""
        settled = self.before.settled(judgment)
        match self.change:
            case JudgmentMet(judgment=name) if name == judgment:
                return Pair(YES, NO)
            case _:
                return settled

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:
        """Tell that no fact is called not applicable."""
        return self.before.is_inapplicable(name, slot)


def described(change: Change) -> str:
    """Return a change in plain words."""
    match change:
        case FactSaid(fact=fact):
            return f"what is said of `{fact}`"
        case RecordAdded(items=items):
            return f"one record more in `{items}`"
        case JudgmentMet(judgment=judgment):
            return f"`{judgment}`, settled as met"
        case _:
            assert_never(change)


def changes_of(condition: Condition, subject: Subject) -> Iterator[Change]:
    """Yield each single change by which a condition could become true.

    What a judgment rests on is none: it opens the judgment and settles nothing.
    """
    reading, facts = subject.ruleset.reading, subject.library.dictionary.facts
    matter = subject.library.words.matters[subject.ruleset.pack.instrument.matter]
    waiting, seen = [condition], dict[Change, None]()
    fields: dict[str, set[str]] = {}
    for each in waiting:
        for node in walk(each):
            match node:
                case RuleMet(rule=rule):
                    waiting.append(reading.rules[rule])
                case Judged(judgment=judgment):
                    seen[JudgmentMet(judgment)] = None
                case Exists(items=items) | ForAll(items=items) | Count(items=items):
                    fields.setdefault(items, set()).update(_fields_in(node))
                case _:
                    pass
        for name in facts_in(each):
            if facts[name].kind is Kind.LIST or name == matter.date_fact:
                continue
            if FactSaid(name) not in seen:
                seen[FactSaid(name)] = None
                source = reading.derivable.get(name)
                both = () if source is None else (source.yes_when, source.no_when)
                waiting.extend(when for when in both if when is not None)
    yield from seen
    yield from (RecordAdded(items, frozenset(names)) for items, names in fields.items())


def _fields_in(condition: Condition) -> Iterator[str]:
    for node in walk(condition):
        for term in terms_of(node):
            yield from (leaf.name for leaf in leaf_terms(term) if isinstance(leaf, Field))
