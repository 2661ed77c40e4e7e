"""Pages of a file as forms: what a print would show, and nothing that runs or tells of others."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from discretion.documents.bundle.asked import BundleExhibit
from discretion.documents.bundle.asked import unfit
from discretion.documents.bundle.notes import without_notes
from discretion.documents.bundle.pictures import page_pictures
from discretion.documents.bundle.pictures import picture_form
from discretion.documents.bundle.unclear import unclear
from discretion.documents.bundle.unfit import UnfitFileError

PDF_MARK, PNG_MARK, JPEG_MARK = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
HEAD = 1024
"""How many bytes at its beginning tell that a file is a PDF."""
DROPPED = (
    *("/Metadata", "/PieceInfo", "/AF", "/OC", "/StructParents", "/StructParent"),
    "/LastModified",
)
"""What tells of the maker of a page or hangs on what is left behind. Source: ISO 32000-1, 14."""


def forms_of(data: bytes, exhibit: BundleExhibit, into: Any) -> list[Any]:  # noqa: ANN401  # a document of pikepdf
    """Return each page of a file as a form in another document.

    Args:
        data: the file.
        exhibit: what it is, for the problem.
        into: the document that the forms are copied into.

    Raises:
        UnfitFileError: no page can be made of it.

    """
    if data.startswith((PNG_MARK, JPEG_MARK)):
        return [picture_form(data, exhibit, into)]
    if PDF_MARK not in data[:HEAD]:
        why, remedy = "it is neither a PDF nor a picture", "save it as a PDF"
        raise UnfitFileError(unfit(exhibit, why, remedy))
    return list(_pdf_forms(data, exhibit, into))


def _pdf_forms(data: bytes, exhibit: BundleExhibit, into: Any) -> Iterator[Any]:  # noqa: ANN401  # a document of pikepdf
    import pikepdf

    try:
        source = pikepdf.open(BytesIO(data))
        why = unclear(source)
        if why:
            raise UnfitFileError(unfit(exhibit, why, "print it to a new PDF as it is to be seen"))
        source.generate_appearance_streams()
        source.flatten_annotations("print")
        if exhibit.is_redacted or any(_is_cropped(page) for page in source.pages):
            buffer = BytesIO()
            source.save(buffer)
            yield from page_pictures(buffer.getvalue(), into)
            return
        forms = [page.as_form_xobject() for page in source.pages]
    except pikepdf.PasswordError:
        why, remedy = "it opens with a password only", "save a copy that has none"
        raise UnfitFileError(unfit(exhibit, why, remedy)) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise UnfitFileError(unfit(exhibit, "it is damaged", "get the file again")) from None
    if not forms:
        raise UnfitFileError(unfit(exhibit, "it has no page", "get the file again"))
    for form in forms:
        clean(form, set())
        yield into.copy_foreign(form)


def _is_cropped(page: Any) -> bool:  # noqa: ANN401  # of pikepdf
    """Tell whether a page holds more than it shows, at any side."""
    whole, shown = (list(map(float, box)) for box in (page.mediabox, page.cropbox))
    return whole[0] < shown[0] or whole[1] < shown[1] or whole[2] > shown[2] or whole[3] > shown[3]


def clean(thing: Any, seen: set[tuple[int, int]]) -> None:  # noqa: ANN401  # an object of pikepdf
    """Take out of a form, and of everything it draws with, what tells of its maker."""
    import pikepdf

    if not isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
        return
    if thing.is_indirect:
        if thing.objgen in seen:
            return
        seen.add(thing.objgen)
    for key in DROPPED:
        if key in thing:
            del thing[key]
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == "/DCTDecode":
        without = without_notes(bytes(thing.read_raw_bytes()))
        how: Any = thing.get("/DecodeParms")
        thing.write(without, filter=pikepdf.Name.DCTDecode, decode_parms=how)
    for kind in ("/XObject", "/Pattern"):
        inner = thing.get("/Resources", pikepdf.Dictionary()).get(kind, {})
        for each in inner.values():
            clean(each, seen)
    mask = thing.get("/SMask")
    if mask is not None:
        clean(mask, seen)
