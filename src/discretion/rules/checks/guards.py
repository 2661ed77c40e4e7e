"""Guards: a fact that applies only under a condition is used only where that condition holds.

A use is guarded inside a conjunction that also holds the guard, and inside a disjunction that
also holds its opposite: `not guard or use` reads the use only where the guard holds.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.conditions import PlacedMeasure
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import Term
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import parts_of
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.packs.places import Site
from discretion.rules.show import show_condition

Held = frozenset[Condition]


class GuardCheck:
    """Walks conditions with what holds around each part, and finds uses without their guard."""

    def __init__(self, guards: Table[str, Condition]) -> None:
        """Take the guards by fact, and by `list.field`."""
        self.guards = guards

    def check(self, placed: Placed, items: str = "") -> None:
        """Check one condition."""
        held = frozenset(conjuncts(placed.held))
        self._condition(placed.condition, held, placed.site, items)

    def measure(self, placed: PlacedMeasure) -> None:
        """Check what a rule shows; its own test holds there."""
        held = frozenset(conjuncts(placed.held))
        match placed.measure:
            case Each(items=items, field=field, where=where):
                inside = held | frozenset(conjuncts(where))
                self._terms((Field(field),), inside, placed.site, items)
                if where is not None:
                    self._condition(where, held, placed.site, items)
            case Tally(items=items, where=where):
                if where is not None:
                    self._condition(where, held, placed.site, items)
            case term:
                self._terms((term,), held, placed.site, "")

    def _condition(self, condition: Condition, held: Held, site: Site, items: str) -> None:
        match condition:
            case And(parts=parts):
                for index, part in enumerate(parts):
                    others = (*parts[:index], *parts[index + 1 :])
                    self._condition(part, held | frozenset(_all(others)), site, items)
            case Or(parts=parts):
                for index, part in enumerate(parts):
                    others = (*parts[:index], *parts[index + 1 :])
                    self._condition(part, held | frozenset(_opposites(others)), site, items)
            case Exists() | ForAll() | Count():
                inside = frozenset(each for each in held if not _reads_fields(each))
                if condition.where is not None:
                    self._condition(condition.where, inside, site, condition.items)
            case _:
                self._terms(terms_of(condition), held, site, items)
                for part in parts_of(condition):
                    self._condition(part, held, site, items)

    def _terms(self, terms: Iterable[Term], held: Held, site: Site, items: str) -> None:
        for term in terms:
            for leaf in leaf_terms(term):
                if isinstance(leaf, Fact):
                    self._use(leaf.name, self.guards.get(leaf.name), held, site)
                elif isinstance(leaf, Field):
                    self._use(leaf.name, self.guards.get(f"{items}.{leaf.name}"), held, site)

    def _use(self, name: str, guard: Condition | None, held: Held, site: Site) -> None:
        if guard is None or guard in held or held.issuperset(conjuncts(guard)):
            return
        shown = show_condition(guard)
        site.error(
            "unguarded",
            name,
            f"`{name}` applies only where `{shown}`, and is used without it",
            f"write `{shown} and ..`, or `{show_condition(Not(guard))} or ..`",
        )


def conjuncts(condition: Condition | None) -> tuple[Condition, ...]:
    """Return the conditions that hold where a condition does, none for None."""
    if condition is None:
        return ()
    return condition.parts if isinstance(condition, And) else (condition,)


def _all(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        yield from conjuncts(condition)


def _opposites(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield what holds where none of some conditions does."""
    for condition in conditions:
        if isinstance(condition, Not):
            yield from _all((condition.part,))
        else:
            yield Not(condition)


def _reads_fields(condition: Condition) -> bool:
    return any(
        isinstance(leaf, Field)
        for node in walk(condition)
        for term in terms_of(node)
        for leaf in leaf_terms(term)
    )
