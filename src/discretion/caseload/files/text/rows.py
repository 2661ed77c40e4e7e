"""The rows of a text file, read in bulk: cells as text, every row with its number.

Rows are numbered from 1 for the first under the headers; empty lines are none. A row with another
number of cells than the headers is left out and keeps its number, and no row is left out for being
equal to another.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import compute
from pyarrow import csv

from discretion.caseload.files.notes import CUT_SHORT
from discretion.caseload.files.notes import RUNS_ON
from discretion.caseload.files.notes import SLIPPED
from discretion.caseload.files.notes import UNDECODED
from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import times
from discretion.caseload.files.sheet import Chunk
from discretion.caseload.files.text.encoding import NO_TEXT
from discretion.caseload.files.text.encoding import Decoder
from discretion.caseload.files.text.encoding import Encoding
from discretion.caseload.files.text.numbering import Numbering
from discretion.caseload.files.text.numbering import Numbers
from discretion.caseload.files.text.running_on import Grid
from discretion.caseload.files.text.running_on import breaks_in
from discretion.caseload.files.text.running_on import rows_running_on
from discretion.caseload.files.text.stream import Stream
from discretion.frozen import dataclass

BLOCK = 1 << 22
"""How many bytes are taken apart together; no row can be longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """The way to the rows of a text file. `ends` gives where each line of its preview ends."""

    path: Path
    delimiter: str
    ends: tuple[int, ...]

    def chunks(
        self, header: int, width: int, places: Sequence[int], notes: Notes
    ) -> Iterator[Chunk]:
        """Yield the rows under a line of headers; see `Source`."""
        with Stream(self.path, self.ends[header]) as stream:
            reading = Reading(self, width, places or (0,), notes)
            for chunk in reading.chunks(stream):
                yield Chunk(chunk.numbers, chunk.columns if places else [])
            reading.finish(stream)
        # Line ends that no row accounts for stand in cells that are not read, or between rows.
        if reading.unexplained(stream):
            others = [place for place in range(width) if place not in places]
            with Stream(self.path, self.ends[header]) as again:
                _look_for_runs(Reading(self, width, others or (0,), None), again, notes)


class Reading:
    """One pass over the rows of a text file, with what it has met so far."""

    def __init__(
        self, table: TextTable, width: int, places: Sequence[int], notes: Notes | None
    ) -> None:
        """Start before the first row.

        Args:
            table: the file.
            width: how many headers it has.
            places: the columns that are read.
            notes: where rows go that are left out; None where another pass has noted them.

        """
        self.table = table
        self.grid = Grid(table.delimiter, width)
        self.places = places
        self.notes = notes
        self.numbering = Numbering()
        self.breaks = [0, 0]
        self.runs_on: list[int] = []
        self.decoder = Decoder(table.path)

    def chunks(self, stream: Stream) -> Iterator[Chunk]:
        """Yield the rows of the stream, those left out that cannot be read."""
        for numbers, batch in self.checked(stream):
            kept = np.isin(numbers, self.runs_on, invert=True)
            if self.decoder.has_gaps:
                self._leave_gaps_out(batch.columns, numbers, kept)
            if kept.all():
                yield Chunk(pa.array(numbers), batch.columns)
            else:
                mask = pa.array(kept)
                columns = [cells.filter(mask) for cells in batch.columns]
                yield Chunk(pa.array(numbers).filter(mask), columns)

    def checked(self, stream: Stream) -> Iterator[tuple[Numbers, pa.RecordBatch]]:
        """Yield every row with its number, and note those that swallowed others."""
        for batch in self._batches(stream):
            numbers = self.numbering.take(batch.num_rows)
            for place, cells in zip(self.places, batch.columns, strict=True):
                counted = breaks_in(cells)
                if not any(counted):
                    continue
                self.breaks = [a + b for a, b in zip(self.breaks, counted, strict=True)]
                for row, lines in rows_running_on(cells, place, self.grid):
                    if numbers[row] not in self.runs_on:
                        self.runs_on.append(int(numbers[row]))
                        self._reject(int(numbers[row]), RUNS_ON, lines)
            yield numbers, batch
        self.numbering.finish()

    def finish(self, stream: Stream) -> None:
        """Report that the file breaks off, or is not UTF-8 throughout, where it is so."""
        if self.decoder.encoding is not Encoding.UTF8 and self.notes is not None:
            told = (
                "the table is not valid utf-8 text and is read as windows-1252",
                "some lines of the table are utf-8 text, and others are in another encoding",
            )[self.decoder.encoding is Encoding.MIXED]
            self.notes.warning("table_not_decoded", told, "save a copy as utf-8")
        if stream.broken and self.notes is not None:
            self._reject(self.numbering.next, CUT_SHORT)
            self.notes.error(
                "table_unreadable",
                f"the table cannot be read to its end: {stream.broken}",
                f"row {self.numbering.next} is the first that is missing: get a whole copy",
            )

    def unexplained(self, stream: Stream) -> bool:
        """Tell whether more lines end than there are rows and line breaks in the cells read."""
        in_lines = int(not stream.newlines)
        ends = (stream.newlines, stream.returns)[in_lines] + (
            stream.last not in (b"\n", b"\r", b"")
        )
        return ends > self.numbering.next - 1 + self.breaks[in_lines]

    def _batches(self, stream: Stream) -> Iterator[pa.RecordBatch]:
        names = [str(place) for place in range(self.grid.width)]
        try:
            yield from csv.open_csv(
                pa.PythonFile(Decoded(stream, self.decoder), "r"),
                csv.ReadOptions(use_threads=False, block_size=BLOCK, column_names=names),
                csv.ParseOptions(
                    delimiter=self.table.delimiter,
                    newlines_in_values=True,
                    invalid_row_handler=self._leave_out,
                ),
                csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()),
                    include_columns=[str(place) for place in self.places],
                    strings_can_be_null=False,
                    check_utf8=False,
                ),
            )
        except pa.ArrowInvalid as failure:
            # What holds no row at all is empty, and no fault.
            if "Empty CSV" not in str(failure) and self.notes is not None:
                self.notes.error(
                    "table_unreadable",
                    f"the rows from {self.numbering.next} on cannot be told apart: a quote is "
                    f"never closed, or a row has more than {BLOCK >> 20} MB",
                    "close the quote in a copy of the table",
                )

    def _leave_out(self, row: Any) -> str:  # noqa: ANN401  # pyarrow comes without types
        newlines, returns = row.text.count("\n"), row.text.count("\r")
        self.breaks = [self.breaks[0] + newlines, self.breaks[1] + returns]
        self.numbering.skip(row.number)
        lines = 1 + (newlines or returns)
        self._reject(row.number, SLIPPED if lines == 1 else RUNS_ON, lines)
        return "skip"

    def _leave_gaps_out(
        self, columns: list[pa.Array], numbers: Numbers, kept: NDArray[np.bool_]
    ) -> None:
        for cells in columns:
            for row in compute.indices_nonzero(compute.match_substring(cells, NO_TEXT)).to_pylist():
                if kept[row]:
                    kept[row] = False
                    self._reject(int(numbers[row]), UNDECODED)

    def _reject(self, row: int, reason: str, lines: int = 1) -> None:
        if self.notes is not None:
            self.notes.reject(row, reason, lines)


class Decoded:
    """A stream as UTF-8, as the reader of csv takes it."""

    def __init__(self, stream: Stream, decoder: Decoder) -> None:
        """Take a stream and what decodes it."""
        self.closed = False
        self._stream = stream
        self._decoder = decoder

    def read(self, size: int) -> bytes:
        """Return some bytes, empty at the end."""
        return self._decoder.utf8(self._stream.read(size))

    def close(self) -> None:
        """Do nothing: whoever opened the stream closes it."""


def _look_for_runs(reading: Reading, stream: Stream, notes: Notes) -> None:
    """Report rows that swallowed others through a cell that nobody wants to read."""
    for _ in reading.checked(stream):
        pass
    if reading.runs_on:
        notes.error(
            "table_unreadable",
            f"in {times(len(reading.runs_on), 'row')} a quote runs on into the lines below, which "
            "cannot be told apart",
            f"the first is row {reading.runs_on[0]}: close the quote in a copy of the table",
        )
