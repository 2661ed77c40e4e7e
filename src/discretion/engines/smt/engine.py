"""The engine of formulas: a condition as a pair, when it is true and when it is false.

It gives each node of the condition tree the meaning that the reference engine derives, for every
matter at once, so that a solver can look for a matter or show that there is none.
"""

from collections.abc import Iterable
from typing import assert_never

import z3

from discretion.engines.reading import Reading
from discretion.engines.smt.calendar import HOUR
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.left import Ends
from discretion.engines.smt.left import Left
from discretion.engines.smt.left import Words
from discretion.engines.smt.left import among
from discretion.engines.smt.left import compared
from discretion.engines.smt.left import one_number
from discretion.engines.smt.left import one_word
from discretion.engines.smt.left import starts_with
from discretion.engines.smt.matter import Matter
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import FALSE
from discretion.engines.smt.pair import TRUE
from discretion.engines.smt.pair import UNKNOWN
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import conjunction
from discretion.engines.smt.pair import disjunction
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import negation
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
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
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of

AFFIRMED = ("yes",)
"""The word of a yes-no fact that holds."""
MONTHS_OF = {Unit.MONTHS: 1, Unit.YEARS: 12}
STEPS_OF = {Unit.DAYS: 1, Unit.HOURS: HOUR}


class SmtEngine:
    """Turns conditions on one matter into pairs of formulas; each rule's pair is made once."""

    def __init__(self, matter: Matter, reading: Reading, calendar: Calendar | None = None) -> None:
        """Take the matter, what conditions may refer to, and the calendar it shares with others."""
        self.matter = matter
        self.reading = reading
        self.calendar = Calendar() if calendar is None else calendar
        self.judged: dict[str, None] = {}
        """Each judgment that some condition asked for so far."""
        self._rules: dict[str, Pair] = {}
        self._following: dict[str, Pair] = {}
        self._made: dict[tuple[int, str, int], tuple[Condition, Pair]] = {}
        """The pair of each condition by its identity, and of which record; it is kept alive."""

    def pair(self, condition: Condition, slot: Slot | None = None) -> Pair:
        """Return when a condition is true and when it is false, of one record in a list."""
        items, number = ("", 0) if slot is None else (slot.items, slot.number)
        key = (id(condition), items, number)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = condition, self._pair(condition, slot)
        return found[1]

    def _pair(self, condition: Condition, slot: Slot | None) -> Pair:
        match condition:
            case Holds():
                return self._holds(condition, slot)
            case Compare() | Within() | Between() | StartsWith():
                return self._atom(condition, slot)
            case And():
                return conjunction(self.pair(part, slot) for part in condition.parts)
            case Or():
                return disjunction(self.pair(part, slot) for part in condition.parts)
            case Not():
                return negation(self.pair(condition.part, slot))
            case Exists():
                return self._exists(condition.items, condition.where)
            case ForAll():
                return negation(self._exists(condition.items, Not(condition.where)))
            case Count():
                return self._count(condition)
            case RuleMet():
                return self.rule(condition.rule)
            case Judged():
                return self._judged(condition.judgment)
            case Settled():
                self.judged[condition.judgment] = None
                settled = some(self.matter.settled(condition.judgment))
                return Pair(settled, opposite(settled))
            case _:
                assert_never(condition)

    def rule(self, identifier: str) -> Pair:
        """Return the pair of a rule."""
        found = self._rules.get(identifier)
        if found is None:
            found = self._rules[identifier] = self.pair(self.reading.rules[identifier])
        return found

    def _holds(self, condition: Holds, slot: Slot | None) -> Pair:
        """Return a yes-no fact: as said, else as it follows from other facts."""
        said = self._atom(condition, slot)
        term = condition.term
        if isinstance(term, Field) or term.name not in self.reading.derivable:
            return said
        found = self._following.get(term.name)
        if found is None:
            found = self._following[term.name] = self._followed(term.name, said)
        return found

    def _followed(self, name: str, said: Pair) -> Pair:
        source = self.reading.derivable[name]
        yes, no = (
            FALSE if when is None else self.pair(when) for when in (source.yes_when, source.no_when)
        )
        followed = disjunction((yes, conjunction((negation(no), said))))
        known = self.matter.known(name)
        return Pair(
            *(
                z3.If(known, as_said, as_followed)
                for as_said, as_followed in zip(said, followed, strict=True)
            )
        )

    def _atom(
        self, atom: Holds | Compare | Within | Between | StartsWith, slot: Slot | None
    ) -> Pair:
        if self._is_inapplicable(atom, slot):
            return UNKNOWN
        match atom:
            case Holds():
                return among(self._words(atom.term, slot), AFFIRMED)
            case Within():
                return among(self._words(atom.term, slot), atom.words)
            case StartsWith():
                return starts_with(self._words(atom.term, slot), atom.prefix)
            case Compare(right=Constant(value=str(word))):
                equal = among(self._words(atom.left, slot), (word,))
                return equal if atom.operator == "==" else negation(equal)
            case Compare():
                return compared(
                    self._left(atom.left, slot), atom.operator, self._left(atom.right, slot)
                )
            case Between():
                term = self._left(atom.term, slot)
                low = compared(self._left(atom.low, slot), "<=", term)
                high = compared(term, "<=", self._left(atom.high, slot))
                return conjunction((low, high))
            case _:
                assert_never(atom)

    def _is_inapplicable(self, atom: Condition, slot: Slot | None) -> bool:
        leaves = (leaf for term in terms_of(atom) for leaf in leaf_terms(term))
        return any(
            self.matter.is_inapplicable(leaf.name, slot if isinstance(leaf, Field) else None)
            for leaf in leaves
            if not isinstance(leaf, Constant)
        )

    def _words(self, term: Term, slot: Slot | None) -> Words:
        left = self._left(term, slot)
        if isinstance(left, Words):
            return left
        message = "an ordered value is read as a word"
        raise TypeError(message)

    def _left(self, term: Term, slot: Slot | None) -> Left:
        """Return what is left of a term."""
        match term:
            case Fact():
                return self.matter.left(term.name)
            case Field():
                if slot is None:
                    message = f"the field `{term.name}` is read outside a list"
                    raise ValueError(message)
                return self.matter.field_left(slot, term.name)
            case Constant(value=str(word)):
                return one_word(word)
            case Constant():
                return one_number(number_of(term.value))  # type: ignore[arg-type]  # words are matched above
            case Shift():
                return self._shifted(self._stretches(term.term, slot), term.amount, term.unit)
            case Elapsed():
                return self._elapsed(term, slot)
            case _:
                assert_never(term)

    def _stretches(self, term: Term, slot: Slot | None) -> tuple[tuple[Number, Number], ...]:
        left = self._left(term, slot)
        return left.stretches if isinstance(left, Ends) else ()

    def _shifted(
        self, stretches: tuple[tuple[Number, Number], ...], amount: int, unit: Unit
    ) -> Ends:
        """Return stretches moved in time; their ends move, as all moves keep the order of days."""
        if unit in STEPS_OF:
            step = amount * STEPS_OF[unit]
            return Ends(tuple((low + step, high + step) for low, high in stretches))
        months, move = amount * MONTHS_OF[unit], self.calendar.plus_months
        return Ends(tuple((move(low, months), move(high, months)) for low, high in stretches))

    def _elapsed(self, term: Elapsed, slot: Slot | None) -> Ends:
        years = term.unit is Unit.YEARS
        length = self.calendar.completed_years if years else self.calendar.calendar_days
        return Ends(
            tuple(
                (length(start_high, end_low), length(start_low, end_high))
                for start_low, start_high in self._stretches(term.start, slot)
                for end_low, end_high in self._stretches(term.end, slot)
            )
        )

    def _exists(self, items: str, where: Condition | None) -> Pair:
        """Return whether some record satisfies: one that is there, or none and no more can come."""
        slots = self.matter.slots(items)
        met = [(slot.present, self._of_record(where, slot)) for slot in slots]
        return Pair(
            some(every((present, pair.is_true)) for present, pair in met),
            every(
                (
                    self.matter.complete(items),
                    *(some((opposite(present), pair.is_false)) for present, pair in met),
                )
            ),
        )

    def _of_record(self, where: Condition | None, slot: Slot) -> Pair:
        return TRUE if where is None else self.pair(where, slot)

    def _count(self, condition: Count) -> Pair:
        """Return whether a number of records compares as asked, between the least and the most."""
        slots = self.matter.slots(condition.items)
        met = [(slot.present, self._of_record(condition.where, slot)) for slot in slots]
        least = [every((present, pair.is_true)) for present, pair in met]
        most = [every((present, opposite(pair.is_false))) for present, pair in met]
        complete = self.matter.complete(condition.items)

        def at_least(number: int) -> Pair:
            return Pair(_reach(least, number), every((complete, opposite(_reach(most, number)))))

        number = condition.number
        match condition.operator:
            case ">=":
                return at_least(number)
            case ">":
                return at_least(number + 1)
            case "<":
                return negation(at_least(number))
            case "<=":
                return negation(at_least(number + 1))
        exactly = conjunction((at_least(number), negation(at_least(number + 1))))
        return exactly if condition.operator == "==" else negation(exactly)

    def _judged(self, judgment: str) -> Pair:
        """Return a judgment: as settled, else false when nothing is asserted, else unknown."""
        self.judged[judgment] = None
        met, not_met = self.matter.settled(judgment)
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return Pair(met, not_met)
        unasserted = self.pair(rests_on).is_false
        return Pair(met, some((not_met, every((opposite(met), unasserted)))))


def _reach(formulas: Iterable[Formula], number: int) -> Formula:
    """Return that at least so many formulas hold, in words that every solver reads."""
    several = tuple(formulas)
    if number <= 0:
        return YES
    if number > len(several):
        return opposite(YES)
    return (
        some(several) if number == 1 else z3.Sum([z3.If(each, 1, 0) for each in several]) >= number
    )
