"""Imports that hide where names come from, imports that come late, and handlers too wide."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator

from tests.repository.tree import Source
from tests.repository.tree import line_of

TOO_WIDE = frozenset({"Exception", "BaseException"})
"""Classes that catch mistakes of the programmer along with those of the user."""
WIDE_HANDLERS_IN = frozenset({"src/discretion/cli/main.py"})
"""The top of the command line, where nothing is left to handle a failure."""

Import = ast.Import | ast.ImportFrom
FunctionLike = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def star_imports(sources: Iterable[Source]) -> list[str]:
    """Return the imports of everything from a module."""
    return [
        f"{line_of(source, node)}: `*` hides where names come from"
        for source in sources
        for node in ast.walk(source.parse())
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def late_imports(sources: Iterable[Source]) -> dict[str, str]:
    """Return each module that some function imports when it runs, with one place of it."""
    return {
        module: line_of(source, node)
        for source in sources
        for node in _imports_in_functions(source.parse())
        for module in _modules_of(node)
    }


def wide_handlers(sources: Iterable[Source]) -> list[str]:
    """Return the handlers that catch any exception, outside the places that may."""
    return [
        f"{line_of(source, node)}: the handler catches mistakes it cannot know"
        for source in sources
        if source.path not in WIDE_HANDLERS_IN
        for node in ast.walk(source.parse())
        if _catches_everything(node)
        if isinstance(node, ast.ExceptHandler | ast.Call)
    ]


def _imports_in_functions(tree: ast.Module) -> Iterator[Import]:
    functions = (node for node in ast.walk(tree) if isinstance(node, FunctionLike))
    seen = set[Import]()
    for function in functions:
        seen.update(node for node in ast.walk(function) if isinstance(node, Import))
    yield from sorted(seen, key=lambda node: node.lineno)


def _modules_of(node: Import) -> tuple[str, ...]:
    if isinstance(node, ast.ImportFrom):
        return ("." * node.level + (node.module or ""),)
    return tuple(alias.name for alias in node.names)


def _catches_everything(node: ast.AST) -> bool:
    match node:
        case ast.ExceptHandler(type=None):
            return True
        case ast.ExceptHandler(type=ast.expr() as kinds):
            return _names_any(kinds)
        case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress"), args=kinds):
            return any(_names_any(kind) for kind in kinds)
        case _:
            return False


def _names_any(kinds: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in TOO_WIDE for node in ast.walk(kinds))
