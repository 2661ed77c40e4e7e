"""Polars as an oracle: a truth is a column whose nulls are unknown, joined by its own logic."""

from collections.abc import Sequence
from functools import reduce
from operator import and_
from operator import or_

import polars as pl

from discretion.facts.dictionary import Kind
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.truth import Truth
from tests.agreement.engine import Truths
from tests.agreement.oracles.column_atoms import UNKNOWN
from tests.agreement.oracles.column_atoms import ColumnAtoms
from tests.agreement.oracles.frame import ROW
from tests.agreement.oracles.frame import matter_frame
from tests.agreement.oracles.frame import record_frame
from tests.exactness.policy import Policy

TRUTHS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}


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
        self.atoms = ColumnAtoms(policy.dictionary.facts)
        self.matters = matter_frame(policy, views)
        self.records = {
            items: record_frame(policy, views, items)
            for items, each in policy.dictionary.facts.items()
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
                return self.atoms.truth(node, items)

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
        said = self.atoms.truth(node, "")
        source = self.reading.derivable[name]
        followed = said
        if source.no_when is not None:
            followed = ~self.truth(source.no_when) & followed
        if source.yes_when is not None:
            followed = self.truth(source.yes_when) | followed
        return pl.when(pl.col(f"said.{name}")).then(said).otherwise(followed)
