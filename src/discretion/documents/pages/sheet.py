"""A whole page: its head, its landmarks, and the way past what repeats."""

from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.pages.letters import escaped
from discretion.documents.pages.style import style_sheet
from discretion.documents.pages.writing import DRAWN
from discretion.documents.pages.writing import written
from discretion.frozen import dataclass

MAIN, LANGUAGE = "main", "en"
"""The id of the text, and the language in which a page says what is its own."""
FORBIDDEN = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a reader's program is told to refuse, should anything in a page ever ask for it."""
SHOWN = "; img-src data:"
"""What it may show of a page with pictures: those that the page itself holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a page, as its contents list it.

    `language` is a tag such as `es`, empty where it is that of the page.
    """

    id: str
    heading: str
    inside: tuple[Element, ...]
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page holds: `head` before its contents, `sections` with an id each, `foot` after."""

    title: str
    head: tuple[Element, ...]
    sections: tuple[Section, ...]
    foot: tuple[Element, ...]


def whole_page(sheet: Sheet) -> str:
    """Return a page as the text of an HTML file."""
    elements = (
        element("a", "Skip to the text", given={"href": f"#{MAIN}", "class": "skip"}),
        element("header", element("h1", sheet.title), *sheet.head),
        _contents(sheet.sections),
        element("main", *map(_section, sheet.sections), given={"id": MAIN, "tabindex": "-1"}),
        element("footer", *sheet.foot),
    )
    body = tuple(map(written, elements))
    refused = FORBIDDEN + (SHOWN if any(DRAWN in each for each in body) else "")
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{LANGUAGE}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{refused}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(sheet.title)}</title>",
        f"<style>{style_sheet()}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(lines)


def _contents(sections: tuple[Section, ...]) -> Element:
    rows = (element("li", link(each.id, each.heading, spoken(each.language))) for each in sections)
    return element("nav", element("ul", *rows), given={"aria-label": "Contents"})


def _section(section: Section) -> Element:
    name = f"{section.id}-heading"
    return element(
        "section",
        element("h2", section.heading, given={"id": name}),
        *section.inside,
        given={"id": section.id, "aria-labelledby": name, **spoken(section.language)},
    )


def spoken(language: str) -> dict[str, str]:
    """Return the attributes of what is in another language, which may run from right to left."""
    return {"lang": language, "dir": "auto"} if language else {}
