"""Makes the Word file that letters, indexes and memos begin as.

Run it as `python -m scripts.make_template`: it writes the same bytes every time. An office that
wants a letterhead changes a copy, and names that with `--template`.
"""

from datetime import date
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.shared import Pt
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from discretion.documents.word.packing import packed

FILE = Path(__file__).parent.parent / "src/discretion/documents/word/template.docx"
MADE = date(2021, 12, 1)
FONT = "Times New Roman"
SIZES = {
    "Normal": 11,
    "Title": 18,
    "Heading 1": 13,
    "Heading 2": 11.5,
    "Heading 3": 11,
    "Caption": 9.5,
    "List Bullet": 11,
    "List Number": 11,
    "Header": 9,
    "Footer": 9,
}
"""The styles that documents use, and their sizes in points."""


def template() -> bytes:
    """Return the template as the bytes of a Word file."""
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = section.top_margin = Inches(1)
    section.bottom_margin = Inches(0.9)
    for name, size in SIZES.items():
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), FONT)
    line = made.styles["Title"].element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    line.set(qn("w:color"), "000000")
    made.styles["Normal"].paragraph_format.space_after = Pt(7)
    made.styles["Caption"].paragraph_format.keep_with_next = True
    made.styles["Caption"].font.bold = False
    made.styles["Caption"].font.italic = True
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run("{{ mark }}").bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run("{{ foot }}   ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    made.add_paragraph("{{ title }}", style="Title")
    return packed(made, MADE, "", "en")


def _field(paragraph: Paragraph, name: str) -> None:
    """Add a number that the program which opens the file fills in."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001  # the only way to a field


if __name__ == "__main__":
    FILE.write_bytes(template())
