"""Any text and any table: said as it is, in columns that hold their words."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.word import document_as_word
from discretion.documents.word.blocks.widths import widths_of
from discretion.documents.word.letters import MARKER
from discretion.documents.word.letters import legal
from tests.documents.every_block import document
from tests.documents.word.reading import opened

TEXTS = st.text(st.characters(codec=None), max_size=40)
SENTENCES = st.builds(Sentence, text=TEXTS, language=st.sampled_from(("", "es", "ar", "zh")))
SEVERAL = st.lists(SENTENCES, min_size=1, max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Heading, text=TEXTS, level=st.integers(1, 3)),
    st.builds(Paragraph, sentences=SEVERAL),
    st.builds(Notice, sentences=SEVERAL),
    st.builds(Lines, lines=SEVERAL),
    st.builds(
        Listing,
        items=st.lists(SEVERAL, max_size=3).map(tuple),
        is_numbered=st.booleans(),
    ),
)
WHOLE = 9360
WORDS = st.text("abc ", max_size=30)


def read(text: str) -> str:
    """Return a text as a Word file holds it: every end of a line is one of a paragraph's own."""
    return legal(text).replace("\r\n", "\n").replace("\r", "\n")


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns = draw(st.integers(1, 8))
    row = st.lists(WORDS, min_size=columns, max_size=columns)
    rows = draw(st.lists(row, max_size=4))
    widths = st.lists(st.integers(0, 40), min_size=columns, max_size=columns)
    return Grid(
        caption=draw(TEXTS),
        head=tuple(draw(row)),
        rows=tuple(tuple(Cell(sentences=(Sentence(text=t),)) for t in each) for each in rows),
        widths=tuple(draw(st.one_of(st.just([]), widths))),
    )


@given(st.lists(BLOCKS, max_size=4), TEXTS, TEXTS)
@settings(max_examples=80, deadline=None)
def test_any_text_stands_in_a_word_file_as_it_is(
    blocks: list[Heading | Paragraph | Notice | Lines | Listing], title: str, mark: str
) -> None:
    """Any text stands in a Word file as it is, with a sign for each letter that none may hold."""
    made = document_as_word(document(*blocks, title=title, mark=mark))
    found = "\n".join(each.text for each in opened(made).paragraphs)

    assert MARKER not in found
    for block in blocks:
        match block:
            case Heading(text=text):
                assert read(text) in found
            case Paragraph(sentences=said) | Notice(sentences=said) | Lines(lines=said):
                assert all(read(each.text) in found for each in said)
            case Listing(items=items):
                assert all(read(each.text) in found for item in items for each in item)


@given(grids())
@settings(max_examples=80, deadline=None)
def test_any_table_has_a_cell_for_each_of_its_cells(grid: Grid) -> None:
    """Any table is one table with a cell for each of its cells, as wide as the text of the page."""
    (table,) = opened(document_as_word(document(grid))).tables
    found = [[cell.text for cell in row.cells] for row in table.rows]

    assert [list(grid.head), *([cell.text for cell in row] for row in grid.rows)] == found
    assert WHOLE == sum(column.width.twips for column in table.columns)


@given(grids(), st.integers(1000, 20000))
def test_columns_share_the_whole_width(grid: Grid, whole: int) -> None:
    """Columns share the whole width, and each has some."""
    found = widths_of(grid, whole)

    assert whole == sum(found)
    assert min(found) > 0


def test_a_column_is_as_wide_as_its_longest_word_and_others_make_room() -> None:
    text = Cell(sentences=(Sentence(text="word " * 9),))
    grid = Grid(caption="", head=("Tab", "Shows"), rows=((Cell(), text),), widths=(1, 99))
    narrow, wide = widths_of(grid, WHOLE)

    assert narrow > WHOLE // 100 * 4
    assert WHOLE == narrow + wide


def test_columns_that_have_no_room_for_every_word_are_as_wide_as_they_are_told() -> None:
    grid = Grid(caption="", head=("a" * 14, "b" * 14), rows=(), widths=(3, 1))

    assert [1500, 500] == widths_of(grid, 2000)
