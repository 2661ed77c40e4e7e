"""Documents as Word files: real headings, lists and tables, and the same bytes every time."""

import hashlib
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Inches

from discretion import replace
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import NewPage
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.word import document_as_word
from discretion.documents.word.blocks.pictures import ReachingPictureError
from scripts.make_template import FILE
from scripts.make_template import template
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import ROWS
from tests.documents.every_block import SMALL
from tests.documents.every_block import SVG
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.every_block import hostile
from tests.documents.word.reading import WORD
from tests.documents.word.reading import opened
from tests.documents.word.reading import part
from tests.documents.word.reading import styles

PROGRAM = """
import hashlib
from discretion.documents.word import document_as_word
from tests.documents.every_block import every_block
print(hashlib.sha256(document_as_word(every_block())).hexdigest())
"""


def test_the_bundled_template_is_what_its_script_makes() -> None:
    assert template() == FILE.read_bytes()


def test_the_same_document_is_the_same_bytes() -> None:
    assert document_as_word(every_block()) == document_as_word(every_block())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_run_makes_the_same_bytes(seed: str) -> None:
    made = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", PROGRAM],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src:."},
        cwd=FILE.parents[4],
    )

    assert hashlib.sha256(document_as_word(every_block())).hexdigest() == made.stdout.strip()


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

    assert 'descr="A black bar."' in part(data)
    assert "The data" in [text for _, text in styles(data)]
    assert "May" == opened(data).tables[-1].rows[1].cells[0].text


def test_languages_are_told() -> None:
    data = document_as_word(every_block())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        everywhere = archive.read("word/styles.xml").decode()

    assert 'w:lang w:val="en"' in everywhere
    assert '<w:lang w:val="es"/>' in part(data)
    assert '<w:rtl/><w:lang w:val="ar" w:bidi="ar"/>' in part(data)


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


def test_a_new_page_is_begun_by_what_stands_on_it_and_by_nothing_empty() -> None:
    data = document_as_word(document(NewPage(), NewPage(), Heading(text="One"), NewPage(), SMALL))
    begun = [
        each.text for each in opened(data).paragraphs if each.paragraph_format.page_break_before
    ]

    assert ["One", "The data"] == begun
    assert "<w:br" not in part(data)


def test_no_paragraph_is_empty_but_one_below_a_table_at_the_end() -> None:
    below = document_as_word(document(SMALL, Paragraph(sentences=plain("Below"))))
    last = document_as_word(document(Paragraph(sentences=plain("Above")), SMALL))

    assert "" not in [text for _, text in styles(below)]
    assert "" == styles(last)[-1][1]
    assert 1 == [text for _, text in styles(last)].count("")
    assert opened(below).paragraphs[-1].paragraph_format.space_before.pt == pytest.approx(10)


def test_the_first_row_of_a_table_is_its_head_and_no_column_is() -> None:
    (table,) = opened(document_as_word(document(SMALL))).tables
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001  # the only way to it
    told = table._tbl.tblPr.find(qn("w:tblCaption"))  # noqa: SLF001  # the only way to it

    assert ("1", "0") == (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn")))
    assert "The data" == told.get(qn("w:val"))
    assert "Table Head" == table.rows[0].cells[0].paragraphs[0].style.name


def test_there_is_one_table_for_each_table_and_none_for_looks() -> None:
    assert 2 == len(opened(document_as_word(every_block())).tables)
    assert 0 == len(opened(document_as_word(document(Heading(text="One")))).tables)


def test_a_table_without_a_column_is_its_caption() -> None:
    data = document_as_word(document(Grid(caption="Nothing", head=(), rows=())))

    assert ("Caption", "Nothing") in styles(data)
    assert [] == opened(data).tables


@pytest.mark.parametrize(("wide", "high"), [(40, 10), (4000, 10), (10, 4000)])
def test_a_picture_keeps_its_shape_and_the_room_of_a_page(wide: int, high: int) -> None:
    svg = SVG.replace('width="40" height="10"', f'width="{wide}" height="{high}"', 1)
    block = Picture(svg=svg, title="A picture", description="A bar.", data=SMALL)
    (shape,) = opened(document_as_word(document(block))).inline_shapes

    assert wide / high == pytest.approx(shape.width / shape.height, rel=0.1)
    assert shape.width <= Inches(6.5)
    assert shape.height <= Inches(5.46)


@pytest.mark.parametrize(
    "to", ["https://example.org/a.png", "//example.org/a.png", "file:///a.png", "a.png"]
)
def test_a_picture_that_would_fetch_something_is_refused(to: str) -> None:
    reaching = SVG.replace("</svg>", f'<image href="{to}" width="4" height="4"/></svg>')
    block = Picture(svg=reaching, title="A picture", description="A bar.", data=SMALL)

    with pytest.raises(ReachingPictureError, match="a picture stands alone"):
        document_as_word(document(block))


def test_a_document_that_is_read_from_the_right_says_so() -> None:
    spoken = (Sentence(text="جملة"), Sentence(text="A sentence", language="en"))
    data = document_as_word(document(Paragraph(sentences=spoken), SMALL, language="ar"))
    (normal,) = (each for each in opened(data).styles if each.name == "Normal")

    assert normal.element.pPr.find(qn("w:bidi")) is not None
    assert "ar" == normal.element.rPr.find(qn("w:lang")).get(qn("w:bidi"))
    assert '<w:rtl w:val="0"/><w:lang w:val="en"/>' in part(data)
    assert "<w:bidiVisual/>" in part(data)


def test_a_paragraph_in_a_language_from_the_right_begins_there() -> None:
    spoken = (Sentence(text="جملة", language="ar"),)

    assert '<w:bidi w:val="1"/>' in part(document_as_word(document(Paragraph(sentences=spoken))))


def test_a_language_of_east_asia_has_its_own_place() -> None:
    spoken = (Sentence(text="一句话", language="zh"),)
    data = document_as_word(document(Paragraph(sentences=spoken)))

    assert '<w:lang w:val="zh" w:eastAsia="zh"/>' in part(data)


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u2028", "\x85", "\ufdd0", "\uffff"])
def test_a_letter_that_would_turn_what_is_read_has_a_sign_in_its_place(letter: str) -> None:
    found = styles(document_as_word(document(Heading(text=f"a{letter}b"))))

    assert ("Heading 1", "a\ufffdb") in found


@pytest.mark.parametrize("day", [date(1901, 1, 1), date(1979, 12, 31), date(9999, 12, 31)])
def test_a_document_of_any_day_can_be_packed(day: date) -> None:
    told = opened(document_as_word(replace(document(), dated=day))).core_properties.created

    assert day == told.date()


def test_a_file_tells_of_a_long_title_what_it_can() -> None:
    data = document_as_word(document(title="long " * 100))

    assert "long " * 51 == opened(data).core_properties.title
    assert ("Title", "long " * 100) in styles(data)


def test_a_file_holds_no_part_that_tells_of_a_maker_or_can_run() -> None:
    with zipfile.ZipFile(BytesIO(document_as_word(every_block()))) as archive:
        names = set(archive.namelist())

    assert [] == [n for n in names if any(w in n for w in ("thumbnail", "custom", "app", "vba"))]
    assert {"word/document.xml", "word/header1.xml", "word/media/image1.png"} <= names


def test_a_number_of_the_page_stands_on_every_page() -> None:
    foot = part(document_as_word(document()), "word/footer1.xml")

    assert "<w:instrText>PAGE</w:instrText>" in foot
    assert "<w:instrText>NUMPAGES</w:instrText>" in foot


def test_properties_of_a_paragraph_stand_in_the_order_that_word_reads() -> None:
    """Source: ECMA-376, 17.3.1.26."""
    order = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "bidi", "spacing")
    for each in opened(document_as_word(every_block())).element.body.iter(f"{WORD}pPr"):
        found = [child.tag.removeprefix(WORD) for child in each]

        assert sorted(found, key=order.index) == found
