"""A made-up memorandum with the phrases of a bundled policy, and the command that is tried."""

from typing import Any

from discretion import read_library
from discretion.verification.phrase import phrases_of
from tests.cli.console import Said
from tests.cli.console import run
from tests.verification.pdfs import typeset

LIBRARY = read_library()
POLICY = max(LIBRARY.packs, key=lambda name: len(phrases_of(LIBRARY.packs[name])))
"""The bundled policy that quotes the most phrases."""
PACK = LIBRARY.packs[POLICY]
PHRASES = [phrase.quote.words for phrase in phrases_of(PACK)]
WITHOUT_PHRASES = next(name for name, pack in LIBRARY.packs.items() if not phrases_of(pack))
PROVISIONS = [
    provision.citation.pinpoint for provision in sorted(PACK.provisions, key=lambda each: each.line)
]
FOUND = ("--review", PROVISIONS[1], "--by", "A. Reader", "--verdict", "agrees", "--on")
DAY = "2026-11-20"


def memo(phrases: list[str]) -> bytes:
    """Return a made-up memorandum that holds some phrases, each on a page of its own."""
    pages = (f"Made-up words {each} and more." for each in phrases)
    return typeset("#pagebreak()".join(pages), hyphenate=False)


def verify(file: str, *words: str, policy: str = POLICY) -> Said:
    """Run the command on a file."""
    return run("policy", "verify-source", file, "--policy", policy, *words)


def answer(file: str, *words: str) -> dict[str, Any]:
    """Return the answer of the command on a file."""
    return verify(file, *words, "--json").answer
