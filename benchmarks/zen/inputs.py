"""What zen is given of a matter: the same values that our engine reads, in zen's own kinds.

A nominal fact is its word, or null for any. An ordered fact is the least and the greatest value
left, so that an interval needs no more than a comparison. A day is its number, a moment its second.
Calendar arithmetic is done beforehand, with our functions, so that zen need not do it.
"""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from typing import Any

from discretion.engines.terms import Record
from discretion.engines.terms import term_values
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.truth import Truth


class NotInZenError(Exception):
    """A matter holds something for which this encoding has no value, such as two words left."""


class Inputs:
    """Collects what expressions read, and fills it in for one matter after another."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Start with nothing read."""
        self.dictionary = dictionary
        self._facts: dict[str, None] = {}
        self._fields: dict[str, dict[str, None]] = {}
        self._computed: dict[Shift | Elapsed, tuple[str, str]] = {}
        self._judgments: dict[str, tuple[str, str]] = {}

    def word(self, term: Term, items: str) -> str:
        """Return the expression for the word of a nominal fact or field."""
        return self._read(term, items)

    def span(self, term: Term, items: str) -> tuple[str, str]:
        """Return the expressions for the least and the greatest value of an ordered term."""
        if isinstance(term, Constant):
            value = str(_number(term.value))
            return value, value
        if isinstance(term, Shift | Elapsed):
            key, _ = self._computed.setdefault(term, (f"computed{len(self._computed)}", items))
            name = f"#.{key}" if items else key
        else:
            name = self._read(term, items)
        return f"{name}_low", f"{name}_high"

    def _read(self, term: Term, items: str) -> str:
        match term:
            case Fact(name=name):
                self._facts[name] = None
                return name
            case Field(name=name):
                self._fields.setdefault(items, {})[name] = None
                return f"#.{name}"
            case _:
                message = f"{term} is no fact"
                raise NotInZenError(message)

    def listed(self, items: str) -> tuple[str, str]:
        """Return the expressions for the records of a list, and for whether they are all."""
        self._fields.setdefault(items, {})
        return items, f"{items}_all"

    def judgment(self, mark: str, name: str) -> str:
        """Return the expression for what an official settled of a judgment of one pack."""
        key = f"{mark}settled_{name}"
        self._judgments[key] = (mark, name)
        return key

    def of(self, views: Mapping[str, View]) -> dict[str, Any]:
        """Return the inputs of one matter.

        Args:
            views: the matter as each pack reads it, by the pack's mark; they differ in the
                judgments that are settled, and in nothing else.

        Raises:
            NotInZenError: the encoding has no value for something that is known of it.

        """
        view = next(iter(views.values()))
        given: dict[str, Any] = {}
        for name in self._facts:
            if view.reasons.get(name) == "conflicting":
                message = f"accounts of `{name}` conflict"
                raise NotInZenError(message)
            _give(given, name, view.values(name), self.dictionary.get(name), view.day)
        for items, fields in self._fields.items():
            given[items] = [self._record(items, fields, row, view) for row in view.listed(items)]
            given[f"{items}_all"] = view.completeness(items) is Truth.TRUE
        for term, (key, items) in self._computed.items():
            if not items:
                _give_span(given, key, term_values(term, view))
        for key, (mark, name) in self._judgments.items():
            met = views[mark].settled.get(name)
            given[key] = None if met is None else "met" if met else "not_met"
        return given

    def _record(
        self, items: str, fields: Mapping[str, None], row: Mapping[str, Values], view: View
    ) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for name in fields:
            values = view.field_values(items, row, name)
            _give(given, name, values, self.dictionary.facts[items].fields[name], view.day)
        for term, (key, listed) in self._computed.items():
            if listed == items:
                _give_span(given, key, term_values(term, view, Record(items, row)))
        return given


def _give(
    given: dict[str, Any], name: str, values: Values, fact: FactType | None, day: date
) -> None:
    if fact is None or fact.kind not in NOMINAL:
        _give_span(given, name, values)
        return
    word = values.single if isinstance(values, Choices) else None
    if word is None and values != fact.domain(day):
        message = f"`{name}` may still be one of several words, not of all"
        raise NotInZenError(message)
    given[name] = word


def _give_span(given: dict[str, Any], name: str, values: Values) -> None:
    if not isinstance(values, Spans) or len(values.spans) != 1:
        message = f"`{name}` has several spans left"
        raise NotInZenError(message)
    given[f"{name}_low"], given[f"{name}_high"] = (_number(end) for end in values.spans[0])


def _number(value: object) -> int:
    match value:
        case datetime():
            return int(value.timestamp())
        case date():
            return value.toordinal()
        case int():
            return value
        case _:
            message = f"`{value}` is no ordered value"
            raise NotInZenError(message)
