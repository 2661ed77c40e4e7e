"""What is read without a library is read as PyYAML reads it, or is left to PyYAML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.source import Report
from discretion.source import read_yaml
from discretion.source.node import DEEPEST_NESTING
from tests.repository.tree import ROOT
from tests.source.changed import SIGNS
from tests.source.changed import changed_documents
from tests.source.trees import LOADERS
from tests.source.trees import OFFSET
from tests.source.trees import documents
from tests.source.trees import parsed_tree
from tests.source.trees import plain_tree
from tests.source.trees import unlike
from tests.source.written import written

EXAMPLES = sorted((ROOT / "examples").rglob("*-demo.yaml"))
FIRST = LOADERS[:1]
"""The parser that reads for everybody."""

PLAIN = [
    ("a: b", (4, 1, [(("a", 4, 1), ("b", 4, 4))])),
    ("a:\n", (4, 1, [(("a", 4, 1), ("", 4, 3))])),
    ("# c\n\n  a: NO # c\n", (6, 3, [(("a", 6, 3), ("NO", 6, 6))])),
    ("- a\n-  b # c", (4, 1, [("a", 4, 3), ("b", 5, 4)])),
    ("a:\n- b: ' c '\n  d:\n", (4, 1, [(("a", 4, 1), (5, 1, [(5, 3, [
        (("b", 5, 3), (" c ", 5, 6)), (("d", 6, 3), ("", 6, 5))])]))])),
    ("- - 0123\n- []", (4, 1, [(4, 3, [("0123", 4, 5)]), (5, 3, [])])),
    ("a # c", ("a", 4, 1)),
    ('a: {b: [c d, ""],\n e: {}, }', (4, 1, [(("a", 4, 1), (4, 4, [
        (("b", 4, 5), (4, 8, [("c d", 4, 9), ("", 4, 14)])),
        (("e", 5, 2), (5, 5, []))]))])),
    ("a: b:c#d [e, f]", (4, 1, [(("a", 4, 1), ("b:c#d [e, f]", 4, 4))])),
]  # fmt: skip
"""Documents with their trees."""

LEFT = [
    "", "# c\n", "a:\n  - b\n c: d", "a: b\n c", "a: b\n\n  c", "a: b\nc", "a: 'b\n  c'",
    "a: &b c", "a: *b", "a: !b c", "a: |\n  b", "a: >\n  b", "? a\n: b", "'a': b", "a: 'b''c'",
    'a: "b\\n"', "a: b: c", "a: b:", "a : b", "a: [b", "a: [b]]", "a: [b c: d]", "a: {b}",
    "a: {b: c: d}", "a: {b: }", "a: [b # c\n]", "a: {b: c, b: d}", "a: b\na: c", "a: {'b': c}",
    "--- a", "---\na: b", "a: b\n...\n", "... b: c", "...a: b", "%a", "a: -1", "a: @b", "a: `b`",
    "a: %b", "a: 'b' c", "a: [b] c", "a: [b]#c", "a: [b?]", "a: [b,, c]", "a: [, b]", "- a\nb: c",
    "- a\n  - b", "a:\n  - b\n- c",
    "-", "- # c", "- a\n-", f"{'a' * 101}: b", "a:\tb", "a: b\r\n", "\ufeffa: b", "a: \x85",
    "a: b\u2028", "a: \x07", "a: \ud800", "a: \xa0",
]  # fmt: skip
"""Documents that are left to PyYAML, whatever it says of them."""


@pytest.mark.parametrize(("text", "tree"), PLAIN)
def test_a_plain_document_has_the_tree_that_it_shows(text: str, tree: object) -> None:
    assert tree == plain_tree(text)
    assert "" == unlike(text)


@pytest.mark.parametrize("text", LEFT)
def test_whatever_is_not_plain_is_left_to_the_library(text: str) -> None:
    assert plain_tree(text) is None


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.name for path in EXAMPLES])
def test_an_example_is_read_without_the_library(path: Path) -> None:
    assert plain_tree(path.read_text("utf-8")) is not None


def test_every_document_of_the_repository_is_read_alike_or_left() -> None:
    """Every document of the repository is read as PyYAML reads it, or left to PyYAML."""
    assert [] == [text for text in documents() if unlike(text, FIRST)]


def test_most_documents_of_the_repository_are_plain() -> None:
    """Most documents of the repository are read without a library."""
    known = [text for text in documents() if parsed_tree(text, LOADERS[0]) is not None]

    assert len(known) / 2 < len([text for text in known if plain_tree(text) is not None])


def test_a_changed_document_is_read_alike_or_left() -> None:
    """A document with a slip in it is read as PyYAML reads it, or left to PyYAML."""
    changed = changed_documents(seed=1, count=10_000)

    assert [] == [text for text in changed if unlike(text)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_many_changed_documents_are_read_alike_or_left(seed: int) -> None:
    """A document with a slip in it is read as PyYAML reads it, in a million tries."""
    changed = changed_documents(seed=1000 + seed, count=100_000)

    assert [] == [text for text in changed if unlike(text, FIRST)]


@given(written())
@settings(deadline=None)
def test_a_document_in_any_layout_is_read_alike_or_left(text: str) -> None:
    """A document is read as PyYAML reads it or left, however its parts are laid out."""
    assert "" == unlike(text)


@given(st.text(SIGNS, max_size=40))
@settings(deadline=None, max_examples=500)
def test_signs_in_any_order_are_read_alike_or_left(text: str) -> None:
    """Signs of the language in any order are read as PyYAML reads them, or left to PyYAML."""
    assert "" == unlike(text)


@pytest.mark.parametrize("more", range(-2, 3))
@pytest.mark.parametrize("layout", ["brackets", "hyphens", "keys"])
def test_as_many_levels_are_read_as_the_library_reads(layout: str, more: int) -> None:
    levels = DEEPEST_NESTING + more
    text = {
        "brackets": "[" * levels + "]" * levels,
        "hyphens": "- " * levels + "a",
        "keys": "\n".join(f"{' ' * level}a:" for level in range(levels)),
    }[layout]
    report = Report("a.yaml")

    assert "" == unlike(text)
    node = read_yaml(text, report, line_offset=OFFSET)
    assert (node is None) == (parsed_tree(text, LOADERS[0]) is None) == bool(report.problems)


def test_a_slip_is_told_as_the_library_tells_it() -> None:
    report = Report("a.yaml")

    assert read_yaml("a: b\nc: *d\n", report, line_offset=OFFSET) is None
    assert [("alias", 5, 4)] == [(each.code, each.line, each.column) for each in report.problems]
