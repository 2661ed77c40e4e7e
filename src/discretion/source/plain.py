"""The plain part of YAML, which is most of what people write, read without loading a library.

PyYAML says what a document means, and loading it takes longer than reading a case. This reader
knows keys, lists, brackets and texts of one line. It gives the very tree that PyYAML does, or it
gives up: at every other thing that YAML knows, at every mistake, and wherever it could be wrong.
It tells no problem, so that each is told in one way.
"""

import re
from collections.abc import Collection
from collections.abc import Iterator

from discretion.source.node import DEEPEST_NESTING
from discretion.source.node import Listing
from discretion.source.node import Mapping
from discretion.source.node import Node
from discretion.source.node import Scalar

_SIGNS = "-?:,[]{}#&*!|>'\"%@` "
"""What may mean something where a text begins; a text that begins so is left to PyYAML.
Source: YAML 1.1, section 5.3, indicator characters."""
_BEGIN = rf"[^{re.escape(_SIGNS)}]"
_KEY = re.compile(rf"({_BEGIN}(?:[^:#,?\[\]{{}}]{{0,98}}[^:#,?\[\]{{}} ])?):(?: +|$)")
"""A key and its colon. A parser looks for the colon within 1024 characters, and this far sooner."""
_QUOTED_OR_BARE = re.compile(
    rf"\"([^\"\\]*)\"|'([^']*)'|({_BEGIN}(?:[^:#,?\[\]{{}}]*[^:#,?\[\]{{}} ])?)"
)
"""A text between brackets: quoted with nothing escaped, or bare with no sign that could end it."""
_COMMENT_OR_NOTHING = re.compile("(?: +#.*)?$")
_CLOSED_BY = {"[": "]", "{": "}"}
_END = (0, 0, "")
"""What stands for the line after the last."""


def read_plain(text: str, *, line_offset: int) -> Node | None:
    """Return the tree of a document that is plain all through, or None for any other.

    Args:
        text: the document.
        line_offset: lines that stand above the text in its file.

    """
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Reader(_lines(text, line_offset)).document()
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """The document holds something that is left to PyYAML."""


def _lines(text: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Yield each line that says something: its number, its first column and what it says."""
    for number, line in enumerate(text.split("\n"), offset + 1):
        said = line.lstrip(" ")
        if not said or said[0] == "#":
            continue
        if line.startswith("..."):
            raise _NotPlainError
        yield number, len(line) - len(said) + 1, said.rstrip(" ")


class _Reader:
    """Reads line by line; `line`, `column` and `text` are of the one that comes next.

    `at` is how much of `text` is read already.
    """

    def __init__(self, lines: Iterator[tuple[int, int, str]]) -> None:
        self.lines = lines
        self.at = 0
        self.line, self.column, self.text = next(lines, _END)

    def document(self) -> Node:
        """Return the tree of all lines."""
        root = self._block(1)
        if self.line:
            raise _NotPlainError
        return root

    def _advance(self) -> None:
        self.line, self.column, self.text = next(self.lines, _END)
        self.at = 0

    def _block(self, depth: int) -> Node:
        """Return what begins with this line."""
        if depth >= DEEPEST_NESTING or not self.line:
            raise _NotPlainError
        if self.text.startswith("- "):
            return self._listing(depth)
        if _KEY.match(self.text):
            return self._mapping(depth)
        return self._value(depth)

    def _listing(self, depth: int) -> Listing:
        """Return the items that begin in this column; each is read as if no hyphen stood there."""
        line, column = self.line, self.column
        items = []
        while self.column == column and self.text.startswith("- "):
            item = self.text[1:].lstrip(" ")
            self.column += len(self.text) - len(item)
            self.text = item
            items.append(self._block(depth + 1))
        return Listing(tuple(items), line, column)

    def _mapping(self, depth: int) -> Mapping:
        """Return the keys that begin in this column, with their values."""
        line, column = self.line, self.column
        entries: dict[str, tuple[Scalar, Node]] = {}
        while self.column == column:
            key = self._key(entries)
            entries[key.text] = key, self._under(key, depth + 1)
        return Mapping(tuple(entries.values()), line, column)

    def _under(self, key: Scalar, depth: int) -> Node:
        """Return the value of a key: in its line, below it, or an empty text."""
        if self.at < len(self.text) and self.text[self.at] != "#":
            return self._value(depth)
        self._advance()
        is_inside = self.column > key.column
        if is_inside or (self.column == key.column and self.text.startswith("- ")):
            return self._block(depth)
        return Scalar("", key.line, key.column + len(key.text) + 1)

    def _value(self, depth: int) -> Node:
        """Return what the rest of this line says, and go on to the next."""
        if self.text[self.at] in "[{\"'":
            node = self._part(depth)
            if not _COMMENT_OR_NOTHING.match(self.text, self.at):
                raise _NotPlainError
        else:
            node = Scalar(self._bare(), self.line, self.column + self.at)
        self._advance()
        return node

    def _bare(self) -> str:
        """Return the text that reaches to the end of this line, or to a comment."""
        text = self.text[self.at :].partition(" #")[0].rstrip(" ")
        if text[0] in _SIGNS or ": " in text or text[-1] == ":":
            raise _NotPlainError
        return text

    def _part(self, depth: int) -> Node:
        """Return what stands next: a list or a mapping in brackets, or a text as between them."""
        sign = self._sign()
        if sign in _CLOSED_BY:
            return self._within(_CLOSED_BY[sign], depth)
        found = _QUOTED_OR_BARE.match(self.text, self.at)
        if found is None or found.lastindex is None:
            raise _NotPlainError
        node = Scalar(found[found.lastindex], self.line, self.column + self.at)
        self.at = found.end()
        return node

    def _within(self, closing: str, depth: int) -> Node:
        """Return the list or the mapping whose bracket opens here."""
        if depth >= DEEPEST_NESTING:
            raise _NotPlainError
        line, column = self.line, self.column + self.at
        items: list[Node] = []
        entries: dict[str, tuple[Scalar, Node]] = {}
        self.at += 1
        while self._sign() != closing:
            if closing == "]":
                items.append(self._part(depth + 1))
            else:
                key = self._key(entries)
                entries[key.text] = key, self._part(depth + 1)
            if self._sign() == ",":
                self.at += 1
            elif self._sign() != closing:
                raise _NotPlainError
        self.at += 1
        if closing == "]":
            return Listing(tuple(items), line, column)
        return Mapping(tuple(entries.values()), line, column)

    def _key(self, known: Collection[str]) -> Scalar:
        """Return the key that stands here, which none of the known ones is."""
        found = _KEY.match(self.text, self.at)
        if found is None or found[1] in known:
            raise _NotPlainError
        key = Scalar(found[1], self.line, self.column + self.at)
        self.at = found.end()
        return key

    def _sign(self) -> str:
        """Return the sign that stands next between brackets, in whatever line."""
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1
        if self.at == len(self.text):
            self._advance()
            if not self.line:
                raise _NotPlainError
        return self.text[self.at]
