"""A matter of which nothing is given: a solver chooses what is said, within what can be said.

A fact is either left open or said as one value; a list has at most as many records as its bound.
What cannot stand in a sound file cannot be chosen: a value outside its range, dates out of order,
a fact whose guard fails, a fact said against what follows from others.

A matter of several parts is chosen as its first part stands: the first record of the list of parts
is that part, and its kind is what is chosen for the fact that says which kind a part is.
"""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from typing import TypeAlias

import z3

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import day_of
from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.left import Ends
from discretion.engines.smt.left import Left
from discretion.engines.smt.left import Words
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.matter import KIND
from discretion.facts.matter import MatterType
from discretion.facts.values import Spans
from discretion.frozen import dataclass

Key: TypeAlias = tuple[str, int, str]
"""The list, the number of the record and the name of what may be said; facts have no list."""
OTHER_TEXTS = ("…", "……")
"""Texts that no condition mentions: two, so that two facts can hold different ones."""


@dataclass(frozen=True, slots=True)
class Sayable:
    """What can be said in one question.

    `matter` is the type of the matter: its date fact is always said. `bounds` tells how many
    records each list may have, none where it is not named. `texts` holds the texts that conditions
    mention, by the name of the fact, or of the list and the field with a dot between.
    """

    dictionary: Dictionary
    matter: MatterType
    bounds: Table[str, int]
    texts: Table[str, Collection[str]]


def with_own_part(bounds: Table[str, int], matter: MatterType) -> dict[str, int]:
    """Return bounds with room for the part in question beside the records that are told apart."""
    own = {matter.items: bounds.get(matter.items, 0) + 1} if matter.items else {}
    return {**bounds, **own}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be said: its type, whether it is said, and as which value.

    `words` are what the value counts for a nominal fact, empty for an ordered one.
    """

    fact: FactType
    said: Formula
    value: Number
    words: tuple[str, ...]


class OpenMatter:
    """Everything that a file could say, for a solver to choose from."""

    def __init__(self, sayable: Sayable, decided_on: date | None = None, name: str = "") -> None:
        """Take what can be said.

        Args:
            sayable: every fact, with how much of each list and text.
            decided_on: the day of the decision, None for any.
            name: tells this matter from others in one question.

        """
        self.dictionary = sayable.dictionary
        self.type = sayable.matter
        self.bounds = sayable.bounds
        self.texts = sayable.texts
        self.name = name
        self.choices: dict[Key, Choice] = {}
        self._lefts: dict[Key, Left] = {}
        self.judgments: dict[str, Pair] = {}
        self.present: dict[tuple[str, int], Formula] = {}
        self.closed: dict[str, Formula] = {}
        self.kept: list[Formula] = []
        """What always holds of what is chosen."""
        self.decided_on = decided_on
        self.day: Number = z3.Int(f"{name}{self.type.date_fact}")
        first, last = (FIRST_DAY, LAST_DAY) if decided_on is None else (decided_on, decided_on)
        if decided_on is not None:
            self.day = z3.IntVal(number_of(decided_on))
        self.kept.append(z3.And(self.day >= number_of(first), self.day <= number_of(last)))
        if self.type.items:
            self._closed(self.type.items)

    def left(self, name: str) -> Left:
        """Return what is left of a fact: the value it is said as, else all of them."""
        if name == self.type.date_fact:
            return Ends(((self.day, self.day),))
        return self._left(("", 0, name))

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field of a record."""
        return self._left(self.key(slot.items, slot.number, name))

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return every record that a list may have; those that are there come first."""
        return tuple(
            Slot(items, number, self._present(items, number))
            for number in range(1, self.bounds.get(items, 0) + 1)
        )

    def complete(self, items: str) -> Formula:
        """Return when a list is said to be whole, or is silent where that means none."""
        closed = self._closed(items)
        if not self.dictionary.facts[items].absent:
            return closed
        return some((closed, every(opposite(slot.present) for slot in self.slots(items))))

    def known(self, name: str) -> Formula:
        """Return when anything is said of a fact."""
        return self.choice("", 0, name).said

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment as met, and when as not met."""
        found = self.judgments.get(judgment)
        if found is None:
            met, not_met = (z3.Bool(f"{self.name}{judgment}.{how}") for how in ("met", "not_met"))
            self.kept.append(z3.Not(z3.And(met, not_met)))
            found = self.judgments[judgment] = Pair(met, not_met)
        return found

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:  # noqa: ARG002  # nothing is
        """Tell that no fact is called not applicable: that is never compared, as if unknown."""
        return False

    def choice(self, items: str, number: int, name: str) -> Choice:
        """Return what may be said of a fact, or of a field of a record of a list."""
        items, number, name = key = self.key(items, number, name)
        found = self.choices.get(key)
        if found is None:
            found = self.choices[key] = self._chosen(items, number, name)
            self.kept.extend(self._bounds(found))
            if items:
                self.kept.append(z3.Implies(found.said, self._present(items, number)))
            for earlier in filter(None, (found.fact.not_before, found.fact.not_below)):
                self.kept.extend(self._order(items, number, found, earlier))
        return found

    def key(self, items: str, number: int, name: str) -> Key:
        """Return where something is said: the kind of the part in question is a fact of it."""
        is_own = self._is_own(items, number) and name == KIND
        return ("", 0, self.type.item_fact) if is_own else (items, number, name)

    def _is_own(self, items: str, number: int) -> bool:
        """Tell whether a record is the part in question, which is always there."""
        return bool(items) and items == self.type.items and number == 1

    def unsigned(self, name: str) -> Formula:
        """Return when a fact is not said, or not so that somebody has to have signed it."""
        choice = self.choice("", 0, name)
        plain = [n for n, word in enumerate(choice.words) if not choice.fact.has_to_be_signed(word)]
        return some((opposite(choice.said), *(choice.value == number for number in plain)))

    def said(self) -> Iterator[Formula]:
        """Yield, for each thing that may be said, when it is: what a plain case has few of.

        What a file has to say is none of them: who signed a finding, and which its parts are. That
        a list of parts may go on is one.
        """
        signed = {choice.fact.signed_by: name for (_, _, name), choice in self.choices.items()}
        for (items, _, name), choice in tuple(self.choices.items()):
            is_signer = not items and name in signed
            yield every((choice.said, self.unsigned(signed[name]))) if is_signer else choice.said
        yield from self.present.values()
        for items, closed in self.closed.items():
            yield opposite(closed) if items == self.type.items else closed
        yield from (some(pair) for pair in self.judgments.values())

    def _chosen(self, items: str, number: int, name: str) -> Choice:
        facts = self.dictionary.facts
        fact = facts[items].fields[name] if items else facts[name]
        label = f"{self.name}{items}{number}.{name}" if items else f"{self.name}{name}"
        words: tuple[str, ...] = ()
        if fact.kind is Kind.TEXT:
            words = (
                *OTHER_TEXTS,
                *sorted(self.texts.get(f"{items}.{name}" if items else name, ())),
            )
        elif fact.kind in NOMINAL:
            words = tuple(fact.words)
        return Choice(fact, z3.Bool(f"{label}?"), z3.Int(label), words)

    def _bounds(self, choice: Choice) -> Iterator[Formula]:
        if choice.words:
            yield z3.And(choice.value >= 0, choice.value < len(choice.words))
        else:
            low, high = self._domain(choice.fact)
            yield z3.And(choice.value >= low, choice.value <= high)

    def _domain(self, fact: FactType) -> tuple[Number, Number]:
        """Return the ends of an ordered fact's range, either of which may be the decision's day."""
        if fact.kind is Kind.DATE:
            return self._end(fact.low, FIRST_DAY), self._end(fact.high, LAST_DAY)
        domain = fact.domain(FIRST_DAY)
        if not isinstance(domain, Spans) or domain.low is None or domain.high is None:
            message = f"`{fact.name}` has no range"
            raise TypeError(message)
        return z3.IntVal(number_of(domain.low)), z3.IntVal(number_of(domain.high))

    def _end(self, text: str, default: object) -> Number:
        if text == DECISION_DAY:
            return self.day
        return z3.IntVal(number_of(day_of(text) or default))  # type: ignore[arg-type]  # a day

    def _order(self, items: str, number: int, later: Choice, before: str) -> Iterator[Formula]:
        """Yield that a day or number does not lie before another, where both are said."""
        earlier = self.choice(items, number, before)
        yield z3.Implies(z3.And(later.said, earlier.said), earlier.value <= later.value)

    def _left(self, key: Key) -> Left:
        found = self._lefts.get(key)
        if found is None:
            found = self._lefts[key] = self._left_of(self.choice(*key))
        return found

    def _left_of(self, choice: Choice) -> Left:
        fact, said, value = choice.fact, choice.said, choice.value
        if not choice.words:
            low, high = self._domain(fact)
            return Ends(((z3.If(said, value, low), z3.If(said, value, high)),))
        spoken = {word: value == code for code, word in enumerate(choice.words)}
        if fact.absent:
            silent = {word: z3.BoolVal(word == fact.absent) for word in choice.words}
            return Words({word: z3.If(said, spoken[word], silent[word]) for word in choice.words})
        open_word = z3.Not(said)
        may = {word: z3.Or(open_word, is_it) for word, is_it in spoken.items()}
        return Words(may, open_word if fact.kind is Kind.TEXT else NO)

    def _present(self, items: str, number: int) -> Formula:
        if self._is_own(items, number):
            return YES
        found = self.present.get((items, number))
        if found is None:
            found = self.present[items, number] = z3.Bool(f"{self.name}{items}{number}!")
            if number > 1:
                self.kept.append(z3.Implies(found, self._present(items, number - 1)))
        return found

    def _closed(self, items: str) -> Formula:
        found = self.closed.get(items)
        if found is None:
            found = self.closed[items] = z3.Bool(f"{self.name}{items}.complete")
        return found
