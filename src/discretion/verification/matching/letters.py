"""Letters: a text without what only setting it for paper adds, and where its words begin and end.

Spaces are left out because a PDF holds them unreliably, and hyphens because one at the end of a
line may or may not belong to the word. A match must begin and end at the edge of a word, so that
`16` is not found in `160`.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable

from discretion.frozen import dataclass

QUOTATION_MARK = "'"
"""What stands for every kind of quotation mark and apostrophe."""
_DIVIDED = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad]\s*[\r\n]\s*(?=\w)")
"""A word divided at the end of a line, or of a page."""
_MARKS = frozenset("\"'`\N{ACUTE ACCENT}\N{PRIME}\N{DOUBLE PRIME}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What is compared of a text.

    INVARIANT edges: `edges` has one more item than `text` has letters; item `i` is 1 where a word
    ends or begins before letter `i`.
    INVARIANT starts: `starts[p]` is the letter with which page `p + 1` begins; it never falls.
    """

    text: str
    edges: bytes
    starts: tuple[int, ...]

    def page_of(self, index: int) -> int:
        """Return the page of a letter, counted from 1."""
        return bisect_right(self.starts, index)

    def may_begin(self, index: int) -> bool:
        """Tell whether a word may begin with a letter: behind the mark of a note it may too."""
        return bool(self.edges[index]) or (
            self.text[index - 1].isdigit() and self.text[index].isalpha()
        )

    def may_end(self, index: int) -> bool:
        """Tell whether a word may end before a letter: before the mark of a note it may too."""
        return bool(self.edges[index]) or (
            self.text[index - 1].isalpha() and self.text[index].isdigit()
        )


def letters_of(pages: Iterable[str]) -> Letters:
    """Return the letters of some pages, in their order.

    Args:
        pages: the text of each; the first is page 1.

    """
    text: list[str] = []
    edges = bytearray()
    starts: list[int] = []
    is_edge = True
    known: dict[str, str | None] = {}
    for page in _undivided(pages):
        starts.append(len(text))
        for mark in page:
            if mark not in known:
                known[mark] = _letter(mark)
            letter = known[mark]
            if not letter:
                is_edge = is_edge or letter is None
                continue
            if letter == QUOTATION_MARK and text and text[-1] == letter:
                continue
            for each in letter:
                edges.append(is_edge or not (each.isalnum() and text[-1].isalnum()))
                text.append(each)
                is_edge = False
    edges.append(1)
    return Letters(text="".join(text), edges=bytes(edges), starts=tuple(starts))


def _undivided(pages: Iterable[str]) -> list[str]:
    """Return each page with its divided words put together; a form feed parts pages meanwhile."""
    plain = (unicodedata.normalize("NFKC", page).replace("\f", " ") for page in pages)
    joined = "\f".join(f"{page}\n" for page in plain)
    return _DIVIDED.sub(lambda found: "\f" * found[0].count("\f"), joined).split("\f")


def _letter(mark: str) -> str | None:
    """Return what is compared of one mark: nothing where it is not seen, None where it parts."""
    if mark.isalnum():
        return mark.casefold()
    category = unicodedata.category(mark)
    if category == "Cf":
        return ""
    if mark.isspace() or category in {"Cc", "Cn", "Pd"} or mark == "\N{MINUS SIGN}":
        return None
    return QUOTATION_MARK if mark in _MARKS or category in {"Pi", "Pf"} else mark.casefold()
