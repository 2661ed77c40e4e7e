"""A document as plain data: every block in its order, with what each sentence rests on."""

from typing import Any
from typing import assert_never

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
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

Plain = dict[str, Any]


def document_as_data(document: Document) -> Plain:
    """Return everything that a document says, with fixed keys in a fixed order."""
    return {
        "kind": document.kind,
        "title": document.title,
        "language": document.language,
        "dated": document.dated.isoformat(),
        "mark": document.mark,
        "foot": document.foot,
        "blocks": [_block(each) for each in document.blocks],
    }


def _block(block: Block) -> Plain:
    match block:
        case Heading(text=text, level=level):
            return {"kind": "heading", "level": level, "text": text}
        case Paragraph(sentences=sentences):
            return {"kind": "paragraph", "sentences": _sentences(sentences)}
        case Notice(sentences=sentences):
            return {"kind": "notice", "sentences": _sentences(sentences)}
        case Lines(lines=lines):
            return {"kind": "lines", "lines": _sentences(lines)}
        case Listing(items=items, is_numbered=is_numbered):
            told = [_sentences(item) for item in items]
            return {"kind": "listing", "numbered": is_numbered, "items": told}
        case Grid():
            return _grid(block)
        case Picture(svg=svg, title=title, description=description, data=data):
            return {
                "kind": "picture",
                "title": title,
                "description": description,
                "svg": svg,
                "data": _grid(data),
            }
        case NewPage():
            return {"kind": "new_page"}
        case _:
            assert_never(block)


def _grid(grid: Grid) -> Plain:
    return {
        "kind": "grid",
        "caption": grid.caption,
        "head": list(grid.head),
        "widths": list(grid.widths or (1,) * len(grid.head)),
        "anchors": list(grid.anchors),
        "rows": [[_cell(cell) for cell in row] for row in grid.rows],
    }


def _cell(cell: Cell) -> Plain:
    return {"sentences": _sentences(cell.sentences)}


def _sentences(sentences: tuple[Sentence, ...]) -> list[Plain]:
    return [
        {
            "text": each.text,
            "facts": list(each.facts),
            "papers": list(each.papers),
            "citations": list(each.citations),
            "language": each.language,
        }
        for each in sentences
    ]
