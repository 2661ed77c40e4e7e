"""The plain-English reading of a condition: one clause, in the dictionary's phrases."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import datetime
from typing import assert_never

from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
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
from discretion.rules.english.lists import in_a_row
from discretion.rules.english.lists import joined_clauses
from discretion.rules.english.values import show_value

DATE_WORDS = {
    "<": "is before",
    "<=": "is on or before",
    ">": "is after",
    ">=": "is on or after",
    "==": "is",
    "!=": "is not",
}
MOMENT_WORDS = DATE_WORDS | {"<=": "is at or before", ">=": "is at or after"}
NUMBER_WORDS = {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "==": "is",
    "!=": "is not",
}
COUNT_WORDS = {
    "<": "fewer than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "==": "exactly",
    "!=": "any number but",
}
OPPOSITES = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
PAIR = 2
"""How many alternatives `either` stands before."""
UNITS = {
    Unit.HOURS: ("hour", "hours"),
    Unit.DAYS: ("day", "days"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class English:
    """Reads conditions in the words of a dictionary and a pack.

    `rules` maps a rule to what it is called, `judgments` a judgment to its question, and
    `date_fact` names the fact that is the day of the decision.
    """

    dictionary: Dictionary
    rules: Table[str, str]
    judgments: Table[str, str]
    date_fact: str

    def condition(self, condition: Condition, items: str = "") -> str:
        """Return a condition as a clause, without a full stop."""
        match condition:
            case Holds():
                return self._fact(condition.term, items).phrase
            case Compare():
                return self._compare(condition, items)
            case Between():
                return f"{self.term(condition.term, items)} is {self._range(condition, items)}"
            case Within():
                words = in_a_row(self._words(condition, items), "or")
                return f"{self.term(condition.term, items)} is {words}"
            case StartsWith():
                return f"{self.term(condition.term, items)} begins with “{condition.prefix}”"
            case And():
                return self._all(condition.parts, items)
            case Or():
                return self._any(condition.parts, items)
            case Not():
                return self._denied(condition.part, items)
            case Exists():
                return f"the record shows {self._some(condition)}"
            case ForAll():
                fact = self.dictionary.facts[condition.items]
                return f"for every {fact.item}, {self.condition(condition.where, fact.name)}"
            case Count():
                return f"the record shows {self._counted(condition)}"
            case RuleMet():
                return f"{self.rules[condition.rule]} holds"
            case Judged():
                return f"an official has answered yes to “{self.judgments[condition.judgment]}”"
            case Settled():
                return f"an official has settled “{self.judgments[condition.judgment]}”"
            case _:
                assert_never(condition)

    def term(self, term: Term, items: str = "") -> str:
        """Return a term as a noun phrase."""
        match term:
            case Fact(name=name) if name == self.date_fact:
                return "the day of the decision"
            case Fact(name=name):
                return self.dictionary.facts[name].phrase
            case Field(name=name):
                phrase = self.dictionary.facts[items].fields[name].phrase
                return phrase if phrase.startswith(("the ", "its ")) else f"the {phrase}"
            case Constant():
                return show_value(term.value)
            case Shift():
                single, plural = UNITS[term.unit]
                amount = abs(term.amount)
                word = "before" if term.amount < 0 else "after"
                inner = self.term(term.term, items)
                return f"{amount} {single if amount == 1 else plural} {word} {inner}"
            case Elapsed():
                unit = "completed years" if term.unit is Unit.YEARS else "calendar days"
                start, end = self.term(term.start, items), self.term(term.end, items)
                return f"the number of {unit} from {start} to {end}"
            case _:
                assert_never(term)

    def _all(self, parts: tuple[Condition, ...], items: str) -> str:
        if not parts:
            return "this holds in every matter"
        met = [part for part in parts if isinstance(part, RuleMet)]
        not_met = [
            part.part for part in parts if isinstance(part, Not) and isinstance(part.part, RuleMet)
        ]
        rest = [
            part
            for part in parts
            if (part not in met or len(met) == 1)
            and (not isinstance(part, Not) or part.part not in not_met or len(not_met) == 1)
        ]
        clauses = [self.condition(part, items) for part in rest]
        if len(met) > 1:
            clauses.append(f"all of these hold: {self._named(met, 'and')}")
        if len(not_met) > 1:
            clauses.append(f"none of these holds: {self._named(not_met, 'or')}")
        return joined_clauses(clauses, "and")

    def _any(self, parts: tuple[Condition, ...], items: str) -> str:
        if not parts:
            return "this holds in no matter"
        if len(parts) == 1:
            return self.condition(parts[0], items)
        lead = "either of these" if len(parts) == PAIR else "any of these"
        rules = [part for part in parts if isinstance(part, RuleMet)]
        if len(rules) == len(parts):
            return f"{lead} holds: {self._named(rules, 'or')}"
        clauses = [self.condition(part, items) for part in parts]
        if len(parts) == PAIR:
            return f"either {joined_clauses(clauses, 'or')}"
        return f"{lead} is so: {joined_clauses(clauses, 'or')}"

    def _named(self, rules: Iterable[RuleMet], word: str) -> str:
        """Return what several rules are called."""
        return joined_clauses([self.rules[each.rule] for each in rules], word)

    def _fact(self, term: Fact | Field, items: str) -> FactType:
        if isinstance(term, Fact):
            return self.dictionary.facts[term.name]
        return self.dictionary.facts[items].fields[term.name]

    def _compare(self, condition: Compare, items: str) -> str:
        left, right = self.term(condition.left, items), condition.right
        if isinstance(right, Constant) and isinstance(right.value, str):
            words = self._token(condition.left, right.value, items)
            return f"{left} {'is' if condition.operator == '==' else 'is not'} {words}"
        table = {Kind.NUMBER: NUMBER_WORDS, Kind.MOMENT: MOMENT_WORDS}.get(
            self._kind(condition.left, items), DATE_WORDS
        )
        return f"{left} {table[condition.operator]} {self.term(right, items)}"

    def _kind(self, term: Term, items: str) -> Kind:
        match term:
            case Fact(name=name) if name == self.date_fact:
                return Kind.DATE
            case Fact() | Field():
                return self._fact(term, items).kind
            case Shift():
                return self._kind(term.term, items)
            case Elapsed() | Constant(value=int()):
                return Kind.NUMBER
            case Constant(value=datetime()):
                return Kind.MOMENT
            case Constant():
                return Kind.DATE
            case _:
                assert_never(term)

    def _token(self, term: Term, word: str, items: str) -> str:
        if isinstance(term, Fact | Field):
            return self._fact(term, items).words.get(word, f"“{word}”")
        return f"“{word}”"

    def _words(self, within: Within, items: str) -> list[str]:
        return [self._token(within.term, word, items) for word in within.words]

    def _range(self, between: Between, items: str) -> str:
        low, high = self.term(between.low, items), self.term(between.high, items)
        return f"from {low} to {high}, both included"

    def _some(self, exists: Exists) -> str:
        fact = self.dictionary.facts[exists.items]
        return f"{fact.one}{self._where(exists.where, fact.name)}"

    def _counted(self, count: Count) -> str:
        fact = self.dictionary.facts[count.items]
        noun = fact.item if count.number == 1 else fact.items
        amount = f"{COUNT_WORDS[count.operator]} {count.number} {noun}"
        return f"{amount}{self._where(count.where, fact.name)}"

    def _where(self, where: Condition | None, items: str) -> str:
        return "" if where is None else f" where {self.condition(where, items)}"

    def _denied(self, part: Condition, items: str) -> str:
        """Return the opposite of a condition as a clause."""
        match part:
            case Holds():
                fact = self._fact(part.term, items)
                return fact.denied or f"it is not true that {fact.phrase}"
            case Compare():
                return self._compare(
                    Compare(part.left, OPPOSITES[part.operator], part.right), items
                )
            case Between():
                return f"{self.term(part.term, items)} is not {self._range(part, items)}"
            case Within():
                words = self._words(part, items)
                none = f"not {words[0]}" if len(words) == 1 else f"neither {in_a_row(words, 'nor')}"
                return f"{self.term(part.term, items)} is {none}"
            case StartsWith():
                return f"{self.term(part.term, items)} does not begin with “{part.prefix}”"
            case And(parts=()):
                return "this holds in no matter"
            case And():
                return self._any(tuple(Not(each) for each in part.parts), items)
            case Or():
                return self._all(tuple(Not(each) for each in part.parts), items)
            case Not():
                return self.condition(part.part, items)
            case Exists() | ForAll() | Count():
                return self._denied_of_list(part)
            case RuleMet():
                return f"{self.rules[part.rule]} does not hold"
            case Judged():
                return f"no official has answered yes to “{self.judgments[part.judgment]}”"
            case Settled():
                return f"no official has settled “{self.judgments[part.judgment]}”"
            case _:
                assert_never(part)

    def _denied_of_list(self, part: Exists | ForAll | Count) -> str:
        fact = self.dictionary.facts[part.items]
        match part:
            case Exists():
                return f"the record shows no {fact.item}{self._where(part.where, fact.name)}"
            case ForAll():
                return f"for at least one {fact.item}, {self._denied(part.where, fact.name)}"
            case Count():
                opposite = OPPOSITES[part.operator]
                return self.condition(Count(part.items, part.where, opposite, part.number))
            case _:
                assert_never(part)
