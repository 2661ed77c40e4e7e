"""Trees of documents as two readers give them, and every document of the repository."""

import re
from collections.abc import Iterator

import pytest
import yaml

from discretion.source import Listing
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import parsed
from discretion.source.plain import read_plain
from tests.repository.tree import text_sources

OFFSET = 3
"""Lines that stand above a document."""
LOADERS = tuple(dict.fromkeys((getattr(yaml, "CLoader", yaml.SafeLoader), yaml.SafeLoader)))
"""The parsers of PyYAML on this machine: the one in C where it is there, and the one in Python."""
Tree = tuple[object, ...]

_FENCED = re.compile(r"^```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


def documents() -> Iterator[str]:
    """Yield every YAML file of the repository, and every block that is fenced in a text."""
    for source in text_sources():
        if source.path.endswith(".yaml"):
            yield source.text
        elif source.path.endswith(".md"):
            yield from _FENCED.findall(source.text)


def plain_tree(text: str) -> Tree | None:
    """Return what is read without a library, or None where that gives up."""
    node = read_plain(text, line_offset=OFFSET)
    return None if node is None else tree_of(node)


def parsed_tree(text: str, loader: type) -> Tree | None:
    """Return what PyYAML reads, or None where anything is wrong."""
    report = Report("a.yaml")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parsed, "_LOADER", loader)
        node = parsed.read_parsed(text, report, line_offset=OFFSET)
    return None if node is None or report.problems else tree_of(node)


def tree_of(node: Node) -> Tree:
    """Return a tree as plain values, with the place of everything."""
    if isinstance(node, Scalar):
        return (node.text, node.line, node.column)
    if isinstance(node, Listing):
        return (node.line, node.column, [tree_of(each) for each in node.items])
    return (node.line, node.column, [(tree_of(k), tree_of(each)) for k, each in node.entries])


def unlike(text: str, loaders: tuple[type, ...] = LOADERS) -> str:
    """Return a document that is read in another way than PyYAML reads it, else an empty text."""
    plain = plain_tree(text)
    if plain is None or all(plain == parsed_tree(text, loader) for loader in loaders):
        return ""
    return text
