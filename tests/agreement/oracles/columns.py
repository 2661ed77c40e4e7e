"""Polars as an oracle: a truth is a column in which null is unknown, and Kleene's is its own logic."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import and_
from operator import or_
from typing import TypeAlias

import polars as pl

from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Kind
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
from discretion.truth import Truth
from tests.agreement.engine import Truths
from tests.agreement.oracles.frame import MOST_STRETCHES
from tests.agreement.oracles.frame import ROW
from tests.agreement.oracles.frame import matter_frame
from tests.agreement.oracles.frame import record_frame
from tests.exactness.policy import Policy

Stretch: TypeAlias = tuple[pl.Expr, pl.Expr]
TRUTHS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}
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


class Polars:
    """Polars, on a frame with a row for each matter."""

    name = "Polars"
    leaves_out: frozenset[str] = frozenset()

    def truths(self, policy: Policy, views: Sequence[View]) -> list[Truths]:
        """Return the truth of every rule of a policy, in each matter."""
        frames = PolarsFrames(policy, views)
        made = {rule: frames.truth(tree) for rule, tree in policy.reading.rules.items()}
        found = frames.matters.select(**made)
        rows = found.rows(named=True) if made else [{} for _ in views]
        return [{rule: TRUTHS[truth] for rule, truth in row.items()} for row in rows]


class PolarsFrames:
    """Turns conditions into expressions; what a list says becomes a column of its matter."""

    def __init__(self, policy: Policy, views: Sequence[View]) -> None:
        """Take what conditions may refer to, and what is known."""
        self.reading = policy.reading
        self.facts = policy.dictionary.facts
        self.matters = matter_frame(policy, views)
        self.records = {
            items: record_frame(policy, views, items)
            for items, each in self.facts.items()
            if each.kind is Kind.LIST
        }

    def truth(self, node: Condition, items: str = "") -> pl.Expr:
        """Return a condition as an expression, on the records of a list where one is named."""
        match node:
            case And(parts=parts):
                return reduce(and_, (self.truth(part, items) for part in parts))
            case Or(parts=parts):
                return reduce(or_, (self.truth(part, items) for part in parts))
            case Not(part=part):
                return ~self.truth(part, items)
            case Exists(items=listed):
                some = self._of_records(node, pl.col("met").any(ignore_nulls=False), empty=False)
                return some | self._unless_complete(listed, holds=False)
            case ForAll(items=listed):
                every = self._of_records(node, pl.col("met").all(ignore_nulls=False), empty=True)
                return every & self._unless_complete(listed, holds=True)
            case Count():
                return self._count(node)
            case RuleMet(rule=rule):
                return self.truth(self.reading.rules[rule])
            case Judged(judgment=judgment):
                rests_on = self.reading.judgments[judgment]
                asserted = UNKNOWN if rests_on is None else self.truth(rests_on)
                unasserted = pl.when(asserted.eq(other=False)).then(statement=False)
                return pl.coalesce(pl.col(f"met.{judgment}"), unasserted)
            case Settled(judgment=judgment):
                return pl.col(f"met.{judgment}").is_not_null()
            case Holds(term=Fact(name=name)) if name in self.reading.derivable:
                return self._followed(node, name)
            case _:
                return self._atom(node, items)

    def _unless_complete(self, items: str, *, holds: bool) -> pl.Expr:
        """Return a truth where a list is whole, and unknown where more records may come."""
        return pl.when(pl.col(f"complete.{items}")).then(holds)

    def _of_records(
        self, node: Exists | ForAll | Count, gathered: pl.Expr, *, empty: object
    ) -> pl.Expr:
        """Return what is gathered of the records of each matter, as a new column of it."""
        name = f"gathered.{len(self.matters.columns)}"
        met = pl.lit(True) if node.where is None else self.truth(node.where, node.items)  # noqa: FBT003  # a literal
        rows = self.records[node.items].join(self.matters, on=ROW, how="left")
        found = rows.with_columns(met=met).group_by(ROW).agg(gathered.alias(name))
        found = found.with_columns(has=pl.lit(True))  # noqa: FBT003  # a literal
        joined = self.matters.join(found, on=ROW, how="left", maintain_order="left")
        filled = pl.when(pl.col("has").is_null()).then(pl.lit(empty)).otherwise(pl.col(name))
        self.matters = joined.with_columns(filled.alias(name)).drop("has")
        return pl.col(name)

    def _count(self, node: Count) -> pl.Expr:
        """Return a count compared: it lies between the records that do and those that may."""
        met = pl.col("met")
        least = self._of_records(node, met.fill_null(value=False).sum(), empty=0)
        most = self._of_records(node, met.fill_null(value=True).sum(), empty=0)
        complete = pl.col(f"complete.{node.items}")

        def at_least(number: int) -> pl.Expr:
            too_few = complete & (most.cast(pl.Int64) < number)
            return (
                pl.when(least.cast(pl.Int64) >= number)
                .then(statement=True)
                .when(too_few)
                .then(statement=False)
            )

        some, more = at_least(node.number), at_least(node.number + 1)
        exactly = some & ~more
        made = {">=": some, ">": more, "<": ~some, "<=": ~more, "==": exactly}
        return made.get(node.operator, ~exactly)

    def _followed(self, node: Holds, name: str) -> pl.Expr:
        """Return a fact as said; where nobody says it, as it follows from others."""
        said = self._atom(node, "")
        source = self.reading.derivable[name]
        followed = said
        if source.no_when is not None:
            followed = ~self.truth(source.no_when) & followed
        if source.yes_when is not None:
            followed = self.truth(source.yes_when) | followed
        return pl.when(pl.col(f"said.{name}")).then(said).otherwise(followed)

    def _atom(self, node: Condition, items: str) -> pl.Expr:
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
                left = self._left(term)
                ends = (self._left(low), left), (left, self._left(high))
                return reduce(and_, (_ordered(a, "<=", b) for a, b in ends))
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
