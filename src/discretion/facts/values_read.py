"""Reading one value: the text of a file becomes the set of values it leaves, or a problem."""

from datetime import date
from typing import Any

from discretion.dates import day_of
from discretion.dates import moment_of
from discretion.errors import nearest
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.values import union
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar

YES_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}
SHAPES = {
    Kind.DATE: "a day of the calendar, as in 2021-09-30, or an interval 2020-10..2020-12",
    Kind.MOMENT: "a date and time with its zone, as in 2021-03-01T14:30-05:00",
    Kind.NUMBER: "a whole number, or an interval 97..104",
}


def read_values(fact: FactType, node: Node, day: date, report: Report) -> Values | None:
    """Return the values that a node leaves a fact, or None with the problem in the report.

    Args:
        fact: the fact, or the field of a list.
        node: a scalar, or `{one_of: [..]}` for a few possible values.
        day: the day of the decision, which bounds some dates.
        report: where problems go.

    """
    if isinstance(node, Mapping) and tuple(node.keys()) == ("one_of",):
        several = node.get("one_of")
        if isinstance(several, Listing) and several.items:
            read = [read_values(fact, item, day, report) for item in several.items]
            known = [values for values in read if values is not None]
            return union(known) if len(known) == len(read) else None
    if not isinstance(node, Scalar):
        report.error(
            "wrong_type",
            node,
            f"`{fact.name}` has one value",
            f"write {_shape(fact)}; if it may be one of several, {{one_of: [..]}}",
        )
        return None
    text = " ".join(node.text.split())
    if fact.kind in SHAPES:
        return _ordered(fact, text, node, day, report)
    return _nominal(fact, text, node, report)


def _shape(fact: FactType) -> str:
    if fact.kind is Kind.YES_NO:
        return "yes or no"
    if fact.kind is Kind.TOKEN:
        return f"one of: {', '.join(fact.words)}"
    return SHAPES.get(fact.kind, "plain text")


def _nominal(fact: FactType, text: str, node: Scalar, report: Report) -> Values | None:
    if fact.kind is Kind.TEXT:
        return one_word(text)
    word = YES_NO.get(text, text) if fact.kind is Kind.YES_NO else text
    if word in fact.words:
        return one_word(word)
    report.error(
        "wrong_value",
        node,
        f"`{text}` is no value of `{fact.name}`",
        nearest(word, fact.words) or f"write {_shape(fact)}",
    )
    return None


def period_of(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of `2020-10..2020-12`, of one month or of one day.

    The last may lie before the first; None stands for what the calendar does not have.
    """
    first, dots, last = "".join(text.split()).partition("..")
    low = _end(Kind.DATE, first, last=False)
    high = _end(Kind.DATE, last if dots else first, last=True)
    return None if low is None or high is None else (low, high)


def _ordered(fact: FactType, text: str, node: Scalar, day: date, report: Report) -> Values | None:
    first, dots, last = text.partition("..")
    low = _end(fact.kind, first, last=False)
    high = _end(fact.kind, last if dots else first, last=True)
    if not dots and fact.kind is Kind.DATE and day_of(first) is None:
        low = None
    if low is None or high is None:
        report.error(
            "impossible_date" if fact.kind is Kind.DATE else "wrong_type",
            node,
            f"`{text}` is no value of `{fact.name}`",
            f"write {_shape(fact)}",
        )
        return None
    if high < low:
        report.error("reversed", node, f"`{text}` ends before it begins", "swap the two ends")
        return None
    found = Spans(((low, high),)) if dots else one_value(low)
    return _in_range(fact, found, node, day, report)


def _end(kind: Kind, text: str, *, last: bool) -> Any:  # noqa: ANN401  # a day, moment or number, as the kind says
    if kind is Kind.NUMBER:
        return int(text) if text.isascii() and text.isdigit() else None
    if kind is Kind.MOMENT:
        return moment_of(text)
    if len(text) == len("2020-10"):
        return _month_end(text) if last else day_of(f"{text}-01")
    return day_of(text)


def _month_end(text: str) -> date | None:
    ends = (day_of(f"{text}-{length}") for length in (31, 30, 29, 28))
    return next((end for end in ends if end is not None), None)


def _in_range(
    fact: FactType, found: Spans, node: Scalar, day: date, report: Report
) -> Values | None:
    """Flag and keep a date outside the fact's range; refuse a number outside it."""
    domain = fact.domain(day)
    if not isinstance(domain, Spans) or fact.kind is Kind.MOMENT:
        return found
    low, high = domain.low, domain.high
    inside = low <= found.low and found.high <= high  # type: ignore[operator]  # one kind
    if inside:
        return found
    if fact.kind is Kind.NUMBER:
        report.error(
            "out_of_range",
            node,
            f"`{node.text}` is no value of `{fact.name}`",
            f"write a number from {low} to {high}",
        )
        return None
    if fact.high == DECISION_DAY and found.high > high:  # type: ignore[operator]  # one kind
        message = f"`{fact.name}` lies after the day of the decision, {day.isoformat()}"
    else:
        message = f"`{fact.name}` lies outside {low} to {high}"
    report.warning("date_out_of_order", node, message, "it is kept as written: check both dates")
    return found


def is_any(values: Values) -> bool:
    """Tell whether nothing at all is known of a text."""
    return isinstance(values, Choices) and values.words is None
