"""Files of exhibits: whether each is there, can be read, and is what its name says."""

import os
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discretion.facts.casefile import Evidence
from discretion.frozen import dataclass
from discretion.request.offices.profile import OfficeProfile
from discretion.request.remark import Remark

LONGEST_NAME = 100
"""The most characters of a file's name. Ours: portals and mail programs cut longer ones off."""
LONGEST_ANYWHERE = 255
"""The most bytes of a file's name that a disk takes. Source: NAME_MAX of limits.h on Linux."""
NAME_TOO_LONG = Remark(
    code="name_too_long",
    says=f"The name of its file has more than {LONGEST_NAME} characters.",
    remedy="Give the file a shorter name.",
)
LARGEST = 50_000_000
"""The most bytes of one exhibit that are read. Ours: more than any office takes."""
MEGABYTE = 1_000_000
HEAD = 1024
"""How many bytes at its beginning tell what a file is. Source: Adobe, PDF Reference 1.7, H, 13."""
PASSWORD = 4
"""What PDFium says of a file that asks for a password. Source: FPDF_ERR_PASSWORD of fpdfview.h."""
MARKS = (
    (b"\x89PNG\r\n\x1a\n", "png", "a picture (PNG)"),
    (b"\xff\xd8\xff", "jpg", "a picture (JPEG)"),
    (b"PK\x03\x04", "docx", "a document of Word or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "doc", "a document of an old Word"),
)
"""How files begin, their ending and what they are. Sources: the PNG, JPEG, ZIP and CFB formats."""
BLANK = b"\xef\xbb\xbf \t\r\n"
"""What may stand before a text: the mark of UTF-8, and blanks."""
PDF, JPEG = "pdf", frozenset(("jpg", "jpeg"))
ACTIVE = ((b"<svg", "svg", "a drawing (SVG)"), (b"<html", "html", "a web page (HTML)"),
          (b"<!doctype html", "html", "a web page (HTML)"))  # fmt: skip
"""Texts that can run or fetch something, by what stands in their beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitFile:
    """The file of one paper: what it is, how long, and what to look at.

    `paper` is empty for a file that no paper names; `kind` is empty where nobody can tell.
    """

    paper: str
    file: str
    kind: str
    size: int | None
    pages: int | None
    remarks: tuple[Remark, ...]


def files_of(
    papers: Iterable[Evidence], folder: Path, office: OfficeProfile | None
) -> tuple[ExhibitFile, ...]:
    """Return the file of every paper, then every file of the folder that no paper names.

    Nothing is written, and no file outside the folder is opened.

    Args:
        papers: the papers of a matter.
        folder: where their files lie.
        office: the office that the request is for, None where none was chosen.

    Raises:
        OSError: the folder cannot be read.

    """
    known = tuple(papers)
    named = Counter(paper.file for paper in known if paper.file)
    found = [_file(paper, folder, office, named) for paper in known]
    for path in sorted(folder.iterdir()):
        if path.name not in named and not path.name.startswith("."):
            remark = Remark(
                code="named_by_no_paper",
                says="It lies in the folder, and no paper names it.",
                remedy="Name it with `file:` of its paper, or take it out of the folder.",
            )
            found.append(_bare("", path.name, remark))
    return tuple(found)


def _bare(paper: str, name: str, remark: Remark) -> ExhibitFile:
    return ExhibitFile(paper=paper, file=name, kind="", size=None, pages=None, remarks=(remark,))


def _file(
    paper: Evidence, folder: Path, office: OfficeProfile | None, named: Counter[str]
) -> ExhibitFile:
    name = paper.file
    remark = _not_there(name, folder)
    if remark is not None:
        return _bare(paper.name, name, remark)
    try:
        with (folder / name).open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as failure:
        reason = (failure.strerror or "unreadable").lower()
        remark = Remark(
            code="file_unreadable",
            says=f"The file cannot be read: {reason}.",
            remedy="Check that you may read it.",
        )
        return _bare(paper.name, name, remark)
    kind, called = _kind(data)
    pages, remarks = (None, ()) if kind != PDF else _pdf(data, paper)
    return ExhibitFile(
        paper=paper.name,
        file=name,
        kind=kind,
        size=len(data),
        pages=pages,
        remarks=(
            *_about_name(name, named),
            *_about_kind(name, data, (kind, called), office),
            *remarks,
        ),
    )


def _not_there(name: str, folder: Path) -> Remark | None:
    """Return why there is no file to open, None where there is one in the folder."""
    if not name:
        remedy = "Add `file:` with the name of its file."
        return Remark(code="no_file_named", says="No file is named for it.", remedy=remedy)
    outside = Remark(
        code="outside_folder",
        says="Its file does not lie in the folder of exhibits.",
        remedy="Put a copy into the folder, and name that without a path.",
    )
    if Path(name).name != name:
        return outside
    if len(os.fsencode(name)) > LONGEST_ANYWHERE:
        return NAME_TOO_LONG
    path = folder / name
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return outside
    if not path.is_file():
        says = "There is no such file in the folder."
        return Remark(code="file_missing", says=says, remedy="Add it, or correct `file:`.")
    return None


def _kind(data: bytes) -> tuple[str, str]:
    """Return the ending that fits a file, and what it is in words; empty where nobody can tell."""
    head = data[:HEAD].lstrip(BLANK)
    # What begins as a web page is one, even where the mark of a PDF stands further down.
    if b"%PDF-" in head and not head.startswith(b"<"):
        return PDF, "a PDF"
    for mark, kind, called in MARKS:
        if data.startswith(mark):
            return kind, called
    plain = head.lower()
    return next(((kind, called) for mark, kind, called in ACTIVE if mark in plain), ("", ""))


def _about_name(name: str, named: Counter[str]) -> Iterator[Remark]:
    if len(name) > LONGEST_NAME:
        yield NAME_TOO_LONG
    if named[name] > 1:
        says = "Another paper names the same file."
        yield Remark(code="same_file", says=says, remedy="Give each paper its own file.")


def _about_kind(
    name: str, data: bytes, found: tuple[str, str], office: OfficeProfile | None
) -> Iterator[Remark]:
    (kind, called), ending = found, Path(name).suffix.lstrip(".").lower()
    if not data:
        yield Remark(code="file_empty", says="The file is empty.", remedy="Get it again.")
        return
    if len(data) > LARGEST:
        says = f"The file has more than {LARGEST // MEGABYTE} MB."
        yield Remark(code="file_too_large", says=says, remedy="Save it smaller, or split it.")
    if kind in {"svg", "html"}:
        yield Remark(
            code="can_run",
            says=f"It is {called}, which can run or fetch something and is no exhibit.",
            remedy="Print it to a PDF, with the day on which it was seen.",
        )
    if ending != kind and not (kind and {ending, kind} <= JPEG):
        says = f"It is {called}" if kind else "Nobody can tell what it is"
        yield Remark(
            code="not_what_its_name_says",
            says=f"{says}, and its name ends in `.{ending}`." if ending else f"{says}.",
            remedy="Save it as a PDF, and name that.",
        )
    if office is not None and office.formats and kind and kind not in office.formats:
        formats = ", ".join(office.formats)
        says = f"This office takes {formats}, and this is {called}."
        yield Remark(code="format_not_taken", says=says, remedy="Save it as what the office takes.")


def _pdf(data: bytes, paper: Evidence) -> tuple[int | None, tuple[Remark, ...]]:
    """Return how many pages a PDF has, and what keeps anybody from reading it."""
    import pypdfium2

    try:
        opened: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if pypdfium2.raw.FPDF_GetLastError() == PASSWORD:
            says, remedy = "It opens with a password only.", "Save a copy that has none."
            return None, (Remark(code="encrypted", says=says, remedy=remedy),)
        says, remedy = "It cannot be read: it is damaged.", "Get the file again."
        return None, (Remark(code="damaged", says=says, remedy=remedy),)
    count = len(opened)
    opened.close()
    if paper.pages and paper.pages != str(count):
        says = f"It has {count} pages, and the file of the case says {paper.pages}."
        remark = Remark(code="pages_differ", says=says, remedy="Correct `pages:`, or the file.")
        return count, (remark,)
    return count, ()
