"""What is left of a fact, as formulas: which words it may be, or between which ends it lies.

These are the sets of values of a case file, of which the solver may choose which set it is. A
comparison is true when it holds for every value left, false when it holds for none.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping as Table
from itertools import product
from types import MappingProxyType
from typing import TypeAlias

import z3

from discretion.engines.smt.pair import NO
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Number
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import negation
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Which words a nominal fact may be.

    `may` tells of each word when it is left, `others` when any text beside them is left.
    """

    may: Table[str, Formula]
    others: Formula = NO


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends, both inside, between which an ordered fact may lie: one pair for each stretch."""

    stretches: tuple[tuple[Number, Number], ...]

    @property
    def low(self) -> Number:
        """The least value left."""
        return _extreme((low for low, _ in self.stretches), lambda one, other: one < other)

    @property
    def high(self) -> Number:
        """The greatest value left."""
        return _extreme((high for _, high in self.stretches), lambda one, other: one > other)


Left: TypeAlias = Words | Ends


def _extreme(numbers: Iterable[Number], is_nearer: Callable[[Number, Number], Formula]) -> Number:
    first, *others = numbers
    for other in others:
        first = z3.If(is_nearer(other, first), other, first)
    return first


def one_word(word: str) -> Words:
    """Return a constant word."""
    return Words(MappingProxyType({word: z3.BoolVal(val=True)}))


def one_number(number: int) -> Ends:
    """Return a constant number."""
    return Ends(((z3.IntVal(number), z3.IntVal(number)),))


def among(left: Words, words: Collection[str]) -> Pair:
    """Return whether a nominal value is one of some words."""
    return _such(left, lambda word: word in words)


def starts_with(left: Words, prefix: str) -> Pair:
    """Return whether a text begins with a prefix."""
    return _such(left, lambda word: word.startswith(prefix))


def _such(left: Words, is_such: Callable[[str], bool]) -> Pair:
    """Return whether a nominal value is such a word: no other is left, or none such is."""
    such = [may for word, may in left.may.items() if is_such(word)]
    rest = [may for word, may in left.may.items() if not is_such(word)]
    closed = opposite(left.others)
    return Pair(
        every((closed, *map(opposite, rest))),
        every((closed, *map(opposite, such))),
    )


def compared(left: Left, operator: str, right: Left) -> Pair:
    """Return whether two values stand in the order or equality that an operator names."""
    if isinstance(left, Words) and isinstance(right, Words):
        equal = _equal_words(left, right)
        return equal if operator == "==" else negation(equal)
    if isinstance(left, Ends) and isinstance(right, Ends):
        return _ORDERED[operator](left, right)
    message = "an ordered value is compared with a word"
    raise TypeError(message)


def _equal_words(left: Words, right: Words) -> Pair:
    """Return whether two words are equal: each is the same single one, or they share none."""
    shared = [word for word in left.may if word in right.may]
    closed = (opposite(left.others), opposite(right.others))
    equal = some(every((_only(left, word), _only(right, word))) for word in shared)
    apart = every(opposite(every((left.may[word], right.may[word]))) for word in shared)
    return Pair(every((*closed, equal)), every((*closed, apart)))


def _only(left: Words, word: str) -> Formula:
    return every(opposite(may) for other, may in left.may.items() if other != word)


def _below(left: Ends, right: Ends) -> Pair:
    return Pair(left.high < right.low, left.low >= right.high)


def _equal(left: Ends, right: Ends) -> Pair:
    low = left.low
    same = (low == left.high, low == right.low, low == right.high)
    meeting = some(
        every((a_low <= b_high, b_low <= a_high))
        for (a_low, a_high), (b_low, b_high) in product(left.stretches, right.stretches)
    )
    return Pair(every(same), opposite(meeting))


_ORDERED: Table[str, Callable[[Ends, Ends], Pair]] = MappingProxyType(
    {
        "<": _below,
        "<=": lambda left, right: negation(_below(right, left)),
        ">": lambda left, right: _below(right, left),
        ">=": lambda left, right: negation(_below(left, right)),
        "==": _equal,
        "!=": lambda left, right: negation(_equal(left, right)),
    }
)
