"""Values in words: days as `1 November 2020`, several as a list, none as not known."""

from datetime import date
from datetime import datetime

from discretion.dates import long_date
from discretion.facts.dictionary import FactType
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.rules.english.lists import in_a_row


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
        return in_a_row([words.get(word, word) for word in sorted(values.words)], "or")
    return in_a_row([_span(low, high) for low, high in values.spans], "or")


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
