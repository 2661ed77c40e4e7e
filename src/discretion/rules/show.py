"""The canonical text of a condition, term or measure: reading it returns the same tree."""

import json
from datetime import date
from keyword import iskeyword
from typing import assert_never

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
from discretion.rules.measure import Each
from discretion.rules.measure import Measure
from discretion.rules.measure import Tally


def show_condition(condition: Condition) -> str:
    """Return the canonical text of a condition."""
    match condition:
        case Holds():
            return show_term(condition.term)
        case Compare():
            return _show_compare(condition)
        case Between():
            ends = f"{show_term(condition.low)}, {show_term(condition.high)}"
            return f"between({show_term(condition.term)}, {ends})"
        case Within():
            return f"{show_term(condition.term)} in {_show_words(condition.words)}"
        case StartsWith():
            return f"starts_with({show_term(condition.term)}, {_quoted(condition.prefix)})"
        case And():
            return " and ".join(_inner(part, Or) for part in condition.parts)
        case Or():
            return " or ".join(_inner(part, And) for part in condition.parts)
        case Not(part=Within() as within):
            return f"{show_term(within.term)} not in {_show_words(within.words)}"
        case Not():
            return f"not {_inner(condition.part, And, Or, Compare, Not)}"
        case Exists() | ForAll():
            name = "exists" if isinstance(condition, Exists) else "all"
            return f"{name}({_listed(condition.items, condition.where)})"
        case Count():
            listed = _listed(condition.items, condition.where)
            return f"count({listed}) {condition.operator} {condition.number}"
        case RuleMet():
            return f"rule({_quoted(condition.rule)})"
        case Judged():
            return f"judgment({condition.judgment})"
        case Settled():
            return f"settled({condition.judgment})"
        case _:
            assert_never(condition)


def _show_compare(condition: Compare) -> str:
    right = condition.right
    match right:
        case Constant(value=str(word)) if condition.operator in {"==", "!="}:
            shown = _show_word(word)
        case _:
            shown = show_term(right)
    return f"{show_term(condition.left)} {condition.operator} {shown}"


def show_term(term: Term) -> str:
    """Return the canonical text of a term."""
    match term:
        case Fact():
            return term.name
        case Field():
            return f"it.{term.name}"
        case Constant():
            return _show_constant(term.value)
        case Shift():
            sign = "-" if term.amount < 0 else "+"
            inner = show_term(term.term)
            if isinstance(term.term, Constant) and type(term.term.value) is date:
                inner = f"date({inner})"
            return f"{inner} {sign} {term.unit.value}({abs(term.amount)})"
        case Elapsed():
            name = "completed_years" if term.unit is Unit.YEARS else "calendar_days"
            return f"{name}({show_term(term.start)}, {show_term(term.end)})"
        case _:
            assert_never(term)


def _show_constant(value: str | int | date) -> str:
    match value:
        case int():
            return str(value)
        case str():
            return _quoted(value)
        case _:
            return _quoted(value.isoformat())


def show_measure(measure: Measure) -> str:
    """Return the canonical text of a measure."""
    match measure:
        case Each():
            where = "" if measure.where is None else f", {show_condition(measure.where)}"
            return f"each({measure.items}, it.{measure.field}{where})"
        case Tally():
            return f"count({_listed(measure.items, measure.where)})"
        case _:
            return show_term(measure)


def _inner(condition: Condition, *parenthesised: type) -> str:
    text = show_condition(condition)
    if isinstance(condition, parenthesised) and not (
        isinstance(condition, Not) and isinstance(condition.part, Within)
    ):
        return f"({text})"
    return text


def _listed(items: str, where: Condition | None) -> str:
    return items if where is None else f"{items}, {show_condition(where)}"


def _show_word(word: str) -> str:
    return word if word.isidentifier() and not iskeyword(word) else _quoted(word)


def _quoted(text: str) -> str:
    """Return a text in quotes, as JSON and Python both write it."""
    return json.dumps(text, ensure_ascii=False)


def _show_words(words: tuple[str, ...]) -> str:
    shown = ", ".join(_show_word(word) for word in words)
    return f"({shown},)" if len(words) == 1 else f"({shown})"
