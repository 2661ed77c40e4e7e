"""The first lines of a text file, and what parts its cells.

The delimiter is the one that parts most of those lines into the same number of cells; a caller who
knows it names it alone.
"""

import csv
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple

from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.files.sheet import Line
from discretion.caseload.files.text.stream import Stream

LONGEST_PREVIEW = 1 << 22
"""How many bytes of a file its first lines may take."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Preview(NamedTuple):
    """The first lines of a text file.

    `ends` gives, for each line, after how many bytes of the file it ends.
    """

    lines: tuple[Line, ...]
    ends: tuple[int, ...]
    delimiter: str


def preview_of(stream: Stream, delimiters: Iterable[str]) -> Preview:
    """Return the first lines of a file, as the delimiter that fits best parts them.

    Args:
        stream: the file, from its beginning.
        delimiters: the signs that may part cells, the likeliest first.

    """
    read = _first_bytes(stream)
    mark = len(BYTE_ORDER_MARK) if read.startswith(BYTE_ORDER_MARK) else 0
    raw = read[mark:].splitlines(keepends=True)
    found = [_parted(raw, mark, delimiter) for delimiter in delimiters]
    return max(found, key=_evenness)


def _first_bytes(stream: Stream) -> bytes:
    parts: list[bytes] = []
    length = lines = 0
    # A quoted cell may run over lines, so that more of them are read than are shown.
    while lines < 2 * PREVIEW_LINES and length < LONGEST_PREVIEW:
        part = stream.read(LONGEST_PREVIEW // 16)
        if not part:
            break
        parts.append(part)
        length += len(part)
        lines += len(part.splitlines())
    return b"".join(parts)


def _parted(raw: list[bytes], start: int, delimiter: str) -> Preview:
    lines: list[Line] = []
    ends: list[int] = []
    reader = csv.reader(_texts(raw), delimiter=delimiter)
    end, done = start, 0
    try:
        for cells in reader:
            end += sum(len(line) for line in raw[done : reader.line_num])
            done = reader.line_num
            lines.append(tuple(cells))
            ends.append(end)
            if len(lines) == PREVIEW_LINES:
                break
    except csv.Error:
        # A cell too long for this delimiter; the lines above it still show the headers.
        return Preview(tuple(lines), tuple(ends), delimiter)
    return Preview(tuple(lines), tuple(ends), delimiter)


def _texts(raw: list[bytes]) -> Iterator[str]:
    for line in raw:
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("windows-1252", "replace")


def _evenness(preview: Preview) -> tuple[float, int]:
    """Return the share of lines with the commonest number of cells above one, and that number."""
    filled = [line for line in preview.lines if line]
    counts = Counter(len(line) for line in filled if len(line) > 1)
    if not counts:
        return 0, 0
    cells, lines = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return lines / len(filled), cells
