"""Pieces of a case file on one line of YAML each."""

import json
import re
from collections.abc import Mapping as Table

from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Scalar

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+-]+)*")
"""Texts that YAML reads as they stand, with nothing in them that it would take for a sign."""


def written(text: str) -> str:
    """Return a text as YAML writes it on one line."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def braced(pairs: Table[str, str]) -> str:
    """Return keys and values, each as YAML writes it, on one line."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"


def one_line(node: Node) -> str:
    """Return a piece of a file on one line of YAML."""
    match node:
        case Scalar():
            return written(node.text)
        case Listing():
            return f"[{', '.join(one_line(item) for item in node.items)}]"
        case Mapping():
            return braced({key.text: one_line(value) for key, value in node.entries})
