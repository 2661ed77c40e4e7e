"""Reading tables of disputes as they were published: laid out as one of the known layouts is.

Which publisher laid a table out is seen from its headers. Only the columns that the layout reads
are ever turned into values.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from discretion.caseload.cells import Gap
from discretion.caseload.cells import read_cell
from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.errors import Problem
from discretion.errors import nearest
from discretion.frozen import dataclass
from discretion.source import Report
from discretion.worksite.disputes.files import files_under
from discretion.worksite.disputes.files import read_table_text
from discretion.worksite.disputes.layout import DisputeLayout
from discretion.worksite.disputes.rows import DayInRow
from discretion.worksite.disputes.rows import DisputeRow
from discretion.worksite.disputes.rows import DisputeTable

Layouts = Sequence[DisputeLayout]
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A table's layout, where its columns stand, and how many cells each row has."""

    file: str
    layout: DisputeLayout
    headers: tuple[str, ...]


def read_tables(
    paths: Iterable[Path], layouts: Layouts
) -> tuple[tuple[DisputeTable, ...], Problems]:
    """Return the tables of some files, with every problem; a folder stands for all in it.

    Args:
        paths: files, or folders of which every `.csv` and `.csv.gz` is read.
        layouts: the layouts that can be told.

    """
    tables: list[DisputeTable] = []
    problems: list[Problem] = []
    files: dict[Path, None] = {}
    for path in paths:
        found, told = files_under(path)
        files.update(dict.fromkeys(found))
        problems.extend(told)
    for file in files:
        report = Report(file.name)
        table = _table(file, layouts, report)
        problems.extend(report.problems)
        if table is not None:
            tables.append(table)
    return tuple(tables), tuple(problems)


def _table(path: Path, layouts: Layouts, report: Report) -> DisputeTable | None:
    """Return one table, or None with the problem in the report."""
    source = read_table_text(path, report)
    if source is None:
        return None
    lines = csv.reader(io.StringIO(source.text, newline=""), strict=True)
    try:
        frame = _frame(path.name, lines, layouts, report)
        if frame is None:
            return None
        rows, left_out = _rows(lines, frame, report)
    except csv.Error as failure:
        report.error(
            "table_damaged",
            None,
            f"a row cannot be taken apart: {failure}",
            "get the file anew from where it was published",
        )
        return None
    return DisputeTable(
        name=source.name, sha256=source.sha256, layout=frame.layout, rows=rows, left_out=left_out
    )


def _frame(
    file: str, lines: Iterator[list[str]], layouts: Layouts, report: Report
) -> _Frame | None:
    """Return how a table is laid out, None with the problem where no layout fits it."""
    seen: list[str] = []
    for line in islice(lines, PREVIEW_LINES):
        headers = tuple(" ".join(name.split()) for name in line)
        for layout in layouts:
            if set(layout.headers) <= set(headers):
                return _Frame(file=file, layout=layout, headers=headers)
        seen.extend(headers)
    message = "the headers of the table are those of no layout that is known"
    report.error("unknown_layout", None, message, _closest(seen, layouts))
    return None


def _closest(seen: list[str], layouts: Layouts) -> str:
    """Return what the layout with the fewest headers missing still needs."""
    layout = min(layouts, key=lambda each: len(set(each.headers) - set(seen)))
    missing = [name for name in layout.headers if name not in seen]
    if len(missing) == len(layout.headers):
        known = "; ".join(f"{each.publisher} ({_listed(each.headers)})" for each in layouts)
        return f"the table needs the headers of one of these: {known}"
    told = f"a table of the {layout.publisher} also has {_listed(missing)}"
    hint = nearest(missing[0], seen)
    return f"{told}: {hint}" if hint else told


def _listed(headers: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in headers)


def _rows(
    lines: Iterable[list[str]], frame: _Frame, report: Report
) -> tuple[tuple[DisputeRow, ...], int]:
    """Return the rows of a table and how many are left out; what is unreadable is told once."""
    rows: list[DisputeRow] = []
    left_out: list[int] = []
    unreadable: Counter[str] = Counter()
    for number, line in enumerate((line for line in lines if line), start=1):
        row = _row(line, number, frame, unreadable)
        if row is None:
            left_out.append(number)
        else:
            rows.append(row)
    if left_out:
        report.warning(
            "dispute_rows_left_out",
            None,
            f"no employer, or too few or too many cells, in {_counted(len(left_out))}",
            f"they are not looked at: look by hand, first at row {left_out[0]}",
        )
    for column, count in unreadable.items():
        report.warning(
            "day_unreadable",
            None,
            f"`{column}` gives no day in {_counted(count)}",
            "they are kept, and that day of theirs is not known",
        )
    backwards = [row.number_in_file for row in rows if row.is_reversed]
    if backwards:
        report.warning(
            "reversed",
            None,
            f"the last day lies before the first in {_counted(len(backwards))}",
            f"they are kept as written, and may lie around any day: see row {backwards[0]}",
        )
    return tuple(rows), len(left_out)


def _counted(rows: int) -> str:
    return f"{rows} row" if rows == 1 else f"{rows} rows"


def _row(
    line: list[str], number: int, frame: _Frame, unreadable: Counter[str]
) -> DisputeRow | None:
    """Return one row, None where it has too few or too many cells or names no employer."""
    layout = frame.layout
    if len(line) != len(frame.headers):
        return None
    cells = dict(zip(frame.headers, line, strict=True))
    texts = {name: _text(cells[name]) for name in layout.text_columns}
    if not texts[layout.employer]:
        return None
    days: dict[str, date] = {}
    for column in layout.day_columns:
        cell = read_cell(cells[column.column], Column(name=column.column, type=ColumnType.DATE))
        if isinstance(cell, date):
            days[column.column] = cell
        elif isinstance(cell, Gap):
            unreadable[column.column] += 1
    city, state = _place(texts, layout)
    return DisputeRow(
        file=frame.file,
        number_in_file=number,
        layout=layout,
        employer=texts[layout.employer],
        number=texts[layout.number],
        city=city,
        state=state,
        began=days.get(layout.began.column),
        ended=days.get(layout.ended.column),
        days=tuple(
            DayInRow(says=column.says, on=days[column.column])
            for column in layout.day_columns
            if column.column in days
        ),
    )


def _text(cell: str) -> str:
    """Return the words of a cell, empty for a blank one and for one that was redacted."""
    found = read_cell(cell, Column(name="text"))
    return found if isinstance(found, str) else ""


def _place(texts: dict[str, str], layout: DisputeLayout) -> tuple[str, str]:
    """Return the city and the two letters of the state, each empty where the row has none."""
    place = layout.place
    if not place.together:
        return texts[place.city], _state(texts[place.state])
    city, _, last = texts[place.together].rpartition(",")
    state = _state(last.strip())
    return (city.strip(), state) if state else (texts[place.together], "")


def _state(text: str) -> str:
    return text.upper() if len(text) == len("WA") and text.isalpha() else ""
