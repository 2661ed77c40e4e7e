"""Blocks written into a Word file: each as what Word calls it, and none laid out by hand."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import Any
from typing import assert_never

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import NewPage
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.word.blocks.paragraphs import lines
from discretion.documents.word.blocks.paragraphs import paragraph
from discretion.documents.word.blocks.paragraphs import worded
from discretion.documents.word.blocks.pictures import picture
from discretion.documents.word.blocks.sheet import Sheet
from discretion.documents.word.blocks.tables import table

BELOW_TABLE = 127000
"""The room between a table and what follows it, 10 points, as python-docx measures it."""


def written(blocks: Iterable[Block], sheet: Sheet) -> Iterator[Any]:
    """Yield blocks as elements of a Word file.

    No empty paragraph makes room: what begins a page says so itself, and so does what stands below
    a table.
    """
    begins_page = is_below_table = False
    for block in blocks:
        if isinstance(block, NewPage):
            begins_page = True
            continue
        for number, each in enumerate(_written(block, sheet)):
            if number == 0:
                properties = each.get_or_add_pPr()
                if begins_page:
                    properties.get_or_add_pageBreakBefore()
                elif is_below_table and not isinstance(block, Heading | Grid):
                    properties.get_or_add_spacing().before = BELOW_TABLE
                begins_page = False
            is_below_table = isinstance(block, Grid | Picture)
            yield each


def _written(block: Block, sheet: Sheet) -> Iterator[Any]:
    match block:
        case Heading(text=text, level=level):
            yield worded(f"Heading {level}", text, sheet)
        case Paragraph(sentences=sentences):
            yield paragraph("Normal", sentences, sheet)
        case Notice(sentences=sentences):
            yield paragraph("Notice", sentences, sheet)
        case Lines(lines=sentences):
            yield lines(sentences, sheet)
        case Listing():
            yield from _listing(block, sheet)
        case Grid():
            yield from table(block, sheet)
        case Picture():
            yield from picture(block, sheet)
        case NewPage():
            return
        case _:
            assert_never(block)


def _listing(listing: Listing, sheet: Sheet) -> Iterator[Any]:
    style = "List Number" if listing.is_numbered else "List Bullet"
    numbering = _new_numbering(sheet.opened) if listing.is_numbered else 0
    for item in listing.items:
        yield paragraph(style, item, sheet, numbering)


def _new_numbering(opened: Any) -> int:  # noqa: ANN401  # of python-docx
    """Return a numbering of its own, so that each list begins with 1."""
    numbering = opened.part.numbering_part.element
    style = opened.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    num = numbering.add_num(abstract)
    num.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(num.numId)
