"""Several things in one sentence, put together so that it reads one way only."""

import re
from collections.abc import Iterable

_JOINED = re.compile(r"[,;]| (?:and|or|nor|where) ")
"""What makes a part long enough to need a semicolon beside it."""


def in_a_row(parts: Iterable[str], word: str) -> str:
    """Return short parts with commas between them, or with semicolons where one needs them."""
    listed = list(parts)
    if len(listed) <= 1:
        return "".join(listed)
    mark = ";" if any("," in part or f" {word} " in part for part in listed) else ","
    last = f" {word} " if mark == "," else f"{mark} {word} "
    return f"{f'{mark} '.join(listed[:-1])}{last}{listed[-1]}"


def joined_clauses(clauses: Iterable[str], word: str) -> str:
    """Return clauses joined by `and` or `or`.

    A clause that joins others itself is set off by a semicolon, and stands in brackets where it
    has one of its own, so that nobody has to guess which words belong together.
    """
    listed = [f"({clause})" if ";" in clause else clause for clause in clauses]
    if not any(_JOINED.search(clause) for clause in listed):
        return in_a_row(listed, word)
    return f"{'; '.join(listed[:-1])}; {word} {listed[-1]}" if len(listed) > 1 else listed[0]
