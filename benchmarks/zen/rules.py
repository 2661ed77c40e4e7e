"""Our conditions as expressions of the zen language, with three-valued logic spelled out.

Zen knows no unknown: `null and x` and `null > 1` fail. So each condition becomes two expressions,
one that is true where the condition is, and one that is true where it is false; where neither is,
it is unknown. Rules, judgments and derivable facts are written once and referred to.
"""

from collections.abc import Iterable
from json import dumps
from typing import assert_never

from benchmarks.zen.inputs import Inputs
from benchmarks.zen.inputs import NotInZenError
from discretion.engines.reading import Reading
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Dictionary
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

Pair = tuple[str, str]
"""The expressions for true and for false."""


class Writer:
    """Writes the rules of one pack as named expressions, each after those it refers to."""

    def __init__(self, mark: str, reading: Reading, dictionary: Dictionary, inputs: Inputs) -> None:
        """Take the mark of the pack's names, what conditions refer to, and the inputs to fill."""
        self.mark = mark
        self.reading = reading
        self.dictionary = dictionary
        self.inputs = inputs
        self.expressions: dict[str, str] = {}
        self._written: dict[tuple[str, str], Pair] = {}

    def rule(self, identifier: str) -> Pair:
        """Write a rule, once, and return the names of its two expressions."""
        return self._named("rule", identifier, self.reading.rules[identifier])

    def _named(self, kind: str, name: str, condition: Condition) -> Pair:
        found = self._written.get((kind, name))
        if found is None:
            found = self._kept(kind, name, self.pair(condition))
        return found

    def _kept(self, kind: str, name: str, pair: Pair) -> Pair:
        stem = f"{self.mark}{kind}{len(self._written)}"
        keys = (f"{stem}_true", f"{stem}_false")
        self.expressions.update(zip(keys, pair, strict=True))
        self._written[kind, name] = keys
        return keys

    def pair(self, condition: Condition, items: str = "") -> Pair:
        """Return the two expressions of a condition, of the records of a list where it has one."""
        match condition:
            case Holds():
                return self._holds(condition.term, items)
            case Compare() | Between():
                return self._compared(condition, items)
            case Within():
                listed = dumps(list(condition.words))
                name = self._word(condition.term, items)
                return f"{name} in {listed}", _known(name, f"not ({name} in {listed})")
            case StartsWith():
                name = self._word(condition.term, items)
                test = f"startsWith({name}, {dumps(condition.prefix)})"
                return _known(name, test), _known(name, f"not {test}")
            case And():
                pairs = [self.pair(part, items) for part in condition.parts]
                return _all(true for true, _ in pairs), _any(false for _, false in pairs)
            case Or():
                pairs = [self.pair(part, items) for part in condition.parts]
                return _any(true for true, _ in pairs), _all(false for _, false in pairs)
            case Not():
                true, false = self.pair(condition.part, items)
                return false, true
            case Exists() | ForAll() | Count():
                return self._counted(condition)
            case RuleMet():
                return _referred(self.rule(condition.rule))
            case Judged() | Settled():
                return self._judged(condition)
            case _:
                assert_never(condition)

    def _holds(self, term: Fact | Field, items: str) -> Pair:
        name = self._word(term, items)
        said = f'{name} == "yes"', _known(name, f'{name} != "yes"')
        derivable = self.reading.derivable.get(term.name) if isinstance(term, Fact) else None
        if derivable is None:
            return said
        found = self._written.get(("fact", term.name))
        if found is None:
            if self.dictionary.facts[term.name].absent:
                message = f"`{term.name}` is derivable and has an absent value"
                raise NotInZenError(message)
            yes, no = self._source(derivable.yes_when), self._source(derivable.no_when)
            unsaid = f"{name} == null"
            follows = _all((unsaid, yes[0])), _all((unsaid, yes[1], no[0]))
            pair = _any((said[0], follows[0])), _any((said[1], follows[1]))
            found = self._kept("fact", term.name, pair)
        return _referred(found)

    def _source(self, condition: Condition | None) -> Pair:
        return ("false", "true") if condition is None else self.pair(condition)

    def _compared(self, condition: Compare | Between, items: str) -> Pair:
        if isinstance(condition, Between):
            low = self._compared(Compare(condition.low, "<=", condition.term), items)
            high = self._compared(Compare(condition.term, "<=", condition.high), items)
            return _all((low[0], high[0])), _any((low[1], high[1]))
        left, operator, right = condition.left, condition.operator, condition.right
        if self._is_nominal(left, items) or self._is_nominal(right, items):
            same = self._same_words(left, right, items)
            return same if operator == "==" else (same[1], same[0])
        a, b = self.inputs.span(left, items), self.inputs.span(right, items)
        match operator:
            case "<":
                return f"{a[1]} < {b[0]}", f"{a[0]} >= {b[1]}"
            case "<=":
                return f"{a[1]} <= {b[0]}", f"{a[0]} > {b[1]}"
            case ">":
                return f"{a[0]} > {b[1]}", f"{a[1]} <= {b[0]}"
            case ">=":
                return f"{a[0]} >= {b[1]}", f"{a[1]} < {b[0]}"
            case _:
                one = f"{a[0]} == {a[1]} and {b[0]} == {b[1]} and {a[0]} == {b[0]}"
                other = f"{a[1]} < {b[0]} or {b[1]} < {a[0]}"
                return (one, other) if operator == "==" else (other, one)

    def _same_words(self, left: Term, right: Term, items: str) -> Pair:
        names = [self._word(term, items) for term in (left, right)]
        known = [f"{name} != null" for name in names if not name.startswith('"')]
        first, second = names
        return _all((*known, f"{first} == {second}")), _all((*known, f"{first} != {second}"))

    def _is_nominal(self, term: Term, items: str) -> bool:
        if isinstance(term, Constant):
            return isinstance(term.value, str)
        if isinstance(term, Field):
            return self.dictionary.facts[items].fields[term.name].kind in NOMINAL
        # The day of the decision is no entry of the dictionary; the matter gives it.
        fact = self.dictionary.get(term.name) if isinstance(term, Fact) else None
        return fact is not None and fact.kind in NOMINAL

    def _word(self, term: Term, items: str) -> str:
        if isinstance(term, Constant):
            return dumps(term.value)
        return self.inputs.word(term, items)

    def _counted(self, condition: Exists | ForAll | Count) -> Pair:
        items, where = condition.items, condition.where
        records, is_all = self.inputs.listed(items)
        true, false = ("true", "false") if where is None else self.pair(where, items)
        match condition:
            case Exists():
                none = f"all({records}, {false})"
                return f"some({records}, {true})", _all((is_all, none))
            case ForAll():
                return _all((is_all, f"all({records}, {true})")), f"some({records}, {false})"
            case Count():
                least = f"count({records}, {true})"
                most = f"count({records}, not ({false}))"
                return _number(condition.operator, condition.number, least, most, is_all)
            case _:
                assert_never(condition)

    def _judged(self, condition: Judged | Settled) -> Pair:
        name = self.inputs.judgment(self.mark, condition.judgment)
        if isinstance(condition, Settled):
            return f"{name} != null", f"{name} == null"
        rests_on = self.reading.judgments[condition.judgment]
        denied = f'{name} == "not_met"'
        if rests_on is not None:
            _, not_asserted = _referred(self._named("judgment", condition.judgment, rests_on))
            denied = _any((denied, _all((f"{name} == null", not_asserted))))
        return f'{name} == "met"', denied


def _number(operator: str, number: int, least: str, most: str, is_all: str) -> Pair:
    """Return whether a number between two bounds stands to another as an operator says."""

    def at_least(bound: int) -> Pair:
        return f"{least} >= {bound}", _all((is_all, f"{most} < {bound}"))

    match operator:
        case ">=" | ">":
            return at_least(number + (operator == ">"))
        case "<" | "<=":
            true, false = at_least(number + (operator == "<="))
            return false, true
        case _:
            (low_true, low_false), (high_true, high_false) = at_least(number), at_least(number + 1)
            same, other = _all((low_true, high_false)), _any((low_false, high_true))
            return (same, other) if operator == "==" else (other, same)


def _known(name: str, test: str) -> str:
    return f"({name} != null and {test})"


def _referred(keys: Pair) -> Pair:
    true, false = keys
    return f"$.{true}", f"$.{false}"


def _all(tests: Iterable[str]) -> str:
    return _joined(tests, "and", "true")


def _any(tests: Iterable[str]) -> str:
    return _joined(tests, "or", "false")


def _joined(tests: Iterable[str], word: str, nothing: str) -> str:
    listed = list(tests)
    return f"({f' {word} '.join(f'({test})' for test in listed)})" if listed else nothing
