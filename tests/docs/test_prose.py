"""Prose is plain: one sentence to a line, and no word that talks a reader down."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.documents.consoles import ROOT

DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
_NO_PROSE = re.compile(
    r"^```.*?^```|^---\n.*?^---\n|<!--.*?-->|^\|.*?$|^#.*?$|`[^`\n]*`", re.MULTILINE | re.DOTALL
)
_TWO_SENTENCES = re.compile(r"[a-z)`][.!?] (?=[A-Z`\[])")
_SHORT = ("v. ", "Fed. ", "Supp. ", "U.S. ", "No. ", "D. ", "S.D. ")
"""Ends of short forms, after which a sentence goes on."""
_TALKING_DOWN = re.compile(r"\b(simply|just|obviously|easily|of course|clearly)\b", re.IGNORECASE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of prose with its number: no code, no table, no heading."""
    blanked = _NO_PROSE.sub(lambda found: re.sub(r"[^\n]+", "`", found[0]), text)
    yield from enumerate(blanked.splitlines(), start=1)


def lines_of_two(text: str) -> list[str]:
    """Return the lines that hold more than one sentence."""
    return [
        f"{number}: {line}"
        for number, line in prose(text)
        for found in _TWO_SENTENCES.finditer(line)
        if not line[: found.end()].endswith(_SHORT)
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_a_line_of_prose_holds_one_sentence(path: Path) -> None:
    assert [] == lines_of_two(path.read_text("utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_no_word_talks_a_reader_down(path: Path) -> None:
    found = [
        f"{number}: {line}"
        for number, line in prose(path.read_text("utf-8"))
        if _TALKING_DOWN.search(line)
    ]

    assert [] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence. Another.", 1),
        ("One sentence.\nAnother.", 0),
        ("See `a. B` there.", 0),
        ("As in Texas v. United States.", 0),
        ("| A cell. Another. |", 0),
        ("```\nA line. Another.\n```", 0),
        ("Is it? It is. Yes.", 2),
    ],
)
def test_two_sentences_on_a_line_are_found(text: str, count: int) -> None:
    assert count == len(lines_of_two(text))
