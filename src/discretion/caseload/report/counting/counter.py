"""Counting over the rows of a run with DuckDB: from disk, as many rows as there are.

The unit of observation is one row of the results: one decision of the table that was imported.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from typing import Self

import duckdb

from discretion.caseload.names import ADDRESS
from discretion.caseload.names import GROUP
from discretion.caseload.names import ONE_FILE
from discretion.caseload.names import PLACE
from discretion.caseload.report.counting.conditions import EVERY
from discretion.caseload.report.counting.conditions import Tested
from discretion.caseload.report.source import Run
from discretion.errors import FilesRefusedError
from discretion.errors import Problem

PERIODS = {
    "year": "strftime(f.decision_date, '%Y')",
    "quarter": "strftime(f.decision_date, '%Y') || ' Q' || quarter(f.decision_date)",
    "month": "strftime(f.decision_date, '%Y-%m')",
}
"""How a day is written as the period that it lies in."""
PATTERN = re.compile(r"([*?\[])")
"""The signs by which DuckDB takes a name for a pattern. Source: DuckDB manual, Glob Syntax."""
NOT_SAID = "not said"
"""What a group of rows is called whose table says nothing of it."""


class Truths(NamedTuple):
    """In how many rows something is yes, no and unknown, and in how many it is not asked."""

    true: int
    false: int
    unknown: int
    unasked: int = 0

    @property
    def answers(self) -> tuple[int, int, int]:
        """The rows in which it is asked, by the answer."""
        return self[:3]


class Counter:
    """Counts rows of one run, joined by their address to the facts that they were made from."""

    def __init__(self, run: Run, protected: str = "", other: Run | None = None) -> None:
        """Open the files of a run.

        Args:
            run: the run.
            protected: a quarantined column that rows are grouped by, which an audit alone does.
            other: a run over the same rows, whose results are known as `s` beside `r`.

        """
        self.run = run
        self._other = other
        self._protected = protected
        self._spill = TemporaryDirectory()
        self._database = duckdb.connect(
            ":memory:",
            config={
                "temp_directory": self._spill.name,
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
            },
        )

    def __enter__(self) -> Self:
        """Return the counter."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files, and remove what did not fit into memory."""
        self._database.close()
        self._spill.cleanup()

    def sums(
        self, conditions: Sequence[str], where: str = EVERY, by: str = ""
    ) -> dict[str, tuple[int, ...]]:
        """Return how many rows there are and in how many each condition holds, by group.

        Args:
            conditions: conditions in SQL over `r`, the results.
            where: which rows count.
            by: what the rows are grouped by: a period, a group, or nothing for one group.

        """
        counted = ", ".join(("count(*)", *(f"count_if({each})" for each in conditions)))
        group = self._group(by)
        query = f"SELECT {group}, {counted} FROM {self._tables(by)} WHERE {where} GROUP BY 1"  # noqa: S608  # built from names that the files declare
        rows = self._database.execute(query).fetchall()
        return {name: tuple(numbers) for name, *numbers in sorted(rows)}

    def truths(
        self, asked: Sequence[Tested], where: str = EVERY, by: str = ""
    ) -> dict[str, tuple[Truths, ...]]:
        """Return for each group how often each thing is yes, no, unknown and not asked."""
        conditions = [
            f"({each.asked} AND {side})"
            for each in asked
            for side in (each.true, each.false, EVERY)
        ]
        return {
            group: tuple(
                Truths(yes, no, among - yes - no, rows - among)
                for yes, no, among in zip(counts[::3], counts[1::3], counts[2::3], strict=True)
            )
            for group, (rows, *counts) in self.sums(conditions, where, by).items()
        }

    def check_join(self, by: str = "") -> None:
        """Check that each row of the results is one row of what they are joined to.

        Args:
            by: what rows will be grouped by.

        Raises:
            FilesRefusedError: the files are of other rows.

        """
        query = f"SELECT count(*) FROM {self._tables(by)}"  # noqa: S608  # built from names that the files declare
        if self._database.execute(query).fetchone() != (self.run.rows,):
            problem = Problem(
                code="other_rows",
                message="the rows of the results are not those of the files beside them",
                help="name the import that the run was made from, or two runs over one import",
                file=ONE_FILE,
            )
            raise FilesRefusedError((problem,))

    def _group(self, by: str) -> str:
        if not by:
            return "''"
        if by in PERIODS:
            return PERIODS[by]
        if by == self._protected:
            return f"coalesce(nullif(trim(q.{_quoted(by)}), ''), '{NOT_SAID}')"
        column = PLACE if by == "place" else f"{GROUP}{by}"
        return f"coalesce(nullif(f.{_quoted(column)}::VARCHAR, ''), '{NOT_SAID}')"

    def _tables(self, by: str) -> str:
        tables = f"read_parquet({_text(self.run.results)}) r"
        if self._other is not None:
            tables = f"{tables} {_joined(self._other.results, 's')}"
        if by and by == self._protected:
            return f"{tables} {_joined(self.run.quarantine, 'q')}"
        return f"{tables} {_joined(self.run.facts, 'f')}" if by else tables


def _joined(path: Path | None, alias: str) -> str:
    """Return in SQL how a file is joined to the results: by the address of each row."""
    same = " AND ".join(f"r.{each} IS NOT DISTINCT FROM {alias}.{each}" for each in ADDRESS)
    return f"JOIN read_parquet({_text(path)}) {alias} ON {same}"


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _text(path: Path | None) -> str:
    """Return in SQL which file, or which parts of a folder, are read, whatever they are called."""
    found = sorted(path.glob("*.parquet")) if path is not None and path.is_dir() else [path]
    return f"[{', '.join(map(_named, found))}], hive_partitioning = false"


def _named(path: Path | None) -> str:
    """Return in SQL the name of one file, of which no sign stands for any other."""
    literal = PATTERN.sub(r"[\1]", str(path))
    doubled = literal.replace("'", "''")
    return f"'{doubled}'"
