"""The names of employers as they are compared: without case, punctuation and forms of companies."""

import re
import unicodedata
from collections.abc import Mapping as Table
from functools import lru_cache

from discretion.frozen import dataclass

APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}`]")
INITIALS = re.compile(r"\b(\w)\s*&\s*(\w)\b")
"""Two letters that an ampersand joins into one name, such as `A & B`."""
DOTTED = re.compile(r"\b(?:\w\.){2,}\w?\b")
"""Letters with a dot behind each, such as `L.L.C.`"""
BREAKS = r"[();/]"
"""Signs between two names of one employer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What is known of words in names. It holds no name.

    `set_aside` are words that carry nothing; `common` tell little when they stand alone;
    `business` show that a name is no person's, and `person_marks` that it may be one all the same.
    `partings` are the words between a name and another name of the same employer.
    """

    set_aside: frozenset[str]
    spellings: Table[str, str]
    common: frozenset[str]
    business: frozenset[str]
    person_marks: frozenset[str]
    partings: tuple[str, ...]


def keys_of(text: str, words: NameWords) -> tuple[str, ...]:
    """Return the words of a name as they are compared, in their order.

    Args:
        text: the name as somebody wrote it.
        words: which words are set aside, and which are other spellings.

    """
    return tuple(word for word in all_words_of(text, words) if word not in words.set_aside)


def all_words_of(text: str, words: NameWords) -> tuple[str, ...]:
    """Return every word of a name as it is compared, with those that are else set aside."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    flat = "".join(sign for sign in flat if not unicodedata.combining(sign))
    flat = DOTTED.sub(lambda found: found[0].replace(".", ""), APOSTROPHES.sub("", flat))
    flat = re.sub(r"(?<=\w)&(?=\w)", "and", INITIALS.sub(r"\1and\2", flat))
    return tuple(words.spellings.get(word, word) for word in re.findall(r"[^\W_]+", flat))


def names_in(text: str, words: NameWords) -> tuple[str, ...]:
    """Return the names that one cell holds, such as a company's and the one it trades under.

    Args:
        text: the cell, such as `Made Up Foods, Inc. d/b/a The Pantry`.
        words: what parts one name from another.

    """
    return tuple(name for name in (part.strip(" ,.-") for part in pieces_of(text, words)) if name)


def pieces_of(text: str, words: NameWords) -> list[str]:
    """Return a cell taken apart at what parts one name from another, nothing left out but that."""
    return _parting(words.partings).split(text)


@lru_cache(maxsize=4)
def _parting(partings: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(each) for each in partings)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)|{BREAKS}", re.IGNORECASE)
