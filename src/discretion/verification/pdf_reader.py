"""Reading a PDF file: its text page by page, and every reason why it holds none to be compared."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.source import Report
from discretion.verification.document import Document

LARGEST_PDF = 50_000_000
"""The most bytes that a PDF may have. Ours: a memorandum has less than a tenth, even scanned."""
MOST_PAGES = 2_000
"""The most pages that a PDF may have. Ours: many times a memorandum with all that is annexed."""
MOST_CHARACTERS = 3_000_000
"""The most characters of text that a PDF may hold. Ours: what that many dense pages hold."""
EDGE = 1024
"""Within how many bytes of its ends a PDF has its marks. Source: Adobe, PDF Reference 1.7,
appendix H, notes 13 and 18."""
HEAD_MARK, END_MARK = b"%PDF-", b"%%EOF"
PASSWORD = 4
"""What PDFium says of a file that asks for a password. Source: FPDF_ERR_PASSWORD of fpdfview.h."""
LINE_END_HYPHENS = re.compile("[\ufffe\x02]")
"""What PDFium gives for a hyphen at the end of a line and for that end. Source: PDFium,
core/fpdftext/cpdf_textpage.cpp, where a hyphen of that kind becomes the one or the other."""
_LENGTH = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)|/L\s+(\d+)[^>]*?/Linearized\b")
"""How long a file says that it is, where it was laid out for being shown page by page. Source: ISO
32000-1, F.3.3."""


def read_document(path: Path) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the text of a PDF file, None with an error; a page without text is a warning.

    Args:
        path: the file, whatever it is called.

    """
    report = Report(path.name)
    data = _read_bytes(path, report)
    pages = _pages(data, report) if data is not None else None
    if data is None or pages is None or has_errors(report.problems):
        return None, tuple(report.problems)
    import hashlib

    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    document = Document(name=report.file, sha256=digest, pages=pages)
    if not any(page.strip() for page in pages):
        report.error(
            "pdf_without_text",
            None,
            "no page of this PDF holds text: it is likely a picture of each page",
            "get a copy with text, or have the text recognised (OCR) and compare that with the "
            "picture yourself",
        )
        return None, tuple(report.problems)
    if document.silent_pages:
        several = "s" if len(document.silent_pages) > 1 else ""
        listed = ", ".join(str(number) for number in document.silent_pages)
        report.warning(
            "page_without_text",
            None,
            f"no phrase can be found where there is no text: page{several} {listed}",
            "read yourself what stands there",
        )
    return document, tuple(report.problems)


def _read_bytes(path: Path, report: Report) -> bytes | None:
    """Return the bytes of a file that begins and ends as a PDF does."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_PDF + 1)
    except OSError as failure:
        report.error(
            "file_unreadable",
            None,
            f"the file cannot be read: {(failure.strerror or 'unreadable').lower()}",
            "check its name, and that you may read it",
        )
        return None
    if len(data) > LARGEST_PDF:
        report.error(
            "file_too_large",
            None,
            f"the file has more than {LARGEST_PDF // 1_000_000} MB",
            "take the pages of the instrument out into a file of their own",
        )
        return None
    if HEAD_MARK not in data[:EDGE]:
        report.error(
            "not_a_pdf",
            None,
            "the file is empty" if not data else "this is not a PDF, whatever the file is called",
            "name the PDF that the publisher of the instrument gives out",
        )
        return None
    declared = _LENGTH.search(data[:EDGE])
    length = int(declared[1] or declared[2]) if declared else 0
    if END_MARK not in data[-EDGE:] or len(data) < length:
        report.error(
            "pdf_cut_short",
            None,
            "the end of this PDF is missing",
            "get the file again: it was likely not loaded to its end",
        )
        return None
    return data


def _pages(data: bytes, report: Report) -> tuple[str, ...] | None:
    """Return the text of each page, None with an error in the report."""
    pdfium = _pdfium(report)
    if pdfium is None:
        return None
    try:
        opened = pdfium.PdfDocument(data)
        try:
            return tuple(_texts(opened, report))
        finally:
            opened.close()
    except pdfium.PdfiumError:
        if pdfium.raw.FPDF_GetLastError() == PASSWORD:
            report.error(
                "pdf_locked",
                None,
                "this PDF opens with a password only",
                "open it with its password and save a copy that has none",
            )
        else:
            report.error(
                "pdf_damaged",
                None,
                "this PDF cannot be read: it is damaged, or no PDF behind its first line",
                "get the file again, or open it in a reader of PDF files and save a copy",
            )
        return None


def _pdfium(report: Report) -> Any:  # noqa: ANN401  # the library has no types
    """Return the library that reads PDF files, None where it is not installed."""
    try:
        import pypdfium2
    except ImportError:
        report.error(
            "pdf_reader_missing",
            None,
            "what reads PDF files is not installed",
            "install `pypdfium2`, which the extra `documents` of this package brings along",
        )
        return None
    return pypdfium2


def _texts(opened: Any, report: Report) -> Iterator[str]:  # noqa: ANN401  # the library has no types
    """Yield the text of each page, as long as it is not more than anybody means to be read."""
    left = MOST_CHARACTERS if len(opened) <= MOST_PAGES else -1
    for page in opened if left >= 0 else ():
        reading = page.get_textpage()
        text = reading.get_text_bounded()
        reading.close()
        page.close()
        left -= len(text)
        if left < 0:
            break
        yield _printable(text)
    if left < 0:
        report.error(
            "pdf_too_long",
            None,
            f"this PDF has more than {MOST_PAGES} pages, or {MOST_CHARACTERS} characters of text",
            "take the pages of the instrument out into a file of their own",
        )


def _printable(text: str) -> str:
    """Return a text without what a terminal would obey; the ends of its lines stay."""
    lines = LINE_END_HYPHENS.sub("-\n", text)
    return "".join(mark if mark in "\n\r" or _is_seen(mark) else " " for mark in lines)


def _is_seen(mark: str) -> bool:
    return unicodedata.category(mark) not in {"Cc", "Cs", "Co", "Cn"}
