"""Tables of a Word file: a caption before each, a head that is repeated, and no row cut in two."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any

from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.sentence import plain
from discretion.documents.word.blocks.element import element
from discretion.documents.word.blocks.languages import is_right_to_left
from discretion.documents.word.blocks.paragraphs import paragraph
from discretion.documents.word.blocks.paragraphs import worded
from discretion.documents.word.blocks.sheet import Sheet
from discretion.documents.word.blocks.widths import widths_of
from discretion.documents.word.letters import legal

FIRST_ROW_ALONE = {
    "firstRow": 1,
    "lastRow": 0,
    "firstColumn": 0,
    "lastColumn": 0,
    "noHBand": 1,
    "noVBand": 1,
}
"""The head of a table is its first row, and no column is one. Source: ECMA-376, 17.4.56."""


def table(grid: Grid, sheet: Sheet) -> Iterator[Any]:
    """Yield a caption and the table that it names; the caption alone where it has no column."""
    yield worded("Caption", grid.caption, sheet)
    if not grid.head:
        return
    widths = widths_of(grid, sheet.wide)
    columns = (element("gridCol", w=width) for width in widths)
    head = tuple(Cell(sentences=plain(words)) for words in grid.head)
    yield element(
        "tbl",
        (
            element("tblPr", _properties(grid, sheet)),
            element("tblGrid", columns),
            _row(head, widths, sheet, "Table Head"),
            *(_row(row, widths, sheet, "Table Text") for row in grid.rows),
        ),
    )


def _properties(grid: Grid, sheet: Sheet) -> Iterator[Any]:
    """Yield what a table is: its first row a head, and its caption for those who do not see it."""
    yield element("tblStyle", val=sheet.styles["Table Grid"])
    if is_right_to_left(sheet.language):
        yield element("bidiVisual")
    yield element("tblW", w=sheet.wide, type="dxa")
    yield element("tblLayout", type="fixed")
    yield element("tblLook", val="0620", **FIRST_ROW_ALONE)
    yield element("tblCaption", val=legal(grid.caption))


def _row(cells: Iterable[Cell], widths: Iterable[int], sheet: Sheet, style: str) -> Any:  # noqa: ANN401  # of lxml
    marks = [element("cantSplit")]
    if style == "Table Head":
        marks.append(element("tblHeader"))
    return element(
        "tr",
        (
            element("trPr", marks),
            *(
                element(
                    "tc",
                    (
                        element("tcPr", (element("tcW", w=width, type="dxa"),)),
                        paragraph(style, cell.sentences, sheet),
                    ),
                )
                for cell, width in zip(cells, widths, strict=True)
            ),
        ),
    )
