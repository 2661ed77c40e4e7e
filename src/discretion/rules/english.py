"""The plain-English reading of a condition, in the dictionary's phrases, with no name in sight."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import assert_never

from discretion.dates import long_date
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
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

DATE_WORDS = {
    "<": "is before",
    "<=": "is on or before",
    ">": "is after",
    ">=": "is on or after",
    "==": "is",
    "!=": "is not",
}
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
UNITS = {
    Unit.HOURS: ("hour", "hours"),
    Unit.DAYS: ("day", "days"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class English:
    """Reads conditions in the words of a dictionary and a pack.

    `rules` maps a rule to how it is cited (`II.C(b)`), `judgments` a judgment to its question, and
    `date_fact` names the fact that is the day of the decision.
    """

    dictionary: Dictionary
    rules: Table[str, str]
    judgments: Table[str, str]
    date_fact: str

    def condition(  # noqa: C901, PLR0911, PLR0912  # one arm to a node kind: the words of each
        self, condition: Condition, items: str = ""
    ) -> str:
        """Return a condition as a clause, without a full stop."""
        match condition:
            case Holds():
                return self._clause(condition.term, items, holds=True)
            case Compare():
                return self._compare(condition, items)
            case Between():
                term = self.term(condition.term, items)
                low, high = self.term(condition.low, items), self.term(condition.high, items)
                return f"{term} is from {low} to {high}, both included"
            case Within():
                return f"{self.term(condition.term, items)} is {self._words(condition, items)}"
            case StartsWith():
                return f"{self.term(condition.term, items)} begins with “{condition.prefix}”"
            case And(parts=()):
                return "this holds in every matter"
            case And():
                return _list([self._part(part, items) for part in condition.parts], "and")
            case Or():
                return "either " + _list([self._part(part, items) for part in condition.parts], "or")
            case Not():
                return self._denied(condition.part, items)
            case Exists():
                return f"the record shows {self._some(condition.items, condition.where)}"
            case ForAll():
                fact = self.dictionary.facts[condition.items]
                inner = self.condition(condition.where, condition.items)
                return f"of every {fact.item} it is true that {inner}"
            case Count():
                fact = self.dictionary.facts[condition.items]
                noun = fact.item if condition.number == 1 else fact.items
                amount = f"{COUNT_WORDS[condition.operator]} {condition.number} {noun}"
                where = "" if condition.where is None else (
                    f" of which {self.condition(condition.where, condition.items)}"
                )
                return f"the record shows {amount}{where}"
            case RuleMet():
                return f"{self.rules[condition.rule]} is met"
            case Judged():
                return f"an official has answered yes to “{self.judgments[condition.judgment]}”"
            case Settled():
                return f"an official has settled “{self.judgments[condition.judgment]}”"
            case _:
                assert_never(condition)

    def term(self, term: Term, items: str = "") -> str:
        """Return a term as a noun phrase."""
        match term:
            case Fact(name=name):
                return (
                    "the day of the decision"
                    if name == self.date_fact
                    else self.dictionary.facts[name].phrase
                )
            case Field(name=name):
                phrase = self.dictionary.facts[items].fields[name].phrase
                return phrase if phrase.startswith(("the ", "its ")) else f"the {phrase}"
            case Constant():
                return show_value(term.value)
            case Shift():
                single, plural = UNITS[term.unit]
                amount = abs(term.amount)
                word = "before" if term.amount < 0 else "after"
                return f"{amount} {single if amount == 1 else plural} {word} {self.term(term.term, items)}"
            case Elapsed():
                unit = "completed years" if term.unit is Unit.YEARS else "calendar days"
                start, end = self.term(term.start, items), self.term(term.end, items)
                return f"the number of {unit} from {start} to {end}"
            case _:
                assert_never(term)

    def _clause(self, term: Fact | Field, items: str, *, holds: bool) -> str:
        fact = self._fact(term, items)
        if holds:
            return fact.phrase
        return fact.denied or f"it is not true that {fact.phrase}"

    def _fact(self, term: Fact | Field, items: str) -> FactType:
        if isinstance(term, Fact):
            return self.dictionary.facts[term.name]
        return self.dictionary.facts[items].fields[term.name]

    def _compare(self, condition: Compare, items: str) -> str:
        left, right = self.term(condition.left, items), condition.right
        if isinstance(right, Constant) and isinstance(right.value, str):
            words = self._token(condition.left, right.value, items)
            return f"{left} {'is' if condition.operator == '==' else 'is not'} {words}"
        table = NUMBER_WORDS if self._is_number(condition, items) else DATE_WORDS
        return f"{left} {table[condition.operator]} {self.term(right, items)}"

    def _is_number(self, condition: Compare, items: str) -> bool:
        for side in (condition.left, condition.right):
            if isinstance(side, Elapsed) or (
                isinstance(side, Constant) and isinstance(side.value, int)
            ):
                return True
            if isinstance(side, Fact | Field) and (
                not isinstance(side, Fact) or side.name != self.date_fact
            ):
                return self._fact(side, items).kind is Kind.NUMBER
        return False

    def _token(self, term: Term, word: str, items: str) -> str:
        if isinstance(term, Fact | Field):
            return self._fact(term, items).words.get(word, f"“{word}”")
        return f"“{word}”"

    def _words(self, within: Within, items: str) -> str:
        return _list([self._token(within.term, word, items) for word in within.words], "or")

    def _some(self, items: str, where: Condition | None) -> str:
        fact = self.dictionary.facts[items]
        noun = f"an {fact.item}" if fact.item[:1] in "aeiou" else f"a {fact.item}"
        return noun if where is None else f"{noun} of which {self.condition(where, items)}"

    def _part(self, part: Condition, items: str) -> str:
        text = self.condition(part, items)
        return f"({text})" if isinstance(part, And | Or) else text

    def _denied(self, part: Condition, items: str) -> str:
        match part:
            case Holds():
                return self._clause(part.term, items, holds=False)
            case Compare():
                opposite = Compare(part.left, OPPOSITES[part.operator], part.right)
                return self._compare(opposite, items)
            case Within():
                return f"{self.term(part.term, items)} is neither {self._nor(part, items)}"
            case RuleMet():
                return f"{self.rules[part.rule]} is not met"
            case Exists():
                return f"the record shows no {self._some(part.items, part.where).split(' ', 1)[1]}"
            case Judged():
                return f"no official has answered yes to “{self.judgments[part.judgment]}”"
            case Settled():
                return f"no official has settled “{self.judgments[part.judgment]}”"
            case And(parts=()):
                return "this holds in no matter"
            case _:
                return f"it is not so that {self._part(part, items)}"

    def _nor(self, within: Within, items: str) -> str:
        return " nor ".join(self._token(within.term, word, items) for word in within.words)


def show_value(value: str | int | date | datetime) -> str:
    """Return one value in words: a day as `1 November 2020`."""
    if isinstance(value, datetime):
        return f"{value:%H:%M} on {long_date(value.date())} ({value:%Z})"
    if isinstance(value, date):
        return long_date(value)
    return str(value)


def show_values(values: Values, fact: FactType | None = None) -> str:
    """Return what is known of a value in words; `not known` where nothing is."""
    if isinstance(values, Choices):
        if values.words is None:
            return "not known"
        words = fact.words if fact else {}
        return _list([words.get(word, word) for word in sorted(values.words)], "or")
    return _list([_span(low, high) for low, high in values.spans], "or")


def _span(low: object, high: object) -> str:
    if low == high:
        return show_value(low)  # type: ignore[arg-type]  # ends of a span are values
    return f"{show_value(low)} to {show_value(high)}"  # type: ignore[arg-type]  # ends of a span are values


def show_span(values: Spans, single: str, plural: str) -> str:
    """Return a length with its unit: `23 completed years`, `22 to 23 completed years`."""
    only = values.single
    if only is not None:
        return f"{only} {single if only == 1 else plural}"
    return f"{show_values(values)} {plural}"


def _list(parts: Iterable[str], word: str) -> str:
    listed = list(parts)
    if len(listed) == 1:
        return listed[0]
    mark = ";" if any(", " in part or f" {word} " in part for part in listed) else ","
    if len(listed) == 2 and mark == ",":  # noqa: PLR2004  # a pair needs no comma
        return f"{listed[0]} {word} {listed[1]}"
    return f"{f'{mark} '.join(listed[:-1])}{mark} {word} {listed[-1]}"
