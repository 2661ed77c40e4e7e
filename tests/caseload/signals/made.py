"""Made tables of arrests: nobody's. A line stands for so many equal rows."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from typing import NamedTuple

import pyarrow as pa

from discretion.caseload.signals.finding import find_signals
from discretion.caseload.signals.methods import Methods
from discretion.caseload.signals.methods import bundled_methods
from discretion.caseload.signals.signal import Found
from discretion.caseload.signals.signal import Signal
from discretion.caseload.signals.signal import View
from discretion.rules.library import read_library

FIRST = date(2022, 3, 1)
"""The day that is counted as 0."""
LOCATED, STREET = "Located", "Non-Custodial Arrest"
WORKSITE, JAIL = "Worksite Enforcement", "CAP Local Incarceration"
PLANT, TOWN, NORTH, SOUTH = "Plant Road Area", "Made-up Town", "North Office", "South Office"
NAMES = ("group_landmark", "group_office", "group_method")


class Arrests(NamedTuple):
    """So many equal rows of one day."""

    day: int
    number: int
    landmark: str | None = PLANT
    office: str | None = NORTH
    method: str | None = STREET


def methods() -> Methods:
    """Return the bundled choice."""
    found, problems = bundled_methods(read_library().folder)
    assert () == problems
    assert found is not None
    return found


METHODS = methods()


def day(number: int) -> date:
    """Return a day by its number."""
    return FIRST + timedelta(days=number)


def table(lines: Iterable[Arrests], *without: str) -> pa.Table:
    """Return a facts table with the rows of some lines, without some of its columns."""
    rows = [line for line in lines for _ in range(line.number)]
    columns = {
        "decision_date": pa.array([day(row.day) for row in rows], pa.date32()),
        "decision_component": _words(["ICE-ERO"] * len(rows)),
        "group_landmark": _words([row.landmark for row in rows]),
        "group_office": _words([row.office for row in rows]),
        "group_method": _words([row.method for row in rows]),
    }
    return pa.table({name: column for name, column in columns.items() if name not in without})


def find(lines: Iterable[Arrests], *without: str) -> Found:
    """Return the signals of some lines."""
    return find_signals(table(lines, *without), METHODS)


def by(found: Found, view: View) -> list[Signal]:
    """Return the signals of one view."""
    return [each for each in found.signals if each.view is view]


def places(found: Found, view: View = View.LANDMARK) -> list[tuple[str, int, int]]:
    """Return place, day and rows of each signal of one view, in the order of the names."""
    return sorted((each.place, (each.day - FIRST).days, each.rows) for each in by(found, view))


def _words(cells: list[str | None]) -> pa.Array:
    return pa.array(cells, pa.string()).dictionary_encode()
