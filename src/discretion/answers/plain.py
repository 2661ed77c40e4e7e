"""Values of the field as plain data: days in ISO form, truths as words, sets of values as words."""

from datetime import date
from typing import Any

from discretion.errors import Problem
from discretion.facts.values import Choices
from discretion.facts.values import Ordered
from discretion.facts.values import Values
from discretion.truth import Truth

Plain = dict[str, Any]


def plain_truth(truth: Truth) -> bool | None:
    """Return a truth as true, false or null, where an answer's key holds those."""
    return {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}[truth]


def plain_problem(problem: Problem) -> Plain:
    """Return a problem as an answer holds it."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "help": problem.help,
    }


def plain_values(values: Values) -> str | list[str] | None:
    """Return what is left of a fact: a word or day, `a..b` for an interval, a list of several.

    None stands for any text at all.
    """
    if isinstance(values, Choices):
        words = None if values.words is None else sorted(values.words)
    else:
        words = [_span(low, high) for low, high in values.spans]
    if words is None:
        return None
    return words[0] if len(words) == 1 else words


def _span(low: Ordered, high: Ordered) -> str:
    return _one(low) if low == high else f"{_one(low)}..{_one(high)}"


def _one(value: Ordered) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
