"""The days that a term of days, months and years may have.

A month has no fixed number of days, nor has a year. A part that is blank is unknown, so that the
term has no upper end; and a term whose every part is zero or blank says nothing, because agencies
write zero where nothing is known.
"""

from discretion.facts.values import Spans

COMMON = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of the months of a common year, in their order."""
LEAP = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of the months of a leap year, in their order."""


def term_of(
    days: int | None, months: int | None, years: int | None, most: int | None
) -> Spans | None:
    """Return how many days a term may have.

    Args:
        days: the part in days; None where it is not said.
        months: the part in months; None where it is not said.
        years: the part in years; None where it is not said.
        most: the most days that any term can have, which ends one of which a part is not said.

    Returns:
        The span of days, or None where the parts say nothing or more than a term can have.

    """
    if not (days or months or years):
        return None
    whole, over = divmod(12 * (years or 0) + (months or 0), 12)
    low = (days or 0) + whole * sum(COMMON) + min(_lengths(COMMON, over))
    high: int | None = (days or 0) + whole * sum(LEAP) + max(_lengths(LEAP, over))
    if most is not None and low > most:
        return None
    if None in (days, months, years):
        high = most
    elif most is not None and high is not None:
        high = min(high, most)
    return Spans(((low, high),))


def _lengths(lengths: tuple[int, ...], months: int) -> list[int]:
    """Return how long so many months can be, by the month they begin in."""
    return [sum((lengths * 2)[first : first + months]) for first in range(len(lengths))]
