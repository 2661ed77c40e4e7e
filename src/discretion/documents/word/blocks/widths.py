"""How wide the columns of a table are: as they are told to be, and wide enough for their words."""

import re
from itertools import chain

from discretion.documents.content.blocks import Grid

LETTER = 105
"""The width of a letter of a table in twentieths of a point, bold and wide letters among them."""
EDGES = 180
"""What the edges of a cell take on both sides together, in twentieths of a point."""
LONGEST = 14
"""The letters of a word for which a column is widened; a longer one is broken instead."""
_WORD = re.compile(r"\S+")


def widths_of(grid: Grid, whole: int) -> list[int]:
    """Return how wide each column is, in twentieths of a point, together the whole width.

    Columns share the width as the table says. One that is too narrow for a word of its own is
    widened, and the others make room; where there is no room for every word, nothing is widened.

    Args:
        grid: the table.
        whole: the width of the text on a page, in twentieths of a point.

    """
    shares = [max(each, 1) for each in grid.widths or (1,) * len(grid.head)]
    least = [_least(column) for column in _columns(grid)]
    if sum(least) > whole:
        least = [0] * len(shares)
    fixed: set[int] = set()
    while True:
        left = whole - sum(least[at] for at in fixed)
        among = sum(share for at, share in enumerate(shares) if at not in fixed)
        found = [
            least[at] if at in fixed else left * share // among for at, share in enumerate(shares)
        ]
        narrow = {at for at, width in enumerate(found) if width < least[at]}
        if not narrow:
            break
        fixed |= narrow
    found[-1] += whole - sum(found)
    return found


def _columns(grid: Grid) -> list[list[str]]:
    return [[words, *(row[at].text for row in grid.rows)] for at, words in enumerate(grid.head)]


def _least(texts: list[str]) -> int:
    """Return the width of the longest word of a column."""
    words = chain.from_iterable(_WORD.findall(each) for each in texts)
    letters = max((min(len(each), LONGEST) for each in words), default=0)
    return letters * LETTER + EDGES
