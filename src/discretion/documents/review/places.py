"""Places on a page: the ids of what a sentence rests on, which any text may be turned into."""

import re

FACT = re.compile(r"[a-wyz][a-z0-9_]*(\[[0-9]+\](\.[a-z0-9_]+)?)?")
"""How facts are named, and most papers; what begins with an x is written in another way."""
ANCHOR = re.compile(r"[A-Za-wyz][A-Za-z0-9_-]*")
"""How the rows of a table are named, with the same exception."""


def place_of_fact(name: str) -> str:
    """Return the id of a fact on a page: `offences[1].weapon` is `fact-offences-1-weapon`."""
    return f"fact-{_plain(name)}"


def place_of_paper(name: str) -> str:
    """Return the id of a paper on a page."""
    return f"paper-{_plain(name)}"


def place_of_document(number: int) -> str:
    """Return the id of a document on a page, by its number from 1."""
    return f"document-{number}"


def place_of_row(document: int, anchor: str) -> str:
    """Return the id of a row of a document's tables: `tab-C1` of the second is `row-2-tab-C1`."""
    return f"row-{document}-{anchor if ANCHOR.fullmatch(anchor) else _written_out(anchor)}"


def place_of_sentence(number: int) -> str:
    """Return the id of a sentence that rests on something, by its number on the page."""
    return f"said-{number}"


def _plain(name: str) -> str:
    if FACT.fullmatch(name):
        return name.replace("[", "-").replace("].", "-").replace("]", "")
    return _written_out(name)


def _written_out(name: str) -> str:
    """Return a name in letters that any id may hold; two names that differ never share one."""
    return f"x{name.encode('utf-8', 'surrogatepass').hex()}"
