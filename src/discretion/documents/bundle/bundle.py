"""The bundle: every exhibit in its order as one PDF, with sheets, stamps and bookmarks."""

import hashlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import groupby
from types import MappingProxyType
from typing import Any

from discretion.documents.bundle.asked import Bundle
from discretion.documents.bundle.asked import BundleAsked
from discretion.documents.bundle.asked import BundleExhibit
from discretion.documents.bundle.asked import SourceFile
from discretion.documents.bundle.asked import unfit
from discretion.documents.bundle.laying import Laid
from discretion.documents.bundle.laying import lay
from discretion.documents.bundle.pages import forms_of
from discretion.documents.bundle.sheets import set_sheets
from discretion.documents.bundle.sheets import set_stamps
from discretion.documents.bundle.unfit import UnfitFileError
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An exhibit whose file was read: its pages as forms, and what the file was."""

    exhibit: BundleExhibit
    forms: list[Any]
    source: SourceFile


def build_bundle(asked: BundleAsked) -> Bundle:
    """Return the exhibits as one PDF, the same bytes for the same files and day.

    Pages hold what a print of each file would show. What runs, links, is attached or tells of a
    maker or a place is not taken over; the files themselves are not changed.

    Raises:
        FilesRefusedError: no page can be made of some files, each with its reason.

    """
    import pikepdf

    _refuse(_twice(asked.exhibits))
    bundle: Any = pikepdf.new()
    read = _read_all(asked, bundle)
    laid = _laid(read, bundle)
    places = _places(read)
    _stamp(laid, read, bundle)
    _bookmark(read, places, bundle)
    _describe(bundle, asked.title, asked.dated)
    buffer = BytesIO()
    bundle.remove_unreferenced_resources()
    bundle.save(buffer, deterministic_id=True, compress_streams=True, recompress_flate=False)
    return Bundle(
        pdf=buffer.getvalue(),
        places=MappingProxyType(places),
        pages=len(laid),
        sources=tuple(each.source for each in read),
    )


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise FilesRefusedError(tuple(problems))


def _twice(exhibits: tuple[BundleExhibit, ...]) -> list[Problem]:
    tabs = [each.tab.casefold() for each in exhibits]
    return [
        unfit(each, "another exhibit has the same tab", "give each its own")
        for each in exhibits
        if tabs.count(each.tab.casefold()) > 1
    ]


def _read_all(asked: BundleAsked, bundle: Any) -> list[_Read]:  # noqa: ANN401  # of pikepdf
    found, problems = [], []
    for exhibit in asked.exhibits:
        try:
            found.append(_read(exhibit, bundle))
        except UnfitFileError as failure:
            problems.append(failure.problem)
    _refuse(problems)
    return found


def _read(exhibit: BundleExhibit, bundle: Any) -> _Read:  # noqa: ANN401  # of pikepdf
    try:
        data = exhibit.path.read_bytes()
    except OSError as failure:
        why = f"its file cannot be read: {(failure.strerror or 'unreadable').lower()}"
        raise UnfitFileError(unfit(exhibit, why, "check the file, and `file:`")) from None
    forms = forms_of(data, exhibit, bundle)
    source = SourceFile(
        paper=exhibit.paper,
        name=exhibit.path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=len(forms),
    )
    return _Read(exhibit=exhibit, forms=forms, source=source)


def _laid(read: list[_Read], bundle: Any) -> list[Laid]:  # noqa: ANN401  # of pikepdf
    """Return every page of the bundle in its order: a sheet, then what stands behind it."""
    import pikepdf

    exhibits = tuple(each.exhibit for each in read)
    counts = tuple(len(each.forms) for each in read)
    sheets = pikepdf.open(BytesIO(set_sheets(exhibits, counts)))
    laid: list[Laid] = []
    for each, sheet in zip(read, sheets.pages, strict=True):
        front = bundle.copy_foreign(sheet.as_form_xobject())
        laid.extend(lay(form, bundle) for form in (front, *each.forms))
    return laid


def _places(read: list[_Read]) -> dict[str, tuple[int, int]]:
    places, page = {}, 1
    for each in read:
        count = len(each.forms)
        places[each.exhibit.paper] = (page + 1, page + count)
        page += 1 + count
    return places


def _stamp(laid: list[Laid], read: list[_Read], bundle: Any) -> None:  # noqa: ANN401  # of pikepdf
    """Write on every page which tab it belongs to and which page of the bundle it is."""
    import pikepdf

    lefts = [left for each in read for left in _lefts(each)]
    rows = [
        (page.width, left, f"Bundle {number} of {len(laid)}")
        for number, (page, left) in enumerate(zip(laid, lefts, strict=True), start=1)
    ]
    stamps = pikepdf.open(BytesIO(set_stamps(rows)))
    for page, stamp in zip(laid, stamps.pages, strict=True):
        page.stamp(bundle.copy_foreign(stamp.as_form_xobject()))


def _lefts(each: _Read) -> Iterator[str]:
    count = len(each.forms)
    yield f"Tab {each.exhibit.tab}"
    for number in range(1, count + 1):
        yield f"Tab {each.exhibit.tab} · {number} of {count}"


def _bookmark(read: list[_Read], places: dict[str, tuple[int, int]], bundle: Any) -> None:  # noqa: ANN401  # of pikepdf
    from pikepdf import OutlineItem

    with bundle.open_outline() as outline:
        for section, group in groupby(read, key=lambda each: each.exhibit.section):
            of_section = [each.exhibit for each in group]
            first = places[of_section[0].paper][0] - 2
            title = f"{section}. {of_section[0].section_title}"
            item = OutlineItem(title, first, "Fit")
            for each in of_section:
                page = places[each.paper][0] - 2
                item.children.append(OutlineItem(f"{each.tab}. {each.title}", page, "Fit"))
            outline.root.append(item)


def _describe(bundle: Any, title: str, dated: date) -> None:  # noqa: ANN401  # of pikepdf
    from pikepdf import Dictionary
    from pikepdf import String

    day = String(f"D:{dated:%Y%m%d}000000Z")
    bundle.docinfo["/Title"] = String(title)
    bundle.docinfo["/CreationDate"] = bundle.docinfo["/ModDate"] = day
    bundle.Root.Lang = String("en")
    bundle.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
