"""A matter as a study supposes it: open terms closed by the closings of assumption sets."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from types import MappingProxyType

import z3

from discretion.dates import day_of
from discretion.dates import moment_of
from discretion.engines.reading import Reading
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.engine import AFFIRMED
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.left import Ends
from discretion.engines.smt.left import Left
from discretion.engines.smt.left import Words
from discretion.engines.smt.matter import Matter
from discretion.engines.smt.matter import Slot
from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Dictionary
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds


class AssumedMatter:
    """A matter in which one closing narrows what another matter leaves open.

    A closing never goes against what a file says, unless it is made instead of what is said.
    """

    def __init__(
        self,
        before: Matter,
        closing: Closing,
        value: str | tuple[int, int],
        when: Formula,
        may: Formula,
    ) -> None:
        """Take the matter before, the closing with its value, when it applies, when it may."""
        self._before = before
        self._closing = closing
        self._value = value
        self._applies = every((when, YES if closing.instead_of_said else may))

    def left(self, name: str) -> Left:
        """Return what is left of a fact once the closing applies where it does."""
        left = self._before.left(name)
        if name != self._closing.fact:
            return left
        return _narrowed(left, self._value, self._applies)

    def field_left(self, slot: Slot, name: str) -> Left:
        """Return what is left of a field: nothing is assumed of records."""
        return self._before.field_left(slot, name)

    def slots(self, items: str) -> tuple[Slot, ...]:
        """Return every record that a list may have."""
        return self._before.slots(items)

    def complete(self, items: str) -> Formula:
        """Return when a list is whole, as said or as assumed."""
        complete = self._before.complete(items)
        if items != self._closing.items:
            return complete
        closed = YES if self._closing.value in AFFIRMED else NO
        return z3.If(self._applies, closed, complete)

    def known(self, name: str) -> Formula:
        """Return when anything is said or assumed of a fact."""
        known = self._before.known(name)
        return some((known, self._applies)) if name == self._closing.fact else known

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment: no set settles one."""
        return self._before.settled(judgment)

    def is_inapplicable(self, name: str, slot: Slot | None) -> bool:
        """Tell whether a file calls something not applicable."""
        return self._before.is_inapplicable(name, slot)


def assumed(
    file: Matter,
    sets: Iterable[AssumptionSet],
    reading: Reading,
    calendar: Calendar,
    dictionary: Dictionary,
) -> Matter:
    """Return a matter with what assumption sets close; each closing reads those before it.

    Args:
        file: the matter of which nothing is assumed yet.
        sets: the sets, in the order in which they apply.
        reading: what the conditions of the sets may refer to.
        calendar: the calendar that the question shares.
        dictionary: every fact, for the kind of a value that is closed.

    """
    matter = file
    plain = SmtEngine(file, reading, calendar)
    for assumptions in sets:
        for closing in assumptions.closings:
            engine = SmtEngine(matter, reading, calendar)
            when = YES if closing.when is None else engine.pair(closing.when).is_true
            if closing.items:
                may = opposite(matter.complete(closing.items))
            else:
                may = every(_may(each, closing) for each in (engine, plain))
            matter = AssumedMatter(matter, closing, _value(closing, dictionary), when, may)
    return matter


def _value(closing: Closing, dictionary: Dictionary) -> str | tuple[int, int]:
    """Return the word that a closing gives, or the ends between which its value lies."""
    fact = dictionary.facts[closing.subject]
    if closing.items or fact.kind in NOMINAL:
        return closing.value
    ends = closing.value.split("..") if ".." in closing.value else [closing.value] * 2
    low, high = (number_of(_ordered(end)) for end in ends)
    return low, high


def _ordered(text: str) -> date | datetime | int:
    return day_of(text) or moment_of(text) or int(text)


def _may(engine: SmtEngine, closing: Closing) -> Formula:
    """Return when the value of a closing is among those left, on what is said and what follows."""
    left = engine.matter.left(closing.fact)
    if closing.fact in engine.reading.derivable:
        pair = engine.pair(Holds(Fact(closing.fact)))
        return opposite(pair.is_false if closing.value in AFFIRMED else pair.is_true)
    if isinstance(left, Words):
        return some((left.may.get(closing.value, NO), left.others))
    low, high = (number_of(_ordered(end)) for end in (closing.value.split("..") * 2)[:2])
    return some(every((a <= high, low <= b)) for a, b in left.stretches)


def _narrowed(left: Left, value: str | tuple[int, int], applies: Formula) -> Left:
    """Return what is left where a closing applies: what its value leaves, else the value itself."""
    if isinstance(left, Words) and isinstance(value, str):
        may = {
            word: z3.If(applies, YES if word == value else NO, open_word)
            for word, open_word in {value: NO, **left.may}.items()
        }
        return Words(MappingProxyType(may), every((left.others, opposite(applies))))
    if isinstance(left, Ends) and isinstance(value, tuple):
        return Ends(tuple(_clipped(stretch, value, applies) for stretch in left.stretches))
    message = "an ordered fact is closed as a word, or a word as a number"
    raise TypeError(message)


def _clipped(
    stretch: tuple[Number, Number], value: tuple[int, int], applies: Formula
) -> tuple[Number, Number]:
    """Return a stretch within the ends of a value, and those ends where they lie outside it."""
    (low, high), (least, most) = stretch, value
    meet = z3.And(low <= most, high >= least)
    kept_low = z3.If(z3.And(meet, low > least), low, z3.IntVal(least))
    kept_high = z3.If(z3.And(meet, high < most), high, z3.IntVal(most))
    return z3.If(applies, kept_low, low), z3.If(applies, kept_high, high)
