"""Places on a page: the ids of what a sentence rests on, which any text may be turned into."""

import re

FACT = re.compile(r"[a-wyz][a-z0-9_]*(\[[0-9]+\](\.[a-z0-9_]+)?)?")
"""How facts are named, and most papers; what begins with an x is written in another way."""


def place_of_fact(name: str) -> str:
    """Return the id of a fact on a page: `offences[1].weapon` is `fact-offences-1-weapon`."""
    return f"fact-{_plain(name)}"


def place_of_paper(name: str) -> str:
    """Return the id of a paper on a page."""
    return f"paper-{_plain(name)}"


def _plain(name: str) -> str:
    """Return a name in letters that any id may hold; two names that differ never share one."""
    if FACT.fullmatch(name):
        return name.replace("[", "-").replace("].", "-").replace("]", "")
    return f"x{name.encode().hex()}"
