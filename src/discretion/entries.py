"""Reading the keys of a mapping one by one: typed, with every unknown key reported at the end."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType
from typing import Any
from typing import TypeVar

from discretion.dates import day_of
from discretion.errors import nearest
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar

YES = frozenset(("yes", "true"))
"""The words that mean yes."""
NO = frozenset(("no", "false"))
"""The words that mean no."""
LIKE_A_LIST = "write it as [a, b], or one item to a line after `- `"
"""What to do where a list belongs and something else stands."""
LIKE_A_MAPPING = "write it as {key: value}, or one `key: value` to a line"
"""What to do where keys and values belong and something else stands."""

Word = TypeVar("Word")
_NOTHING: Table[str, object] = MappingProxyType({})


def nothing() -> Table[str, Any]:
    """Return the read-only mapping without keys, for fields that may be left out."""
    return _NOTHING


class Entries:
    """The keys of one mapping, read once each; `finish` reports those nobody asked for."""

    def __init__(self, node: Node | None, report: Report, what: str) -> None:
        """Take a mapping; anything else is reported and read as empty.

        Args:
            node: what stands in the file; None reads as a mapping without keys.
            report: where problems go.
            what: what the mapping describes, for messages (`a rule`, `an event`).

        """
        self.report = report
        self.what = what
        self.asked: set[str] = set()
        if node is not None and not isinstance(node, Mapping):
            report.error(
                "not_a_mapping", node, f"{what} is written as keys and values", LIKE_A_MAPPING
            )
        self.node = node if isinstance(node, Mapping) else Mapping((), *_place(node))

    def node_of(self, key: str) -> Node | None:
        """Return what stands under a key, unread."""
        self.asked.add(key)
        return self.node.get(key)

    def has(self, key: str) -> bool:
        """Tell whether a key is written."""
        self.asked.add(key)
        return self.node.get(key) is not None

    def text(self, key: str, default: str = "") -> str:
        """Return the text under a key, or the default."""
        found = self.node_of(key)
        if found is None:
            return default
        if not isinstance(found, Scalar):
            self.report.error("not_text", found, f"`{key}` is plain text", "write a single text")
            return default
        return " ".join(found.text.split())

    def required(self, key: str) -> str:
        """Return the text under a key that must be there and not be empty."""
        text = self.text(key)
        if not text and not isinstance(self.node.get(key), Mapping | Listing):
            self.report.error(
                "key_missing", self.node, f"{self.what} has no `{key}`", f"add `{key}:`"
            )
        return text

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        text = self.text(key)
        if text and text not in YES | NO:
            message = f"`{text}` is neither yes nor no"
            self.report.error("not_yes_no", self.node.get(key), message, "write yes or no")
        return text in YES if text else default

    def day(self, key: str) -> date | None:
        """Return the day under a key, None when absent or impossible (which is reported)."""
        text = self.text(key)
        if not text:
            return None
        found = day_of(text)
        if found is None:
            self.report.error(
                "not_a_date",
                self.node.get(key),
                f"`{text}` is not a day of the calendar",
                "write year-month-day, as in 2021-09-30",
            )
        return found

    def words(self, key: str, what: str) -> "Table[str, str]":
        """Return the texts under a key by their names, each of them required.

        Args:
            key: the key.
            what: what stands under it, for messages (`the papers`).

        """
        inner = self.entries(key, what)
        return MappingProxyType(
            {name.text: inner.required(name.text) for name, _ in inner.node.entries}
        )

    def whole_number(self, key: str) -> int | None:
        """Return the number of 1 or more under a key, None when absent or no number (reported)."""
        text = self.text(key)
        if not text:
            return None
        if text.isascii() and text.isdigit() and int(text):
            return int(text)
        self.report.error(
            "wrong_type",
            self.node.get(key),
            f"`{text}` cannot stand under `{key}`",
            "write a whole number of 1 or more",
        )
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        found = self.node_of(key)
        if isinstance(found, Scalar):
            return (found.text,)
        return tuple(item.text for item in self.items(key) if isinstance(item, Scalar))

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list."""
        found = self.node_of(key)
        if found is None:
            return ()
        if not isinstance(found, Listing):
            self.report.error("not_a_list", found, f"`{key}` is a list", LIKE_A_LIST)
            return ()
        return found.items

    def entries(self, key: str, what: str) -> "Entries":
        """Return the mapping under a key."""
        return Entries(self.node_of(key), self.report, what)

    def rows(self, key: str, what: str) -> Iterator["Entries"]:
        """Yield each mapping of a list."""
        for item in self.items(key):
            yield Entries(item, self.report, what)

    def pairs(self, key: str) -> Iterator[tuple[Scalar, Node]]:
        """Yield the keys and values of the mapping under a key."""
        found = self.node_of(key)
        if isinstance(found, Mapping):
            yield from found.entries
        elif found is not None:
            message = f"`{key}` is written as keys and values"
            self.report.error("not_a_mapping", found, message, LIKE_A_MAPPING)

    def word(self, key: str, words: "Table[str, Word]", default: Word) -> Word:
        """Return what a word of a closed vocabulary stands for, or the default when absent."""
        text = self.text(key)
        if not text:
            return default
        if text not in words:
            hint = nearest(text, words) or f"one of: {', '.join(words)}"
            self.report.error(
                "unknown_word", self.node.get(key), f"`{text}` cannot stand under `{key}`", hint
            )
            return default
        return words[text]

    def finish(self) -> None:
        """Report every key that nobody asked for, with the nearest known one."""
        for name, _ in self.node.entries:
            if name.text not in self.asked:
                known = ", ".join(sorted(self.asked))
                self.report.error(
                    "unknown_key",
                    name,
                    f"{self.what} has no key `{name.text}`",
                    nearest(name.text, self.asked) or f"known keys: {known}",
                )


def _place(node: Node | None) -> tuple[int, int]:
    return (node.line, node.column) if node else (1, 1)
