"""Comparisons that tests share: each is made once."""

from datetime import date
from functools import cache

from discretion.assess.assess import Assessor
from discretion.compare.differences.compare import ComparisonRequest
from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Difference
from discretion.compare.side import PolicySide
from discretion.compare.side import policy_side
from discretion.rules.library import read_library

INTERIM, FINAL = "ice-2021-02-18-interim", "dhs-2021-09-30-guidelines"
DAY, TODAY = date(2021, 12, 15), date(2026, 11, 24)
SECONDS = 60.0
"""More than any question takes, on a machine however busy."""


@cache
def assessor() -> Assessor:
    return Assessor(read_library())


def side(name: str) -> PolicySide:
    return policy_side(name, assessor())


def request(day: date = DAY, most_ways: int = 6) -> ComparisonRequest:
    return ComparisonRequest(day=day, today=TODAY, seconds=SECONDS, most_ways=most_ways)


@cache
def compared(a: str, b: str) -> Comparison:
    """Return two sides compared, as commands name them."""
    return compare_policies(side(a), side(b), request())


def rows(comparison: Comparison, kind: str, topic: str, side: str = "") -> list[Difference]:
    """Return what is told of one topic."""
    return [
        each
        for each in comparison.differences
        if (each.kind, each.topic, each.side) == (kind, topic, side)
    ]
