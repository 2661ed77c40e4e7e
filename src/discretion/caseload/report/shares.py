"""Shares with what they leave open: an interval, and the bounds that the unknown rows set."""

from math import sqrt

from discretion.frozen import dataclass

QUANTILE = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution: an interval of 95 %."""
DIGITS = 6
"""Decimal places that a share is kept with."""
INTERVAL_NOTE = (
    "A share counts yes among the rows in which the answer is known. Its interval is the 95% "
    "interval of Wilson (1927): how far the share could differ by chance if the known rows were a "
    "random sample. They are none: records are not missing at random. The two bounds are the share "
    "of all rows if every unknown were no, and if every unknown were yes."
)
"""Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The share of yes: among the known, the interval about it, and the bounds over all rows.

    None where there is no row to be a share of.
    """

    known: float | None
    low: float | None
    high: float | None
    if_no: float | None
    if_yes: float | None


def share_of(true: int, false: int, unknown: int) -> Share:
    """Return the share of yes among rows, with its interval and its bounds.

    Args:
        true: rows in which the answer is yes.
        false: rows in which it is no.
        unknown: rows in which it is not known.

    """
    low, high = wilson(true, true + false)
    rows = true + false + unknown
    return Share(
        known=part_of(true, true + false),
        low=low,
        high=high,
        if_no=part_of(true, rows),
        if_yes=part_of(true + unknown, rows),
    )


def part_of(count: int, rows: int) -> float | None:
    """Return a share of some rows, None of none; the same on every machine.

    Not quite all is never told as all, nor a few as none.
    """
    if not rows:
        return None
    least = 10**-DIGITS
    rounded = round(count / rows, DIGITS)
    return min(max(rounded, least), round(1 - least, DIGITS)) if 0 < count < rows else rounded


def wilson(count: int, rows: int) -> tuple[float | None, float | None]:
    """Return Wilson's interval of a share.

    Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference,
    Journal of the American Statistical Association 22 (1927), 209 to 212.
    """
    if not rows:
        return None, None
    square = QUANTILE * QUANTILE
    middle = (count + square / 2) / (rows + square)
    half = QUANTILE * sqrt(count * (rows - count) / rows + square / 4) / (rows + square)
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == rows else middle + half
    return round(max(0.0, low), DIGITS), round(min(1.0, high), DIGITS)
