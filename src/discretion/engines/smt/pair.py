"""A truth as a pair of formulas: when it is true and when it is false, unknown where neither is."""

from collections.abc import Callable
from collections.abc import Iterable
from typing import NamedTuple
from typing import TypeAlias

import z3

Formula: TypeAlias = z3.BoolRef
"""Something that holds or does not, of the values that a solver may choose."""
Number: TypeAlias = z3.ArithRef
"""A whole number that a solver may choose: a count of days, of ticks, or a number."""

YES, NO = z3.BoolVal(val=True), z3.BoolVal(val=False)


class Pair(NamedTuple):
    """When something is true, and when it is false.

    INVARIANT never both: no choice of values makes both formulas hold.
    """

    is_true: Formula
    is_false: Formula


TRUE, FALSE, UNKNOWN = Pair(YES, NO), Pair(NO, YES), Pair(NO, NO)


def every(formulas: Iterable[Formula]) -> Formula:
    """Return that all formulas hold; it holds of none."""
    return _joined(z3.And, YES, NO, formulas)


def some(formulas: Iterable[Formula]) -> Formula:
    """Return that at least one formula holds; it does not hold of none."""
    return _joined(z3.Or, NO, YES, formulas)


def opposite(formula: Formula) -> Formula:
    """Return that a formula does not hold."""
    if formula.eq(YES):
        return NO
    return YES if formula.eq(NO) else z3.Not(formula)


def _joined(
    join: Callable[..., Formula], neutral: Formula, deciding: Formula, formulas: Iterable[Formula]
) -> Formula:
    """Return formulas joined, without those that say nothing and as one where one decides."""
    kept = [formula for formula in formulas if not formula.eq(neutral)]
    if any(formula.eq(deciding) for formula in kept):
        return deciding
    if len(kept) == 1:
        return kept[0]
    return join(*kept) if kept else neutral


def conjunction(pairs: Iterable[Pair]) -> Pair:
    """Return Kleene's and: true when all are, false when one is."""
    several = tuple(pairs)
    return Pair(every(each.is_true for each in several), some(each.is_false for each in several))


def disjunction(pairs: Iterable[Pair]) -> Pair:
    """Return Kleene's or: true when one is, false when all are."""
    return negation(conjunction(negation(each) for each in pairs))


def negation(pair: Pair) -> Pair:
    """Return the opposite: what was true is false, and what was unknown stays so."""
    return Pair(pair.is_false, pair.is_true)
