"""Blocks of a document on a page, each sentence with links to what it rests on."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
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
from discretion.documents.content.sentence import Sentence
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.frozen import dataclass

DEEPEST = 5
"""The last heading of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What stands at the end of the page, and may be led to: facts and papers by their names."""

    facts: Table[str, str]
    papers: Table[str, str]


def lay_out_blocks(blocks: Iterable[Block], placed: Placed) -> Iterator[Element]:
    """Yield each block as an element; a page of paper is none of them."""
    for block in blocks:
        yield from _block(block, placed)


def _block(block: Block, placed: Placed) -> Iterator[Element]:
    match block:
        case Heading(text=text, level=level):
            yield element(f"h{min(level + 2, DEEPEST)}", text)
        case Paragraph(sentences=sentences):
            yield element("p", *_said(sentences, placed))
        case Notice(sentences=sentences):
            yield element("div", element("p", *_said(sentences, placed)), given={"class": "panel"})
        case Lines(lines=lines):
            for line in lines:
                yield element("p", *_said((line,), placed), given={"class": "line"})
        case Listing(items=items, is_numbered=is_numbered):
            rows = (element("li", *_said(item, placed)) for item in items)
            yield element("ol" if is_numbered else "ul", *rows)
        case Grid():
            yield _grid(block, placed)
        case Picture(title=title, description=description, data=data):
            yield element("p", element("strong", title), f" {description}")
            yield _grid(data, placed)
        case NewPage():
            return
        case _:
            assert_never(block)


def _grid(grid: Grid, placed: Placed) -> Element:
    head = (element("th", words, given={"scope": "col"}) for words in grid.head)
    rows = (
        element("tr", *(element("td", *_said(cell.sentences, placed)) for cell in row))
        for row in grid.rows
    )
    table = element(
        "table",
        element("caption", grid.caption),
        element("thead", element("tr", *head)),
        element("tbody", *rows),
    )
    named = {"class": "wide", "role": "region", "aria-label": grid.caption, "tabindex": "0"}
    return element("div", table, given=named)


def _said(sentences: Iterable[Sentence], placed: Placed) -> Iterator[Element | str]:
    for number, each in enumerate(sentences):
        if number:
            yield " "
        yield (
            element("span", each.text, given={"lang": each.language})
            if each.language
            else each.text
        )
        yield from _behind(each, placed)


def _behind(each: Sentence, placed: Placed) -> Iterator[Element | str]:
    """Yield a link to each fact and each paper that a sentence rests on, with its own name."""
    links = [
        *(link(place_of_fact(name), name) for name in each.facts),
        *(
            link(place_of_paper(name), placed.papers[name])
            for name in each.papers
            if name in placed.papers
        ),
    ]
    if links:
        parts: list[Element | str] = []
        for found in links:
            parts.extend((", " if parts else "", found))
        yield element("span", " [rests on: ", *parts, "]", given={"class": "behind"})
