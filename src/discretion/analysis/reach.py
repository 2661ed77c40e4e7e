"""What a condition can depend on: the facts, lists and judgments it reaches, however far."""

from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from discretion.engines.reference import Reading
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.rules.condition import facts_in
from discretion.rules.condition import judgments_in
from discretion.rules.condition import rules_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The facts and lists, and the judgments, that some conditions depend on.

    Facts that a date order ties to one of them are among them, because they bound it.
    """

    facts: tuple[str, ...]
    judgments: tuple[str, ...]

    def known(self, view: View, lists: dict[str, Hashable]) -> Hashable:
        """Return what a view knows of all this: equal for two views that cannot differ on it."""
        known = view.known
        return (
            view.day,
            tuple([known.get(name) or lists.get(name) for name in self.facts]),
            tuple([view.settled.get(name) for name in self.judgments]),
        )


def reach_of(
    conditions: Iterable[Condition], reading: Reading, orders: Iterable[tuple[str, str, str]]
) -> Reach:
    """Return what some conditions depend on.

    Args:
        conditions: where to begin.
        reading: the rules, judgments and derivable facts they may refer to.
        orders: (list, later, earlier) for each date order of the dictionary.

    """
    facts: dict[str, None] = {}
    judgments: dict[str, None] = {}
    for kind, name in _reached(conditions, reading, set()):
        (facts if kind == "fact" else judgments)[name] = None
    neighbours: dict[str, set[str]] = {}
    for items, later, earlier in orders:
        if not items:
            neighbours.setdefault(later, set()).add(earlier)
            neighbours.setdefault(earlier, set()).add(later)
    waiting = list(facts)
    while waiting:
        for other in sorted(neighbours.get(waiting.pop(), ())):
            if other not in facts:
                facts[other] = None
                waiting.append(other)
    return Reach(facts=tuple(facts), judgments=tuple(judgments))


def _reached(
    conditions: Iterable[Condition], reading: Reading, seen: set[str]
) -> Iterator[tuple[str, str]]:
    for condition in conditions:
        further: list[Condition | None] = []
        for name in facts_in(condition):
            yield "fact", name
            source = reading.derivable.get(name)
            if source is not None and name not in seen:
                seen.add(name)
                further.extend((source.yes_when, source.no_when))
        for rule in rules_in(condition):
            if rule not in seen:
                seen.add(rule)
                further.append(reading.rules[rule])
        for judgment in judgments_in(condition):
            yield "judgment", judgment
            if judgment not in seen:
                seen.add(judgment)
                further.append(reading.judgments[judgment])
        yield from _reached([part for part in further if part is not None], reading, seen)


def known_lists(view: View) -> dict[str, Hashable]:
    """Return what a view knows of each list, as values that can be compared and hashed."""
    return {
        items: (
            view.complete.get(items),
            tuple(tuple(sorted(row.items())) for row in view.listed(items)),
        )
        for items in view.complete.keys() | view.records.keys()
    }
