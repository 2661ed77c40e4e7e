"""Counting over the rows of a run with DuckDB: from disk, as many rows as there are.

The unit of observation is one row of the results: one decision of the table that was imported.
"""

import re
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from typing import Self

import duckdb

from discretion.caseload.names import ADDRESS
from discretion.caseload.names import ASKED
from discretion.caseload.names import GROUP
from discretion.caseload.names import NAMED
from discretion.caseload.names import PLACE
from discretion.caseload.report.source import ONE_FILE
from discretion.caseload.report.source import WORD
from discretion.caseload.report.source import Run
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass

PERIODS = {
    "year": "strftime(f.decision_date, '%Y')",
    "quarter": "strftime(f.decision_date, '%Y') || ' Q' || quarter(f.decision_date)",
    "month": "strftime(f.decision_date, '%Y-%m')",
}
"""How a day is written as the period that it lies in."""
PATTERN = re.compile(r"([*?\[])")
"""The signs by which DuckDB takes a name for a pattern. Source: DuckDB manual, Glob Syntax."""
EVERY = "true"
NOT_SAID = "not said"
"""What a group of rows is called whose table says nothing of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What is counted as yes, no or unknown: two conditions in SQL, of which never both hold.

    `asked` tells in which rows it is asked at all.
    """

    true: str
    false: str
    asked: str = EVERY


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


def places_of(mask: int) -> Iterator[int]:
    """Yield the bits that are set, from the lowest."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def any_bit(column: str, mask: int, alias: str = "r") -> str:
    """Return in SQL that some bit of a mask is set; a mask of many bits is several columns."""
    words = (
        f'({alias}."{_word(column, number)}" & {word}::UBIGINT) <> 0'
        for number, word in _words(mask)
    )
    return f"({' OR '.join(words) or 'false'})"


def all_bits(column: str, mask: int, alias: str = "r") -> str:
    """Return in SQL that every bit of a mask is set."""
    words = (
        f'({alias}."{_word(column, number)}" & {word}::UBIGINT) = {word}::UBIGINT'
        for number, word in _words(mask)
    )
    return f"({' AND '.join(words) or 'true'})"


def answered(
    policy: int, bits: Sequence[int], alias: str = "r", *, is_limited: bool = False
) -> Tested:
    """Return how it is counted whether some rule among several is met.

    It is yes where one is met, no where each is known not to be, and else unknown.

    Args:
        policy: the number of the policy in the results.
        bits: the rules.
        alias: what the results are called.
        is_limited: the results say in which rows each rule is asked.

    """
    mask = sum(1 << bit for bit in bits)
    true = any_bit(f"true_{policy}", mask, alias)
    known = all_bits(f"known_{policy}", mask, alias)
    asked = any_bit(f"{ASKED}{policy}", mask, alias) if is_limited else EVERY
    return Tested(true=true, false=f"(NOT {true} AND {known})", asked=asked)


def is_token(policy: int, token: str, alias: str = "r") -> str:
    """Return in SQL that an outcome is established."""
    doubled = token.replace("'", "''")
    return f"coalesce({alias}.established_{policy} = '{doubled}', false)"


def named(name: str) -> Tested:
    """Return how a named condition is counted that a run evaluated."""
    column = f'r."{NAMED}{name}"'
    return Tested(true=f"coalesce({column}, false)", false=f"coalesce(NOT {column}, false)")


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


def _words(mask: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a mask that hold a bit, with their numbers from 1."""
    number = 1
    while mask:
        word = mask & ((1 << WORD) - 1)
        if word:
            yield number, word
        mask >>= WORD
        number += 1


def _word(column: str, number: int) -> str:
    return column if number == 1 else f"{column}_{number}"


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
