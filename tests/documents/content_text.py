"""A document as plain text, one line to a block or an item, for reading what it says."""

from collections.abc import Iterable
from collections.abc import Iterator
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
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence


def as_text(document: Document) -> str:
    """Return everything that a document says, in its order."""
    head = (f"# {document.title}", f"[{document.mark}]", f"[{document.foot}]")
    return "\n".join([*head, *(line for block in document.blocks for line in _lines(block))]) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level):
            yield from ("", f"#{'#' * level} {text}")
        case Paragraph(sentences=sentences):
            yield _joined(sentences)
        case Notice(sentences=sentences):
            yield f"! {_joined(sentences)}"
        case Lines(lines=lines):
            yield from (f"| {line.text}" for line in lines)
        case Listing(items=items):
            yield from (f"- {_joined(item)}" for item in items)
        case Grid(caption=caption, head=head, rows=rows):
            yield f"Table: {caption}"
            yield f"| {' | '.join(head)} |"
            yield from (f"| {' | '.join(cell.text for cell in row)} |" for row in rows)
        case Picture(title=title):
            yield f"Picture: {title}"
        case NewPage():
            yield "---"
        case _:
            assert_never(block)


def _joined(sentences: Iterable[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)
