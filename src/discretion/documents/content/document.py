"""A document: its blocks, what it is marked as, and the day that it carries."""

from collections.abc import Iterator
from datetime import date
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
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that one document says, whatever it is set as.

    `kind` is a word for programs and for the name of its file (`letter`). `language` is a tag such
    as `en` or `es`. `mark` stands at the head of every page (`Internal: work product, do not
    file.`), and is empty where nothing has to. `foot` stands at the end of every page. `dated` is
    the only day that any file of it carries, so that the same document is the same bytes.
    """

    kind: str
    title: str
    language: str
    dated: date
    blocks: tuple[Block, ...]
    mark: str = ""
    foot: str = ""


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Yield every sentence of a document in its order, those of headings and captions too."""
    yield Sentence(text=document.title)
    for words in (document.mark, document.foot):
        if words:
            yield Sentence(text=words)
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Sentence]:
    match block:
        case Heading(text=text):
            yield Sentence(text=text)
        case Paragraph(sentences=sentences) | Notice(sentences=sentences) | Lines(lines=sentences):
            yield from sentences
        case Listing(items=items):
            for item in items:
                yield from item
        case Grid():
            yield from _of_grid(block)
        case Picture(title=title, description=description, data=data):
            yield Sentence(text=title)
            yield Sentence(text=description)
            yield from _of_grid(data)
        case NewPage():
            pass
        case _:
            assert_never(block)


def _of_grid(grid: Grid) -> Iterator[Sentence]:
    yield Sentence(text=grid.caption)
    for words in grid.head:
        yield Sentence(text=words)
    for row in grid.rows:
        for cell in row:
            yield from cell.sentences
