"""Makes the Word file that letters, indexes and memos begin as.

Run it as `python -m scripts.make_template`: it writes the same bytes every time. An office that
wants a letterhead changes a copy, and names that with `--template`.
"""

from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.shared import Pt
from docx.shared import RGBColor

from discretion.documents.word.blocks.element import element
from discretion.documents.word.packing import packed
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a style looks: the size of its letters, and the room above and below, in points."""

    size: float
    above: float = 0
    below: float = 0
    is_bold: bool = False
    is_slanted: bool = False


FILE = Path(__file__).parent.parent / "src/discretion/documents/word/template.docx"
MADE = date(2021, 12, 1)
FONT = "Times New Roman"
LOOKS = {
    "Normal": Look(size=11.5, below=7),
    "Title": Look(size=17, below=12, is_bold=True),
    "Heading 1": Look(size=13, above=15, below=5, is_bold=True),
    "Heading 2": Look(size=11.5, above=11, below=4, is_bold=True),
    "Heading 3": Look(size=11.5, above=9, below=3, is_slanted=True),
    "Notice": Look(size=11.5, above=4, below=12),
    "Caption": Look(size=10, above=9, below=4, is_slanted=True),
    "List Bullet": Look(size=11.5, below=4),
    "List Number": Look(size=11.5, below=4),
    "Table Head": Look(size=9.5, is_bold=True),
    "Table Text": Look(size=9.5),
    "Header": Look(size=9, is_bold=True),
    "Footer": Look(size=9),
}
"""The styles that documents use."""
NEW = ("Notice", "Table Head", "Table Text")
KEPT = frozenset((*LOOKS, "Default Paragraph Font", "Normal Table", "No List", "Table Grid"))
LINE, SHADE = "767676", "E8E8E8"
DROPPED = ("thumbnail", "customXml", "stylesWithEffects", "extended-properties")
"""What the library brings along that tells of a maker, or that nothing here needs."""


def template() -> bytes:
    """Return the template as the bytes of a Word file."""
    made: Any = Document()
    _strip(made)
    section = made.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = Inches(1)
    section.bottom_margin = Inches(0.9)
    for name in NEW:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Normal"]
    for name, look in LOOKS.items():
        _dress(made.styles[name], look)
    made.styles["Caption"].paragraph_format.keep_with_next = True
    _frame(made.styles["Notice"])
    _rule(made.styles["Title"])
    _line(made.styles["Table Grid"].element)
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run("{{ mark }}")
    _foot(section.footer.paragraphs[0], section)
    made.add_paragraph("{{ title }}", style="Title")
    made.add_paragraph("{{ body }}")
    return packed(made, MADE, "", "en")


def _strip(made: Any) -> None:  # noqa: ANN401  # of python-docx
    """Take out parts and styles that no document needs."""
    for rels in (made.part.package.rels, made.part.rels):
        for name in [n for n, r in rels.items() if r.reltype.endswith(DROPPED)]:
            del rels[name]
    for style in list(made.styles):
        if style.name not in KEPT:
            style.delete()
    _strip_names(made)
    settings = made.settings.element
    for name in ("rsids", "savePreviewPicture", "proofState", "zoom"):
        for each in settings.findall(qn(f"w:{name}")):
            settings.remove(each)
    (mode,) = settings.xpath(".//w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")


def _strip_names(made: Any) -> None:  # noqa: ANN401  # of python-docx
    """Take out what names a style that was taken out, and lists that none of those left uses."""
    kept = {style.style_id for style in made.styles}
    numbering = made.part.numbering_part.element
    for style in made.styles:
        for link in style.element.xpath("./w:link | ./w:next | ./w:basedOn"):
            if link.get(qn("w:val")) not in kept:
                style.element.remove(link)
    for unused in numbering.xpath("./w:abstractNum[w:lvl/w:pStyle]"):
        named = {each.get(qn("w:val")) for each in unused.iter(qn("w:pStyle"))}
        if named.isdisjoint(kept):
            number = unused.get(qn("w:abstractNumId"))
            numbering.remove(unused)
            for num in numbering.xpath(f"./w:num[w:abstractNumId/@w:val='{number}']"):
                numbering.remove(num)


def _dress(style: Any, look: Look) -> None:  # noqa: ANN401  # of python-docx
    """Give a style its look, in the letters of every writing alike."""
    font, laid_out = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = (
        *(FONT, Pt(look.size)),
        *(look.is_bold, look.is_slanted),
    )
    font.color.rgb = RGBColor(0, 0, 0)
    laid_out.space_before, laid_out.space_after = Pt(look.above), Pt(look.below)
    laid_out.line_spacing = 1.0 if style.name.startswith("Table") else 1.12
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for name in ("szCs", "bCs", "iCs", "spacing", "kern"):
        for each in properties.findall(qn(f"w:{name}")):
            properties.remove(each)
    properties.find(qn("w:sz")).addnext(element("szCs", val=int(look.size * 2)))
    properties.find(qn("w:b")).addnext(element("bCs", val=int(look.is_bold)))
    properties.find(qn("w:i")).addnext(element("iCs", val=int(look.is_slanted)))


def _frame(style: Any) -> None:  # noqa: ANN401  # of python-docx
    """Set a style apart by a frame that stands within the margins."""
    sides = (
        element(side, val="single", sz=8, space=6, color="000000")
        for side in ("top", "left", "bottom", "right")
    )
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(7)
    style.paragraph_format.keep_together = True
    spacing = style.element.pPr.find(qn("w:spacing"))
    spacing.addprevious(element("pBdr", sides))


def _rule(style: Any) -> None:  # noqa: ANN401  # of python-docx
    """Draw a line in black below a title."""
    (line,) = style.element.pPr.xpath("./w:pBdr/w:bottom")
    line.set(qn("w:color"), "000000")


def _line(style: Any) -> None:  # noqa: ANN401  # of lxml
    """Give tables fine lines, room within each cell, and a head on a ground of its own."""
    for line in style.xpath("./w:tblPr/w:tblBorders/*"):
        line.set(qn("w:color"), LINE)
    for old in style.xpath("./w:tblPr/w:tblCellMar | ./w:tblPr/w:tblInd"):
        old.getparent().remove(old)
    properties = style.find(qn("w:tblPr"))
    edges = (
        element(side, w=width, type="dxa")
        for side, width in (("top", 50), ("left", 80), ("bottom", 50), ("right", 80))
    )
    properties.append(element("tblCellMar", edges))
    shade = element("tcPr", (element("shd", val="clear", color="auto", fill=SHADE),))
    style.append(element("tblStylePr", (shade,), type="firstRow"))


def _foot(paragraph: Any, section: Any) -> None:  # noqa: ANN401  # of python-docx
    """Write what stands at the end of every page, with its number at the right margin."""
    tabs = paragraph.style.paragraph_format.tab_stops
    tabs.clear_all()
    wide = section.page_width - section.left_margin - section.right_margin
    tabs.add_tab_stop(wide, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{{ foot }}\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:  # noqa: ANN401  # of python-docx
    """Add a number that the program which opens the file fills in."""
    for each in (
        element("fldChar", fldCharType="begin"),
        element("instrText"),
        element("fldChar", fldCharType="separate"),
        None,
        element("fldChar", fldCharType="end"),
    ):
        run = paragraph.add_run("" if each is not None else "1")
        if each is not None:
            run._r.append(each)  # noqa: SLF001  # the only way to a field
            if each.tag == qn("w:instrText"):
                each.text = name


if __name__ == "__main__":
    FILE.write_bytes(template())
