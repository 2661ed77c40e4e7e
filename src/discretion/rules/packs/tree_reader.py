"""Reading a condition or a term under a key; what cannot be read is reported."""

from collections.abc import Callable
from typing import TypeVar

from discretion.entries import Entries
from discretion.rules.condition import Condition
from discretion.rules.grammar import REMEDY
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition

Tree = TypeVar("Tree")


def condition_under(row: Entries, key: str) -> Condition | None:
    """Return the condition under a key, None when absent or unreadable (which is reported)."""
    return tree_under(row, key, read_condition)


def tree_under(row: Entries, key: str, read: Callable[[str], Tree]) -> Tree | None:
    """Return what a function reads under a key, None when absent or unreadable (as reported)."""
    text = row.text(key)
    if not text:
        return None
    try:
        return read(text)
    except NotAConditionError as failure:
        row.report.error("not_a_condition", row.node_of(key), str(failure), REMEDY)
        return None
