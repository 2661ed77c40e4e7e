"""Comparisons in Polars: null where something left speaks for one and something against it."""

from collections.abc import Mapping as Table
from datetime import datetime
from functools import reduce
from operator import and_
from typing import TypeAlias

import polars as pl

from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import FactType
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from tests.agreement.oracles.frame import MOST_STRETCHES

Stretch: TypeAlias = tuple[pl.Expr, pl.Expr]
UNKNOWN = pl.lit(None, dtype=pl.Boolean)
COMPARED = {
    "<": lambda a, b, c, d: (b < c, a >= d),
    "<=": lambda a, b, c, d: (b <= c, a > d),
    "==": lambda a, b, c, d: ((a == d) & (b == c), (b < c) | (d < a)),
}
"""When stretches from a to b and from c to d compare so in every way, and when in none."""
OPPOSITES = {">": "<=", ">=": "<", "!=": "=="}
SUFFIXES = {Unit.HOURS: "h", Unit.DAYS: "d", Unit.MONTHS: "mo", Unit.YEARS: "y"}
"""How Polars writes a unit of time; a month that is too short saturates at its last day."""


class ColumnAtoms:
    """Turns comparisons into expressions."""

    def __init__(self, facts: Table[str, FactType]) -> None:
        """Take every fact there is."""
        self.facts = facts

    def truth(self, node: Condition, items: str) -> pl.Expr:
        """Return a comparison, null where anything it reads does not apply."""
        leaves = [leaf for term in terms_of(node) for leaf in leaf_terms(term)]
        names = [_named(leaf) for leaf in leaves if not isinstance(leaf, Constant)]
        applies = pl.all_horizontal([True, *(pl.col(f"applies.{name}") for name in names)])
        return pl.when(applies).then(self._compared(node, items))

    def _compared(self, node: Condition, items: str) -> pl.Expr:
        match node:
            case Holds(term=term):
                return _words(term, pl.element() == "yes")
            case Within(term=term, words=words):
                return _words(term, pl.element().is_in(words))
            case StartsWith(term=term, prefix=prefix):
                return _words(term, pl.element().str.starts_with(prefix))
            case Compare(
                left=Fact() | Field() as left, operator="==", right=Constant(value=str(word))
            ):
                return _words(left, pl.element() == word)
            case Compare(left=Fact() | Field() as left, right=Constant(value=str(word))):
                return _words(left, pl.element() != word)
            case Compare(
                left=Fact() | Field() as left, operator=operator, right=Fact() | Field() as right
            ) if self._is_word(left, items):
                equal = _words_equal(left, right)
                return equal if operator == "==" else ~equal
            case Compare(left=left, operator=operator, right=right):
                return _ordered(self._left(left), operator, self._left(right))
            case Between(term=term, low=low, high=high):
                ends = ((low, term), (term, high))
                made = [_ordered(self._left(a), "<=", self._left(b)) for a, b in ends]
                return reduce(and_, made)
            case _:
                message = f"{node} is no atom"
                raise TypeError(message)

    def _is_word(self, term: Fact | Field, items: str) -> bool:
        facts = self.facts if isinstance(term, Fact) else self.facts[items].fields
        return facts[term.name].kind in NOMINAL

    def _left(self, term: Term) -> list[Stretch]:
        """Return the ends of each stretch of a term."""
        match term:
            case Constant(value=value):
                constant = (
                    pl.lit(value, dtype=pl.Datetime("us", "UTC"))
                    if isinstance(value, datetime)
                    else pl.lit(value)
                )
                return [(constant, constant)]
            case Shift(term=inner, amount=amount, unit=unit):
                by = f"{amount}{SUFFIXES[unit]}"
                return [
                    (low.dt.offset_by(by), high.dt.offset_by(by)) for low, high in self._left(inner)
                ]
            case Elapsed(start=start, end=end, unit=unit):
                length = _days if unit is Unit.DAYS else _years
                return [
                    (length(start_high, end_low), length(start_low, end_high))
                    for start_low, start_high in self._left(start)
                    for end_low, end_high in self._left(end)
                ]
            case Fact() | Field():
                name = _named(term)
                return [
                    (pl.col(f"low{at}.{name}"), pl.col(f"high{at}.{name}"))
                    for at in range(MOST_STRETCHES)
                ]


def _named(leaf: Fact | Field) -> str:
    return leaf.name if isinstance(leaf, Fact) else f"it.{leaf.name}"


def _words(term: Fact | Field, test: pl.Expr) -> pl.Expr:
    """Return whether a test holds of every word left; no words mean any text at all."""
    words = pl.col(f"words.{_named(term)}")
    held = words.list.eval(test)
    return (
        pl.when(words.list.len() == 0)
        .then(UNKNOWN)
        .when(held.list.all())
        .then(statement=True)
        .when(~held.list.any())
        .then(statement=False)
    )


def _words_equal(left: Fact | Field, right: Fact | Field) -> pl.Expr:
    one, other = (pl.col(f"words.{_named(leaf)}") for leaf in (left, right))
    single = (one.list.len() == 1) & (other.list.len() == 1) & (one == other)
    apart = one.list.set_intersection(other).list.len() == 0
    is_any = (one.list.len() == 0) | (other.list.len() == 0)
    return (
        pl.when(is_any)
        .then(UNKNOWN)
        .when(single)
        .then(statement=True)
        .when(apart)
        .then(statement=False)
    )


def _ordered(left: list[Stretch], operator: str, right: list[Stretch]) -> pl.Expr:
    """Return whether a comparison holds of every pair of stretches, or of none."""
    if operator in OPPOSITES:
        return ~_ordered(left, OPPOSITES[operator], right)
    pairs = [COMPARED[operator](a, b, c, d) for a, b in left for c, d in right]
    true, false = (reduce(and_, half) for half in zip(*pairs, strict=True))
    return pl.when(true).then(statement=True).when(false).then(statement=False)


def _days(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    return (end - start).dt.total_days()


def _years(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    first, last = (day.dt.month().cast(pl.Int32) * 100 + day.dt.day() for day in (start, end))
    return end.dt.year() - start.dt.year() - (last < first).cast(pl.Int32)
