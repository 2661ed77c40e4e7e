"""A YAML document as PyYAML parses it: what a document means, and what is wrong with one.

Every scalar stays text. Anchors, aliases, tags, keys that stand twice, several documents and
nesting beyond the limit are refused while the tree is built.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from discretion.source.node import DEEPEST_NESTING
from discretion.source.node import Listing
from discretion.source.node import Mapping
from discretion.source.node import Node
from discretion.source.node import Scalar
from discretion.source.report import Report

PLAIN = "write the words out in plain YAML"
"""What to do about anything of YAML that is more than keys, lists and text."""

_LOADER = getattr(yaml, "CLoader", yaml.SafeLoader)


def read_parsed(text: str, report: Report, *, line_offset: int) -> Node | None:
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
