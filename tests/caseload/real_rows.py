"""The real Forms I-213, read where they are present and never shown.

They describe real people and are kept beside the repository, never in it.
"""

import csv
import gzip
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from tests.repository.tree import ROOT

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.rules.library import Library

FILE = ROOT.parent / "shared/data/seattle-i213/i213_seattle_2021-12_2025-12_dev.csv.gz"
Cells = dict[str, str]

needs_file = pytest.mark.skipif(
    not FILE.is_file(),
    reason="the real Forms I-213 are kept beside the repository, never in it, and are not here",
)
"""Marks what only the real rows can test."""


class Share:
    """The matters and the cells of the real file; its own words never show either."""

    def __init__(self, mapping: "Mapping", library: "Library") -> None:
        self.ledger = Ledger(FILE.name)
        self.matters = list(read_matters(FILE, mapping, library.words, self.ledger))
        self.cells = read_cells()

    def hundred(self) -> "list[Matter]":
        """Return the first hundred matters with an entry date, in the file's order."""
        dated = [each for each in self.matters if "bs_last_entry_date" in each.case.facts]
        return dated[:100]

    def __repr__(self) -> str:
        return "the real rows"


def read_cells() -> list[Cells]:
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="|"))


def write_cells(path: Path, cells: list[Cells]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8", newline="", compresslevel=1) as handle:
        writer = csv.DictWriter(handle, list(cells[0]), delimiter="|")
        writer.writeheader()
        writer.writerows(cells)
    return path


def digest_of(matters: "list[Matter]") -> str:
    """Return a digest of every claim of some matters, without the name of their file."""
    found = hashlib.sha256()
    for each in matters:
        found.update(repr((each.case.decision, each.case.facts, each.case.lists)).encode())
    return found.hexdigest()
