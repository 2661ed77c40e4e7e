"""The list of properties: each sentence that tests hold true, and the file that holds it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.documents.tables import code
from scripts.documents.tables import table

HEAD = """# Properties

`make docs` writes this page from the docstrings of tests.
Each sentence is held true by a test of that file, on every run of `make test`.
Those that say so take longer, and are held true on every run of `make exact`.
"""
FOLDERS = {
    "exactness": "What is missing, settled and reachable is exact",
    "agreement": "Every engine gives a condition the same meaning",
    "properties": "What holds in every matter under every bundled policy",
    "verification": "What is found in an official file, and what becomes of reviews",
    "records": "What holds of the clock and of day-count duties",
    "worksite": "What a look-up of disputes tells, and what a request to an agency holds",
    "cases": "What the policies say of their own cases",
    "repository": "What the repository keeps to",
}
"""Folders of tests whose docstrings are properties, with what they are about."""


def properties_page(root: Path) -> str:
    """Return the whole page."""
    parts = [HEAD]
    for folder, about in FOLDERS.items():
        found = [row for path in _files(root / "tests" / folder) for row in _rows(path, root)]
        if found:
            parts.append(f"\n## {about}\n\n{table(('Sentence', 'Where'), found)}\n")
    return "".join(parts)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("test_*.py")) if folder.is_dir() else []


def _rows(path: Path, root: Path) -> Iterator[tuple[str, str]]:
    where = code(path.relative_to(root).as_posix())
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            sentence = (ast.get_docstring(node) or "").partition("\n\n")[0]
            if sentence:
                slow = " (`make exact`)" if _is_slow(node) else ""
                yield " ".join(sentence.split()), f"{where}{slow}"


def _is_slow(test: ast.FunctionDef) -> bool:
    return any(ast.unparse(mark) == "pytest.mark.slow" for mark in test.decorator_list)
