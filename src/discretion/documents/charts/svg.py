"""A picture made accessible: named, described, each bar with its words, and nothing else in it.

What the charting library draws has no name, no patterns, and words to its bars that only some
readers find. This module adds them, and writes the picture in one way whatever made it: places are
rounded, attributes stand in one order, and only what is listed here is kept. So no script, no style
and no address can come into it.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from discretion.documents.charts.looks import BLUE
from discretion.documents.charts.looks import PAPER
from discretion.documents.charts.looks import Look
from discretion.documents.charts.looks import pattern_name

NAMESPACE = "http://www.w3.org/2000/svg"
TIMELINE = "timeline"
"""What names inside a picture begin with, as those of its patterns do when it is drawn."""
SHAPES = frozenset(("g", "line", "path", "rect", "text"))
SHOWN = (
    *("d", "x2", "y2", "width", "height", "transform", "fill", "stroke", "stroke-width"),
    *("stroke-dasharray", "text-anchor", "font-family", "font-size", "font-weight"),
)
"""Attributes that show, in the order in which they are written."""
DEFAULTS = frozenset((("stroke-dasharray", "1,0"), ("text-anchor", "start"), ("fill", "none")))
"""What need not be written."""
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_POINT = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_BOX = re.compile(r"M(-?[\d.]+),(-?[\d.]+)h[\d.]+v([\d.]+)h")
_NOWHERE = re.compile(r"translate\(0,0\)")


def accessible(drawn: str, title: str, description: str, name: str = TIMELINE) -> str:
    """Return a picture with a name, a description, its patterns, and words to each bar.

    Args:
        drawn: the picture as the charting library wrote it.
        title: what it shows, in a few words.
        description: the same in sentences, for whoever does not see it.
        name: what names inside the picture begin with, which hold in a page beside those of others.

    """
    found = ET.fromstring(drawn)  # noqa: S314  # drawn in this process, from our own sheet
    width, height = found.attrib["width"], found.attrib["height"]
    root = ET.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "graphics-document document",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-description",
        },
    )
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = title
    ET.SubElement(root, "desc", {"id": f"{name}-description"}).text = description
    root.append(_patterns(drawn, name))
    root.extend(sorted((shape for child in found for shape in _shapes(child)), key=_place))
    for shape in root.iter():
        if shape.get("fill", "").startswith(f"url(#{TIMELINE}-"):
            shape.set("fill", shape.attrib["fill"].replace(TIMELINE, name, 1))
    ET.indent(root, space=" ")
    return f"{ET.tostring(root, encoding='unicode')}\n"


def _shapes(found: ET.Element) -> Iterator[ET.Element]:
    """Yield what an element shows: itself where it is drawn, else what is drawn inside it."""
    name = found.tag.removeprefix(f"{{{NAMESPACE}}}")
    if name not in SHAPES or found.attrib.get("class") in {"background", "foreground"}:
        return
    inner = [shape for child in found for shape in _shapes(child)]
    shown = {key: _rounded(found.attrib[key]) for key in SHOWN if key in found.attrib}
    shown = {key: value for key, value in shown.items() if (key, value) not in DEFAULTS}
    if _NOWHERE.fullmatch(shown.get("transform", "")):
        del shown["transform"]
    if name == "g" and not shown:
        yield from inner
        return
    shape = ET.Element(name, shown)
    shape.text = found.text
    shape.extend(inner)
    told = found.attrib.get("aria-label", "")
    if told:
        shape.set("role", "graphics-symbol")
        ET.SubElement(shape, "title").text = told
    elif name == "text":
        # A rim of paper keeps letters apart from the lines that they stand on.
        shape.attrib |= {"stroke": PAPER, "stroke-width": "3", "paint-order": "stroke"}
    elif name != "g":
        shape.set("aria-hidden", "true")
    yield shape


def _place(shape: ET.Element) -> tuple[float, float]:
    """Return where a shape stands, downward and across, as one reads; what lies behind is first.

    A bar counts by its middle, so that high and low ones of a lane stay together, and a text by
    its upper edge.
    """
    if shape.tag == "text" and (at := _POINT.match(shape.attrib["transform"])):
        return float(at[2]) - float(shape.attrib["font-size"].removesuffix("px")), float(at[1])
    if shape.tag == "path" and (at := _BOX.match(shape.attrib["d"])):
        return float(at[2]) + float(at[3]) / 2, float(at[1])
    return 0.0, 0.0


def _rounded(value: str) -> str:
    """Return an attribute with every number in it rounded to hundredths of a point."""
    return _NUMBER.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), value)


def _patterns(drawn: str, name: str) -> ET.Element:
    """Return the patterns that a picture fills its bars with."""
    definitions = ET.Element("defs")
    for look in Look:
        if look.fill in drawn and look.fill.startswith("url("):
            definitions.append(_pattern(look, name))
    return definitions


def _pattern(look: Look, name: str) -> ET.Element:
    """Return a pattern: slanted lines, dots, or upright and level lines that cross."""
    pattern = ET.Element(
        "pattern",
        {
            "id": pattern_name(look).replace(TIMELINE, name, 1),
            "width": "5",
            "height": "5",
            "patternUnits": "userSpaceOnUse",
        },
    )
    ET.SubElement(pattern, "rect", {"width": "5", "height": "5", "fill": PAPER})
    match look:
        case Look.REACHED:
            pattern.set("patternTransform", "rotate(45)")
            ET.SubElement(pattern, "rect", {"width": "2.5", "height": "5", "fill": BLUE})
        case Look.OPEN:
            ET.SubElement(pattern, "circle", {"cx": "2.5", "cy": "2.5", "r": "1.6", "fill": BLUE})
        case _:
            ET.SubElement(pattern, "path", {"d": "M0,2.5h5M2.5,0v5", "stroke": BLUE})
    return pattern
