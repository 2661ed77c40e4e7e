"""Names and kinds: what a condition names exists, and it compares like with like."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import assert_never

from discretion.errors import nearest
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.conditions import PlacedMeasure
from discretion.rules.checks.conditions import term_of
from discretion.rules.checks.places import Site
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
from discretion.rules.measure import Each
from discretion.rules.show import show_term

ORDERED = frozenset((Kind.DATE, Kind.MOMENT, Kind.NUMBER))
"""Kinds whose values stand in an order."""
NOUNS = {
    Kind.YES_NO: "a yes or no",
    Kind.TOKEN: "one of several words",
    Kind.DATE: "a date",
    Kind.MOMENT: "a moment",
    Kind.NUMBER: "a number",
    Kind.TEXT: "a text",
    Kind.LIST: "a list",
}
"""What a kind is called in a message."""
DATE_SHAPE = 3
"""How many parts a date has between its hyphens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a condition may name.

    `rules` maps each rule of the pack to whether it tests anything. Both it and `judgments` are
    None in the dictionary, where a fact follows from facts alone.
    """

    dictionary: Dictionary
    date_fact: str
    rules: Table[str, bool] | None
    judgments: frozenset[str] | None

    def lists(self) -> Iterable[str]:
        """Yield the names of lists."""
        facts = self.dictionary.facts.values()
        return (fact.name for fact in facts if fact.kind is Kind.LIST)


class KindCheck:
    """Walks conditions and adds a problem for each name or comparison that makes no sense."""

    def __init__(self, names: Names) -> None:
        """Take what may be named."""
        self.names = names

    def check(self, placed: Placed, items: str = "") -> None:
        """Check one condition, of the records of a list where it stands in one."""
        self._condition(placed.condition, placed.site, items)

    def measure(self, placed: PlacedMeasure) -> None:
        """Check what a rule shows, or the day on which a duty falls due."""
        site, measure = placed.site, placed.measure
        term = term_of(measure)
        if term is not None:
            kind = self._kind(term, site, "")
            if placed.is_due and kind not in {None, Kind.DATE, Kind.MOMENT}:
                site.error(
                    "due_not_a_date",
                    show_term(term),
                    f"`{show_term(term)}` is {NOUNS[kind]}, and a duty falls due on a day"
                    if kind
                    else "",
                    "write a date fact, or a date plus days(..)",
                )
        elif self._list(getattr(measure, "items", ""), site) is not None:
            items = getattr(measure, "items", "")
            if isinstance(measure, Each):
                self._kind(Field(measure.field), site, items)
            where = getattr(measure, "where", None)
            if where is not None:
                self._condition(where, site, items)

    def _condition(self, condition: Condition, site: Site, items: str) -> None:
        match condition:
            case Holds():
                self._holds(condition, site, items)
            case Compare():
                self._compare(condition, site, items)
            case Between():
                self._same(condition.term, condition.low, site, items)
                self._same(condition.term, condition.high, site, items)
            case Within():
                self._within(condition, site, items)
            case StartsWith():
                kind = self._kind(condition.term, site, items)
                if kind not in {None, Kind.TEXT}:
                    self._differ(condition.term, kind, "the beginning of a text", site)
            case And() | Or():
                for part in condition.parts:
                    self._condition(part, site, items)
            case Not():
                self._condition(condition.part, site, items)
            case Exists() | ForAll() | Count():
                if self._list(condition.items, site) is not None and condition.where is not None:
                    self._condition(condition.where, site, condition.items)
            case RuleMet():
                self._rule(condition.rule, site)
            case Judged() | Settled():
                self._judgment(condition.judgment, site)
            case _:
                assert_never(condition)
