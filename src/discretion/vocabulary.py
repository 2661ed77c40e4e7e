"""The closed words of a matter's header: components, decision types and classes of person."""

from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.source import Node
from discretion.source import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Components, decision types and classes, each word with its plain words and what holds it.

    `inside` maps a component or class to the one that contains it (`ICE-ERO` to `ICE`).
    """

    components: Table[str, str]
    decisions: Table[str, str]
    classes: Table[str, str]
    inside: Table[str, str]

    def component(self, word: str) -> str:
        """Return a component's word.

        Raises:
            UnknownNameError: nobody knows the word.

        """
        return _known("component", word, self.components)

    def decision(self, word: str) -> str:
        """Return a decision type's word.

        Raises:
            UnknownNameError: nobody knows the word.

        """
        return _known("decision type", word, self.decisions)

    def class_of_person(self, word: str) -> str:
        """Return a class's word.

        Raises:
            UnknownNameError: nobody knows the word.

        """
        return _known("class", word, self.classes)

    def holds(self, outer: str, inner: str) -> bool:
        """Tell whether a component or class is, or contains, another."""
        seen: str | None = inner
        while seen is not None:
            if seen == outer:
                return True
            seen = self.inside.get(seen)
        return False

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether two components can be one: either is unsaid, or holds the other."""
        return not (one and other) or self.holds(one, other) or self.holds(other, one)


def _known(kind: str, word: str, words: Table[str, str]) -> str:
    if word not in words:
        raise UnknownNameError(kind, word, words)
    return word


def read_vocabulary(node: Node, report: Report) -> Vocabulary:
    """Return the vocabulary of one file, with its problems in the report."""
    entries = Entries(node, report, "the vocabulary")
    inside: dict[str, str] = {}
    tables: dict[str, dict[str, str]] = {}
    for section in ("components", "decisions", "classes"):
        tables[section] = {}
        for word, value in entries.pairs(section):
            row = Entries(value, report, f"`{word.text}`")
            tables[section][word.text] = row.required("says")
            if row.has("inside"):
                inside[word.text] = row.text("inside")
            row.text("source")
            row.finish()
    entries.finish()
    return Vocabulary(
        components=MappingProxyType(tables["components"]),
        decisions=MappingProxyType(tables["decisions"]),
        classes=MappingProxyType(tables["classes"]),
        inside=MappingProxyType(inside),
    )
