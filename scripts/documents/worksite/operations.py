"""The table of real operations: workers arrested beside employers charged, each with its source."""

from collections.abc import Iterator
from pathlib import Path

from discretion import Library
from discretion import long_date
from discretion import read_case_file
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.values import Spans
from scripts.documents.tables import table

ARRESTED, CHARGED = "workers_arrested", "employers_charged"
"""The facts that hold what was reported afterwards."""


def operations_table(folder: Path, library: Library) -> str:
    """Return the operations of a folder in the order of their days, as a table."""
    cases = [case for case in _cases(folder, library) if case is not None]
    cases.sort(key=lambda case: case.decision.day)
    rows = [
        (
            case.name,
            long_date(case.decision.day),
            _counts(case, ARRESTED),
            _counts(case, CHARGED),
        )
        for case in cases
    ]
    return table(("Operation", "Day", "Workers arrested", "Employers charged"), rows)


def _cases(folder: Path, library: Library) -> Iterator[CaseFile | None]:
    for path in sorted(folder.glob("*.yaml")):
        yield read_case_file(path, library.words)[0]


def _counts(case: CaseFile, name: str) -> str:
    """Return each count that somebody reported, with its source."""
    told = []
    for claim in case.facts.get(name, Account()).claims:
        sources = "; ".join(case.evidence[paper].title for paper in claim.evidence)
        told.append(f"{_number(claim.values)} ({sources})")
    return "; or ".join(told) or "not seen"


def _number(values: object) -> str:
    if not isinstance(values, Spans):
        return ""
    low, high = values.low, values.high
    return f"{low}" if low == high else f"{low} to {high}"
