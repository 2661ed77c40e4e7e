"""Assumption sets: what they close exists, can have that value, and is no protected ground."""

from datetime import date

from discretion.errors import Problem
from discretion.errors import nearest
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values_read import YES_NO
from discretion.facts.values_read import read_values
from discretion.rules.assumption import WHOLE
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.checks.conditions import closing_conditions
from discretion.rules.checks.conditions import placed_closings
from discretion.rules.checks.guards import GuardCheck
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.terms import shared_names
from discretion.rules.condition import Condition
from discretion.rules.condition import facts_in
from discretion.rules.derived import Derivations
from discretion.rules.library import Library
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Site
from discretion.source import Scalar


def check_assumption_sets(library: Library) -> tuple[Problem, ...]:
    """Return every problem of the assumption sets that packs share."""
    places = FactPlaces(library)
    kinds, guards = KindCheck(shared_names(library)), GuardCheck(library.derivations.guards)
    for assumptions in library.assumption_sets.values():
        site = places.module(assumptions.file)
        for placed in closing_conditions(assumptions, site):
            kinds.check(placed)
            guards.check(placed)
        check_closings(library, assumptions, site, date.min)
    return tuple(problem for report in places.reports() for problem in report.problems)


def check_closings(library: Library, assumptions: AssumptionSet, site: Site, day: date) -> None:
    """Report what a set closes that nothing can be closed to, or that no set may close or read.

    Args:
        library: for the dictionary and the protected traits.
        assumptions: the set.
        site: where it stands.
        day: stands for its day where it has none.

    """
    adjacent = {fact.name for fact in library.dictionary.facts.values() if fact.adjacent}
    adjacent.update(library.words.protected.adjacent)
    for closing, row in placed_closings(assumptions, site):
        fact = library.dictionary.get(closing.subject)
        if fact is None or (fact.kind is Kind.LIST) is not bool(closing.items):
            _report_name(library, closing, fact, row)
            continue
        _check_value(closing, fact, assumptions.dated or day, row)
        used = {closing.subject, *_read(closing.when, library.derivations)}
        for name in sorted(used & adjacent):
            row.error(
                "adjacent_assumed",
                name,
                f"the assumption set `{assumptions.id}` closes or reads `{name}`, which stands "
                "next to a protected trait",
                "take it out: what is next to a protected trait is said of a matter, never assumed",
            )


def _read(condition: Condition | None, derivations: Derivations) -> set[str]:
    """Return the facts and lists that a condition reads, and those that they follow from."""
    found: set[str] = set()
    waiting = [condition]
    while waiting:
        tested = waiting.pop()
        for name in () if tested is None else set(facts_in(tested)) - found:
            found.add(name)
            follows = derivations.derivable.get(name)
            if follows is not None:
                waiting.extend((follows.yes_when, follows.no_when))
            if name in derivations.from_records:
                found.add(derivations.from_records[name].items)
    return found


def _report_name(library: Library, closing: Closing, fact: FactType | None, row: Site) -> None:
    names = library.dictionary.names()
    hint = nearest(closing.subject, names) or "name a single fact, or a list with `.complete`"
    if fact is not None:
        hint = (
            f"`{fact.name}` is no list: leave `{WHOLE}` out"
            if closing.items
            else f"write `{fact.name}{WHOLE}`, for whether its records are all there are"
        )
    message = f"no fact is called `{closing.fact}` that an assumption can close"
    row.under("fact").error("unknown_fact", closing.fact, message, hint)


def _check_value(closing: Closing, fact: FactType, day: date, row: Site) -> None:
    at = row.under("value")
    if closing.items and closing.value not in YES_NO:
        message = f"`{closing.value}` is neither yes nor no"
        at.error("not_yes_no", closing.value, message, "write yes or no")
    elif not closing.items and isinstance(at.node, Scalar):
        read_values(fact, at.node, day, row.report)
