"""Protected traits in the headers of tables, however an agency or a program writes them."""

import re

from discretion.facts.protected import Protected

ENDINGS = frozenset(
    (
        *("category", "cd", "code", "desc", "descr", "description", "group", "name", "text"),
        *("type", "value"),
        *("ero", "per"),
    )
)
"""Words that agencies put behind a column's name without changing what it holds; the last two say
from which of their systems it comes."""
RELATIVES = frozenset(
    (
        *("child", "children", "family", "father", "husband", "mother", "parent", "parents"),
        *("relative", "sibling", "siblings", "spouse", "wife"),
    )
)
"""Words by which a column is about a relative, whose status is no trait of the person."""
NEW_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a new word begins in a name that is written without spaces."""
BETWEEN = re.compile(r"[\W_]+")
"""What stands between the words of a name."""


def protected_column(name: str, protected: Protected) -> str | None:
    """Return the protected trait of the person that a column holds by its name, or None."""
    if RELATIVES.isdisjoint(_words(name)):
        return trait_named(name, protected)
    return None


def trait_named(name: str, protected: Protected) -> str | None:
    """Return the protected trait that the last words of a column's name are, or None.

    Words that change nothing are left out at its end, and so is the number by which a table, or a
    program, tells columns of one name apart. Whose trait it is makes no difference.
    """
    words = _words(name)
    while words:
        for start in range(len(words)):
            trait = protected.trait_of("_".join(words[start:]))
            if trait is not None:
                return trait
        if words[-1] not in ENDINGS and not words[-1].isdigit():
            return None
        words.pop()
    return None


def _words(name: str) -> list[str]:
    return [word for word in BETWEEN.split(NEW_WORD.sub("_", name).lower()) if word]
