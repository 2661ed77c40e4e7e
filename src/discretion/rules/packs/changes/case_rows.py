"""The rows of a pack's file of cases as they are written, as plain values without their places."""

from pathlib import Path
from typing import TypeAlias

from discretion.rules.cases import FILE
from discretion.rules.rule import Pack
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_text
from discretion.source import read_yaml

Written: TypeAlias = "str | list[Written] | dict[str, Written]"
"""What stands in a file: text as it is, lists and keys."""


def rows_of(pack: Pack, section: str) -> tuple[dict[str, Written], ...]:
    """Return the rows of a section of the cases of a pack; none where it cannot be read.

    Args:
        pack: the pack.
        section: `cases` or `observed_decisions`.

    """
    text = read_text(Path(pack.folder) / FILE, Report(""))
    node = read_yaml(text, Report("")) if text is not None else None
    listed = node.get(section) if isinstance(node, Mapping) else None
    rows = (_written(each) for each in listed.items) if isinstance(listed, Listing) else ()
    return tuple(row for row in rows if isinstance(row, dict))


def _written(node: Node) -> Written:
    match node:
        case Scalar():
            return " ".join(node.text.split())
        case Listing():
            return [_written(item) for item in node.items]
        case _:
            return {name.text: _written(value) for name, value in node.entries}
