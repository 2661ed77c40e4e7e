"""A sheet of a file: its first lines, and the way to the rest of it.

A text file and a Parquet file are one sheet without a name; a workbook has as many as it shows.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from typing import Protocol
from typing import TypeAlias

import pyarrow as pa

from discretion.caseload.files.notes import Notes
from discretion.frozen import dataclass

Line: TypeAlias = tuple[str, ...]
"""The cells of one line, as text."""


class Chunk(NamedTuple):
    """Some rows: their numbers, and the cells of each column that was asked for, as text."""

    numbers: pa.Array
    columns: list[pa.Array]


class Source(Protocol):
    """The way to the rows of one sheet."""

    def chunks(
        self, header: int, width: int, places: Sequence[int], notes: Notes
    ) -> Iterator[Chunk]:
        """Yield the rows under a line of headers, in their order.

        Args:
            header: which line of the preview holds the headers, from 0.
            width: how many headers it has.
            places: the columns that are wanted, from 0; no other is turned into values.
            notes: where everything goes that keeps a row from being read.

        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its file, its name (empty where a file is one table) and its first lines.

    It holds no more than those lines; `source` reads the rows when they are asked for.
    """

    path: Path
    name: str
    preview: tuple[Line, ...]
    source: Source

    @property
    def file(self) -> str:
        """The name of the file, without its folder."""
        return self.path.name
