"""Counting again in plain Python, row by row, what tables of a report hold."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence

from discretion.caseload.report.table import ReportTable
from tests.caseload.report.made import MadePolicy
from tests.caseload.report.made import MadeRow

Answer = str
YES, NO, UNKNOWN = "yes", "no", "unknown"


def rule_answer(policy: MadePolicy, bits: Sequence[int]) -> Answer:
    """Return whether some rule among several is met."""
    if any(policy.true >> bit & 1 for bit in bits):
        return YES
    return NO if all(policy.known >> bit & 1 for bit in bits) else UNKNOWN


def truths(answers: Iterable[Answer]) -> tuple[int, int, int]:
    """Return how often the answer is yes, no and unknown."""
    found = list(answers)
    return found.count(YES), found.count(NO), found.count(UNKNOWN)


def governed(rows: Iterable[MadeRow], policy: int) -> list[MadeRow]:
    """Return the rows that a policy governed."""
    return [row for row in rows if row.policies[policy].governs is True]


def grouped(
    rows: Iterable[MadeRow], group: Callable[[MadeRow], str | None]
) -> dict[str, list[MadeRow]]:
    """Return rows by what they are grouped by."""
    found: dict[str, list[MadeRow]] = {}
    for row in rows:
        found.setdefault(group(row) or "not said", []).append(row)
    return found


def cells(table: ReportTable, *names: str) -> list[tuple[object, ...]]:
    """Return some columns of a table, row by row."""
    places = [table.place(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def named(tables: Iterable[ReportTable], table: str) -> ReportTable:
    """Return the table with an id."""
    (found,) = (each for each in tables if each.id == table)
    return found
