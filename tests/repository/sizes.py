"""How long files and functions are and how full folders are, against the style guide's limits."""

import ast
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import PurePosixPath

from tests.repository.tree import Source

SOFT_LINES = 250
HARD_LINES = 500
LONG_FUNCTION = 40
LONGEST_FUNCTION = 60
MOST_MODULES = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(sources: Iterable[Source], limit: int) -> dict[str, int]:
    """Return the files with more lines than a limit, with their lines."""
    lines = {source.path: len(source.text.splitlines()) for source in sources}
    return {path: count for path, count in lines.items() if count > limit}


def long_functions(sources: Iterable[Source], limit: int) -> dict[str, int]:
    """Return the functions with more lines than a limit, with their lines.

    A docstring does not count: it says what a function does and makes it no harder to follow.
    """
    lines = {
        f"{source.path}::{name}": _lines_of(function)
        for source in sources
        for name, function in _functions(source.parse(), "")
    }
    return {name: count for name, count in lines.items() if count > limit}


def full_folders(sources: Iterable[Source], limit: int) -> dict[str, int]:
    """Return the folders with more modules than a limit; `__init__` and `__main__` do not count."""
    paths = [PurePosixPath(source.path) for source in sources]
    modules = Counter(str(path.parent) for path in paths if not path.stem.startswith("__"))
    return {folder: count for folder, count in modules.items() if count > limit}


def unlisted(found: Mapping[str, int], listed: Mapping[str, str]) -> list[str]:
    """Return what breaks a limit without a reason, and the reasons that nothing needs any more."""
    missing = [
        f"{name} has {count}: shorten it, or list it with its reason"
        for name, count in found.items()
        if not listed.get(name, "").strip()
    ]
    stale = [f"{name} keeps the limit: take it off the list" for name in listed.keys() - found]
    return sorted(missing + stale)


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield prefix + child.name, child
            yield from _functions(child, f"{prefix}{child.name}.")
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{prefix}{child.name}.")
        else:
            yield from _functions(child, prefix)


def _lines_of(function: Function) -> int:
    lines = _extent(function)
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines -= _extent(first)
    return lines


def _extent(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
