"""Blocks written into a Word file: each as what Word calls it, and none laid out by hand."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any
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

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold. Source: XML 1.0, production 2."""
WIDE = 6.5
"""The width of the text in inches: US Letter with a margin of an inch on both sides."""
SMALL = 9
"""The size of what stands in a table, in points."""
RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur", "ps", "yi"))
"""Languages that are written from right to left, by their tags. Source: Unicode CLDR."""


def legal(text: str) -> str:
    """Return a text with a sign in the place of what no Word file may hold."""
    return ILLEGAL.sub("\ufffd", text)


class BlockWriter:
    """Writes blocks at the end of one Word file."""

    def __init__(self, opened: Any) -> None:  # noqa: ANN401  # of python-docx
        """Take the file as python-docx opens it."""
        self.opened = opened

    def write(self, block: Block) -> None:
        """Write a block."""
        match block:
            case Heading(text=text, level=level):
                self.opened.add_paragraph(legal(text), style=f"Heading {level}")
            case Paragraph(sentences=sentences):
                self._say(self.opened.add_paragraph(), sentences)
            case Lines(lines=lines):
                self._lines(lines)
            case Listing():
                self._listing(block)
            case Notice(sentences=sentences):
                paragraph = self.opened.add_paragraph()
                self._say(paragraph, sentences)
                _frame(paragraph)
            case Grid():
                self._grid(block)
            case Picture():
                self._picture(block)
            case NewPage():
                self.opened.add_page_break()
            case _:
                assert_never(block)

    def _say(self, paragraph: Any, sentences: Iterable[Sentence], size: int = 0) -> None:  # noqa: ANN401  # of python-docx
        from docx.shared import Pt

        for number, each in enumerate(sentences):
            run = paragraph.add_run(f"{' ' if number else ''}{legal(each.text)}")
            if size:
                run.font.size = Pt(size)
            if each.language:
                _tell_language(run, each.language)

    def _lines(self, lines: tuple[Sentence, ...]) -> None:
        paragraph = self.opened.add_paragraph()
        for number, each in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            self._say(paragraph, (each,))

    def _listing(self, listing: Listing) -> None:
        numbering = _new_numbering(self.opened) if listing.is_numbered else None
        for item in listing.items:
            style = "List Number" if listing.is_numbered else "List Bullet"
            paragraph = self.opened.add_paragraph(style=style)
            self._say(paragraph, item)
            if numbering is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering  # noqa: SLF001  # the only way to a number

    def _grid(self, grid: Grid) -> None:
        from docx.shared import Inches

        self.opened.add_paragraph(legal(grid.caption), style="Caption")
        table = self.opened.add_table(rows=1, cols=len(grid.head), style="Table Grid")
        table.autofit = False
        widths = grid.widths or (1,) * len(grid.head)
        inches = [Inches(WIDE * each / sum(widths)) for each in widths]
        for cell, words in zip(table.rows[0].cells, grid.head, strict=True):
            self._say(cell.paragraphs[0], (Sentence(text=words),), SMALL)
            cell.paragraphs[0].runs[0].bold = True
        _mark_row(table.rows[0], "w:tblHeader")
        for row in grid.rows:
            written = table.add_row()
            for cell, each in zip(written.cells, row, strict=True):
                self._say(cell.paragraphs[0], each.sentences, SMALL)
        for column, width in zip(table.columns, inches, strict=True):
            column.width = width
        for row in table.rows:
            _mark_row(row, "w:cantSplit")
            for cell, width in zip(row.cells, inches, strict=True):
                cell.width = width
                cell.paragraphs[0].paragraph_format.space_after = 0
        _describe(table._tbl.tblPr, grid.caption)  # noqa: SLF001  # the only way to the properties
        self.opened.add_paragraph()

    def _picture(self, picture: Picture) -> None:
        import vl_convert
        from docx.shared import Inches

        image = vl_convert.svg_to_png(picture.svg, scale=2)
        shown = self.opened.add_picture(BytesIO(image), width=Inches(WIDE))
        told = shown._inline.docPr  # noqa: SLF001  # the only way to what is read aloud
        told.set("descr", legal(picture.description))
        told.set("title", legal(picture.title))
        self.opened.add_paragraph(legal(picture.title), style="Caption")
        self._grid(picture.data)


def _new_numbering(opened: Any) -> int:  # noqa: ANN401  # of python-docx
    """Return a numbering of its own, so that each list begins with 1."""
    numbering = opened.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001  # the only way to it
    style = opened.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    num = numbering.add_num(abstract)
    num.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(num.numId)


def _mark_row(row: Any, name: str) -> None:  # noqa: ANN401  # of python-docx
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  # the only way to it


def _describe(properties: Any, caption: str) -> None:  # noqa: ANN401  # of python-docx
    """Say what a table holds to those who do not see it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    told = OxmlElement("w:tblCaption")
    told.set(qn("w:val"), legal(caption))
    properties.append(told)


def _frame(paragraph: Any) -> None:  # noqa: ANN401  # of python-docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    frame = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "000000")):
            line.set(qn(f"w:{key}"), value)
        frame.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  # the only way to it
        frame, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _tell_language(run: Any, language: str) -> None:  # noqa: ANN401  # of python-docx
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    told = OxmlElement("w:lang")
    told.set(qn("w:val"), language)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001  # the only way to it
    if language.partition("-")[0] in RIGHT_TO_LEFT:
        properties.append(OxmlElement("w:rtl"))
        told.set(qn("w:bidi"), language)
    properties.append(told)
