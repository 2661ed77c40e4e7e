"""A Word file as a program that opens one shows it, where such a program is installed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from discretion.documents.content.blocks import Heading
from discretion.documents.word import document_as_word
from tests.documents.every_block import every_block
from tests.documents.request.made import example
from tests.documents.request.made import memo
from tests.documents.request.made import outward
from tests.documents.request.made import told

OFFICE = shutil.which("soffice")


def pages(data: bytes, folder: Path) -> list[str]:
    """Return the words of each page of a Word file, as LibreOffice lays it out."""
    path = folder / "document.docx"
    path.write_bytes(data)
    subprocess.run(  # noqa: S603  # the program that was found, on our own file
        [
            *(str(OFFICE), "--headless", f"-env:UserInstallation=file://{folder}/profile"),
            *("--convert-to", "pdf", "--outdir", str(folder), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    opened: Any = pypdfium2.PdfDocument(folder / "document.pdf")
    return [page.get_textpage().get_text_range() for page in opened]


@pytest.mark.skipif(OFFICE is None, reason="no office program is installed")
def test_an_office_program_shows_mark_foot_and_numbers_on_every_page(tmp_path: Path) -> None:
    shown = pages(document_as_word(every_block()), tmp_path)

    assert len(shown) > 2
    assert all("Internal: work product, do not file." in page for page in shown)
    assert all("A foot." in page for page in shown)
    assert all(re.search(rf"\b{number}\b", page) for number, page in enumerate(shown, start=1))
    assert sum("Second" in page and "Row" in page for page in shown) > 1, "the head is repeated"


@pytest.mark.skipif(OFFICE is None, reason="no office program is installed")
def test_an_office_program_shows_every_word_of_a_letter_and_a_memo(tmp_path: Path) -> None:
    request = told(example("packet-demo"))
    for document in (outward(request)[0], memo(request)):
        folder = tmp_path / document.kind
        folder.mkdir()
        shown = "".join("".join(pages(document_as_word(document), folder)).split())
        headings = [block.text for block in document.blocks if isinstance(block, Heading)]

        assert [] == [each for each in headings if "".join(each.split()) not in shown]
