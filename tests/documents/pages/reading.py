"""Reading a page back: strictly, so that anything that is not well formed is noticed."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

HEADING = re.compile(r"h[1-6]")
LUMINANCE = (0.2126, 0.7152, 0.0722)
"""What red, green and blue count for. Source: WCAG 2.2, relative luminance."""


def parsed(page: str) -> ET.Element:
    """Return a page as a tree; all elements but two have to be closed, and all be escaped."""
    doctype, text = page.split("\n", 1)
    assert "<!DOCTYPE html>" == doctype
    return ET.fromstring(re.sub(r"(<(?:meta|img) [^>]*)>", r"\1/>", text))  # noqa: S314 - our own page


def text_of(found: ET.Element) -> str:
    """Return all the text inside an element."""
    return "".join(found.itertext())


def body_of(tree: ET.Element) -> ET.Element:
    """Return what is read of a page."""
    found = tree.find("body")
    assert found is not None
    return found


def with_id(tree: ET.Element, name: str) -> ET.Element:
    """Return the one element that a fragment names."""
    (found,) = (each for each in tree.iter() if each.get("id") == name)
    return found


def fragments(tree: ET.Element) -> list[str]:
    """Return where the links of a page lead, each of which has to be on the page."""
    links = [each.attrib["href"] for each in tree.iter("a")]
    assert all(each.startswith("#") for each in links)
    return [each.removeprefix("#") for each in links]


def ids(tree: ET.Element) -> Counter[str]:
    """Return how often each id stands on a page."""
    return Counter(each.attrib["id"] for each in tree.iter() if "id" in each.attrib)


def levels(tree: ET.Element) -> list[int]:
    """Return the levels of the headings of a page, in their order."""
    return [int(each.tag[1]) for each in tree.iter() if HEADING.fullmatch(each.tag)]


def by_class(tree: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements of a class."""
    yield from (each for each in tree.iter() if name in each.get("class", "").split())


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(share * part for share, part in zip(LUMINANCE, linear, strict=True))
