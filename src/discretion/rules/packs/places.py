"""Where things stand in the files of a pack, so that a problem can point at the very words.

A pack keeps no place but the line of each rule; the checks read its files again to find the rest.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from discretion.facts.dictionary import FactType
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.rules.packs.literate import HEADING
from discretion.rules.packs.literate import read_blocks
from discretion.rules.rule import Pack
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_text
from discretion.source import read_yaml

NOTHING = Mapping((), 1, 1)
"""What stands where a file or a key is missing."""
LONGEST_CONDITION = 40
"""How many lines below its key a word of a condition is looked for."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a file that a problem can point at, or at a word that stands there.

    `name` is the key that it stands under, None where it has none.
    """

    report: Report
    lines: tuple[str, ...]
    node: Node | None
    name: Node | None = None

    def under(self, key: str) -> "Site":
        """Return the place of what stands under a key, or this place."""
        for name, found in self.node.entries if isinstance(self.node, Mapping) else ():
            if name.text == key:
                return Site(self.report, self.lines, found, name)
        return self

    def items(self) -> Iterator["Site"]:
        """Yield the place of each item of the list that stands here."""
        if isinstance(self.node, Listing):
            for item in self.node.items:
                yield Site(self.report, self.lines, item)

    def text(self, key: str) -> str:
        """Return the plain text under a key, empty when there is none."""
        found = self.node.get(key) if isinstance(self.node, Mapping) else None
        return " ".join(found.text.split()) if isinstance(found, Scalar) else ""

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are written here."""
        return tuple(self.node.keys()) if isinstance(self.node, Mapping) else ()

    def has(self, key: str) -> bool:
        """Tell whether a key is written here."""
        return isinstance(self.node, Mapping) and self.node.get(key) is not None

    def error(self, code: str, word: str, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that forbids an answer, at a word that stands here if it is found."""
        self.report.error(code, self._at(word), message, help)

    def warning(self, code: str, word: str, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that is told but forbids nothing."""
        self.report.warning(code, self._at(word), message, help)

    def shows(self, word: str) -> bool:
        """Tell whether a word stands here."""
        return self._at(word) is not self.node

    def _at(self, word: str) -> Node | None:
        if self.name is not None and not word:
            return self.name
        if self.node is None or not word:
            return self.node
        first = self.node.line
        start = self.node.column
        for number in range(first, min(first + LONGEST_CONDITION, len(self.lines) + 1)):
            line = self.lines[number - 1]
            if line.startswith(("```", "~~~")):
                break
            column = word_in(line, word, start)
            if column:
                return Scalar(word, number, column)
            start = 1
        return self.node


def word_in(line: str, word: str, start: int) -> int:
    """Return the column of the first whole word at or after a column, 0 when there is none."""
    found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(line, start - 1)
    return found.start() + 1 if found else 0


class Places:
    """The places of one pack: its instrument file, and the blocks of its text."""

    def __init__(self, pack: Pack) -> None:
        """Read the two files again."""
        folder = Path(pack.folder)
        self.instrument = read_site(folder / "instrument.yaml", f"{pack.shown}/instrument.yaml")
        self.body = Site(Report(f"{pack.shown}/text.md"), _lines(folder / "text.md"), None)
        self.provisions: list[Site] = []
        self.rules: dict[str, Site] = {}
        self.headings = [
            found[2] for line in self.body.lines if (found := HEADING.match(line)) is not None
        ]
        for block in read_blocks("\n".join(self.body.lines)):
            node = read_yaml(block.text, Report(""), line_offset=block.line)
            site = Site(self.body.report, self.body.lines, node)
            if not isinstance(node, Mapping):
                continue
            if block.kind == "provision":
                self.provisions.append(site)
            elif block.kind == "rule":
                self.rules.setdefault(site.text("id"), site)

    def rule(self, identifier: str) -> Site:
        """Return the place of a rule's block."""
        return self.rules.get(identifier, self.body)

    def row(self, section: str, key: str, value: str) -> Site:
        """Return the place of the row of a section of the instrument file that has a value."""
        listed = self.instrument.under(section)
        return next((row for row in listed.items() if row.text(key) == value), listed)

    def rows(self, section: str) -> Iterator[Site]:
        """Yield the place of every row of a section of the instrument file."""
        if self.instrument.has(section):
            yield from self.instrument.under(section).items()

    def reports(self) -> tuple[Report, Report]:
        """Return the reports of both files."""
        return self.instrument.report, self.body.report


class FactPlaces:
    """The places of facts in their modules, read when first asked for."""

    def __init__(self, library: Library) -> None:
        """Take the library whose modules are read."""
        self.library = library
        self._modules: dict[str, Site] = {}

    def fact(self, fact: FactType) -> Site:
        """Return the place of a fact."""
        return self.module(fact.file).under("facts").under(fact.name)

    def module(self, file: str) -> Site:
        """Return the place of a module, by the name that problems give it."""
        if file not in self._modules:
            self._modules[file] = read_site(self._path(file), file)
        return self._modules[file]

    def reports(self) -> tuple[Report, ...]:
        """Return the report of every module read so far."""
        return tuple(site.report for site in self._modules.values())

    def _path(self, file: str) -> Path:
        for pack in self.library.packs.values():
            if file.startswith(f"{pack.shown}/"):
                return Path(pack.folder) / file.removeprefix(f"{pack.shown}/")
        return Path(self.library.folder) / file


def read_site(path: Path, shown: str) -> Site:
    """Return the place of a whole YAML file; what cannot be read has been reported before."""
    lines = _lines(path)
    node = read_yaml("\n".join(lines), Report("")) if lines else None
    return Site(Report(shown), lines, node or NOTHING)


def _lines(path: Path) -> tuple[str, ...]:
    return tuple((read_text(path, Report("")) or "").split("\n"))
