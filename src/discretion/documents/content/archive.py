"""The moment that an archive carries: a day at midnight, as near as an archive can tell it."""

from datetime import date

FIRST_YEAR, LAST_YEAR = 1980, 2107
"""The years that an archive can tell. Source: PKWARE APPNOTE 4.4.6."""
Moment = tuple[int, int, int, int, int, int]


def archived_on(dated: date) -> Moment:
    """Return a day as an entry of an archive carries it."""
    year = min(max(dated.year, FIRST_YEAR), LAST_YEAR)
    return year, dated.month, dated.day, 0, 0, 0
