"""The nearest passage: where a text comes closest to words that do not stand in it."""

import re
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest

from discretion.frozen import dataclass
from discretion.verification.matching.furniture import without_furniture
from discretion.verification.matching.letters import letters_of
from discretion.verification.matching.search import pieces_of

MOST_COMPARED = 20
"""How many stretches of a text are compared word by word; the others share fewer words."""
FEWEST_SHARED = 2
"""How many words a passage shares at least: one is shared by chance."""
_DIVIDING = re.compile(r"(?<=\w[-\u2010\u2011\u00ad])\s*[\r\n]\s*(?=\w)")
"""The end of a line after a hyphen, which is shown, as it may belong to the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A few words as a text holds them, and the page on which they begin, counted from 1."""

    page: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The words of a text in their order: as printed, as they are compared, and on which page."""

    printed: tuple[str, ...]
    compared: tuple[str, ...]
    pages: tuple[int, ...]


def word_list(pages: Iterable[str]) -> WordList:
    """Return the words of some pages, without what stands at the ends of pages."""
    printed: list[str] = []
    numbers: list[int] = []
    for number, page in enumerate(without_furniture(pages), start=1):
        words = _DIVIDING.sub("", page).split()
        printed += words
        numbers += [number] * len(words)
    compared = {word: _compared(word) for word in set(printed)}
    return WordList(
        printed=tuple(printed),
        compared=tuple(compared[word] for word in printed),
        pages=tuple(numbers),
    )


def _compared(word: str) -> str:
    return "".join(letter for letter in letters_of([word]).text if letter.isalnum())


def nearest_passage(words: str, text: WordList) -> Passage | None:
    """Return the passage that shares the most words, in their order; None where few share any.

    A passage shares half of the words, and two at least.

    Args:
        words: what does not stand in the text as it is.
        text: the words of the text.

    """
    from difflib import SequenceMatcher

    wanted = [_compared(word) for piece in pieces_of(words) for word in piece.split()]
    wanted = [word for word in wanted if word]
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    best, most = None, max(FEWEST_SHARED, (len(wanted) + 1) // 2) - 1
    for start in _stretches(wanted, text.compared):
        matcher.set_seq1(text.compared[start : start + _length(wanted)])
        blocks = matcher.get_matching_blocks()
        shared = sum(block.size for block in blocks)
        if shared > most:
            most = shared
            first, last = blocks[0], blocks[-2]
            missing_after = len(wanted) - last.b - last.size
            best = (
                max(0, start + first.a - first.b),
                start + last.a + last.size + missing_after,
            )
    if best is None:
        return None
    return Passage(page=text.pages[best[0]], words=" ".join(text.printed[slice(*best)]))


def _length(wanted: list[str]) -> int:
    """Return how many words of a text are compared at once: a few may have been put in."""
    return len(wanted) + max(2, len(wanted) // 3)


def _stretches(wanted: list[str], words: tuple[str, ...]) -> list[int]:
    """Return where the stretches begin that hold the most of the words, in whatever order."""
    lacking = Counter(wanted)
    shared = 0
    counts: list[tuple[int, int]] = []
    length = _length(wanted)
    for index in range(len(words) + length - 1):
        if index < len(words) and words[index] in lacking:
            shared += lacking[words[index]] > 0
            lacking[words[index]] -= 1
        gone = index - length
        if gone >= 0 and words[gone] in lacking:
            lacking[words[gone]] += 1
            shared -= lacking[words[gone]] > 0
        counts.append((shared, -max(0, gone + 1)))
    return [-start for count, start in nlargest(MOST_COMPARED, set(counts)) if count]
