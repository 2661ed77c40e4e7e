"""A bundle shows what its exhibits show, on stamped pages, and tells nothing else of them."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from discretion import FilesRefusedError
from discretion import replace
from discretion.documents.bundle import Bundle
from discretion.documents.bundle import BundleAsked
from discretion.documents.bundle import build_bundle
from discretion.documents.bundle.notes import without_notes
from tests.documents.bundle import made


def text_of(bundle: Bundle, page: int) -> str:
    """Return what a page of a bundle says, counted from 1."""
    opened: Any = pypdfium2.PdfDocument(bundle.pdf)
    text: str = opened[page - 1].get_textpage().get_text_range()
    return text


def opened(bundle: Bundle) -> Any:  # noqa: ANN401  # of pikepdf
    return pikepdf.open(BytesIO(bundle.pdf))


def every_byte(bundle: Bundle) -> bytes:
    """Return a bundle with every stream of it as it is read."""
    buffer = BytesIO()
    opened(bundle).save(
        buffer,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return buffer.getvalue()


def test_a_sheet_stands_before_each_exhibit_and_every_page_is_stamped(tmp_path: Path) -> None:
    bundle = made.bundle_of(tmp_path, made.pdf(2, "First"), made.pdf(1, "Second"))

    assert {"p1": (2, 3), "p2": (5, 5)} == bundle.places
    assert bundle.pages == len(opened(bundle).pages) == 5
    assert "Tab C1" in text_of(bundle, 1)
    assert "A paper" in text_of(bundle, 1)
    assert "First, page 2" in text_of(bundle, 3)
    assert "Tab C1 · 2 of 2" in text_of(bundle, 3)
    assert "Bundle 5 of 5" in text_of(bundle, 5)


def test_bookmarks_lead_to_sections_and_to_the_sheet_of_each_tab(tmp_path: Path) -> None:
    bundle = made.bundle_of(tmp_path, made.pdf(2), made.pdf())
    document = opened(bundle)
    with document.open_outline() as outline:
        section = outline.root[0]
        tabs = [(each.title, _page(each)) for each in section.children]

        assert ["C. Presence"] == [each.title for each in outline.root]
        assert [("C1. A paper", 0), ("C2. A paper", 3)] == tabs


def _page(item: Any) -> int:  # noqa: ANN401  # of pikepdf
    target = pikepdf.Page(item.destination[0])
    return int(target.index)


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    files = (made.pdf(2), made.photograph(turned_by=6), made.drawing(), made.filled())

    assert made.bundle_of(tmp_path, *files).pdf == made.bundle_of(tmp_path, *files).pdf


def test_nothing_that_runs_links_is_attached_or_tells_of_a_maker_is_taken_over(
    tmp_path: Path,
) -> None:
    """No script, link, attachment or note of an exhibit is in its bundle."""
    telling = (made.telling(), made.photograph(), made.photograph_in_pdf())
    bundle = made.bundle_of(tmp_path, *telling)
    found = every_byte(bundle)

    assert all(made.MAKER.encode() in each for each in telling), "the exhibits do tell it"
    assert found.find(made.MAKER.encode()) < 0
    for word in (b"/JavaScript", b"/URI", b"/EmbeddedFile", b"/Annots", b"/AcroForm", b"Exif"):
        assert found.find(word) < 0, word


def test_the_files_themselves_are_not_changed(tmp_path: Path) -> None:
    data = made.telling()
    bundle = made.bundle_of(tmp_path, data)

    assert data == (tmp_path / "paper1").read_bytes()
    assert len(data) == bundle.sources[0].size


def test_what_somebody_filled_in_is_shown(tmp_path: Path) -> None:
    assert "Filled by hand" in text_of(made.bundle_of(tmp_path, made.filled()), 2)


def test_what_lies_below_a_bar_of_a_redacted_paper_is_not_taken_over(tmp_path: Path) -> None:
    (whole,) = made.exhibits(tmp_path, made.barred())
    asked = BundleAsked(exhibits=(whole,), title="Exhibits", dated=made.DATED)
    redacted = replace(asked, exhibits=(replace(whole, is_redacted=True),))

    assert made.MAKER in text_of(build_bundle(asked), 2), "it is there in the paper itself"
    assert made.MAKER not in text_of(build_bundle(redacted), 2)
    assert build_bundle(redacted).pdf == build_bundle(redacted).pdf


def test_what_lies_outside_of_what_a_page_shows_is_not_taken_over(tmp_path: Path) -> None:
    assert made.MAKER not in text_of(made.bundle_of(tmp_path, made.cropped()), 2)


def test_a_turned_page_stands_as_a_reader_sees_it(tmp_path: Path) -> None:
    document = opened(made.bundle_of(tmp_path, made.turned()))

    assert [0, 0, 792, 612] == [int(each) for each in document.pages[1].MediaBox]


@pytest.mark.parametrize("size", ["a0", "a6", "us-legal", "presentation-16-9"])
def test_a_page_of_any_size_fits_above_its_stamp(tmp_path: Path, size: str) -> None:
    document: Any = pypdfium2.PdfDocument(made.bundle_of(tmp_path, made.pdf(size=size)).pdf)
    page = document[1]

    assert sorted((612, 792)) == sorted(round(each) for each in page.get_size())
    assert "A made-up paper" in page.get_textpage().get_text_range()


@pytest.mark.parametrize(
    "picture",
    [made.photograph(), made.drawing(), made.drawing("LA"), made.drawing("L"), made.drawing("1"),
     made.drawing("I;16"), made.drawing("P")],
)  # fmt: skip
def test_a_picture_becomes_a_page(tmp_path: Path, picture: bytes) -> None:
    assert 2 == made.bundle_of(tmp_path, picture).pages


def test_a_photograph_is_turned_as_its_camera_was(tmp_path: Path) -> None:
    upright = opened(made.bundle_of(tmp_path, made.photograph(turned_by=6)))
    flat = opened(made.bundle_of(tmp_path, made.photograph()))

    assert 612 == int(upright.pages[1].MediaBox[2])
    assert 792 == int(flat.pages[1].MediaBox[2])


def test_a_jpeg_without_its_notes_shows_the_same() -> None:
    before = made.photograph()
    after = without_notes(before)

    assert made.MAKER.encode() not in after
    assert Image.open(BytesIO(before)).tobytes() == Image.open(BytesIO(after)).tobytes()


def test_no_cut_of_a_jpeg_is_read_past_its_end() -> None:
    data = made.photograph()
    for end in range(len(data)):
        assert len(without_notes(data[:end])) <= end


@pytest.mark.parametrize(
    "title", ["شهادة", "עדות", "e\u0301cole", "\u202eevil", "x" * 3000, '#text $1$ *b* <i> \\ "']
)
def test_a_title_of_any_letters_is_a_title_and_nothing_else(tmp_path: Path, title: str) -> None:
    bundle = made.bundle_of(tmp_path, made.pdf(), title=title)
    with opened(bundle).open_outline() as outline:
        assert f"C1. {title}" == outline.root[0].children[0].title


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made.locked(), "it opens with a password only"),
        (made.pdf()[:400], "it is damaged"),
        (b"%PDF-1.7\n", "it is damaged"),
        (made.layered(), "it has layers, of which some are hidden"),
        (made.marked("/Redact", is_drawn=True),
         "it marks something to be redacted, which is still there"),
        (made.marked("/Square", is_drawn=False),
         "a mark on a page has no drawing of its own, and could cover something"),
        (made.made_by_its_program(), "its pages are made by the program that opens it"),
        (made.saved(pikepdf.new()), "it has no page"),
        (b"<svg onload='x'/>", "it is neither a PDF nor a picture"),
        (b"<html>", "it is neither a PDF nor a picture"),
        (made.photograph()[:200], "the picture cannot be read: it is damaged"),
        (made.drawing()[:40], "the picture cannot be read: it is damaged"),
        (b"", "it is neither a PDF nor a picture"),
    ],
)  # fmt: skip
def test_an_exhibit_of_which_no_page_can_be_made_is_refused(
    tmp_path: Path, data: bytes, why: str
) -> None:
    with pytest.raises(FilesRefusedError) as refused:
        made.bundle_of(tmp_path, made.pdf(), data)

    assert [f"no page can be made of tab `C2`: {why}"] == [
        each.message for each in refused.value.problems
    ]


def test_a_mark_with_a_drawing_of_its_own_is_printed(tmp_path: Path) -> None:
    made_of = made.bundle_of(tmp_path, made.marked("/Square", is_drawn=True))
    document: Any = pypdfium2.PdfDocument(made_of.pdf)
    shown = document[1].render(scale=0.5).to_pil().convert("L")

    assert 0 == shown.getpixel((shown.width // 2, shown.height // 10))


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    files = exhibits = made.exhibits(tmp_path, made.locked(), made.pdf(), b"")
    (tmp_path / "paper2").unlink()
    with pytest.raises(FilesRefusedError) as refused:
        build_bundle(BundleAsked(exhibits=files, title="Exhibits", dated=made.DATED))

    assert len(exhibits) == len(refused.value.problems)


def test_two_exhibits_with_one_tab_are_refused(tmp_path: Path) -> None:
    one, other = made.exhibits(tmp_path, made.pdf(), made.pdf())
    asked = BundleAsked(exhibits=(one, replace(other, tab="c1")), title="E", dated=made.DATED)
    with pytest.raises(FilesRefusedError) as refused:
        build_bundle(asked)

    assert 2 == len(refused.value.problems)


def test_a_scan_of_five_hundred_pages_is_bundled(tmp_path: Path) -> None:
    assert 501 == made.bundle_of(tmp_path, made.pdf(500)).pages


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("1", (11_000, 11_000)).save(buffer, "PNG")
    with pytest.raises(FilesRefusedError) as refused:
        made.bundle_of(tmp_path, buffer.getvalue())

    assert "it has more pixels than can be opened safely" in refused.value.problems[0].message
