"""What is seen of a table before anybody maps it: its headers, and the form of its first cells."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from enum import Enum

from discretion.caseload.cells import EXEMPTION
from discretion.caseload.cells import ISO
from discretion.caseload.cells import MDY
from discretion.caseload.cells import TIME
from discretion.caseload.files.sheet import Line
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.text.rows import TextTable
from discretion.caseload.mapping import Mapping
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass

LEAST_HEADERS = 2
"""How many filled cells a line of headers has at the least; a title fills one."""
NUMBER = re.compile(r"-?\d+([.,]\d+)*", re.ASCII)
NO_HEADERS = Problem(
    code="no_headers_seen",
    message="none of the first lines reads like headers, so that nothing in them is written down",
    help="put a line with the names of the columns above the rows, without days or numbers in it",
)


class Form(Enum):
    """What the text of a cell looks like, whatever it says."""

    ISO = "days, year first"
    MDY = "days, month first"
    NUMBER = "numbers"
    JSON = "JSON lists"
    WITHHELD = "taken out"
    TEXT = "text"


DAYS = (Form.ISO, Form.MDY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSeen:
    """One column: its name, and how many of its first cells have which form. It holds no cell.

    `place` is where it stands, counted from 0; `forms` begins with the form of most cells.
    """

    name: str
    place: int
    forms: tuple[tuple[Form, int], ...]

    @property
    def filled(self) -> int:
        """How many of the cells that were looked at hold something."""
        return sum(number for _, number in self.forms)

    @property
    def days(self) -> Form | None:
        """How the days in it are written, None where no cell looks like one."""
        return next((form for form, _ in self.forms if form in DAYS), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSeen:
    """One table: its columns by name, and where its headers stand.

    `line` counts from 1, `rows` is how many lines below it were looked at, and `unnamed` counts
    the columns without a name. `known` is how many headers some mapping at hand has as well.
    """

    shown: str
    delimiter: str
    line: int
    rows: int
    columns: tuple[ColumnSeen, ...]
    unnamed: int
    known: int


def see_table(sheets: Iterable[Sheet], mappings: Sequence[Mapping]) -> TableSeen:
    """Return the table of a file that is to be mapped: that of which most headers are known.

    A line that holds a day, a number or something taken out is never taken for headers, so that no
    cell of a row can be written down as a name.

    Args:
        sheets: the sheets of the file.
        mappings: the mappings at hand.

    Raises:
        FilesRefusedError: no line reads like headers.

    """
    known = frozenset(name for mapping in mappings for name in _spellings(mapping))
    found = [
        (known_there, len(line), place, sheet)
        for sheet in sheets
        for known_there, place, line in _headers(sheet, known)
    ]
    if not found:
        raise FilesRefusedError((NO_HEADERS,))
    number, _, place, sheet = max(found, key=lambda each: each[:2])
    line, below = sheet.preview[place], sheet.preview[place + 1 :]
    return TableSeen(
        shown=f"{sheet.file}, sheet `{sheet.name}`" if sheet.name else sheet.file,
        delimiter=sheet.source.delimiter if isinstance(sheet.source, TextTable) else ",",
        line=place + 1,
        rows=len(below),
        columns=tuple(_columns(line, below)),
        unnamed=sum(not name.strip() for name in line),
        known=number,
    )


def form_of(text: str) -> Form:
    """Return what the text of a cell looks like."""
    flat = " ".join(text.split())
    if EXEMPTION.match(flat):
        return Form.WITHHELD
    if flat.startswith("[") and flat.endswith("]"):
        return Form.JSON
    if NUMBER.fullmatch(flat):
        return Form.NUMBER
    for form, pattern in ((Form.ISO, ISO), (Form.MDY, MDY)):
        day = pattern.match(flat)
        if day and (day.end() == len(flat) or TIME.fullmatch(flat[day.end() :])):
            return form
    return Form.TEXT


def _spellings(mapping: Mapping) -> Iterator[str]:
    yield from mapping.origin.every
    for also in mapping.origin.also.values():
        yield from also


def _headers(sheet: Sheet, known: frozenset[str]) -> Iterator[tuple[int, int, Line]]:
    """Yield the line of a table that reads most like headers, with how many of them are known.

    Where none is known that is the first one: a row further down may read like headers as well.
    """
    found = [
        (sum(" ".join(name.split()) in known for name in line), -place)
        for place, line in enumerate(sheet.preview)
        if _reads_like_headers(line)
    ]
    if found:
        number, place = max(found)
        yield number, -place, sheet.preview[-place]


def _reads_like_headers(line: Line) -> bool:
    filled = [text for text in line if text.strip()]
    return len(filled) >= LEAST_HEADERS and all(form_of(text) is Form.TEXT for text in filled)


def _columns(line: Line, below: Sequence[Line]) -> Iterator[ColumnSeen]:
    """Yield the named columns; several of one name are told apart by numbers from the left."""
    names = [" ".join(name.split()) for name in line]
    times, met = Counter(names), Counter[str]()
    for place, name in enumerate(names):
        if not name:
            continue
        met[name] += 1
        cells = (row[place] for row in below if place < len(row) and row[place].strip())
        yield ColumnSeen(
            name=f"{name}#{met[name]}" if times[name] > 1 else name,
            place=place,
            forms=tuple(Counter(map(form_of, cells)).most_common()),
        )
