"""What is known of matters as columns of Polars: the ends of each stretch, and words as lists."""

from collections.abc import Sequence

import polars as pl

from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.truth import Truth
from tests.exactness.policy import Policy

ROW = "row"
"""The column that numbers the matters."""
MOST_STRETCHES = 2
"""How many stretches are known of a fact at most; one alone stands in the columns of both."""
_ENDS = {Kind.DATE: pl.Date, Kind.MOMENT: pl.Datetime("us", "UTC"), Kind.NUMBER: pl.Int64}
Columns = dict[str, pl.Series]


def matter_frame(policy: Policy, views: Sequence[View]) -> pl.DataFrame:
    """Return a row for each matter: its facts, how complete its lists are, what is settled."""
    columns: Columns = {ROW: pl.Series(range(len(views)), dtype=pl.UInt32)}
    for name, each in policy.dictionary.facts.items():
        if each.kind is Kind.LIST:
            complete = [view.completeness(name) is Truth.TRUE for view in views]
            columns[f"complete.{name}"] = pl.Series(complete, dtype=pl.Boolean)
            continue
        is_said = [name in view.known for view in views]
        applies = [name not in view.inapplicable or name in view.known for view in views]
        columns[f"said.{name}"] = pl.Series(is_said, dtype=pl.Boolean)
        columns |= _columns(name, each, [view.values(name) for view in views], applies)
    for name in policy.reading.judgments:
        met = [view.settled.get(name) for view in views]
        columns[f"met.{name}"] = pl.Series(met, dtype=pl.Boolean)
    return pl.DataFrame(columns)


def record_frame(policy: Policy, views: Sequence[View], items: str) -> pl.DataFrame:
    """Return a row for each record of a list, with the number of its matter."""
    places = [
        (row, number, record)
        for row, view in enumerate(views)
        for number, record in enumerate(view.listed(items))
    ]
    columns: Columns = {ROW: pl.Series([row for row, *_ in places], dtype=pl.UInt32)}
    for name, each in policy.dictionary.facts[items].fields.items():
        values = [views[row].field_values(items, record, name) for row, _, record in places]
        applies = [
            name in record or f"{items}[{number + 1}].{name}" not in views[row].inapplicable
            for row, number, record in places
        ]
        columns |= _columns(f"it.{name}", each, values, applies)
    return pl.DataFrame(columns)


def _columns(
    name: str, each: FactType, values: Sequence[Values], applies: Sequence[bool]
) -> Columns:
    """Return the columns of a fact."""
    columns = {f"applies.{name}": pl.Series(applies, dtype=pl.Boolean)}
    if each.kind in NOMINAL:
        words = [sorted(some.words or ()) if isinstance(some, Choices) else [] for some in values]
        columns[f"words.{name}"] = pl.Series(words, dtype=pl.List(pl.String))
        return columns
    spans = [some.spans if isinstance(some, Spans) else () for some in values]
    for at in range(MOST_STRETCHES):
        for end, side in enumerate(("low", "high")):
            ends = [each[min(at, len(each) - 1)][end] for each in spans]
            columns[f"{side}{at}.{name}"] = pl.Series(ends, dtype=_ENDS[each.kind])
    return columns
