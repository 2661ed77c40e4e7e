"""Searching: the pages on which words stand, found alike however they are set."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Iterator

from discretion.frozen import dataclass
from discretion.verification.matching.furniture import DEEPEST
from discretion.verification.matching.furniture import without_furniture
from discretion.verification.matching.letters import Letters
from discretion.verification.matching.letters import letters_of

WIDEST_GAP = 600
"""How many letters, about a hundred words, an ellipsis may stand for. Ours: longer than a sentence
of these texts, and shorter than a page."""
ELLIPSIS = re.compile(r"\[?\s*\.(?:\s*\.){2,}\s*\]?")
"""Three dots or more, once every single sign for them is three dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The letters of a text to be searched: whole, and without one line more at ends of pages each.

    A line that looks like a running title may yet be one of the text, so that all are searched.
    """

    streams: tuple[Letters, ...]


def searched(pages: Iterable[str]) -> Searched:
    """Return pages made ready for being searched.

    Args:
        pages: the text of each; the first is page 1.

    """
    printed = tuple(pages)
    ways = dict.fromkeys(without_furniture(printed, depth) for depth in range(DEEPEST + 1))
    return Searched(streams=tuple(letters_of(way) for way in ways))


def pieces_of(words: str) -> tuple[str, ...]:
    """Return words without the ellipses between them, in their order; empty where none is left."""
    pieces = ELLIPSIS.split(unicodedata.normalize("NFKC", words))
    return tuple(piece for piece in pieces if letters_of([piece]).text)


def pages_with(words: str, text: Searched) -> tuple[int, ...]:
    """Return the pages, counted from 1, on which words stand; both of two that they run over.

    Args:
        words: the words; an ellipsis in them stands for at most `WIDEST_GAP` letters.
        text: the pages.

    """
    pieces = [letters_of([piece]).text for piece in pieces_of(words)]
    if not pieces:
        return ()
    found: set[int] = set()
    for stream in text.streams:
        for first, end in _matches(pieces, stream):
            found.update(range(stream.page_of(first), stream.page_of(end - 1) + 1))
    return tuple(sorted(found))


def _matches(pieces: list[str], text: Letters) -> list[tuple[int, int]]:
    """Return where each match begins, and the nearest place where it ends.

    From the last piece to the first: the nearest place from which the rest follows is the best, as
    from a later one the rest ends no earlier.
    """
    found = [(place, place + len(pieces[-1])) for place in _places(pieces[-1], text)]
    for piece in reversed(pieces[:-1]):
        rest, found = found, []
        starts = [start for start, _ in rest]
        for place in _places(piece, text):
            end = place + len(piece)
            index = bisect_left(starts, end)
            if index < len(rest) and starts[index] <= end + WIDEST_GAP:
                found.append((place, rest[index][1]))
    return found


def _places(piece: str, text: Letters) -> Iterator[int]:
    """Yield where a piece stands, from the beginning of a word to the end of one."""
    place = text.text.find(piece)
    while place >= 0:
        if text.may_begin(place) and text.may_end(place + len(piece)):
            yield place
        place = text.text.find(piece, place + 1)
