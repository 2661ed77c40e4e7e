"""Figures that two workbooks publish for one table, label and fiscal year, and that differ.

Which of them is right nobody can tell from the files: all are told, and none is chosen.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.sheets import sheets_of
from discretion.caseload.restated.figures import Figure
from discretion.caseload.restated.figures import figures_of
from discretion.caseload.restated.grid import grids_of
from discretion.frozen import dataclass

WORKBOOKS = (".xlsx", ".xlsm")
FEWEST = 2
"""How many workbooks it takes to say one thing differently."""
Key = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """One thing that workbooks say differently: what it is, and what each says where.

    INVARIANT differ: at least two of the figures are of different files and different numbers.
    """

    table: str
    label: tuple[str, ...]
    year: str
    figures: tuple[Figure, ...]


def restated_in(paths: Sequence[Path]) -> tuple[Restated, ...]:
    """Return what the workbooks among some files say differently, nothing where there is one.

    Args:
        paths: the files, in the order in which their figures are to be told.

    """
    books = [path for path in paths if path.name.lower().endswith(WORKBOOKS)]
    if len(books) < FEWEST:
        return ()
    names = Counter(path.name for path in books)
    return restated(
        figure
        for path in books
        # A problem of a file is told by whoever reads it for its rows; here it has no sheets.
        for grid in grids_of(
            sheets_of(path, notes_on(path.name)),
            path.name if names[path.name] == 1 else path.as_posix(),
        )
        for figure in figures_of(grid)
    )


def restated(figures: Iterable[Figure]) -> tuple[Restated, ...]:
    """Return what differs, in the order in which it was first published.

    What one file itself says in two ways is no single thing that another could restate: it is left
    out. Numbers that are equal to as many decimals as both have are no restatement.

    Args:
        figures: the figures of some files.

    """
    published: dict[Key, list[Figure]] = {}
    for each in figures:
        published.setdefault((each.table, each.label, each.year), []).append(each)
    return tuple(
        Restated(table=table, label=label, year=year, figures=tuple(found))
        for (table, label, year), found in published.items()
        if _differ(found)
    )


def plain_restated(found: Restated) -> dict[str, object]:
    """Return what workbooks say differently as plain data.

    Args:
        found: the figures.

    """
    return {
        "table": found.table,
        "label": list(found.label),
        "fiscal_year": found.year,
        "figures": [
            {
                "figure": each.number,
                "file": each.file,
                "sheet": each.sheet,
                "cell": each.cell,
            }
            for each in found.figures
        ],
    }


def _differ(found: Sequence[Figure]) -> bool:
    of_file: dict[str, str] = {}
    for each in found:
        if not _equal(of_file.setdefault(each.file, each.number), each.number):
            return False
    first, *others = of_file.values()
    return not all(_equal(first, number) for number in others)


def _equal(one: str, other: str) -> bool:
    """Tell whether two numbers are equal to as many decimals as both have."""
    first, second = Decimal(one), Decimal(other)
    # The exponent of a number that has one is an integer; only infinity has none.
    fewest = max(first.as_tuple().exponent, second.as_tuple().exponent, key=int)
    step = Decimal(1).scaleb(int(fewest))
    return first.quantize(step) == second.quantize(step)
