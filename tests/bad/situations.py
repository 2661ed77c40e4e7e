"""Mistakes that no file can be kept of: PDF files, tables, and places where nothing is written."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest import mock

from discretion import Screener
from discretion import ScreenRequest
from discretion import read_case_file
from discretion.errors import Problem
from discretion.frozen import replace
from discretion.rules.library import read_library
from discretion.verification import Document
from discretion.verification import Review
from discretion.verification import add_review
from discretion.verification import read_document
from discretion.verification import read_reviews
from discretion.verification import verify_source
from discretion.worksite import read_guide
from discretion.worksite import read_tables
from tests.bad.requests import REQUESTS
from tests.bad.tables import TABLES
from tests.verification.found import FOUND
from tests.verification.pdfs import locked
from tests.verification.pdfs import scanned
from tests.verification.pdfs import typeset
from tests.verification.pdfs import with_pages
from tests.worksite.made import STOPPAGES
from tests.worksite.made import stoppage
from tests.worksite.made import write_table

HERE = Path(__file__).parent
Problems = tuple[Problem, ...]
LARGE = 60_000_000
"""The bytes of a PDF that nobody means to be read."""


def _pdf(folder: Path, data: bytes) -> Problems:
    path = folder / "memo.pdf"
    path.write_bytes(data)
    return read_document(path)[1]


def _cut(folder: Path) -> Problems:
    data = typeset("Words.")
    return _pdf(folder, data[: len(data) // 2])


def _without_reader(folder: Path) -> Problems:
    with mock.patch.dict(sys.modules, {"pypdfium2": None}):
        return _pdf(folder, typeset("Words."))


def _read_only(folder: Path) -> Problems:
    path = folder / "reviews.yaml"
    add_review(path, FOUND)
    path.chmod(0o400)
    return add_review(path, FOUND)[1]


def _in_use(folder: Path) -> Problems:
    (folder / "reviews.yaml.new").touch()
    return add_review(folder / "reviews.yaml", FOUND)[1]


def _not_last(folder: Path) -> Problems:
    path = folder / "reviews.yaml"
    path.write_text("format: 1\nreviews: []\n", "utf-8")
    return add_review(path, FOUND)[1]


def _gone(_: Path) -> Problems:
    pack = next(iter(read_library().packs.values()))
    found = replace(FOUND, instrument=pack.instrument.id, provision="XL.Z")
    review = Review(number=1, findings=found)
    document = Document(name="memo.pdf", sha256=FOUND.file, pages=("Words.",))
    return verify_source(pack, document, [review], "reviews.yaml").problems


def _later(_: Path) -> Problems:
    library = read_library()
    case, _read = read_case_file(HERE / "later_than_known/case.yaml", library.words)
    assert case is not None
    asked = ScreenRequest(today=date(2022, 5, 1))
    return tuple(
        replace(each, file="case.yaml") for each in Screener(library).screen(case, asked).problems
    )


def _table(folder: Path, *lines: str, name: str = "table.csv") -> Problems:
    path = write_table(folder, *lines, name=name)
    return read_tables([path], read_guide().layouts)[1]


def _cut_table(folder: Path) -> Problems:
    path = write_table(folder, STOPPAGES, *[stoppage()] * 99, name="table.csv.gz")
    path.write_bytes(path.read_bytes()[:-20])
    return read_tables([path], read_guide().layouts)[1]


def _no_tables(folder: Path) -> Problems:
    inner = folder / "published"
    inner.mkdir()
    return read_tables([inner], read_guide().layouts)[1]


SITUATIONS: dict[str, Callable[[Path], Problems]] = {
    **REQUESTS,
    **TABLES,
    "day_unreadable": lambda folder: _table(folder, STOPPAGES, stoppage(began="soon")),
    "dispute_rows_left_out": lambda folder: _table(folder, STOPPAGES, "too,few", stoppage(), ","),
    "file_in_use": _in_use,
    "file_read_only": _read_only,
    "file_too_large--pdf": lambda folder: _pdf(folder, b"%PDF-1.7\n".ljust(LARGE)),
    "file_unreadable--pdf": lambda folder: read_document(folder / "none.pdf")[1],
    "file_unreadable--reviews": lambda folder: read_reviews(folder / "none.yaml")[1],
    "later_than_known": _later,
    "file_unwritable": lambda folder: add_review(folder / "none/reviews.yaml", FOUND)[1],
    "no_tables": _no_tables,
    "not_a_pdf": lambda folder: _pdf(folder, b"Words in plain text.\n"),
    "not_a_pdf--empty": lambda folder: _pdf(folder, b""),
    "page_without_text": lambda folder: _pdf(folder, typeset("Words.#pagebreak()#circle()")),
    "pdf_cut_short": _cut,
    "pdf_damaged": lambda folder: _pdf(folder, b"%PDF-1.7\nno PDF\n%%EOF\n"),
    "pdf_locked": lambda folder: _pdf(folder, locked(typeset("Words."), "made up")),
    "pdf_reader_missing": _without_reader,
    "pdf_too_long": lambda folder: _pdf(folder, with_pages(typeset("Words."), 2_001)),
    "pdf_without_text": lambda folder: _pdf(folder, scanned()),
    "provision_gone": _gone,
    "reversed--table": lambda folder: _table(folder, STOPPAGES, stoppage(ended="2018-01-01")),
    "reviews_not_last": _not_last,
    "table_damaged": _cut_table,
    "table_damaged--row": lambda folder: _table(folder, STOPPAGES, '"no end'),
    "unknown_layout": lambda folder: _table(folder, "Employer,Day", "Made-Up Foods,2019-03-04"),
    "unknown_layout--other": lambda folder: _table(folder, "A,B", "1,2"),
    "unknown_layout--workbook": lambda folder: _table(folder, "PK\x03\x04", name="table.xlsx"),
}
"""What makes each mistake in an empty folder, and the problems that are told of it."""
