"""Names and kinds: what a condition names exists, and it compares like with like."""

import re
from typing import assert_never

from discretion.errors import nearest
from discretion.facts.dictionary import Kind
from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.conditions import PlacedMeasure
from discretion.rules.checks.terms import NOUNS
from discretion.rules.checks.terms import Names
from discretion.rules.checks.terms import TermCheck
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
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
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.packs.places import Site
from discretion.rules.show import show_term

DATE_SHAPE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
"""A text that is meant for a day of the calendar."""


class KindCheck:
    """Walks conditions and adds a problem for each name or comparison that makes no sense."""

    def __init__(self, names: Names) -> None:
        """Take what may be named."""
        self.names = names
        self.terms = TermCheck(names)

    def check(self, placed: Placed, items: str = "") -> None:
        """Check one condition, of the records of a list where it stands in one."""
        self._condition(placed.condition, placed.site, items)

    def measure(self, placed: PlacedMeasure) -> None:
        """Check what a rule shows, or a day that it sets."""
        site = placed.site
        match placed.measure:
            case Each(items=items, field=field, where=where):
                if self.terms.is_list(items, site):
                    self.terms.kind(Field(field), site, items)
                    self._where(where, site, items)
            case Tally(items=items, where=where):
                if self.terms.is_list(items, site):
                    self._where(where, site, items)
            case term:
                kind = self.terms.kind(term, site, "")
                if placed.is_due and kind not in {None, Kind.DATE, Kind.MOMENT}:
                    self._due(term, site)

    def _due(self, term: Term, site: Site) -> None:
        shown = show_term(term)
        message = f"a duty falls due, or a term runs out, on a day, and `{shown}` is none"
        site.error("due_not_a_date", shown, message, "write a date, or a date + days(..)")

    def _where(self, where: Condition | None, site: Site, items: str) -> None:
        if where is not None:
            self._condition(where, site, items)

    def _condition(self, condition: Condition, site: Site, items: str) -> None:
        match condition:
            case Holds():
                self._holds(condition.term, site, items)
            case Compare():
                self._compare(condition, site, items)
            case Between():
                self._same(condition.term, condition.low, site, items)
                self._same(condition.term, condition.high, site, items)
            case Within():
                self._within(condition, site, items)
            case StartsWith():
                kind = self.terms.kind(condition.term, site, items)
                if kind not in {None, Kind.TEXT}:
                    self._differ(condition.term, kind, "the beginning of a text", site)
            case And() | Or():
                for part in condition.parts:
                    self._condition(part, site, items)
            case Not():
                self._condition(condition.part, site, items)
            case Exists() | ForAll() | Count():
                if self.terms.is_list(condition.items, site):
                    self._where(condition.where, site, condition.items)
            case RuleMet():
                self._rule(condition.rule, site)
            case Judged() | Settled():
                self._judgment(condition.judgment, site)
            case _:
                assert_never(condition)

    def _holds(self, term: Fact | Field, site: Site, items: str) -> None:
        kind = self.terms.kind(term, site, items)
        fact = self.terms.fact(term, items)
        if kind is None or kind is Kind.YES_NO:
            return
        words = ", ".join(fact.words) if fact is not None else ""
        site.error(
            "stands_bare",
            term.name,
            f"`{term.name}` stands alone, and it is {NOUNS[kind]}",
            f"compare it with one of: {words}" if words else "compare it with a value",
        )

    def _compare(self, condition: Compare, site: Site, items: str) -> None:
        left, right = condition.left, condition.right
        fact = self.terms.fact(left, items)
        if condition.operator not in {"==", "!="} and fact is not None and fact.words:
            # What stands on the right is a word that the text form reads as a fact.
            if fact.kind is Kind.YES_NO:
                self._bare(left, site)
            else:
                self._unordered(left, fact.kind, site)
        elif isinstance(right, Constant) and isinstance(right.value, str):
            self._word(condition, right.value, site, items)
        elif self._same(left, right, site, items) and not any(map(_reads, (left, right))):
            shown = f"{show_term(left)} {condition.operator} {show_term(right)}"
            message = f"`{shown}` compares two constants and reads no fact"
            site.error("reads_no_fact", show_term(left), message, "name a fact on one side")

    def _word(self, condition: Compare, word: str, site: Site, items: str) -> None:
        """Check a comparison of something with a word."""
        term, kind = condition.left, self.terms.kind(condition.left, site, items)
        if kind is Kind.YES_NO:
            self._bare(term, site)
        elif kind in {Kind.TOKEN, Kind.TEXT}:
            if condition.operator not in {"==", "!="}:
                self._unordered(term, kind, site)
            self._token(term, word, site, items)
        elif kind is not None:
            self._not_a_value(term, kind, word, site)

    def _within(self, within: Within, site: Site, items: str) -> None:
        kind = self.terms.kind(within.term, site, items)
        if kind is Kind.YES_NO:
            self._bare(within.term, site)
        elif kind in {Kind.TOKEN, Kind.TEXT}:
            for word in within.words:
                self._token(within.term, word, site, items)
        elif kind is not None:
            self._differ(within.term, kind, "a list of words", site)

    def _token(self, term: Term, word: str, site: Site, items: str) -> None:
        fact = self.terms.fact(term, items)
        if fact is not None and fact.kind is Kind.TOKEN and word not in fact.words:
            site.error(
                "unknown_token",
                word,
                f"`{word}` is no word of `{fact.name}`",
                nearest(word, fact.words) or f"its words: {', '.join(fact.words)}",
            )

    def _not_a_value(self, term: Term, kind: Kind, word: str, site: Site) -> None:
        if kind is Kind.DATE and DATE_SHAPE.fullmatch(word):
            site.error(
                "not_a_date",
                word,
                f"`{word}` is not a day of the calendar",
                "write year-month-day, as in 2021-09-30",
            )
        elif word in self.names.date_facts or self.names.dictionary.get(word) is not None:
            name = show_term(term)
            message = f"`{name}` is compared with the word `{word}`, which is the name of a fact"
            remedy = f"write `{name} <= {word} and {name} >= {word}`"
            site.error("kinds_differ", name, message, remedy)
        else:
            self._differ(term, kind, f"the word `{word}`", site)

    def _bare(self, term: Term, site: Site) -> None:
        name = show_term(term)
        site.error(
            "yes_no_compared",
            name,
            f"`{name}` is a yes or no, and is compared with a word",
            f"write `{name}` or `not {name}`",
        )

    def _unordered(self, term: Term, kind: Kind, site: Site) -> None:
        name = show_term(term)
        message = f"`{name}` is {NOUNS[kind]}, and has no order"
        site.error("no_order", name, message, "use ==, !=, in or not in")

    def _differ(self, term: Term, kind: Kind, other: str, site: Site) -> None:
        name = show_term(term)
        message = f"`{name}` is {NOUNS[kind]}, and is compared with {other}"
        site.error("kinds_differ", name, message, "compare it with a value of its own kind")

    def _same(self, left: Term, right: Term, site: Site, items: str) -> bool:
        """Check that two terms are of one ordered kind, and tell whether they are."""
        one, other = self.terms.kind(left, site, items), self.terms.kind(right, site, items)
        if one is None or other is None:
            return False
        for term, kind in ((left, one), (right, other)):
            if kind is Kind.YES_NO:
                self._bare(term, site)
                return False
            if kind in {Kind.TOKEN, Kind.TEXT} and one is other:
                self._unordered(term, kind, site)
                return False
        if one is not other:
            self._differ(left, one, f"{NOUNS[other]}, `{show_term(right)}`", site)
            return False
        return True

    def _rule(self, name: str, site: Site) -> None:
        if self.names.rules is None:
            self._not_a_fact(name, site)
        elif name not in self.names.rules:
            hint = nearest(name, self.names.rules) or "name a rule of this pack"
            site.error("unknown_rule", name, f"no rule is called `{name}`", hint)
        elif not self.names.rules[name]:
            message = f"the rule `{name}` tests nothing, so it is never met"
            site.error("untested_rule", name, message, "give it a `when:`, or leave it out here")

    def _judgment(self, name: str, site: Site) -> None:
        if self.names.judgments is None:
            self._not_a_fact(name, site)
        elif name not in self.names.judgments:
            hint = nearest(name, self.names.judgments) or "declare it under `judgments:`"
            site.error("unknown_judgment", name, f"no judgment is called `{name}`", hint)

    def _not_a_fact(self, name: str, site: Site) -> None:
        message = f"`{name}` belongs to a pack, and a fact follows from facts alone"
        site.error("not_about_facts", name, message, "name the facts that it rests on")


def _reads(term: Term) -> bool:
    return any(not isinstance(leaf, Constant) for leaf in leaf_terms(term))
