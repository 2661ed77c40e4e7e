"""The marks of a pack's changes: the lines of `CHANGES.md` that say for which meaning it stands.

A mark ends what is told of one change. The newest stands last, as the file goes on at its end.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from discretion.frozen import dataclass
from discretion.rules.packs.changes.meaning import Meaning
from discretion.rules.packs.literate import HEADING
from discretion.rules.rule import Pack
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_text

CHANGES = "CHANGES.md"
"""The file of a pack that says what changed and why."""
BEGINNING = "Meaning:"
"""How a mark begins."""
_MARK = re.compile(
    r"Meaning: rules ([0-9a-f]{16}), rest ([0-9a-f]{16}), (\d+) cases? ([0-9a-f]{16})", re.ASCII
)
_TOLD = re.compile(r"[-*+] +\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark, with the version that it stands under and whether anything is told before it.

    `is_told` says whether a line of a list stands between this mark and the one before.
    """

    meaning: Meaning
    version: str
    is_told: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What the file of changes of a pack holds: its last version, its marks, what is told since.

    `is_told` says whether a line of a list stands after the last mark.
    """

    version: str
    marks: tuple[Mark, ...]
    is_told: bool


def read_changes(pack: Pack, report: Report) -> Changes:
    """Return the changes of a pack; a line that begins as a mark and is none is a problem."""
    text = read_text(Path(pack.folder) / CHANGES, report) or ""
    return _changes(text.splitlines(), report)


def _changes(lines: list[str], report: Report) -> Changes:
    version, is_told = "", False
    marks: list[Mark] = []
    for number, line in enumerate(lines, start=1):
        heading = HEADING.match(line)
        if heading is not None and len(heading[1]) > 1:
            version = heading[2]
        elif _TOLD.match(line):
            is_told = True
        elif line.startswith(BEGINNING):
            for meaning in _read(line, number, report):
                marks.append(Mark(meaning=meaning, version=version, is_told=is_told, line=number))
                is_told = False
    return Changes(version=version, marks=tuple(marks), is_told=is_told)


def _read(line: str, number: int, report: Report) -> Iterator[Meaning]:
    found = _MARK.fullmatch(line.rstrip())
    if found is None:
        report.error(
            "not_a_mark",
            Scalar(BEGINNING, number, 1),
            "the line begins as a mark and is none",
            "take the line away: `discretion policy check` then prints the one to write",
        )
        return
    yield Meaning(rules=found[1], rest=found[2], count=int(found[3]), cases=found[4])
