"""Pictures of a Word file: drawn as points, with the words for those who do not see them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from discretion.documents.content.blocks import Picture
from discretion.documents.word.blocks.element import element
from discretion.documents.word.blocks.paragraphs import worded
from discretion.documents.word.blocks.sheet import Sheet
from discretion.documents.word.blocks.tables import table
from discretion.documents.word.letters import legal

FINE = 2
"""How many points of a picture are drawn for each of its own, in each direction."""
OWN = 15
"""A point of a picture in twentieths of a point. Source: CSS Values 3, 6.2: 96 in an inch."""
TALLEST = 0.6
"""How much of the height of a page a picture may take, so that its caption stands with it."""
EMU = 635
"""A twentieth of a point as python-docx measures it. Source: ECMA-376, 20.1.2.1."""


class ReachingPictureError(ValueError):
    """A picture leads outside itself, and to draw it would fetch something."""

    def __init__(self, to: str) -> None:
        """Say where it leads."""
        super().__init__(f"a picture stands alone, and this one leads to {to}")


def picture(block: Picture, sheet: Sheet) -> Iterator[Any]:
    """Yield a picture with its title, and its data as a table.

    Raises:
        ReachingPictureError: it leads outside itself.

    """
    import vl_convert

    _check(block.svg)
    drawn = vl_convert.svg_to_png(block.svg, scale=FINE)
    wide, high = (int.from_bytes(drawn[at : at + 4]) * OWN // FINE for at in (16, 20))
    scale = min(1, sheet.wide / wide, TALLEST * sheet.high / high)
    inline = sheet.opened.part.new_pic_inline(
        BytesIO(drawn), int(wide * scale * EMU), int(high * scale * EMU)
    )
    inline.docPr.set("descr", legal(block.description))
    inline.docPr.set("title", legal(block.title))
    marks = (element("pStyle", val=sheet.styles["Normal"]), element("keepNext"))
    yield element("p", (element("pPr", marks), element("r", (element("drawing", (inline,)),))))
    yield worded("Caption", block.title, sheet)
    yield from table(block.data, sheet)


def _check(svg: str) -> None:
    """Refuse a picture that would fetch something when it is drawn.

    Raises:
        ReachingPictureError: it would.

    """
    for each in ET.fromstring(svg).iter():  # noqa: S314  # drawn in this process
        for name, to in each.attrib.items():
            if name.rpartition("}")[2] == "href" and not to.startswith(("#", "data:")):
                raise ReachingPictureError(to)
