"""The list of properties: what tests hold true with the file that does, and what is proved."""

import ast
from collections.abc import Iterator
from pathlib import Path

from discretion import Library
from discretion import Proof
from discretion import Prover
from scripts.documents.consoles import TODAY
from scripts.documents.tables import code
from scripts.documents.tables import table

HEAD = """# Properties

`make docs` writes this page from the docstrings of tests.
Each sentence is held true by a test of that file, on every run of `make test`.
Those that say so take longer, and are held true on every run of `make exact`.
"""
PROVED = (
    "\n## What is proved of each policy\n\n"
    "`discretion prove ID` proves each of these sentences for every matter that has at most so "
    "many records in each list, and each is refuted once the policy is changed so that it is "
    "false.\n"
    "[How to prove a sentence about a policy](how-to-prove.md) says what that means.\n\n"
)
LONG = 3600.0
"""The seconds that a sentence may take; by a clock that stands still, as a page hangs on none."""
FOLDERS = {
    "proof": "What is proved of every policy",
    "exactness": "What is missing, settled and reachable is exact",
    "agreement": "Every engine gives a condition the same meaning",
    "properties": "What holds in every matter under every bundled policy",
    "verification": "What is found in an official file, and what becomes of reviews",
    "source": "What is read without a library is what PyYAML reads",
    "documents": "What goes out of a request, and what never does",
    "request": "What is said of a request before it is made",
    "records": "What holds of the clock and of day-count duties",
    "worksite": "What a look-up of disputes tells, and what a request to an agency holds",
    "cases": "What the policies say of their own cases",
    "repository": "What the repository keeps to",
}
"""Folders of tests whose docstrings are properties, with what they are about."""


def properties_page(root: Path, library: Library) -> str:
    """Return the whole page.

    Args:
        root: the repository.
        library: the policies of which sentences are proved.

    """
    parts = [HEAD]
    for folder, about in FOLDERS.items():
        found = [row for path in _files(root / "tests" / folder) for row in _rows(path, root)]
        if found:
            parts.append(f"\n## {about}\n\n{table(('Sentence', 'Where'), found)}\n")
    return "".join((*parts, _proved(library)))


def _proved(library: Library) -> str:
    """Return what is proved of every policy, as `discretion prove` proves it."""
    prover = Prover(LONG, lambda: 0.0, TODAY)
    several = [prover.prove(library, pack) for pack in library.packs.values()]
    rows = [
        (
            each.says,
            code(proofs.pack.instrument.id),
            each.status.replace("_", " "),
            _bound(each),
            "" if each.citation is None else f"{each.citation} ({each.citation.basis})",
        )
        for proofs in several
        for each in proofs.proofs
    ]
    columns = ("Sentence", "Policy", "Status", "Most records of a list", "Cites")
    return f"{PROVED}{table(columns, sorted(rows))}\n"


def _bound(proof: Proof) -> str:
    return ", ".join(f"{code(items)} {number}" for items, number in proof.bounds.items()) or "any"


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
