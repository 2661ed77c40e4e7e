"""A drawing on a page: an SVG picture that the page itself holds, with what it shows in words.

A program that shows it as a picture runs nothing in it and fetches nothing for it. What is more,
only shapes, letters and patterns are let in, so that a program which does neither finds nothing to
run or to fetch.
"""

import re
from base64 import b64encode
from xml.etree import ElementTree as ET

from discretion.frozen import dataclass

NAMESPACE = "{http://www.w3.org/2000/svg}"
KIND = "data:image/svg+xml;base64,"
SHAPES = frozenset(
    (
        *("svg", "title", "desc", "defs", "pattern", "g", "circle", "ellipse", "line", "path"),
        *("polygon", "polyline", "rect", "text", "tspan"),
    )
)
LOOKS = frozenset(
    (
        *("id", "role", "aria-hidden", "aria-label", "aria-labelledby", "aria-describedby"),
        *("viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r"),
        *("rx", "ry", "d", "points", "transform", "fill", "fill-opacity", "stroke"),
        *("stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
        *("stroke-opacity", "opacity", "paint-order", "text-anchor", "dominant-baseline"),
        *("font-family", "font-size", "font-style", "font-weight"),
        *("patternUnits", "patternTransform"),
    )
)
"""All that a drawing is made of."""
DECLARED = re.compile("<[!?]")
"""What a declaration begins with, as one of entities; no text of a drawing is written so."""
ELSEWHERE = re.compile(r"url\((?!\s*#)|\\", re.IGNORECASE)
"""What leads out of a drawing, or may be another way to write so."""
SPOKEN = "aria-"
"""What attributes begin with that hold words, and lead nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture with what it shows in words, for whoever does not see it.

    INVARIANT inert: it holds nothing but what is listed here. `drawing` alone makes one.
    """

    svg: str
    told: str

    @property
    def address(self) -> str:
        """The picture as an address that holds all of it, and leads nowhere."""
        return KIND + b64encode(self.svg.encode()).decode()


def drawing(svg: str, told: str) -> Drawing | None:
    """Return a picture that a page may hold, None where it is no such picture.

    Args:
        svg: the text of an SVG file.
        told: what it shows, in words.

    """
    return Drawing(svg=svg, told=told) if _is_inert(svg) else None


def _is_inert(svg: str) -> bool:
    if DECLARED.search(svg):
        return False
    try:
        root = ET.fromstring(svg)  # noqa: S314  # no entity can be declared in it
    except (ET.ParseError, UnicodeEncodeError):
        return False
    return root.tag == f"{NAMESPACE}svg" and all(map(_is_shape, root.iter()))


def _is_shape(found: ET.Element) -> bool:
    return (
        found.tag.startswith(NAMESPACE)
        and found.tag.removeprefix(NAMESPACE) in SHAPES
        and found.attrib.keys() <= LOOKS
        and not any(
            ELSEWHERE.search(value)
            for name, value in found.attrib.items()
            if not name.startswith(SPOKEN)
        )
    )
