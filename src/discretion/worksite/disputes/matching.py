"""An employer's name beside the name of a row: which words match, and how.

There are three ways to match and no degrees between them: nothing here says how alike two names
are.
"""

from enum import Enum

from discretion.errors import EmployerNameError
from discretion.frozen import dataclass
from discretion.worksite.disputes.names import NameWords
from discretion.worksite.disputes.names import keys_of
from discretion.worksite.disputes.names import names_in


class MatchKind(Enum):
    """How the name asked about stands in the name of a row."""

    EXACT = "exact"
    ALL_WORDS = "all_words"
    SOME_WORDS = "some_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedName:
    """A name that was asked about, with the words that count. It need not be anybody's.

    INVARIANT telling: `words` has at least one word that is not common, or two words.
    `read_name` keeps it.
    """

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Which words of the name asked about a row's name holds, and how.

    `in_part` tells that the match is with one of several names in the row, or with a part of it.
    """

    kind: MatchKind
    words: tuple[str, ...]
    in_part: bool


def read_name(text: str, words: NameWords) -> AskedName:
    """Return the name that somebody asks about.

    Args:
        text: the name as typed.
        words: which words carry nothing, and which tell little alone.

    Raises:
        EmployerNameError: it is empty, one letter, or made of words that tell no employer apart.

    """
    flat = " ".join(text.split())
    keys = tuple(dict.fromkeys(keys_of(flat, words)))
    if not flat:
        raise EmployerNameError(flat, "is empty")
    if not keys:
        raise EmployerNameError(flat, "has no word of its own")
    if len("".join(keys)) == 1:
        raise EmployerNameError(flat, "is one letter")
    if len(keys) == 1 and keys[0] in words.common:
        raise EmployerNameError(flat, "is a word that very many employers bear")
    return AskedName(text=flat, words=keys)


def match_name(asked: AskedName, employer: str, words: NameWords) -> NameMatch | None:
    """Return how a row's name matches the one asked about, or None where it does not.

    Exact: the words are the same, in the same order, after case, punctuation and forms of
    companies are set aside. All words: every word asked about stands in the row's name. Some
    words: one at least does that is not common, is no single letter and no number.
    """
    whole = keys_of(employer, words)
    held = tuple(word for word in asked.words if word in whole)
    if not held:
        return None
    if _once(whole) == asked.words:
        return NameMatch(kind=MatchKind.EXACT, words=held, in_part=False)
    if any(_once(keys_of(name, words)) == asked.words for name in names_in(employer, words)):
        return NameMatch(kind=MatchKind.EXACT, words=held, in_part=True)
    if len(held) == len(asked.words):
        return NameMatch(kind=MatchKind.ALL_WORDS, words=held, in_part=True)
    if any(_is_telling(word, words) for word in held):
        return NameMatch(kind=MatchKind.SOME_WORDS, words=held, in_part=True)
    return None


def _once(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _is_telling(word: str, words: NameWords) -> bool:
    return len(word) > 1 and not word.isdigit() and word not in words.common
