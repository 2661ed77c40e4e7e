"""A picture of a table of counts: one bar for each row, its parts told apart by pattern."""

from collections.abc import Iterator

from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import Kind
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.documents.caseload.cells import HIDDEN
from discretion.documents.charts.block import Block
from discretion.documents.charts.block import Box
from discretion.documents.charts.block import Words
from discretion.documents.charts.block import beside
from discretion.documents.charts.block import stacked
from discretion.documents.charts.block import text_block
from discretion.documents.charts.chart import drawn
from discretion.documents.charts.looks import Look
from discretion.documents.charts.sheet import MARGIN
from discretion.documents.charts.sheet import TITLE
from discretion.documents.charts.sheet import Rule
from discretion.documents.charts.sheet import Sheet
from discretion.documents.charts.svg import accessible

LOOKS = (Look.GOVERNED, Look.ASIDE, Look.OPEN, Look.HELD, Look.REACHED)
"""How the parts of a bar are drawn, in their order, each of them as it is called below."""
NAMES = ("full", "empty", "dotted", "crossed", "striped")
TOGETHER = "hidden counts, together"
LEFT, BAR, RIGHT = 230, 330, 200
"""Where bars begin, how long a whole one is, and what stands right of it, in points."""
WIDTH = LEFT + BAR + RIGHT
HEIGHT = 12
MOST = 80
"""How many bars a picture has at most; a table of more rows stands without one."""
MARKS = (0, 25, 50, 75, 100)
KEY = 34


def has_picture(table: ReportTable) -> bool:
    """Tell whether a table can be shown as a picture that is read at a glance."""
    return bool(table.figure) and 0 < len(table.rows) <= MOST


def draw_table(table: ReportTable) -> str:
    """Return the picture of a table as SVG that stands alone.

    Args:
        table: a table with a figure; it stands beside the picture.

    Raises:
        MissingExtraError: a library that draws is not installed.

    """
    return accessible(drawn(_sheet(table)), table.title, " ".join(_told(table)), _name(table))


def description_of(table: ReportTable) -> str:
    """Return what a picture shows, and how it is read."""
    parts = " and ".join(
        f"{_heading(table, name).casefold()} ({look})"
        for name, look in zip(table.figure, NAMES, strict=False)
    )
    return (
        f"One bar for each row of the table, with the share of its rows that are {parts}. Hidden "
        "counts are a thin line as long as all of them together, where that is known, and are left "
        "out where it is not. The table below holds the same."
    )


def is_whole(table: ReportTable) -> bool:
    """Tell whether the parts of each bar add up to all of its rows."""
    return tuple(table.figure[:2]) in {("true", "false"), ("same", "difference_of_text")}


def _name(table: ReportTable) -> str:
    return f"figure-{table.id}"


def _heading(table: ReportTable, name: str) -> str:
    return table.columns[table.place(name)].heading


def _sheet(table: ReportTable) -> Sheet:
    wide = WIDTH - 2 * MARGIN
    head = stacked(
        (
            Block(height=MARGIN),
            text_block(table.title, MARGIN, wide, TITLE, is_bold=True),
            *_key(table),
            Block(height=8),
            _axis(),
        )
    )
    lines = stacked(_line(table, row) for row in table.rows)
    whole = stacked((head, lines, _axis(), Block(height=MARGIN)))
    return Sheet(
        width=WIDTH,
        height=whole.height,
        boxes=whole.boxes,
        words=whole.words,
        rules=tuple(
            Rule(left=LEFT + BAR * mark / 100, top=head.height, bottom=head.height + lines.height)
            for mark in MARKS
        ),
    )


def _key(table: ReportTable) -> Iterator[Block]:
    yield Block(height=6)
    for name, look in zip(table.figure, LOOKS, strict=False):
        sample = Box(left=MARGIN, top=2, right=MARGIN + KEY, bottom=2 + HEIGHT, look=look)
        beyond = MARGIN + KEY + 10
        yield beside(
            Block(height=19, boxes=(sample,)),
            text_block(_heading(table, name), beyond, WIDTH - beyond - MARGIN),
        )
    if is_whole(table) and any(isinstance(cell, Hidden) for row in table.rows for cell in row):
        line = Box(left=MARGIN, top=7, right=MARGIN + KEY, bottom=9, look=Look.ENDED)
        beyond = MARGIN + KEY + 10
        yield beside(
            Block(height=19, boxes=(line,)),
            text_block(TOGETHER.capitalize(), beyond, WIDTH - beyond - MARGIN),
        )


def _axis() -> Block:
    return Block(
        height=18,
        words=tuple(
            Words(left=LEFT + BAR * mark / 100, top=12, text=f"{mark}%", is_centred=True)
            for mark in MARKS
        ),
    )


def _line(table: ReportTable, row: Row) -> Block:
    """Return one row: its name, its bar, and its counts in figures."""
    name = text_block(_row_name(table, row), MARGIN, LEFT - MARGIN - 10)
    beyond = LEFT + BAR + 10
    counts = text_block(_counts(table, row), beyond, WIDTH - beyond - MARGIN)
    bar = Block(height=HEIGHT + 4, boxes=tuple(_boxes(table, row)))
    return stacked((Block(height=4), beside(name, bar, counts)))


def _boxes(table: ReportTable, row: Row) -> Iterator[Box]:
    """Yield the parts of a bar, each of the share of the rows that it stands for."""
    rows = _rows(table, row)
    left = float(LEFT)
    for cell, look, heading in _parts(table, row, rows):
        if cell and rows:
            right = left + BAR * cell / rows
            top = 2 + (HEIGHT - look.height) / 2 if look is Look.ENDED else 2
            bottom = top + (look.height if look is Look.ENDED else HEIGHT)
            told = f"{_row_name(table, row)}: {heading.casefold()} {cell:,}."
            yield Box(left=left, top=top, right=right, bottom=bottom, look=look, told=told)
            left = right


def _parts(table: ReportTable, row: Row, rows: int) -> Iterator[tuple[int, Look, str]]:
    """Yield the parts of a bar, with those that are hidden as one in the place of the first."""
    cells = [row[table.place(name)] for name in table.figure]
    hidden = rows - sum(cell for cell in cells if isinstance(cell, int))
    for cell, look, name in zip(cells, LOOKS, table.figure, strict=False):
        if isinstance(cell, int):
            yield cell, look, _heading(table, name)
        elif is_whole(table):
            yield hidden, Look.ENDED, TOGETHER
            hidden = 0


def _rows(table: ReportTable, row: Row) -> int:
    """Return of how many rows a bar shows the shares, 0 where that cannot be told."""
    names = {column.name for column in table.columns}
    cells = [row[table.place(name)] for name in (("rows",) if "rows" in names else table.figure)]
    counts = [cell for cell in cells if isinstance(cell, int)]
    return sum(counts) if len(counts) == len(cells) else 0


def _row_name(table: ReportTable, row: Row) -> str:
    """Return what a row is called: its first words, and the group that it is of."""
    words = [
        str(cell)
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind is Kind.WORDS and column.name in {table.columns[0].name, "group"}
    ]
    return ", ".join(words)


def _counts(table: ReportTable, row: Row) -> str:
    """Return the counts of a row in figures, in the order of the key."""
    cells = (row[table.place(name)] for name in table.figure)
    return ", ".join(HIDDEN if isinstance(cell, Hidden) else f"{cell:,}" for cell in cells)


def _told(table: ReportTable) -> Iterator[str]:
    yield description_of(table)
    heads = ", ".join(_heading(table, name).casefold() for name in table.figure)
    yield f"Counts in the order: {heads}."
    for row in table.rows:
        yield f"{_row_name(table, row)}: {_counts(table, row)}."
