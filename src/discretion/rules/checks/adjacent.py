"""Facts next to a protected trait: none of them may ever support enforcement.

A category and an aggravating factor never read one, however far their tests reach; and what stops
everything, such as a claim that the law does not reach the person at all, is only ever a stop.
"""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import facts_in
from discretion.rules.condition import judgments_in
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import rules_in
from discretion.rules.library import Library
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

FOR_ENFORCEMENT = frozenset(("aggravating", "either"))
"""Sides of a factor that may count against the person."""
STOP = "stop"
"""The level of an outcome, and the effect of a gate, that ends everything."""


class AdjacentCheck:
    """Follows what the rules and outcomes of a pack read, down to facts that are stated."""

    def __init__(self, library: Library, pack: Pack, places: Places) -> None:
        """Take the pack and where its rules stand."""
        self.library = library
        self.pack = pack
        self.places = places
        facts = library.dictionary.facts.values()
        self.adjacent = {fact.name for fact in facts if fact.adjacent}
        self.adjacent.update(library.words.protected.adjacent)

    def check(self) -> None:
        """Report every rule and outcome that reads what it may not."""
        stops = self.stopping()
        for rule in self.pack.rules.values():
            site = self.places.rule(rule.id)
            supports = rule.kind == "category" or rule.side in FOR_ENFORCEMENT
            read = self.read_by(rule)
            for name in sorted(read & stops):
                self._report_stop(f"the rule `{rule.id}`", name, site)
            refused = sorted((read & self.adjacent) - stops)
            if supports and refused:
                self._report(rule, refused, site)
        for row in self.pack.outcomes:
            site = self.places.row("outcomes", "token", row.token)
            # A rule that it reads is told of at the rule itself.
            for name in sorted(set(facts_in(row.when)) & stops):
                if row.level != STOP:
                    self._report_stop(f"the outcome `{row.token}`", name, site)

    def stopping(self) -> set[str]:
        """Return the facts that a gate with the effect of a stop reads."""
        matter = self.library.words.matters[self.pack.instrument.matter]
        conditions = self.library.gates[matter.name]
        return {
            name
            for gate, condition in zip(matter.gates, conditions, strict=False)
            if gate.effect == STOP
            for name in facts_in(condition)
        }

    def read_by(self, rule: Rule) -> set[str]:
        """Return the facts that a rule reads: to test, to be judged, to be discharged, to show."""
        found = self.reached(self._tests(rule))
        match rule.measure:
            case None:
                pass
            case Each(items=items, where=where) | Tally(items=items, where=where):
                found |= {items} | self.reached((where,))
            case term:
                found.update(leaf.name for leaf in leaf_terms(term) if isinstance(leaf, Fact))
        return found

    def reached(self, conditions: Iterable[Condition | None]) -> set[str]:
        """Return the facts that some conditions read, through rules, judgments and derivations."""
        found: set[str] = set()
        waiting = list(conditions)
        seen: set[str] = set()
        while waiting:
            condition = waiting.pop()
            if condition is None:
                continue
            for name in facts_in(condition):
                found.add(name)
                taken = self.library.derivations.from_records.get(name)
                if taken is not None:
                    found.add(taken.items)
            for name, parts in self._behind(condition):
                if name not in seen:
                    seen.add(name)
                    waiting.extend(parts)
        return found

    def _behind(self, condition: Condition) -> Iterator[tuple[str, list[Condition | None]]]:
        """Yield what a condition names, with the conditions behind it."""
        for identifier in rules_in(condition):
            if identifier in self.pack.rules:
                yield f"rule {identifier}", self._tests(self.pack.rules[identifier])
        for identifier in judgments_in(condition):
            if identifier in self.pack.judgments:
                yield f"judgment {identifier}", [self.pack.judgments[identifier].rests_on]
        for name in facts_in(condition):
            source = self.library.derivations.derivable.get(name)
            if source is not None:
                yield f"fact {name}", [source.yes_when, source.no_when]

    def _tests(self, rule: Rule) -> list[Condition | None]:
        tests = [rule.when, *(reading.when for reading in rule.interpretations)]
        if rule.duty is not None:
            tests.append(rule.duty.discharged_when)
        if rule.judgment in self.pack.judgments:
            tests.append(self.pack.judgments[rule.judgment].rests_on)
        return tests

    def _report(self, rule: Rule, names: list[str], site: Site) -> None:
        what = "a category" if rule.kind == "category" else "a factor that may count against"
        told = " and ".join(f"`{name}`" for name in names)
        never = "never supports" if len(names) == 1 else "never support"
        shown = next((name for name in names if site.shows(name)), rule.id)
        site.error(
            "adjacent_supports_enforcement",
            shown,
            f"the rule `{rule.id}` is {what} and reads {told}, which {never} enforcement",
            "take that out of its test, and out of whatever its test follows from",
        )

    def _report_stop(self, what: str, name: str, site: Site) -> None:
        site.error(
            "stop_feeds_other",
            name,
            f"{what} reads `{name}`, which stops everything and is no part of anything else",
            "leave it to the outcome that stops",
        )
