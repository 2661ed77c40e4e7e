"""Writing a tree as YAML again, so that it is read back as the same tree."""

import json
import re
from collections.abc import Iterator
from textwrap import wrap

from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Scalar

PLAIN = re.compile(r"[A-Za-z][\w /()-]*[\w)]|[A-Za-z]|\d+(-\d+)*", re.ASCII)
"""Text that means itself without quotes."""
WIDTH = 98
"""How many signs a line of a file has that is written here."""


def scalar(text: str) -> str:
    """Return a text as YAML, in quotes where it could be taken for something else."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def flow(node: Node) -> str:
    """Return a tree on one line."""
    match node:
        case Scalar():
            return scalar(node.text)
        case Listing():
            return f"[{', '.join(map(flow, node.items))}]"
        case Mapping():
            pairs = (f"{scalar(name.text)}: {flow(value)}" for name, value in node.entries)
            return f"{{{', '.join(pairs)}}}"


def entry(name: str, node: Node, indent: str = "  ") -> Iterator[str]:
    """Yield a key with its tree, line by line; a small tree stands on one."""
    line = f"{indent}{scalar(name)}: {flow(node)}"
    if len(line) <= WIDTH or isinstance(node, Scalar):
        yield line
        return
    yield f"{indent}{scalar(name)}:"
    deeper = f"{indent}  "
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from entry(key.text, value, deeper)
    else:
        yield from (f"{deeper}- {flow(item)}" for item in node.items)


def comment(text: str, indent: str = "") -> list[str]:
    """Return a text as lines of a comment, of which none is too long."""
    start = f"{indent}# "
    return wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )
