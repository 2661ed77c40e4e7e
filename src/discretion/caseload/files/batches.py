"""The rows of a recognised sheet as batches of text, only the columns that somebody wants.

Every batch has the same columns: `row_number` first, then those that are wanted, in the order in
which they were asked for. A column that the sheet has not is empty in every row; a blank cell is
null or empty text, and neither is a no.

`row_number` is, for a spreadsheet, the sheet's own number of the row; for a text file and for
Parquet it counts the rows under the headers from 1. Rows that were left out keep their number.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

import pyarrow as pa

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.recognition.layout import Recognised
from discretion.caseload.files.sheet import Chunk
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.names import ROW_NUMBER


def read_sheet(
    sheet: Sheet,
    recognised: Recognised,
    wanted: Sequence[str],
    notes: Notes,
    *,
    rows: int = BATCH_ROWS,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a sheet in their order, none left out for being equal to another.

    Args:
        sheet: the sheet.
        recognised: where its headers stand.
        wanted: headers as the layout names them. No other column is turned into values.
        notes: where everything goes that keeps a row from being read.
        rows: how many rows a batch has, except the last of the sheet.

    """
    present = [name for name in wanted if name in recognised.places]
    places = [recognised.places[name] for name in present]
    # A reader gives each column once, in the sheet's own order.
    order = sorted(set(places))
    chunks = sheet.source.chunks(recognised.line, recognised.width, order, notes)
    names = [ROW_NUMBER, *wanted]
    where = {name: order.index(place) for name, place in zip(present, places, strict=True)}
    for chunk in _of_size(chunks, rows):
        size = len(chunk.numbers)
        columns = [
            chunk.columns[where[name]] if name in where else pa.nulls(size, pa.string())
            for name in wanted
        ]
        yield pa.RecordBatch.from_arrays([chunk.numbers, *columns], names=names)


def _of_size(chunks: Iterable[Chunk], size: int) -> Iterator[Chunk]:
    """Yield the same rows, so many at a time."""
    held: list[Chunk] = []
    count = 0
    for chunk in chunks:
        held.append(chunk)
        count += len(chunk.numbers)
        while count >= size:
            whole = _joined(held)
            yield _slice(whole, 0, size)
            held, count = [_slice(whole, size, count - size)], count - size
    if count:
        yield _joined(held)


def _joined(chunks: list[Chunk]) -> Chunk:
    if len(chunks) == 1:
        return chunks[0]
    columns = zip(*(chunk.columns for chunk in chunks), strict=True)
    return Chunk(
        pa.concat_arrays([chunk.numbers for chunk in chunks]),
        [pa.concat_arrays(parts) for parts in columns],
    )


def _slice(chunk: Chunk, start: int, length: int) -> Chunk:
    return Chunk(
        chunk.numbers.slice(start, length), [part.slice(start, length) for part in chunk.columns]
    )
