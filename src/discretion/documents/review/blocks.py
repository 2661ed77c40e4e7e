"""Blocks of a document on a page, each sentence with links to what it rests on."""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import assert_never

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import NewPage
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.pages.drawing import drawing
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import Inside
from discretion.documents.pages.element import element
from discretion.documents.review.places import place_of_row
from discretion.documents.review.resting import Resting

TITLE, DEEPEST = 2, 5
"""The level of the title of a document, and of the last heading of a page."""
FEW = 3
"""How many columns a narrow window has room for."""
LEFT_OUT = "The picture is not shown here, as it holds what no page may."


class Laid:
    """Lays out the blocks of one document, and knows what stands above the next of them."""

    def __init__(self, document: Document, place: int, resting: Resting) -> None:
        """Take the document, its number on the page, and what keeps on what sentences rest."""
        self.document = document
        self.place = place
        self.resting = resting
        self._level = TITLE
        self._rows: set[str] = set()

    def blocks(self) -> Iterator[Element]:
        """Yield each block as an element."""
        for block in self.document.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(sentences=sentences):
                yield element("p", *self._said(sentences))
            case Notice(sentences=sentences):
                yield set_apart(element("p", *self._said(sentences)), "panel")
            case Lines(lines=lines):
                below = (
                    element("p", *self._said((one,)), given={"class": "line"}) for one in lines
                )
                yield element("div", *below, given={"class": "lines"})
            case Listing(items=items, is_numbered=is_numbered):
                rows = (element("li", *self._said(item)) for item in items)
                yield element("ol" if is_numbered else "ul", *rows)
            case Grid():
                yield self._grid(block)
            case Picture():
                yield self._picture(block)
                yield self._grid(block.data)
            case NewPage():
                yield element("div", given={"class": "new-page"})
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Element:
        """Return a heading below that of the document, which leaves no level out."""
        deepest = min(self._level + 1, DEEPEST)
        self._level = min(max(heading.level, 1) + TITLE, deepest)
        return element(f"h{self._level}", heading.text)

    def _picture(self, picture: Picture) -> Element:
        """Return a picture below its description, which goes out with it and has to be read."""
        told = element("figcaption", element("strong", picture.title), f" {picture.description}")
        found = drawing(picture.svg, picture.title)
        if found is None:
            return element("figure", told, element("p", LEFT_OUT))
        return element("figure", told, scrolling(picture.title, found))

    def _grid(self, grid: Grid) -> Element:
        head = (element("th", words, given={"scope": "col"}) for words in grid.head)
        anchors = grid.anchors or ("",) * len(grid.rows)
        rows = (self._row(*row) for row in zip(grid.rows, anchors, strict=True))
        table = element(
            "table",
            element("caption", grid.caption),
            element("thead", element("tr", *head)),
            element("tbody", *rows),
            given={"class": "whole many" if len(grid.head) > FEW else "whole"},
        )
        return scrolling(grid.caption, table)

    def _row(self, row: tuple[Cell, ...], anchor: str) -> Element:
        """Return a row, headed by its first cell where others stand beside it."""
        place = place_of_row(self.place, anchor)
        given = {"id": place} if anchor and place not in self._rows else {}
        self._rows.update(given.values())
        return element("tr", *self._cells(row), given=given)

    def _cells(self, row: tuple[Cell, ...]) -> Iterator[Element]:
        for number, cell in enumerate(row):
            said = self._said(cell.sentences)
            if number == 0 and len(row) > 1 and cell.text.strip():
                yield element("th", *said, given={"scope": "row"})
            else:
                yield element("td", *said)

    def _said(self, sentences: Iterable[Sentence]) -> Iterator[Inside]:
        return self.resting.said(sentences, self.document, self.place)


def set_apart(inside: Element, look: str) -> Element:
    """Return what a reader must not miss."""
    return element("div", inside, given={"class": f"{look} apart", "role": "note"})


def scrolling(name: str, inside: Inside) -> Element:
    """Return what scrolls by itself where a window is too narrow for it."""
    given = {"class": "wide", "role": "region", "aria-label": name, "tabindex": "0"}
    return element("div", inside, given=given)
