"""A second definition of the language, small enough to be read at once: pairs of booleans.

A truth is a pair, whether it is true and whether it is false; unknown is neither. An ordered fact
is the stretches of values left, and a comparison is tried on every pair of stretches.
"""

from calendar import monthrange
from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from math import inf
from typing import Any
from typing import TypeAlias

from discretion.engines.reading import Reading
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
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
from discretion.truth import Truth
from tests.agreement.places import Place
from tests.agreement.places import applies
from tests.agreement.places import values_of

Pair: TypeAlias = tuple[bool, bool]
Stretch: TypeAlias = tuple[Any, Any]
YES: Pair = (True, False)
NO: Pair = (False, True)
OPEN: Pair = (False, False)

Test: TypeAlias = Callable[[Stretch, Stretch], bool]
HOLDS: dict[str, tuple[Test, Test]] = {
    "<": (lambda a, b: a[1] < b[0], lambda a, b: a[0] >= b[1]),
    "<=": (lambda a, b: a[1] <= b[0], lambda a, b: a[0] > b[1]),
    ">": (lambda a, b: a[0] > b[1], lambda a, b: a[1] <= b[0]),
    ">=": (lambda a, b: a[0] >= b[1], lambda a, b: a[1] < b[0]),
    "==": (lambda a, b: a[0] == a[1] == b[0] == b[1], lambda a, b: a[1] < b[0] or b[1] < a[0]),
    "!=": (lambda a, b: a[1] < b[0] or b[1] < a[0], lambda a, b: a[0] == a[1] == b[0] == b[1]),
}
"""When every value of one stretch compares so with every value of another, and when none does."""


class Walk:
    """Walks conditions on one matter."""

    def __init__(self, view: View, reading: Reading) -> None:
        """Take what is known and what conditions may refer to."""
        self.view = view
        self.reading = reading

    def pair(self, node: Condition, at: Place = None) -> Pair:
        """Return whether a condition is true, and whether it is false."""
        match node:
            case And(parts=parts):
                return self.both(self.pair(part, at) for part in parts)
            case Or(parts=parts):
                return swapped(self.both(swapped(self.pair(part, at)) for part in parts))
            case Not(part=part):
                return self.opposite(self.pair(part, at))
            case Exists(items=items, where=where):
                return swapped(self.every(items, [swapped(p) for p in self.each(items, where)]))
            case ForAll(items=items, where=where):
                return self.every(items, self.each(items, where))
            case Count():
                return self.counted(node, self.each(node.items, node.where))
            case RuleMet(rule=rule):
                return self.pair(self.reading.rules[rule])
            case Judged(judgment=judgment):
                return self.judged(judgment)
            case Settled(judgment=judgment):
                return YES if judgment in self.view.settled else NO
            case Holds(term=Fact(name=name)) if name in self.reading.derivable:
                return self.followed(node, name)
            case _:
                return self.atom(node, at)

    def both(self, pairs: Iterable[Pair]) -> Pair:
        """Return Kleene's and: true where all are true, false where any is false."""
        found = list(pairs)
        return all(true for true, _ in found), any(false for _, false in found)

    def opposite(self, pair: Pair) -> Pair:
        """Return Kleene's not."""
        return swapped(pair)

    def each(self, items: str, where: Condition | None) -> list[Pair]:
        """Return the pair of each record on file."""
        numbers = range(len(self.view.listed(items)))
        return [YES if where is None else self.pair(where, (items, number)) for number in numbers]

    def every(self, items: str, pairs: list[Pair]) -> Pair:
        """Return whether all records satisfy; a list with more to come is one more unknown."""
        return self.both([*pairs, YES if self.is_complete(items) else OPEN])

    def is_complete(self, items: str) -> bool:
        """Tell whether a list is known to be whole."""
        return self.view.completeness(items) is Truth.TRUE

    def counted(self, node: Count, pairs: list[Pair]) -> Pair:
        """Return a count compared: it lies between the records that do and those that may."""
        counts = sum(true for true, _ in pairs), self.most(node.items, pairs)
        number = (node.number, node.number)
        true, false = HOLDS[node.operator]
        return true(counts, number), false(counts, number)

    def most(self, items: str, pairs: list[Pair]) -> float:
        """Return how many records may satisfy, of a list with more to come without bound."""
        return sum(not false for _, false in pairs) if self.is_complete(items) else inf

    def judged(self, judgment: str) -> Pair:
        """Return a judgment: as settled, else false where nothing it rests on is asserted."""
        if judgment in self.view.settled:
            return YES if self.view.settled[judgment] else NO
        rests_on = self.reading.judgments[judgment]
        return NO if rests_on is not None and self.pair(rests_on) == NO else OPEN

    def followed(self, node: Holds, name: str) -> Pair:
        """Return a fact as said; where nobody says it, as it follows from others."""
        said = self.atom(node, None)
        if name in self.view.known:
            return said
        source = self.reading.derivable[name]
        yes, no = (when and self.pair(when) for when in (source.yes_when, source.no_when))
        not_no = self.both((swapped(no or NO), said))
        return swapped(self.both((swapped(yes or NO), swapped(not_no))))

    def atom(self, node: Condition, at: Place) -> Pair:
        """Return a comparison: true for every value left, false for none."""
        if not self.applies(node, at):
            return OPEN
        match node:
            case Holds(term=term):
                return tried(self.words(term, at), lambda word: word == "yes")
            case Within(term=term, words=words):
                return tried(self.words(term, at), lambda word: word in words)
            case StartsWith(term=term, prefix=prefix):
                return tried(self.words(term, at), lambda word: word.startswith(prefix))
            case Compare(left=left, operator=sign, right=Constant(value=str(text))):
                return tried(self.words(left, at), lambda word: (word == text) is (sign == "=="))
            case Compare(left=left, operator=operator, right=right):
                return self.compared(left, operator, right, at)
            case Between(term=term, low=low, high=high):
                ends = ((low, term), (term, high))
                return self.both(self.compared(a, "<=", b, at) for a, b in ends)
            case _:
                message = f"{node} is no atom"
                raise TypeError(message)

    def compared(self, left: Term, operator: str, right: Term, at: Place) -> Pair:
        """Return a comparison of two terms, which vary apart from each other."""
        stretches = [(a, b) for a in self.left(left, at) for b in self.left(right, at)]
        if not stretches:
            return OPEN
        true, false = HOLDS[operator]
        return all(true(a, b) for a, b in stretches), all(false(a, b) for a, b in stretches)

    def left(self, term: Term, at: Place) -> list[Stretch]:
        """Return the stretches of values a term may have; a word is one of its own."""
        match term:
            case Constant(value=value):
                return [(value, value)]
            case Shift(term=inner, amount=amount, unit=unit):
                return [
                    (self.moved(low, amount, unit), self.moved(high, amount, unit))
                    for low, high in self.left(inner, at)
                ]
            case Elapsed(start=start, end=end, unit=unit):
                return [
                    (length(start_high, end_low, unit), length(start_low, end_high, unit))
                    for start_low, start_high in self.left(start, at)
                    for end_low, end_high in self.left(end, at)
                ]
            case _:
                values = values_of(term, self.view, at)
                if isinstance(values, Spans):
                    return list(values.spans)
                return [(word, word) for word in values.words or ()]

    def moved(self, value: Any, amount: int, unit: Unit) -> Any:  # noqa: ANN401  # a day or moment
        """Return a day or moment so much later; a month that is too short gives its last day."""
        if unit in {Unit.HOURS, Unit.DAYS}:
            return value + timedelta(**{unit.value: amount})
        months = value.year * 12 + value.month - 1 + amount * (12 if unit is Unit.YEARS else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(value.day, monthrange(year, month + 1)[1]))

    def words(self, term: Term, at: Place) -> frozenset[str] | None:
        """Return the words a term may have, None where it may be any text."""
        values = values_of(term, self.view, at)
        return values.words if isinstance(values, Choices) else frozenset()

    def applies(self, node: Condition, at: Place) -> bool:
        """Tell whether everything that an atom reads applies."""
        return applies(node, self.view, at)


def swapped(pair: Pair) -> Pair:
    """Return true as false and false as true."""
    return pair[1], pair[0]


def tried(words: frozenset[str] | None, test: Callable[[str], bool]) -> Pair:
    """Return whether a test holds of every word left, and whether of none."""
    if words is None:
        return OPEN
    found = [test(word) for word in words]
    return all(found), not any(found)


def length(start: date, end: date, unit: Unit) -> int:
    """Return the days between two days, or the whole years."""
    if unit is Unit.DAYS:
        return (end - start).days
    first, last = (day.year * 10_000 + day.month * 100 + day.day for day in (start, end))
    return (last - first) // 10_000
