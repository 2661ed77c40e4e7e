"""A made-up table and its mapping, in one place so that a test changes one thing alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping_reader import read_mapping
from discretion.caseload.matters import read_matters
from discretion.source import Report
from discretion.source import read_yaml

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.errors import Problem
    from discretion.facts.casefile import Account
    from discretion.facts.casefile import CaseFile
    from discretion.facts.values import Values
    from discretion.rules.library import Library

GOOD = (Path(__file__).parent / "made_up.yaml").read_text("utf-8")
"""A mapping that nothing is wrong with."""

HEADERS = "Arrest Date,State,Entered,How,Age,Charges,Crimes,Spouse,Written,Gender,Note"
ROW = "2022-03-01,WA,2021-06-01,EWI,30,,,,2022-03-02,X,hello"
"""A made-up row, as every row of these tests is."""


def mapping_of(text: str, library: "Library") -> "tuple[Mapping | None, list[Problem]]":
    """Return the mapping that a text describes, and its problems."""
    report = Report("made-up.yaml")
    node = read_yaml(text, report)
    assert node is not None, report.problems
    return read_mapping(node, library.words, report), report.problems


def good(library: "Library") -> "Mapping":
    """Return the mapping that nothing is wrong with."""
    mapping, problems = mapping_of(GOOD, library)
    assert mapping is not None, problems
    assert not problems, problems
    return mapping


def table(folder: Path, *lines: str) -> Path:
    """Return a file of some lines."""
    path = folder / "made_up.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def row(**cells: str) -> str:
    """Return the made-up row with some cells changed; `Arrest_Date` stands for `Arrest Date`."""
    names = HEADERS.split(",")
    values = dict(zip(names, ROW.split(","), strict=True))
    values.update({name.replace("_", " "): cell for name, cell in cells.items()})
    return ",".join('"' + values[name].replace('"', '""') + '"' for name in names)


def matters(
    folder: Path, library: "Library", *rows: str, mapping: "Mapping | None" = None
) -> "tuple[list[Matter], Ledger]":
    """Return the matters of a table of some rows, and its ledger."""
    ledger = Ledger("made_up.csv")
    path = table(folder, HEADERS, *rows)
    found = list(read_matters(path, mapping or good(library), library.words, ledger))
    return found, ledger


def one(folder: Path, library: "Library", **cells: str) -> "CaseFile":
    """Return the case of the made-up row with some cells changed."""
    (found,), _ = matters(folder, library, row(**cells))
    return found.case


def said(account: "Account") -> "Values":
    """Return the values of the only claim of an account."""
    (claim,) = account.claims
    return claim.values
