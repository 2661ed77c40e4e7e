"""What the tests of real files share: where they lie, and counts of what was made of them.

They are kept beside the repository, never in it, and describe real people: nothing here returns a
cell, and a failure shows one line alone.
"""

import csv
import gzip
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.caseload.mappings.shipped import SHARED

FILES = {
    "i213": "seattle-i213/i213_seattle_2021-12_2025-12_dev.csv.gz",
    "arrests": "ice-ero-fy16-18/EROArrests_FY20*.csv.gz",
    "removals": "ice-ero-fy16-18/ICERemovals_FY20*.csv.gz",
    "encounters": "ice-ero-fy16-18/EROEncounters_FY20*.csv.gz",
    "carolina": "nc-ice-arrests/nc_ice_arrests_2023-09_2025-07.csv.gz",
}
"""The files of each layout, which are imported into one folder."""
TITLES = 5
"""How many lines stand above the header of the files of 2016 to 2018."""

real_files = [
    pytest.mark.skipif(
        not SHARED.is_dir(), reason="the real files are kept beside the repository, never in it"
    ),
    pytest.mark.usefixtures("_one_line_failures"),
]
"""Marks the tests of a module as tests of real files."""


def files_of(name: str) -> list[Path]:
    """Return the files of a layout, in their order."""
    return sorted(SHARED.glob(FILES[name]))


def facts_of(imported: Path, *columns: str) -> Any:  # noqa: ANN401  # a table of Arrow
    """Return columns of the facts of an import, whose words are no printed text of this object."""
    return pq.read_table(imported / "output/facts.parquet", columns=list(columns) or None)


def counted(column: Any) -> Counter[Any]:  # noqa: ANN401  # a column of Arrow
    """Return how often each value of a column occurs."""
    found: Counter[Any] = Counter()
    for each in column.value_counts():
        found[each["values"].as_py()] += each["counts"].as_py()
    return found


def results_of(run: Path) -> Any:  # noqa: ANN401  # a table of Arrow
    """Return the results of a run, all parts."""
    parts = sorted((run / "output/results").glob("*.parquet"))
    return pa.concat_tables([pq.read_table(part) for part in parts])


def digest_of(rows: object) -> str:
    """Return a digest of what rows come to, so that a failure shows none of them."""
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def rows_by_csv(path: Path) -> Iterator[list[str]]:
    """Yield the header and the rows of a file of 2016 to 2018, by nothing of ours."""
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as handle:
        yield from islice(csv.reader(handle, delimiter="|"), TITLES, None)
