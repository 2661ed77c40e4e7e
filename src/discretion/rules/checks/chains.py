"""Chains: rules that lead back to themselves, and facts that one comparison ties together.

What a missing fact could change is found by trying the values of facts together where one
comparison, or a date order of the dictionary, ties them; so chains of them have to stay short.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.conditions import dictionary_conditions
from discretion.rules.checks.conditions import pack_conditions
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Term
from discretion.rules.condition import facts_in
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import parts_of
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.rules.library import Library
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack

LONGEST_CHAIN = 3
"""How many facts may be tied together; the design sets it, because their values multiply."""
MOST_COMPARED = 2
"""How many facts one comparison may read: where three turn together, no one turn can be found."""
Member: TypeAlias = tuple[str, str]
"""A fact as ("", name), a field as (list, name)."""


def check_rule_cycles(pack: Pack, places: Places) -> None:
    """Report every rule or judgment that is reached again from itself."""
    leads: dict[str, set[str]] = {}
    for rule in pack.rules.values():
        found = leads.setdefault(f"rule {rule.id}", set())
        tests = [rule.when, *(reading.when for reading in rule.interpretations)]
        if rule.duty is not None:
            tests.append(rule.duty.discharged_when)
        found.update(_leads_to(tests))
        if rule.judgment:
            found.add(f"judgment {rule.judgment}")
    for judgment in pack.judgments.values():
        leads[f"judgment {judgment.id}"] = set(_leads_to([judgment.rests_on]))
    for cycle in cycles_of(leads):
        kind, _, name = cycle[0].partition(" ")
        site = places.rule(name) if kind == "rule" else places.row("judgments", "id", name)
        message = f"the test of `{name}` leads back to itself{_by_way_of(cycle)}"
        site.error("rule_cycle", name, message, "let it name facts instead")


def _leads_to(conditions: Iterable[Condition | None]) -> Iterator[str]:
    for condition in conditions:
        for node in () if condition is None else walk(condition):
            if isinstance(node, RuleMet):
                yield f"rule {node.rule}"
            elif isinstance(node, Judged):
                yield f"judgment {node.judgment}"


def check_derivation_cycles(library: Library, places: FactPlaces) -> None:
    """Report every fact that follows, in the end, from itself."""
    leads: dict[str, set[str]] = {}
    for name, source in library.derivations.derivable.items():
        parts = [part for part in (source.yes_when, source.no_when) if part is not None]
        leads[name] = {fact for part in parts for fact in facts_in(part)}
    for name, taken in library.derivations.from_records.items():
        leads[name] = {taken.items}
    for cycle in cycles_of(leads):
        site = places.fact(library.dictionary.facts[cycle[0]])
        site.under("derived").error(
            "derivation_cycle",
            "",
            f"`{cycle[0]}` follows from itself{_by_way_of(cycle)}",
            "let it follow from facts that somebody states",
        )


def _by_way_of(cycle: tuple[str, ...]) -> str:
    others = " and ".join(f"`{each.rpartition(' ')[2]}`" for each in cycle[1:])
    return f", by way of {others}" if others else ""


def cycles_of(leads: Table[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one ring for each name that leads back to itself, each ring once."""
    seen: set[str] = set()
    for start in leads:
        if start in seen:
            continue
        ring = _way_back(start, leads)
        if ring:
            seen.update(ring)
            yield ring


def _way_back(start: str, leads: Table[str, set[str]]) -> tuple[str, ...]:
    """Return the shortest way from a name back to itself, empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    known: set[str] = set()
    for way in ways:
        for following in sorted(leads.get(way[-1], ())):
            if following == start:
                return way
            if following not in known:
                known.add(following)
                ways.append((*way, following))
    return ()


def check_ties(library: Library, pack: Pack, places: Places, facts: FactPlaces) -> None:
    """Report comparisons that tie a fact to a field, or more facts together than can be tried."""
    date_fact = library.words.matters[pack.instrument.matter].date_fact
    ties: dict[Member, set[Member]] = {}
    where: dict[Member, Site] = {}
    for placed in (*dictionary_conditions(library, facts), *pack_conditions(pack, places)):
        _check_comparisons(placed, date_fact)
        for members in _tied(placed.condition, ""):
            read = [member for member in members if member != ("", date_fact)]
            if len({bool(items) for items, _ in read}) > 1:
                _report_mixed(read, placed)
                continue
            for member in read:
                ties.setdefault(member, set()).update(read)
                where[member] = placed.site
    for later, earlier in _orders(library):
        if later in ties and earlier in ties:
            ties[later].add(earlier)
            ties[earlier].add(later)
    for chain in _chains(ties):
        if len(chain) > LONGEST_CHAIN:
            names = ", ".join(f"`{name}`" for _, name in chain)
            where[chain[-1]].error(
                "chain_too_long",
                chain[-1][1],
                f"comparisons and date orders tie {len(chain)} facts together: {names}",
                f"at most {LONGEST_CHAIN} can be: compare some of them with dates instead",
            )


def _check_comparisons(placed: Placed, date_fact: str) -> None:
    """Report comparisons that read a fact twice, or too many for their turns to be found."""
    for terms in _compared(placed.condition):
        leaves = [leaf for term in terms for leaf in leaf_terms(term)]
        read = [
            leaf.name
            for leaf in leaves
            if isinstance(leaf, Field) or (isinstance(leaf, Fact) and leaf.name != date_fact)
        ]
        twice = next((name for name in read if read.count(name) > 1), "")
        if twice:
            placed.site.error(
                "compared_with_itself",
                twice,
                f"`{twice}` is compared with itself",
                "compare it with another fact or with a constant",
            )
        elif len(read) > MOST_COMPARED:
            names = ", ".join(f"`{name}`" for name in read)
            placed.site.error(
                "comparison_too_wide",
                read[-1],
                f"one comparison reads {len(read)} facts: {names}",
                f"at most {MOST_COMPARED} can be compared: write the number or the day itself",
            )


def _compared(condition: Condition) -> Iterator[tuple[Term, Term]]:
    """Yield the two sides of every comparison."""
    for node in walk(condition):
        match node:
            case Compare(left=left, right=right):
                yield left, right
            case Between(term=term, low=low, high=high):
                yield low, term
                yield term, high


def _report_mixed(read: list[Member], placed: Placed) -> None:
    fact = next(name for items, name in read if not items)
    field = next(name for items, name in read if items)
    placed.site.error(
        "fact_tied_to_field",
        f"it.{field}",
        f"`{fact}` is compared with `it.{field}`, a field of a record",
        "compare the field with another field, a constant or the date of the decision",
    )


def _tied(condition: Condition, items: str) -> Iterator[list[Member]]:
    """Yield what each comparison reads together."""
    read: list[Member] = []
    for term in terms_of(condition):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                read.append(("", leaf.name))
            elif isinstance(leaf, Field):
                read.append((items, leaf.name))
    if read:
        yield list(dict.fromkeys(read))
    inner = condition.items if isinstance(condition, Exists | ForAll | Count) else items
    for part in parts_of(condition):
        yield from _tied(part, inner)


def _orders(library: Library) -> Iterator[tuple[Member, Member]]:
    for fact in library.dictionary.facts.values():
        if fact.not_before:
            yield ("", fact.name), ("", fact.not_before)
        for field in fact.fields.values():
            if field.not_before:
                yield (fact.name, field.name), (fact.name, field.not_before)


def _chains(ties: Table[Member, set[Member]]) -> Iterator[tuple[Member, ...]]:
    """Yield the members that are tied to each other, however far, each chain once."""
    seen: set[Member] = set()
    for start in ties:
        if start in seen:
            continue
        chain = [start]
        seen.add(start)
        for member in chain:
            for other in sorted(ties[member] - seen):
                seen.add(other)
                chain.append(other)
        yield tuple(chain)
