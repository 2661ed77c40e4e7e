"""Documents as PDF: tagged, titled, in their language, and the same bytes every time."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pypdfium2
import pytest

from discretion.documents import AssessmentTold
from discretion.documents import ClientTold
from discretion.documents import assessment_memo
from discretion.documents import client_sheet
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import plain
from discretion.documents.typeset import document_as_pdf
from discretion.documents.typeset.typeset import UnsetLettersError
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile
from tests.documents.request.made import example
from tests.documents.request.made import memo
from tests.documents.request.made import outward
from tests.documents.request.made import told
from tests.request.made import TODAY

REQUEST = told(example("packet-demo"))
PERSON = ClientTold(checked=REQUEST.checked, library=REQUEST.library, today=TODAY)
ASSESSED = AssessmentTold(assessed=REQUEST.checked.assessed, library=REQUEST.library, today=TODAY)
DOCUMENTS = {
    f"{each.kind}-{each.language}": each
    for each in (
        *(every_block(), *outward(REQUEST), memo(REQUEST), assessment_memo(ASSESSED)),
        *(client_sheet(PERSON, language) for language in ("en", "es")),
    )
}
"""Every kind of document that is typeset, the sheet for the client in both languages."""


def tags(pdf: bytes) -> list[Any]:
    """Return every element of the structure of a PDF, as deep as it goes."""
    found: list[Any] = []

    def walk(node: Any) -> None:  # noqa: ANN401  # of pikepdf
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append((str(node.S), node))
            walk(node.get("/K", pikepdf.Array()))

    opened = pikepdf.open(BytesIO(pdf))
    walk(opened.Root.StructTreeRoot.K)
    found.append(("opened", opened))
    return found


def text_of(pdf: bytes) -> str:
    opened: Any = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in opened)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_checker_of_accessibility_finds_nothing(kind: str, tmp_path: Path) -> None:
    """Every document that is typeset passes the checks of PDF/UA that a machine can make."""
    path = tmp_path / "document.pdf"
    path.write_bytes(document_as_pdf(DOCUMENTS[kind]))
    report = pdfua.validate(str(path))

    assert [] == [each.message for each in report.findings]
    assert 0 == report.exit_code


def test_that_checker_finds_what_is_not_tagged(tmp_path: Path) -> None:
    opened = pikepdf.open(BytesIO(document_as_pdf(every_block())))
    del opened.Root.StructTreeRoot
    opened.save(tmp_path / "document.pdf")

    assert 0 != pdfua.validate(str(tmp_path / "document.pdf")).exit_code


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_same_document_is_the_same_bytes(kind: str) -> None:
    assert document_as_pdf(DOCUMENTS[kind]) == document_as_pdf(DOCUMENTS[kind])


def test_a_table_over_several_pages_is_one_table_whose_heads_say_so() -> None:
    found = tags(document_as_pdf(every_block()))
    names = [name for name, _ in found]
    heads = [node for name, node in found if name == "/TH"]

    assert 2 == names.count("/Table")
    assert 3 == len(heads)
    assert all("/Column" in str(node.A) for node in heads)


def test_headings_lists_and_pictures_are_what_they_are() -> None:
    found = tags(document_as_pdf(every_block()))
    names = {name for name, _ in found}
    pictures = [node for name, node in found if name == "/Figure"]

    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Figure"} <= names
    assert any("A black bar." in str(node.get("/Alt", "")) for node in pictures)


def test_a_document_says_its_title_its_language_and_that_it_is_tagged() -> None:
    opened = tags(document_as_pdf(document(language="es", title="Un título")))[-1][1]

    assert "es" == str(opened.Root.Lang)
    assert "Un título" == str(opened.docinfo["/Title"])
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_a_sentence_in_another_language_is_read_aloud_in_it() -> None:
    opened = pikepdf.open(BytesIO(document_as_pdf(every_block())))
    content = b"".join(page.Contents.read_bytes() for page in opened.pages)

    assert {b"en", b"es", b"ar"} == set(re.findall(rb"/Lang\((..)\)", content))


def test_mark_and_foot_stand_on_every_page() -> None:
    opened: Any = pypdfium2.PdfDocument(document_as_pdf(every_block()))
    pages = [page.get_textpage().get_text_range() for page in opened]

    assert len(pages) > 2
    assert all("Internal: work product, do not file." in page for page in pages)
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_the_head_of_a_table_is_repeated_on_every_page_of_it() -> None:
    assert text_of(document_as_pdf(every_block())).count("Second") > 2


@pytest.mark.parametrize("words", [each for each in HOSTILE if each.isascii() and "\n" not in each])
def test_no_word_is_read_as_markup(words: str) -> None:
    found = text_of(document_as_pdf(document(Paragraph(sentences=plain(words)))))

    assert "".join(words.split()) in "".join(found.split()).replace("\ufffe", "")


def test_a_document_of_hostile_words_can_be_set() -> None:
    assert document_as_pdf(hostile()).startswith(b"%PDF")


def test_letters_that_no_font_has_are_told_and_never_dropped() -> None:
    with pytest.raises(UnsetLettersError) as refused:
        document_as_pdf(document(Paragraph(sentences=plain("\U0010fffe"))))

    assert "no font here has U+10FFFE" in str(refused.value)


def test_every_kind_of_document_is_checked() -> None:
    made: set[type] = {type(block) for each in DOCUMENTS.values() for block in each.blocks}

    assert len(made) == 8
    assert all(isinstance(each, Document) for each in DOCUMENTS.values())
