"""The files of the repository, as its own tests read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("src", "tests", "scripts", "benchmarks")
"""The folders whose Python the style guide governs."""
SHIPPED = ("src",)
"""The folders whose names a reader of the package meets."""
NOT_OURS = frozenset(
    {".git", ".venv", ".hypothesis", "__pycache__", "build", "dist"}
    | {".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".idea", ".vscode"}
)
"""Folders that version control or a tool keeps for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one file and its path from the root of the repository."""

    path: str
    text: str

    def parse(self) -> ast.Module:
        """Return the syntax tree of a Python file."""
        return ast.parse(self.text, self.path)


def python_sources(*folders: str, root: Path = ROOT) -> tuple[Source, ...]:
    """Return the Python files under some folders, in path order."""
    paths = sorted(path for folder in folders for path in _walk(root / folder))
    return tuple(_source(path, root) for path in paths if path.suffix == ".py")


def text_sources(root: Path = ROOT) -> tuple[Source, ...]:
    """Return every file that holds text, whatever its language."""
    return tuple(_source(path, root) for path in sorted(_walk(root)) if _is_text(path))


def line_of(source: Source, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
    """Return where something stands, as editors print it."""
    return f"{source.path}:{node.lineno}"


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name in NOT_OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _is_text(path: Path) -> bool:
    content = path.read_bytes()
    if b"\0" in content:
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _source(path: Path, root: Path) -> Source:
    return Source(path=path.relative_to(root).as_posix(), text=path.read_text("utf-8"))
