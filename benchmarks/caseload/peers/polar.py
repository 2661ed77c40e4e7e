"""The rules as expressions of Polars, in its streaming engine."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import and_
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from operator import ne
from operator import or_
from types import MappingProxyType
from typing import TypeAlias

import polars as pl

from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.matters.data import RECIPE
from benchmarks.caseload.peers.language import Listed
from benchmarks.caseload.peers.writer import Writer
from discretion.engines.table import COMPLETE
from discretion.rules.condition import Exists
from discretion.rules.condition import ForAll
from discretion.rules.condition import Unit

OPERATORS = MappingProxyType({"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne})
KEY, RECORD = "row_number", "record"
OFFSETS = MappingProxyType({Unit.DAYS: "d", Unit.MONTHS: "mo", Unit.YEARS: "y"})


Expr: TypeAlias = pl.Expr
"""What everything is written in."""
YES, NO, OPEN = (pl.lit(value, dtype=pl.Boolean) for value in (True, False, None))


class PolarsExpressions:
    """Says everything in expressions, in which `and`, `or` and `not` are Kleene's.

    `any` and `all` of records are so too where they are told not to ignore what is null.
    """

    def __init__(self) -> None:
        """Begin with nothing asked of records beside their matter."""
        self.beside: dict[str, Expr] = {}

    def column(self, name: str) -> Expr:
        """Return a column of the table, or of a stage."""
        return pl.col(name)

    def field(self, name: str) -> Expr:
        """Return a field of the record that a condition is read of."""
        return pl.col(RECORD).struct.field(name)

    def truth(self, *, value: bool | None) -> Expr:
        """Return true, false or, for None, unknown."""
        return pl.lit(value, dtype=pl.Boolean)

    def constant(self, value: date | int) -> Expr:
        """Return a day or a number."""
        return pl.lit(value)

    def all(self, parts: Sequence[Expr]) -> Expr:
        """Return whether all parts hold."""
        return reduce(and_, parts) if parts else YES

    def any(self, parts: Sequence[Expr]) -> Expr:
        """Return whether some part holds."""
        return reduce(or_, parts) if parts else NO

    def no(self, part: Expr) -> Expr:
        """Return whether a part does not hold."""
        return ~part

    def compare(self, left: Expr, operator: str, right: Expr) -> Expr:
        """Return a comparison, unknown where a side is unsaid."""
        return OPERATORS[operator](left, right)

    def among(self, word: Expr, words: Sequence[str]) -> Expr:
        """Return whether a word is one of several, unknown where it is unsaid."""
        return word == words[0] if len(words) == 1 else word.is_in(list(words))

    def starts(self, text: Expr, prefix: str) -> Expr:
        """Return whether a text begins so, unknown where it is unsaid."""
        return text.cast(pl.String).str.starts_with(prefix)

    def first(self, *values: Expr) -> Expr:
        """Return the first value that is said."""
        return pl.coalesce(*values)

    def decided(self, surely: Expr | None, never: Expr | None) -> Expr:
        """Return true where one test holds, false where the other does, else unknown."""
        open_ = OPEN
        if never is not None:
            open_ = pl.when(never).then(NO).otherwise(open_)
        return open_ if surely is None else pl.when(surely).then(YES).otherwise(open_)

    def shifted(self, day: Expr, amount: int, unit: Unit) -> Expr:
        """Return a day so many days, months or years on."""
        return day.dt.offset_by(f"{amount}{OFFSETS[unit]}")

    def elapsed(self, start: Expr, end: Expr, unit: Unit) -> Expr:
        """Return the calendar days or the completed years between two days."""
        if unit is Unit.DAYS:
            return (end - start).dt.total_days()
        first, last = (
            day.dt.month().cast(pl.Int32) * 100 + day.dt.day().cast(pl.Int32)
            for day in (start, end)
        )
        return end.dt.year() - start.dt.year() - (last < first).cast(pl.Int32)

    def listed(self, node: Listed, where: Callable[[], Expr] | None) -> Expr:
        """Return what is asked of a list."""
        number, whole = pl.col(node.items).list.len(), pl.col(f"{node.items}{COMPLETE}")
        match node:
            case Exists():
                held = number > 0 if where is None else self._asked(node, where, "any")
                return held | pl.when(whole).then(NO).otherwise(OPEN)
            case ForAll():
                held = self._asked(node, where or (lambda: YES), "all")
                return held & pl.when(whole).then(YES).otherwise(OPEN)
            case _:
                known = number.fill_null(0).cast(pl.Int64)
                if where is None:
                    return self._counted(node.operator, node.number, (known, known), whole)
                least, false = (
                    self._asked(node, test, "sum").fill_null(0).cast(pl.Int64)
                    for test in (where, lambda: ~where())
                )
                return self._counted(node.operator, node.number, (least, known - false), whole)

    def _asked(self, node: Listed, where: Callable[[], Expr], how: str) -> Expr:
        """Return a test of all records of a list taken together.

        It is made of each record beside its matter, all such tests at once, and joined back (what
        holds of any record whatever is made to read it, or it would be counted once): to
        test records inside their lists, with `list.eval`, takes longer from three tests on, and
        cannot read the matter.
        """
        name, test = f"x{len(self.beside)}", where()
        if not test.meta.root_names():
            test &= pl.col(RECORD).is_not_null()
        self.beside[name] = getattr(test, how)(**({} if how == "sum" else {"ignore_nulls": False}))
        nothing = {"any": False, "all": True, "sum": 0}[how]
        is_empty = pl.col(node.items).list.len() == 0
        return pl.when(is_empty).then(pl.lit(nothing)).otherwise(pl.col(name))

    def _counted(self, operator: str, number: int, ends: tuple[Expr, Expr], whole: Expr) -> Expr:
        least, most = ends

        def at_least(bound: int) -> Expr:
            return self.decided(least >= bound, whole & (most < bound))

        match operator:
            case ">=" | ">":
                return at_least(number + (operator == ">"))
            case "<" | "<=":
                return ~at_least(number + (operator == "<="))
            case _:
                same = at_least(number) & ~at_least(number + 1)
                return same if operator == "==" else ~same


class PolarsQuery:
    """A task as lazy frames."""

    def __init__(self, task: Task) -> None:
        """Write the rules and the outcomes."""
        self.to = PolarsExpressions()
        self.writer: Writer[Expr] = Writer(task, self.to)
        self.rules = [[self.writer.rule(rule) for rule in each.rules] for each in task.policies]
        self.labels = [
            [(token, self.writer.of(when)) for token, when in each.outcomes]
            for each in task.policies
        ]

    def results(self, source: pl.LazyFrame) -> pl.LazyFrame:
        """Return the address of each row, masks, tallies and labels."""
        columns: dict[str, Expr] = {}
        for number, rules in enumerate(self.rules):
            columns[f"true_{number}"] = _mask(rules)
            columns[f"known_{number}"] = _mask([rule.is_not_null() for rule in rules])
        for number, rows in enumerate(self.labels):
            label = pl.lit(None, dtype=pl.String)
            for token, when in reversed(rows):
                label = pl.when(when).then(pl.lit(token)).otherwise(label)
            columns[f"established_{number}"] = label
        masked = self._staged(source, "row_number").select("row_number", **columns)
        tallies = {
            f"{kind}_count_{number}": pl.col(f"{kind}_{number}").bitwise_count_ones()
            for number in range(len(self.rules))
            for kind in ("true", "known")
        }
        return masked.with_columns(**tallies)

    def counts(self, source: pl.LazyFrame) -> pl.LazyFrame:
        """Return how many rows each rule is true of, and known of."""
        rules = [rule for each in self.rules for rule in each]
        counted = {}
        for number, rule in enumerate(rules):
            counted[f"t{number}"] = rule.sum()
            counted[f"k{number}"] = rule.count()
        return self._staged(source).select(**counted)

    def _staged(self, source: pl.LazyFrame, *carried: str) -> pl.LazyFrame:
        frame = source.select(*dict.fromkeys((*carried, KEY)), *self.writer.read)
        if self.to.beside:
            frame = frame.join(self._beside(frame), on=KEY, how="left")
        for stage in self.writer.stages:
            frame = frame.with_columns(**stage)
        return frame

    def _beside(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return what is asked of records beside their matter."""
        [items] = RECIPE.lists
        filled = frame.filter(pl.col(items).list.len() > 0).with_columns(
            pl.col(items).alias(RECORD)
        )
        return filled.explode(RECORD).group_by(KEY).agg(**self.to.beside)


def _mask(tests: Sequence[Expr]) -> Expr:
    nothing = pl.lit(0, dtype=pl.UInt64)
    bits = [
        pl.when(test).then(pl.lit(1 << number, dtype=pl.UInt64)).otherwise(nothing)
        for number, test in enumerate(tests)
    ]
    return reduce(or_, bits)
