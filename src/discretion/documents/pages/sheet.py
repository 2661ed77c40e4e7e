"""A whole page: its head, its landmarks, and the way past what repeats."""

from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.pages.letters import escaped
from discretion.documents.pages.style import style_sheet
from discretion.documents.pages.writing import written
from discretion.frozen import dataclass

MAIN = "main"
FORBIDDEN = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a reader's program is told to refuse, should anything in a page ever ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a page, as its contents list it."""

    id: str
    heading: str
    inside: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page holds: `head` before its contents, `sections` with an id each, `foot` after."""

    title: str
    head: tuple[Element, ...]
    sections: tuple[Section, ...]
    foot: tuple[Element, ...]


def whole_page(sheet: Sheet) -> str:
    """Return a page as the text of an HTML file."""
    body = (
        element("a", "Skip to the text", given={"href": f"#{MAIN}", "class": "skip"}),
        element("header", element("h1", sheet.title), *sheet.head),
        _contents(sheet.sections),
        element("main", *map(_section, sheet.sections), given={"id": MAIN, "tabindex": "-1"}),
        element("footer", *sheet.foot),
    )
    lines = (
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{FORBIDDEN}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(sheet.title)}</title>",
        f"<style>{style_sheet()}</style>",
        "</head>",
        "<body>",
        *map(written, body),
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(lines)


def _contents(sections: tuple[Section, ...]) -> Element:
    rows = (element("li", link(each.id, each.heading)) for each in sections)
    return element("nav", element("ul", *rows), given={"aria-label": "Contents"})


def _section(section: Section) -> Element:
    name = f"{section.id}-heading"
    return element(
        "section",
        element("h2", section.heading, given={"id": name}),
        *section.inside,
        given={"id": section.id, "aria-labelledby": name},
    )
