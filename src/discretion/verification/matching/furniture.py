"""Furniture: what stands at the head or the foot of pages and is no part of their text.

A sentence that runs over a page break has a page number or a running title in its middle.
"""

import re
from collections import Counter
from collections.abc import Iterable

DEEPEST = 4
"""How many lines at each end of a page may be furniture."""
TWICE = 2
"""On how many pages a line stands before it is a running title."""
_PAGE_NUMBER = re.compile(r"\W*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


def without_furniture(pages: Iterable[str], depth: int = DEEPEST) -> tuple[str, ...]:
    """Return pages without the page numbers and the running titles at their ends.

    A running title is a line at an end of two pages or more that differs in numbers at most.

    Args:
        pages: the text of each.
        depth: how many lines at each end may be left out at most.

    """
    lines = [[line for line in page.splitlines() if line.strip()] for page in pages]
    ends = Counter(key for page in lines for key in _keys(page, depth))
    running = {key for key, count in ends.items() if count >= TWICE}
    return tuple("\n".join(_stripped(page, running, depth)) for page in lines)


def _keys(page: list[str], depth: int) -> set[str]:
    return {_key(line) for line in (*page[:depth], *page[::-1][:depth])}


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.casefold().split()))


def _stripped(page: list[str], running: set[str], depth: int) -> list[str]:
    head = _count(page[:depth], running)
    foot = _count(page[head:][::-1][:depth], running)
    return page[head : len(page) - foot]


def _count(lines: list[str], running: set[str]) -> int:
    """Return how many lines from the edge inward are furniture, without a gap."""
    for index, line in enumerate(lines):
        if not (_PAGE_NUMBER.fullmatch(line) or _key(line) in running):
            return index
    return len(lines)
