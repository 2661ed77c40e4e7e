"""Documents of the repository with a few characters changed, as a slip of a hand changes them."""

from collections.abc import Iterator
from random import Random

from tests.source.trees import documents

LONGEST = 6_000
"""The most characters of a document that is changed."""
STRETCH = 14
"""The most lines that are kept of a longer one, so that a change meets few others."""
SIGNS = "abz019 \n:-,[]{}#\"'?&*!|>%@`.\\~=<\t_/é–\u2028\U0001f600"
"""Characters that mean something to YAML, and some that mean nothing."""
PIECES = (
    *(": ", " #", "- ", "\n- ", "  ", "---", "...", ", ", "\n\n", "a: b\n", "\n ", "\n  ", "|\n"),
    *(">-\n", ": {", "[]", "{}", "? ", "<<: ", "\n# c\n", " # c\n", "'a'", '"a"', ":\n", "[\n"),
)
"""Pieces of the language, longer than a character."""


def changed_documents(seed: int, count: int) -> Iterator[str]:
    """Yield so many documents, each changed in up to three places."""
    random = Random(seed)
    known = [text for text in documents() if text and len(text) < LONGEST]
    for _ in range(count):
        text = _stretch(random.choice(known), random)
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            text = _changed(text, random)
        yield text


def _stretch(text: str, random: Random) -> str:
    lines = text.split("\n")
    if len(lines) <= STRETCH:
        return text
    start = random.randrange(len(lines) - STRETCH)
    return "\n".join(lines[start : start + random.randrange(3, STRETCH)])


def _changed(text: str, random: Random) -> str:
    """Return a text with something left out, put in, replaced or repeated at one place."""
    at, other = random.randrange(len(text) + 1), random.randrange(len(text) + 1)
    before, after = text[:at], text[at:]
    match random.randrange(5):
        case 0:
            return before + after[1:]
        case 1:
            return before + random.choice(SIGNS) + after
        case 2:
            return before + random.choice(SIGNS) + after[1:]
        case 3:
            return before + random.choice(PIECES) + after
        case _:
            return before + text[other : other + 40] + after
