"""A document with a block of every kind, and texts that a careless writer would take for markup."""

from datetime import date

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
from discretion.documents.content.sentence import plain

DATED = date(2021, 12, 15)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10">'
    '<rect width="40" height="10" fill="black"/></svg>'
)
HOSTILE = (
    "#let x = 1; #x $a$ *b* _c_ `d` @e <f>",
    "<script>alert(1)</script> & &amp; \"quoted\" 'so'",
    "{{ title }} {% raw %} {#",
    "]]> \\u{41} \\n %PDF",
    "مرحبا, שלום, e\u0301cole, ñandú",
    "= A heading\n- a list\n+ a number",
    "../../etc/passwd https://example.org",
)
ROWS = tuple((Cell(sentences=plain(f"Row {number}")), Cell()) for number in range(90))
GRID = Grid(caption="Ninety rows", head=("First", "Second"), rows=ROWS, widths=(3, 1))
SMALL = Grid(caption="The data", head=("Month",), rows=((Cell(sentences=plain("May")),),))


def document(
    *blocks: Block, mark: str = "", language: str = "en", title: str = "A title"
) -> Document:
    """Return a document of some blocks."""
    return Document(
        kind="sample", title=title, language=language, dated=DATED, blocks=blocks, mark=mark,
        foot="A foot.",
    )  # fmt: skip


def every_block() -> Document:
    """Return a document with a block of every kind."""
    spanish = Sentence(text="Una frase en español.", language="es")
    arabic = Sentence(text="جملة", language="ar")
    resting = Sentence(
        text="It rests on something (Tab C1).",
        facts=("presence[1].from", "birth_date"), papers=("lease",), citations=("the Guidelines",),
    )  # fmt: skip
    return document(
        Notice(sentences=plain("Read this first.")),
        Heading(text="One"),
        Paragraph(sentences=(resting, spanish, arabic)),
        Heading(text="Two", level=2),
        Lines(lines=(Sentence(text="A street"), Sentence(text="A town"))),
        Heading(text="Three", level=3),
        Listing(items=(plain("An item"), (resting, spanish))),
        Listing(items=(plain("First"), plain("Second")), is_numbered=True),
        Listing(items=(plain("First again"),), is_numbered=True),
        NewPage(),
        GRID,
        Picture(svg=SVG, title="A picture", description="A black bar.", data=SMALL),
        mark="Internal: work product, do not file.",
    )


def hostile() -> Document:
    """Return a document whose texts look like markup of some kind."""
    row = (Cell(sentences=plain(HOSTILE[1])), Cell())
    return document(
        *(Paragraph(sentences=plain(each)) for each in HOSTILE),
        *(Heading(text=each) for each in HOSTILE),
        Grid(caption=HOSTILE[0], head=HOSTILE[:2], rows=(row,)),
        title=HOSTILE[0],
        mark=HOSTILE[1],
    )
