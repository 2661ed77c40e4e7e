"""Documents as Word files: the original that a person edits, with real headings and tables."""

from typing import Any

from discretion.documents.content.document import Document
from discretion.documents.word.blocks.block import written
from discretion.documents.word.blocks.languages import set_language
from discretion.documents.word.blocks.sheet import Sheet
from discretion.documents.word.blocks.sheet import room_at
from discretion.documents.word.packing import packed
from discretion.documents.word.template import opened_for
from discretion.documents.word.unfit import STYLES
from discretion.documents.word.unfit import places_of


def document_as_word(document: Document, template: bytes | None = None) -> bytes:
    """Return a document as a Word file without macros, the same bytes every time.

    Args:
        document: what it says. Its words reach the file as they are, whatever they look like.
        template: a Word file of an office, in which `{{ title }}`, `{{ mark }}`, `{{ foot }}` and
            `{{ body }}` are filled in and whose styles are used; None for the bundled one.

    Raises:
        TemplateRefusedError: the template is no Word file, or lacks something that documents need.
        MissingExtraError: the library that fills in Word files is not installed.

    """
    opened = opened_for(document, template)
    set_language(opened, document.language)
    (place,) = places_of(opened)
    wide, high = room_at(place)
    sheet = Sheet(
        opened=opened,
        styles={name: opened.styles[name].style_id for name in STYLES},
        wide=wide,
        high=high,
        language=document.language,
    )
    for each in written(document.blocks, sheet):
        place.addprevious(each)
    _close(place)
    return packed(opened, document.dated, document.title, document.language)


def _close(place: Any) -> None:  # noqa: ANN401  # of lxml
    """Take the place of the blocks away, or leave it empty where Word needs a paragraph there.

    Word needs one below a table, and where a section of the template ends.
    """
    from docx.oxml.ns import qn

    above, below = place.getprevious(), place.getnext()
    is_below_table = above is not None and above.tag == qn("w:tbl")
    is_last = below is None or below.tag != qn("w:p")
    if place.xpath("./w:pPr/w:sectPr") or (is_below_table and is_last):
        for each in place.xpath("./*[not(self::w:pPr)]"):
            place.remove(each)
    else:
        place.getparent().remove(place)
