"""The name of a row as it may be shown: what may be the name of a person is left out.

Some employers are persons, and a file may name one. No list of names could tell them all, so a name
counts as a person's unless one of its words shows a business. Of such a name only those words are
shown that the reader asked about; who needs the rest finds it in the row.
"""

import re
from collections.abc import Iterable

from discretion.frozen import dataclass
from discretion.worksite.disputes.names import NameWords
from discretion.worksite.disputes.names import all_words_of
from discretion.worksite.disputes.names import keys_of
from discretion.worksite.disputes.names import names_in

LEFT_OUT = "\N{HORIZONTAL ELLIPSIS}"
"""What stands where words are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownName:
    """A row's name as it may be shown, and how many of its words are left out.

    INVARIANT no person: no word stands here of a name that may be a person's, unless it was asked
    about.
    """

    text: str
    left_out: int


def show_name(employer: str, asked: Iterable[str], words: NameWords) -> ShownName:
    """Return the name of a row as it may be shown.

    Args:
        employer: the name in the row.
        asked: the words that the reader asked about, as they are compared.
        words: what shows that a name is a business's.

    """
    known = frozenset(asked)
    names = names_in(employer, words)
    hidden = [may_be_person(name if _is_longer(name, words) else employer, words) for name in names]
    if not any(hidden):
        return ShownName(text=employer, left_out=0)
    parts = [
        _without_person(name, known, words) if hides else (name, 0)
        for name, hides in zip(names, hidden, strict=True)
    ]
    return ShownName(
        text="; ".join(text for text, _ in parts), left_out=sum(count for _, count in parts)
    )


def _is_longer(name: str, words: NameWords) -> bool:
    """Tell whether a name has several words; one alone is judged by the cell it stands in."""
    return len(all_words_of(name, words)) > 1


def may_be_person(name: str, words: NameWords) -> bool:
    """Tell whether a name may be a person's: two words or more, and none that shows a business."""
    found = all_words_of(name, words)
    if words.person_marks.intersection(found):
        return True
    return len(found) > 1 and not any(
        word in words.business or not word.isalpha() for word in found
    )


def _without_person(name: str, known: frozenset[str], words: NameWords) -> tuple[str, int]:
    shown: list[str] = []
    left_out = 0
    for token in re.findall(r"[^\s,\-]+", name):
        keys = keys_of(token, words)
        if keys and known.issuperset(keys):
            shown.append(token)
        elif all_words_of(token, words):
            left_out += 1
            if shown[-1:] != [LEFT_OUT]:
                shown.append(LEFT_OUT)
    return " ".join(shown), left_out
