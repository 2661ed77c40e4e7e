"""Documents as Word files: real headings, lists and tables, and the same bytes every time."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import plain
from discretion.documents.word import document_as_word
from discretion.documents.word.word import TemplateRefusedError
from scripts.make_template import FILE
from scripts.make_template import template
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import ROWS
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile


def opened(data: bytes) -> Any:  # noqa: ANN401  # of python-docx
    return docx.Document(BytesIO(data))


def styles(data: bytes) -> list[tuple[str, str]]:
    """Return every paragraph with the name of its style."""
    return [(each.style.name, each.text) for each in opened(data).paragraphs]


def xml(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def test_the_bundled_template_is_what_its_script_makes() -> None:
    assert template() == FILE.read_bytes()


def test_the_same_document_is_the_same_bytes() -> None:
    assert document_as_word(every_block()) == document_as_word(every_block())


def test_headings_and_lists_are_what_word_calls_so() -> None:
    found = styles(document_as_word(every_block()))

    assert ("Title", "A title") in found
    assert [("Heading 1", "One"), ("Heading 2", "Two"), ("Heading 3", "Three")] == [
        each for each in found if each[0].startswith("Heading")
    ]
    assert ("List Bullet", "An item") in found
    assert ("List Number", "First again") in found


def test_each_numbered_list_begins_with_one() -> None:
    numbered = [
        each._p.pPr.numPr.numId.val  # noqa: SLF001  # the only way to it
        for each in opened(document_as_word(every_block())).paragraphs
        if each.style.name == "List Number"
    ]

    assert numbered[0] == numbered[1] != numbered[2]


def test_the_head_of_a_table_is_repeated_and_no_row_is_cut() -> None:
    table = opened(document_as_word(every_block())).tables[0]
    rows = [row._tr.trPr for row in table.rows]  # noqa: SLF001  # the only way to it

    assert len(ROWS) + 1 == len(rows)
    assert rows[0].find(qn("w:tblHeader")) is not None
    assert rows[1].find(qn("w:tblHeader")) is None
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_columns_are_as_wide_as_they_are_told_to_be() -> None:
    first, second = opened(document_as_word(every_block())).tables[0].columns

    assert 3 == pytest.approx(first.width / second.width, rel=0.01)


def test_a_picture_is_told_to_those_who_do_not_see_it_and_has_its_data() -> None:
    data = document_as_word(every_block())

    assert 'descr="A black bar."' in xml(data)
    assert "The data" in [text for _, text in styles(data)]
    assert "May" == opened(data).tables[-1].rows[1].cells[0].text


def test_languages_are_told() -> None:
    data = document_as_word(every_block())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        everywhere = archive.read("word/styles.xml").decode()

    assert 'w:lang w:val="en"' in everywhere
    assert '<w:lang w:val="es"/>' in xml(data)
    assert '<w:rtl/><w:lang w:val="ar" w:bidi="ar"/>' in xml(data)


def test_mark_and_foot_stand_on_every_page() -> None:
    section = opened(document_as_word(every_block())).sections[0]

    assert "Internal: work product, do not file." == section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text.startswith("A foot.")


def test_a_file_tells_one_day_and_no_maker() -> None:
    data = document_as_word(every_block())
    told = opened(data).core_properties

    assert ("A title", "", "2021-12-15") == (told.title, told.author, f"{told.created:%Y-%m-%d}")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {(2021, 12, 15)} == {each.date_time[:3] for each in archive.infolist()}
        assert not [name for name in archive.namelist() if "vba" in name.lower()]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_is_read_as_markup(words: str) -> None:
    found = styles(document_as_word(document(Paragraph(sentences=plain(words)), title=words)))

    assert ("Normal", words) in found
    assert ("Title", words) in found


def test_a_document_of_hostile_words_can_be_opened() -> None:
    assert opened(document_as_word(hostile())).paragraphs


def test_a_character_that_no_word_file_may_hold_has_a_sign_in_its_place() -> None:
    found = styles(document_as_word(document(Paragraph(sentences=plain("a\x00b\ud800c")))))

    assert ("Normal", "a\ufffdb\ufffdc") in found


def own(**changes: str) -> bytes:
    """Return an office's own template, with other words in its head."""
    changed = opened(template())
    for word, other in changes.items():
        changed.sections[0].header.paragraphs[0].runs[0].text = f"{word} {other}"
    buffer = BytesIO()
    changed.save(buffer)
    return buffer.getvalue()


def test_an_office_may_use_a_letterhead_of_its_own() -> None:
    data = document_as_word(document(), own(Rivertown="{{ mark }}{{ title }}"))

    assert "Rivertown A title" == opened(data).sections[0].header.paragraphs[0].text


def with_macros() -> bytes:
    """Return a template with something that runs."""
    buffer = BytesIO(template())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macros")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (b"no file of Word", "it is no Word file"),
        (own(a="{{ 1/0 }}"), "what stands in it in double braces cannot be filled in"),
        (with_macros(), "it holds macros"),
        (own(a="{{ broken"), "what stands in it in double braces cannot be filled in"),
        (own(a="{{ ''.__class__.__mro__ }}"), "what stands in it in double braces cannot be"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(given: bytes, why: str) -> None:
    with pytest.raises(TemplateRefusedError, match=why):
        document_as_word(document(), given)


def test_a_template_without_a_style_is_told() -> None:
    changed = opened(template())
    changed.styles["Caption"].delete()
    buffer = BytesIO()
    changed.save(buffer)
    with pytest.raises(TemplateRefusedError, match="it lacks styles: Caption"):
        document_as_word(document(), buffer.getvalue())
