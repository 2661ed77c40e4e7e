"""Shares, their intervals and their bounds, against published figures and by property."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.caseload.report.shares import part_of
from discretion.caseload.report.shares import share_of
from discretion.caseload.report.shares import wilson

COUNTS = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("count", "rows", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
     (1, 29, 0.0061, 0.1718)],
)  # fmt: skip
def test_intervals_are_those_of_a_published_table(
    count: int, rows: int, low: float, high: float
) -> None:
    """Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 857, table I, method 3."""
    found_low, found_high = wilson(count, rows)

    assert low == pytest.approx(found_low, abs=5e-5)
    assert high == pytest.approx(found_high, abs=5e-5)


@given(COUNTS, COUNTS, COUNTS)
def test_a_share_lies_in_its_interval_and_the_bounds_hold_every_completion(
    true: int, false: int, unknown: int
) -> None:
    """A share lies in its interval, and the bounds hold whatever the unknown rows are."""
    found = share_of(true, false, unknown)
    rows = true + false + unknown

    if true + false:
        assert found.low is not None
        assert found.known is not None
        assert found.high is not None
        assert 0 <= found.low <= found.known <= found.high <= 1
    if rows:
        assert found.if_no is not None
        assert found.if_yes is not None
        for turned in (0, unknown // 2, unknown):
            assert found.if_no - 1e-6 <= (true + turned) / rows <= found.if_yes + 1e-6


def test_of_no_rows_there_is_no_share() -> None:
    found = share_of(0, 0, 5)

    assert (None, None, None) == (found.known, found.low, found.high)
    assert (0.0, 1.0) == (found.if_no, found.if_yes)
    assert part_of(0, 0) is None


@given(COUNTS, COUNTS)
def test_the_interval_of_no_is_that_of_yes_turned(true: int, false: int) -> None:
    if true + false:
        (low, high), (other_low, other_high) = (
            wilson(true, true + false),
            wilson(false, true + false),
        )
        assert low is not None
        assert high is not None
        assert other_low is not None
        assert other_high is not None
        assert low == pytest.approx(1 - other_high, abs=2e-6)
        assert high == pytest.approx(1 - other_low, abs=2e-6)
