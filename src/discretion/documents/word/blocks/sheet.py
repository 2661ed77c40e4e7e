"""The sheet that a document is written on: an opened Word file, its styles and the room it has."""

from collections.abc import Mapping as Table
from typing import Any

from discretion.frozen import dataclass

POINT = 20
"""Twentieths of a point in a point, which Word measures in. Source: ECMA-376, 17.18.74."""
LETTER_WIDE, LETTER_HIGH = 468 * POINT, 648 * POINT
"""The room of US Letter with margins of an inch, where a file does not say what room it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What blocks are written on.

    `opened` is the file as python-docx opens it. `styles` are what the file calls each style, by
    the style's name. `wide` and `high` are the room for text on a page, in twentieths of a point.
    `language` is that of the document.
    """

    opened: Any
    styles: Table[str, str]
    wide: int
    high: int
    language: str


def room_at(place: Any) -> tuple[int, int]:  # noqa: ANN401  # of lxml
    """Return how wide and high the text of the page is on which an element stands."""
    for section in place.xpath("(.//w:sectPr | following::w:sectPr)[1]"):
        size, margins = section.pgSz, section.pgMar
        if size is not None and margins is not None:
            wide = _points(size.w, margins.left, margins.right, margins.gutter)
            high = _points(size.h, margins.top, margins.bottom)
            if wide > 0 and high > 0:
                return wide, high
    return LETTER_WIDE, LETTER_HIGH


def _points(whole: Any, *edges: Any) -> int:  # noqa: ANN401  # lengths of python-docx
    left = (whole or 0) - sum(abs(each or 0) for each in edges)
    return int(left / _EMU)


_EMU = 635
"""What python-docx measures in goes so often into a twentieth of a point. Source: ECMA-376,
20.1.2.1."""
