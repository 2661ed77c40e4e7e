"""The days on which a term runs out, as the rules of a screen set them from days that are known."""

from collections.abc import Collection
from collections.abc import Iterator
from datetime import date

from discretion.engines.terms import term_values
from discretion.facts.values import Spans
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.rules.condition import Fact
from discretion.rules.condition import leaf_terms
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day of a term: one day, or the first and the last that it may be.

    A day that has passed ends nothing by itself: the note of its rule says what to keep in mind.
    """

    rule: Rule
    earliest: date
    latest: date

    def days_left(self, on: date) -> int:
        """Return how many calendar days are left at the least, below zero where it has passed."""
        return (self.earliest - on).days

    def may_be_past(self, on: date) -> bool:
        """Tell whether the day has passed, or may have."""
        return self.earliest < on


def last_days(pack: Pack, view: View, off: Collection[str]) -> Iterator[LastDay]:
    """Yield the last day of each term whose days are known, in the order of the rules.

    Args:
        pack: the screen.
        view: the facts as one reader may use them.
        off: the rules that do not count, as no instrument that they rest on governed.

    """
    for rule in pack.rules.values():
        if rule.runs_until is None or rule.id in off:
            continue
        leaves = [leaf.name for leaf in leaf_terms(rule.runs_until) if isinstance(leaf, Fact)]
        if not all(name in view.known for name in leaves):
            continue
        values = term_values(rule.runs_until, view)
        if isinstance(values, Spans):
            low, high = values.low, values.high
            if isinstance(low, date) and isinstance(high, date):
                yield LastDay(rule=rule, earliest=low, latest=high)
