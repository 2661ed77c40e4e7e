"""How many rows of a table each difference touches, for `discretion compare --table`."""

from datetime import date
from pathlib import Path

from discretion import Comparison
from discretion import DiscretionError
from discretion import FilesRefusedError
from discretion import Ledger
from discretion import Library
from discretion import Problem
from discretion import TableImpact
from discretion import count_impact
from discretion import has_errors
from discretion import mapping_for
from discretion import read_mapping_file
from discretion import read_matters


class UnmappedTableError(DiscretionError):
    """A table was named whose headers no mapping fits."""

    def __init__(self, table: str) -> None:
        """Name the file."""
        super().__init__(
            f"no mapping fits the headers of `{table}`: name one that does with `--mapping FILE`, "
            "in the manner of those under `policies/mappings`"
        )


def count_table(
    comparison: Comparison, library: Library, table: str, mapping_file: str | None, today: date
) -> tuple[TableImpact, tuple[Problem, ...]]:
    """Return how many rows of a table each difference touches, and what was left out of it.

    Raises:
        FilesRefusedError: the table or the mapping cannot be read.
        UnmappedTableError: no mapping is named, and none that is at hand fits.

    """
    path = Path(table)
    if mapping_file is not None:
        mapping, problems = read_mapping_file(Path(mapping_file), library.words)
        if mapping is None or has_errors(problems):
            raise FilesRefusedError(problems)
    else:
        found = mapping_for(path, library.folder, library.words)
        if found is None:
            raise UnmappedTableError(path.name)
        mapping = found
    ledger = Ledger(path.name)
    matters = (each.case for each in read_matters(path, mapping, library.words, ledger))
    impact = count_impact(comparison.a, comparison.b, matters, comparison.decision, today)
    if has_errors(ledger.problems()):
        raise FilesRefusedError(ledger.problems())
    return impact, ledger.problems()
