"""Tables in text files: cells parted by commas, pipes, tabs or semicolons, packed or not."""

import csv
import io
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc

from discretion.caseload.files.cleaning import CleanStream
from discretion.caseload.files.sheets import PREVIEW_LINES
from discretion.caseload.files.sheets import Sheet

DELIMITERS = (",", "|", "\t", ";")
"""What may part cells; each is tried, and that is taken in which a known header is found."""
BLOCK = 1 << 24
"""How many bytes of text make one batch: about a hundred thousand rows of an agency's table."""
WORDS = pa.dictionary(pa.int32(), pa.string())
LONGEST_CELL = 1 << 24
"""How many characters a cell of the first lines may have."""


def text_sheets(path: Path, encoding: str = "utf-8") -> Iterator[Sheet]:
    """Yield a text file as it reads with each delimiter that parts its first lines at all."""
    with CleanStream(path, encoding) as stream:
        head = io.BufferedReader(stream).read(1 << 20)
    for delimiter in DELIMITERS:
        # A quote that is never closed must not hide the header above it.
        text = io.StringIO(head.decode("utf-8", "replace"), newline="")
        reader = csv.reader(text, delimiter=delimiter)
        csv.field_size_limit(LONGEST_CELL)
        lines: list[tuple[str, ...]] = []
        physical: list[int] = []
        for line in islice(reader, PREVIEW_LINES):
            lines.append(tuple(line))
            physical.append(reader.line_num)
        if any(len(line) > 1 for line in lines):
            yield Sheet(path=path, name="", lines=lines, delimiter=delimiter, physical=physical)


def read_text(
    sheet: Sheet,
    below: int,
    places: Table[str, int],
    stream: CleanStream,
    slipped: Callable[[int], None],
) -> Iterator[pa.RecordBatch]:
    """Yield the rows below a header: the columns that are asked for, as texts told apart.

    Args:
        sheet: the table.
        below: the place of the header among its first lines.
        places: the columns to read, and where they stand.
        stream: the text.
        slipped: is told the number of each row that has another number of cells than the header.

    """
    width = len(sheet.lines[below])
    names = [f"column {place}" for place in range(width)]
    skipped = sheet.physical[below]

    def refuse(row: pc.InvalidRow) -> str:
        slipped(row.number - skipped)
        return "skip"

    wanted = [names[place] for place in places.values()]
    reader = pc.open_csv(
        stream,
        read_options=pc.ReadOptions(
            skip_rows=skipped, column_names=names, use_threads=False, block_size=BLOCK
        ),
        parse_options=pc.ParseOptions(
            delimiter=sheet.delimiter, newlines_in_values=True, invalid_row_handler=refuse
        ),
        convert_options=pc.ConvertOptions(
            column_types=dict.fromkeys(names, WORDS),
            include_columns=wanted,
            null_values=[""],
            strings_can_be_null=True,
        ),
    )
    for batch in reader:
        columns = {name: batch[names[place]] for name, place in places.items()}
        yield pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
