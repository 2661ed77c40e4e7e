"""Files read as text with places: YAML whose every scalar keeps its words and its line.

No scalar is guessed at, so `NO`, `on:` and `0123` stay what was written. Aliases, anchors, tags,
duplicate keys, several documents, more than 2 MB and nesting beyond 20 are refused.
"""

import codecs
import os
from collections.abc import Iterator
from typing import Any
from typing import TypeAlias

import yaml

from discretion.errors import Problem
from discretion.frozen import dataclass

FilePath: TypeAlias = str | os.PathLike[str]
"""How a file is named: as text, or as a path object of somebody who has loaded those anyway."""
LARGEST_FILE = 2_000_000
"""The most bytes a file may have."""
DEEPEST_NESTING = 20
"""How many mappings and lists may stand inside each other."""
PLAIN = "write the words out in plain YAML"
"""What to do about anything of YAML that is more than keys, lists and text."""

_LOADER = getattr(yaml, "CLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A piece of text as written, with the line and column where it starts (from 1)."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list in a file."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys and values in a file, in written order; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """Return the value under a key, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def keys(self) -> Iterator[str]:
        """Yield the keys in written order."""
        return (name.text for name, _ in self.entries)


Node = Scalar | Listing | Mapping


class Report:
    """The problems of one file, collected while it is read."""

    def __init__(self, file: str) -> None:
        """Start with no problems."""
        self.file = file
        self.problems: list[Problem] = []

    def error(self, code: str, at: Node | None, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that forbids an answer."""
        self._add(code, at, message, help, "error")

    def warning(self, code: str, at: Node | None, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that is told but forbids nothing."""
        self._add(code, at, message, help, "warning")

    def _add(self, code: str, at: Node | None, message: str, remedy: str, severity: str) -> None:
        problem = Problem(
            code=code,
            message=message,
            help=remedy,
            file=self.file,
            line=at.line if at else None,
            column=at.column if at else None,
            severity=severity,
        )
        # A key that is read twice is still one mistake.
        if problem not in self.problems:
            self.problems.append(problem)


def read_text(path: FilePath, report: Report) -> str | None:
    """Return a file's text, or None with the problem in the report."""
    try:
        if os.stat(path).st_size > LARGEST_FILE:
            report.error(
                "file_too_large",
                None,
                f"the file has more than {LARGEST_FILE // 1_000_000} MB",
                "split it: one matter to a file",
            )
            return None
        with open(path, "rb") as file:
            data = file.read()
    except OSError as failure:
        reason = (failure.strerror or "unreadable").lower()
        report.error(
            "file_unreadable",
            None,
            f"the file cannot be read: {reason}",
            "check its name, and that you may read it",
        )
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """Return bytes as text, or None with the place of the first byte that is not UTF-8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        column = failure.start - data.rfind(b"\n", 0, failure.start)
        report.error(
            "not_utf8",
            Scalar("", line, column),
            "the file is not valid UTF-8 text",
            "save it again with the encoding UTF-8",
        )
        return None


def read_yaml(text: str, report: Report, *, line_offset: int = 0) -> Node | None:
    """Return the tree of one YAML document, or None with the problems in the report.

    Args:
        text: the document.
        report: where problems go.
        line_offset: lines that stand above the text in its file.

    """
    builder = _Builder(report, line_offset)
    try:
        return builder.document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        at = Scalar("", mark.line + 1 + line_offset, mark.column + 1) if mark else None
        what = getattr(failure, "problem", None) or "a character that YAML forbids"
        report.error("not_yaml", at, f"this is not YAML: {what}", "mend the layout at this place")
        return None
    except _RefusedError:
        return None


class _RefusedError(Exception):
    """The document holds something that is never read; the report says what."""


class _Builder:
    """Turns parser events into nodes and refuses what is never read."""

    def __init__(self, report: Report, line_offset: int) -> None:
        self.report = report
        self.offset = line_offset

    def document(self, events: Iterator[Any]) -> Node | None:
        """Return the only document's tree."""
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(
                        "several_documents",
                        event,
                        "the file holds several documents",
                        "keep one to a file",
                    )
                root = self._node(next(events), events, 1)
        if root is None:
            self.report.error("empty_file", None, "the file is empty", "write something in it")
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401  # the parser's events carry no types
        line, column = event.start_mark.line + 1 + self.offset, event.start_mark.column + 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse("alias", event, f"`*{event.anchor}` repeats another place of the file")
        if event.anchor is not None:
            self._refuse("alias", event, f"`&{event.anchor}` names a place to repeat")
        if event.tag is not None:
            self._refuse("tag", event, f"`{event.tag}` is a tag")
        if depth > DEEPEST_NESTING:
            self._refuse(
                "too_deep",
                event,
                f"there are more than {DEEPEST_NESTING} levels of nesting here",
                "write it flatter: no file needs so many",
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            return Listing(tuple(items), line, column)
        return self._mapping(events, depth, line, column)

    def _mapping(self, events: Iterator[Any], depth: int, line: int, column: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.report.error(
                    "key_not_text", key, "a key is not plain text", "write a single word before `:`"
                )
            elif key.text in entries:
                first = entries[key.text][0].line
                self.report.error(
                    "duplicate_key",
                    key,
                    f"`{key.text}` stands twice: first in line {first}",
                    "keep one of the two",
                )
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), line, column)

    def _refuse(self, code: str, event: Any, message: str, remedy: str = PLAIN) -> None:  # noqa: ANN401  # the parser's events carry no types
        at = Scalar("", event.start_mark.line + 1 + self.offset, event.start_mark.column + 1)
        self.report.error(code, at, message, remedy)
        raise _RefusedError
