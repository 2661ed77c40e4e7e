"""Made-up exhibits: PDFs and pictures with what a bundle has to take over, and what it must not."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from PIL import Image

from discretion.documents.bundle import Bundle
from discretion.documents.bundle import BundleAsked
from discretion.documents.bundle import BundleExhibit
from discretion.documents.bundle import build_bundle

DATED = date(2021, 12, 15)
MAKER = "Qanary-maker"
GPS = 0x8825
"""The tag of the place in the notes of a camera. Source: Exif 2.3, 4.6.3."""


def pdf(pages: int = 1, says: str = "A made-up paper", *, size: str = "us-letter") -> bytes:
    """Return a PDF whose pages say something."""
    body = "\n#pagebreak()\n".join(f"{says}, page {number + 1}" for number in range(pages))
    made: bytes = typst.compile(f'#set page(paper: "{size}")\n{body}'.encode(), format="pdf")
    return made


def saved(opened: Any, **how: Any) -> bytes:  # noqa: ANN401  # of pikepdf
    """Return a document of pikepdf as bytes."""
    buffer = BytesIO()
    opened.save(buffer, **how)
    return buffer.getvalue()


def telling() -> bytes:
    """Return a PDF that runs, links, has something attached and tells of its maker."""
    opened = pikepdf.open(BytesIO(pdf()))
    opened.docinfo["/Author"] = MAKER
    with opened.open_metadata() as notes:
        notes["dc:creator"] = [MAKER]
    opened.attachments["notes.txt"] = MAKER.encode()
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{MAKER}')"))
    opened.Root.OpenAction = action
    page = opened.pages[0]
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 99, 99], F=4,
        A=Dictionary(S=Name.URI, URI=String(f"https://example.org/{MAKER}")),
    )  # fmt: skip
    page.Annots = opened.make_indirect(Array([opened.make_indirect(link)]))
    page["/PieceInfo"] = Dictionary(Maker=String(MAKER))
    return saved(opened, compress_streams=False)


def filled() -> bytes:
    """Return a PDF with a field that somebody filled in, shown by its appearance alone."""
    opened = pikepdf.open(BytesIO(pdf()))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    shown = pikepdf.Stream(opened, b"BT /F 12 Tf 4 4 Td (Filled by hand) Tj ET")
    shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, [0, 0, 200, 20]
    shown.Resources = Dictionary(Font=Dictionary(F=font))
    field = opened.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            F=4,
            V=String("Filled by hand"),
            Rect=[72, 600, 272, 620],
            AP=Dictionary(N=opened.make_indirect(shown)),
        )
    )
    opened.pages[0].Annots = Array([field])
    opened.Root.AcroForm = Dictionary(Fields=Array([field]))
    return saved(opened)


def layered() -> bytes:
    """Return a PDF with a layer that a reader is not shown."""
    opened = pikepdf.open(BytesIO(pdf()))
    layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("Hidden")))
    opened.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    return saved(opened)


def barred() -> bytes:
    """Return a PDF in which a black bar lies over words that are still there."""
    bar = "#place(top, rect(width: 100%, height: 3cm, fill: black))"
    found: bytes = typst.compile(f'#"{MAKER}"\n{bar}'.encode(), format="pdf")
    return found


def cropped() -> bytes:
    """Return a PDF whose page shows a corner of what it holds."""
    opened = pikepdf.open(BytesIO(pdf(says=MAKER)))
    opened.pages[0].CropBox = [0, 0, 300, 300]
    return saved(opened)


def marked(subtype: str, *, is_drawn: bool) -> bytes:
    """Return a PDF with a printed mark over its words, drawn by itself or by whoever shows it."""
    opened = pikepdf.open(BytesIO(pdf()))
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name(subtype), Rect=[0, 600, 600, 792], F=4, IC=[0, 0, 0]
    )
    if is_drawn:
        drawn = pikepdf.Stream(opened, b"0 0 600 192 re f")
        drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, [0, 0, 600, 192]
        mark.AP = Dictionary(N=opened.make_indirect(drawn))
    opened.pages[0].Annots = Array([opened.make_indirect(mark)])
    return saved(opened)


def made_by_its_program() -> bytes:
    """Return a PDF whose pages are made by the program that opens it."""
    opened = pikepdf.open(BytesIO(pdf()))
    opened.Root.NeedsRendering = True
    return saved(opened)


def turned() -> bytes:
    """Return a PDF whose page is turned by a quarter."""
    opened = pikepdf.open(BytesIO(pdf()))
    opened.pages[0].Rotate = 90
    return saved(opened)


def locked() -> bytes:
    """Return a PDF that opens with a password only."""
    opened = pikepdf.open(BytesIO(pdf()))
    return saved(opened, encryption=pikepdf.Encryption(owner="o", user="u"))


def photograph(*, turned_by: int = 1) -> bytes:
    """Return a JPEG with notes of a camera, among them where it stood."""
    picture = Image.new("RGB", (300, 200), "white")
    notes = picture.getexif()
    notes[0x0112] = turned_by
    notes[0x010F] = MAKER
    notes.get_ifd(GPS)[1] = "N"
    buffer = BytesIO()
    picture.save(buffer, "JPEG", exif=notes, comment=MAKER.encode())
    return buffer.getvalue()


def drawing(mode: str = "RGBA") -> bytes:
    """Return a PNG with a transparent place."""
    buffer = BytesIO()
    Image.new(mode, (120, 80), 0).save(buffer, "PNG")
    return buffer.getvalue()


def photograph_in_pdf() -> bytes:
    """Return a PDF that holds a photograph with the notes of its camera."""
    opened = pikepdf.new()
    picture = pikepdf.Stream(opened, photograph())
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height, picture.BitsPerComponent = 300, 200, 8
    picture.ColorSpace = Name.DeviceRGB
    page = opened.add_blank_page(page_size=(300, 200))
    page.Resources = Dictionary(XObject=Dictionary(P=opened.make_indirect(picture)))
    page.Contents = opened.make_stream(b"q 300 0 0 200 0 0 cm /P Do Q")
    return saved(opened)


def exhibits(folder: Path, *files: bytes, title: str = "A paper") -> tuple[BundleExhibit, ...]:
    """Return exhibits C1, C2 and so on, whose files lie in a folder."""
    found = []
    for number, data in enumerate(files, start=1):
        path = folder / f"paper{number}"
        path.write_bytes(data)
        found.append(
            BundleExhibit(
                paper=f"p{number}",
                tab=f"C{number}",
                section="C",
                section_title="Presence",
                title=title,
                path=path,
            )
        )
    return tuple(found)


def bundle_of(folder: Path, *files: bytes, title: str = "A paper") -> Bundle:
    """Return the bundle of some files."""
    return build_bundle(
        BundleAsked(exhibits=exhibits(folder, *files, title=title), title="Exhibits", dated=DATED)
    )
