"""An element of a page as a value: a tag, what it says of itself, and what stands inside it."""

from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.documents.pages.drawing import Drawing
from discretion.frozen import dataclass

BLOCKS = frozenset(
    (
        *("article", "div", "figure", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5"),
        *("header", "li", "main", "nav", "ol", "p", "section", "table", "tbody", "thead", "tr"),
        *("ul", "caption"),
    )
)
"""Elements that begin a line of their own in the file."""
TAGS = BLOCKS | {"a", "em", "q", "span", "strong", "td", "th"}
ATTRIBUTES = frozenset(
    (
        *("aria-label", "aria-labelledby", "class", "dir", "href", "id", "lang", "role"),
        *("scope", "tabindex"),
    )
)
"""All that a page is made of. Nothing here can run, fetch or look of itself otherwise."""
NOTHING: Table[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element with everything inside it; a text inside is text, whatever it looks like.

    INVARIANT harmless: the tag and the attributes are listed here, and a link leads to a place on
    the same page. `element` alone makes one.
    """

    tag: str
    attributes: Table[str, str]
    inside: "tuple[Inside, ...]"


Inside = Element | Drawing | str
"""What stands inside an element: others, pictures that the page itself holds, and texts."""


def element(tag: str, *inside: Inside, given: Table[str, str] = NOTHING) -> Element:
    """Return an element.

    Args:
        tag: its tag, one of `TAGS`.
        inside: the elements, pictures and texts inside it, in their order.
        given: its attributes, each one of `ATTRIBUTES`.

    Raises:
        ValueError: it could run or fetch something, or no page is made of such.

    """
    foreign = {tag} - TAGS | set(given) - ATTRIBUTES
    if foreign:
        message = f"no page is made of {', '.join(sorted(foreign))}"
        raise ValueError(message)
    if not given.get("href", "#").startswith("#"):
        message = "a link leads to a place on the same page"
        raise ValueError(message)
    return Element(tag=tag, attributes=MappingProxyType(dict(given)), inside=inside)


def link(to: str, text: str, given: Table[str, str] = NOTHING) -> Element:
    """Return a link to the element with an id, with other attributes that it is given."""
    return element("a", text, given={"href": f"#{to}", **given})
