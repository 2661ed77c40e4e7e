"""The shipped mappings, and made-up tables in their layouts."""

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from discretion.caseload.files.recognition.layout import COUNTED
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.matters import read_matters
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from tests.repository.tree import ROOT

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.facts.casefile import Account
    from discretion.facts.values import Values

FOLDER = Path(BUNDLED) / "mappings"
SHARED = ROOT.parent / "shared/data"
"""Where real tables are kept, beside the repository and never in it."""
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
ROWS = yaml.safe_load((Path(__file__).parent / "rows.yaml").read_text("utf-8"))["rows"]
Cells = dict[str, str]


@cache
def library() -> Library:
    return read_library()


@cache
def shipped(name: str) -> "Mapping":
    """Return a shipped mapping, which no problem forbids."""
    mapping, problems = read_mapping_file(FOLDER / f"{name}.yaml", library().words)
    assert mapping is not None, problems
    return mapping


def write_table(path: Path, mapping: "Mapping", rows: Iterable[Cells]) -> Path:
    """Write a table that has every column of a mapping, in a layout of its release."""
    layout = mapping.origin.layout
    names = list(mapping.origin.every)
    headers = [found["name"] if (found := COUNTED.fullmatch(name)) else name for name in names]
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.write("Made up: no row stands for anybody\n\n")
        writer = csv.writer(handle, delimiter=layout.delimiter, quotechar=layout.quote)
        writer.writerow(headers)
        for cells in rows:
            assert cells.keys() <= set(names), cells
            writer.writerow([cells.get(name, "") for name in names])
    return path


def read_table(path: Path, mapping: "Mapping") -> "tuple[list[Matter], Ledger]":
    ledger = Ledger(path.name)
    return list(read_matters(path, mapping, library().words, ledger)), ledger


def shown(values: "Values") -> str:
    """Return what is left of a value, as the rows beside this file write it."""
    if isinstance(values, Choices):
        return "|".join(sorted(values.words or ()))
    assert isinstance(values, Spans)
    low, high = (str(end) for end in (values.low, values.high))
    return low if low == high else f"{low}..{high}"


def said(accounts: "dict[str, Account]") -> dict[str, str]:
    """Return what is claimed of each fact."""
    return {
        name: shown(account.claims[0].values)
        for name, account in accounts.items()
        if account.claims
    }


def known_from(account: "Account") -> date | str:
    (claim,) = account.claims
    return claim.on or ""
