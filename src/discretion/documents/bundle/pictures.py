"""Pictures as forms: a PNG or a JPEG on a page of its own, turned as its camera was."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from discretion.documents.bundle.asked import BundleExhibit
from discretion.documents.bundle.asked import unfit
from discretion.documents.bundle.notes import without_notes
from discretion.documents.bundle.unfit import UnfitFileError

WIDTH, HEIGHT = 612, 792
"""A page in points, US Letter: what a picture is fitted into."""
POINTS, DENSITY = 72, 200
"""Points in an inch, and the dots in one where a page becomes a picture. Ours: as a fax of
the finest kind."""
QUALITY = 92
"""How well a photograph is kept that has to be turned. Ours: nobody sees the difference."""


def picture_form(data: bytes, exhibit: BundleExhibit, into: Any) -> Any:  # noqa: ANN401  # of pikepdf
    """Return a picture as a form of the size of a page, with nothing of what its camera noted.

    Raises:
        UnfitFileError: it cannot be read, or is too large to be opened safely.

    """
    from PIL import Image
    from PIL import ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened: Any = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            picture = _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        why, remedy = "it has more pixels than can be opened safely", "save it smaller"
        raise UnfitFileError(unfit(exhibit, why, remedy)) from None
    except (OSError, ValueError, SyntaxError):
        why, remedy = "the picture cannot be read: it is damaged", "get the file again"
        raise UnfitFileError(unfit(exhibit, why, remedy)) from None
    return _form(picture, into, is_photograph=opened.format == "JPEG")


def page_pictures(data: bytes, into: Any) -> Iterator[Any]:  # noqa: ANN401  # of pikepdf
    """Yield each page of a PDF as a picture of what it shows, with no letter below it."""
    import pypdfium2

    opened: Any = pypdfium2.PdfDocument(data)
    for page in opened:
        shown = page.render(scale=DENSITY / POINTS).to_pil().convert("L")
        yield _form(shown, into, is_photograph=True)


def _form(picture: Any, into: Any, *, is_photograph: bool) -> Any:  # noqa: ANN401  # of Pillow and pikepdf
    """Return a picture as a form that fits a page."""
    import pikepdf

    stream = _stream(picture, is_photograph=is_photograph, into=into)
    scale = min(WIDTH / picture.width, HEIGHT / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    drawn = f"q {wide:.3f} 0 0 {high:.3f} 0 0 cm /Picture Do Q".encode()
    form = pikepdf.Stream(into, drawn)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = [0, 0, round(wide, 3), round(high, 3)]
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=stream))
    return into.make_indirect(form)


def _on_white(picture: Any) -> Any:  # noqa: ANN401  # a picture of Pillow
    """Return a picture in gray or color, without a transparent place."""
    from PIL import Image

    if picture.mode in {"L", "RGB"}:
        return picture
    if picture.mode in {"1", "I", "I;16", "F"}:
        return picture.convert("L")
    shown = picture.convert("RGBA")
    white = Image.new("RGBA", shown.size, "white")
    return Image.alpha_composite(white, shown).convert("RGB")


def _stream(picture: Any, *, is_photograph: bool, into: Any) -> Any:  # noqa: ANN401  # of Pillow and pikepdf
    import pikepdf

    if is_photograph:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=QUALITY)
        stream = pikepdf.Stream(into, without_notes(buffer.getvalue()))
        stream.Filter = pikepdf.Name.DCTDecode
    else:
        stream = pikepdf.Stream(into, picture.tobytes())
    colors = "/DeviceGray" if picture.mode == "L" else "/DeviceRGB"
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width, picture.height, 8
    stream.ColorSpace = pikepdf.Name(colors)
    return into.make_indirect(stream)
