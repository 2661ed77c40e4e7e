"""Templates of an office: used where they serve, and refused with a reason where they do not."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.shared import Mm
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import plain
from discretion.documents.word import document_as_word
from discretion.documents.word.template import TemplateRefusedError
from scripts.make_template import template
from tests.documents.every_block import GRID
from tests.documents.every_block import SMALL
from tests.documents.every_block import document
from tests.documents.word.reading import opened
from tests.documents.word.reading import own
from tests.documents.word.reading import part
from tests.documents.word.reading import styles
from tests.documents.word.reading import with_part

PARTS = (
    *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"),
    *("word/header1.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml"),
)
CHANGES = st.tuples(st.integers(0, 9), st.sampled_from((None, None, "", "x", "-1")))
"""What becomes of an element: which of its attributes says something else, or that it is gone."""
LIST = Listing(items=(plain("First"),), is_numbered=True)
MARK = "Internal: work product, do not file."
CUT = 40
"""How many of the bytes of a file are changed, at most, to see what is made of it."""


def said_before(document: Any, words: str) -> None:  # noqa: ANN401  # of python-docx
    document.sections[0].header.paragraphs[0].insert_paragraph_before(words)


def head(document: Any, words: str) -> None:  # noqa: ANN401  # of python-docx
    document.sections[0].header.paragraphs[0].runs[0].text = words


def below(document: Any, words: str) -> None:  # noqa: ANN401  # of python-docx
    document.add_paragraph(words)


def without(name: str) -> bytes:
    return own(lambda each: each.styles[name].delete())


def place(document: Any, words: str) -> None:  # noqa: ANN401  # of python-docx
    document.paragraphs[-1].text = words


def first_page(document: Any) -> None:  # noqa: ANN401  # of python-docx
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Rivertown"
    document.sections[0].first_page_footer.paragraphs[0].text = "{{ foot }}"


def even_pages(document: Any) -> None:  # noqa: ANN401  # of python-docx
    document.settings.odd_and_even_pages_header_footer = True


def unlisted(document: Any) -> None:  # noqa: ANN401  # of python-docx
    properties = document.styles["List Number"].element.pPr
    properties.remove(properties.numPr)


def test_an_office_may_use_a_letterhead_of_its_own() -> None:
    data = document_as_word(document(mark=MARK), own(lambda each: said_before(each, "Rivertown")))
    found = [each.text for each in opened(data).sections[0].header.paragraphs]

    assert ["Rivertown", MARK] == found


def test_what_stands_below_the_place_of_the_blocks_stays_below() -> None:
    data = document_as_word(document(Heading(text="One")), own(lambda each: below(each, "Yours")))

    assert [("Title", "A title"), ("Heading 1", "One"), ("Normal", "Yours")] == styles(data)


def test_the_marks_of_an_office_may_be_set_in_several_runs() -> None:
    def split(document: Any) -> None:  # noqa: ANN401  # of python-docx
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.runs[0].text = "{{ ma"
        paragraph.add_run("rk }}")

    assert MARK in part(document_as_word(document(mark=MARK), own(split)), "word/header1.xml")


def test_tables_take_the_room_of_an_office_s_own_paper() -> None:
    def narrow(document: Any) -> None:  # noqa: ANN401  # of python-docx
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Inches(2)

    (table,) = opened(document_as_word(document(GRID), own(narrow))).tables

    assert Mm(210) - Inches(4) == pytest.approx(sum(c.width for c in table.columns), rel=0.001)


def test_a_section_that_ends_at_the_place_of_the_blocks_stays() -> None:
    def parted(document: Any) -> None:  # noqa: ANN401  # of python-docx
        document.add_section()

    data = document_as_word(document(Heading(text="One")), own(parted))

    assert 2 == len(opened(data).sections)
    assert ("Heading 1", "One") in styles(data)


def test_where_a_template_lies_is_not_told() -> None:
    def attached(document: Any) -> None:  # noqa: ANN401  # of python-docx
        settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        number = settings.relate_to("file:///Z:/office/secret.dotx", "attached", is_external=True)
        found = OxmlElement("w:attachedTemplate")
        found.set(qn("r:id"), number)
        settings.element.insert(0, found)

    given_one = own(attached)
    data = document_as_word(document(), given_one)

    assert "secret.dotx" in part(given_one, "word/_rels/settings.xml.rels")
    assert "attachedTemplate" not in part(data, "word/settings.xml")
    with pytest.raises(KeyError):
        part(data, "word/_rels/settings.xml.rels")


def test_what_a_template_tells_of_its_maker_is_not_told() -> None:
    def made_by_somebody(document: Any) -> None:  # noqa: ANN401  # of python-docx
        told = document.core_properties
        told.author = told.last_modified_by = told.subject = told.category = "Somebody"

    given_one = own(made_by_somebody)

    assert "Somebody" in part(given_one, "docProps/core.xml")
    assert "Somebody" not in part(document_as_word(document(), given_one), "docProps/core.xml")


def test_the_bundled_template_is_one_that_an_office_may_begin_with() -> None:
    assert document_as_word(document(mark=MARK)) == document_as_word(
        document(mark=MARK), template()
    )


def test_no_style_or_list_of_the_bundled_template_names_a_style_that_is_not_there() -> None:
    bundled = opened(template())
    known = {each.style_id for each in bundled.styles}
    named = [
        *bundled.styles.element.xpath(
            "./w:style/*[self::w:link or self::w:next or self::w:basedOn]"
        ),
        *bundled.part.numbering_part.element.xpath("./w:abstractNum/w:lvl/w:pStyle"),
    ]

    assert {each.get(qn("w:val")) for each in named} <= known
    assert {"ListBullet", "ListNumber"} <= {each.get(qn("w:val")) for each in named}


@pytest.mark.parametrize(
    ("office", "why"),
    [
        (b"", "it is no Word file"),
        (b"no file of Word", "it is no Word file"),
        (with_part(template(), "word/document.xml", b"<w:broken"), "it is no Word file"),
        (with_part(template(), "word/vbaProject.bin", b"x"), "it holds macros"),
        (own(lambda d: head(d, "Rivertown")), r"it lacks `{{ mark }}` in the header of all pages"),
        (own(first_page), r"it lacks `{{ mark }}` in the header of first pages"),
        (own(even_pages), r"it lacks `{{ mark }}` in the header of even pages"),
        (own(lambda d: place(d, "")), "it lacks one paragraph that holds `{{ body }}` alone"),
        (own(lambda d: place(d, "To: {{ body }}")), "it lacks one paragraph that holds"),
        (own(lambda d: below(d, "{{ body }}")), "it lacks one paragraph that holds"),
        (own(lambda d: d.paragraphs[0].clear()), "it lacks `{{ title }}`"),
        (own(lambda d: below(d, "{{ court }}")), "it asks for `court`, which no document has"),
        (own(lambda d: below(d, "{{ broken")), "in double braces cannot be filled in"),
        (own(lambda d: below(d, "{{ ''.__class__.__mro__ }}")), "in double braces cannot be"),
        (own(lambda d: below(d, "{{ 1 / 0 }}")), "in double braces cannot be filled in"),
        (without("Caption"), "it lacks the style `Caption`"),
        (without("Notice"), "it lacks the style `Notice`"),
        (own(unlisted), "it lacks a numbering or bullets of the style `List Number`"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(office: bytes, why: str) -> None:
    with pytest.raises(TemplateRefusedError) as refused:
        document_as_word(document(mark=MARK), office)

    assert why in str(refused.value)
    assert "begin with a copy of the bundled one" in str(refused.value)


@given(st.lists(st.tuples(st.integers(0, len(template()) - 1), st.integers(0, 255)), max_size=CUT))
@settings(max_examples=60, deadline=None)
def test_a_damaged_template_is_used_or_refused(changes: list[tuple[int, int]]) -> None:
    """A template of which any bytes were changed is used, or refused with a reason."""
    damaged = bytearray(template())
    for at, byte in changes:
        damaged[at] = byte
    try:
        data = document_as_word(document(Paragraph(sentences=plain("One")), SMALL), bytes(damaged))
    except TemplateRefusedError:
        return

    assert ("Normal", "One") in styles(data)


@given(st.sampled_from(PARTS), st.lists(st.tuples(st.integers(0, 9999), CHANGES), max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_template_with_a_faulty_part_is_used_or_refused(
    name: str, changes: list[tuple[int, tuple[int, str | None]]]
) -> None:
    """A template whose parts lack something or say it wrongly is used, or refused with a reason."""
    tree = ET.fromstring(part(template(), name))  # noqa: S314  # our own template
    for at, (which, value) in changes:
        above = [(one, each) for one in tree.iter() for each in one]
        if not above:
            break
        parent, found = above[at % len(above)]
        names = list(found.attrib)
        if names and value is not None:
            found.attrib[names[which % len(names)]] = value
        else:
            parent.remove(found)
    faulty = with_part(template(), name, ET.tostring(tree))
    try:
        data = document_as_word(document(Heading(text="One"), LIST, SMALL), faulty)
    except TemplateRefusedError:
        return

    assert "One" in part(data)
