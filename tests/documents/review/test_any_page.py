"""Any page to read a packet through: whatever the documents on it say, it stays a page."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from discretion.cli.screen.visible import visible
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import NewPage
from discretion.documents.content.blocks import Notice
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.blocks import Picture
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from discretion.documents.pages.element import TAGS
from discretion.documents.review import Review
from discretion.documents.review import review_page
from tests.documents.every_block import HOSTILE
from tests.documents.every_block import SVG
from tests.documents.review.read import Read

HEAD = {"html", "head", "meta", "title", "style", "body", "img"}
"""What a page has beside the elements that it is made of."""
ANYTHING = st.text(st.characters(codec=None), max_size=12)
WORDS = st.one_of(ANYTHING, st.sampled_from((*HOSTILE, "</style>", "</section>", "-->", "\r\n")))
NAMES = st.lists(
    st.one_of(WORDS, st.sampled_from(("birth_date", "offences[1].weapon", "offences", "x61"))),
    max_size=2,
).map(tuple)
SENTENCES = st.lists(
    st.builds(
        Sentence,
        text=WORDS,
        facts=NAMES,
        papers=NAMES,
        citations=NAMES,
        language=st.one_of(st.sampled_from(("", "en", "es", "ar")), WORDS),
    ),
    max_size=3,
).map(tuple)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Draw a table."""
    head = draw(st.lists(WORDS, min_size=1, max_size=5))
    cells = st.builds(Cell, sentences=SENTENCES)
    row = st.lists(cells, min_size=len(head), max_size=len(head)).map(tuple)
    rows = draw(st.lists(row, max_size=2))
    anchors = draw(st.lists(WORDS, min_size=len(rows), max_size=len(rows)))
    return Grid(caption=draw(WORDS), head=tuple(head), rows=tuple(rows), anchors=tuple(anchors))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, text=WORDS, level=st.integers(-1, 9)),
    st.builds(Paragraph, sentences=SENTENCES),
    st.builds(Notice, sentences=SENTENCES),
    st.builds(Lines, lines=SENTENCES),
    st.builds(Listing, items=st.lists(SENTENCES, max_size=2).map(tuple), is_numbered=st.booleans()),
    grids(),
    st.builds(
        Picture,
        svg=st.one_of(st.just(SVG), WORDS),
        title=WORDS,
        description=WORDS,
        data=grids(),
    ),
    st.just(NewPage()),
)
DOCUMENTS = st.builds(
    Document,
    kind=WORDS,
    title=WORDS,
    language=st.one_of(st.sampled_from(("en", "es", "ar")), WORDS),
    dated=st.just(date(2021, 12, 15)),
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    mark=WORDS,
    foot=WORDS,
)
TOLD = st.dictionaries(st.one_of(WORDS, st.sampled_from(("birth_date", "offences"))), WORDS)
REVIEWS = st.builds(
    Review,
    title=WORDS,
    told=st.lists(WORDS, max_size=2).map(tuple),
    documents=st.lists(DOCUMENTS, max_size=3).map(tuple),
    facts=TOLD,
    papers=TOLD,
)


@given(REVIEWS)
def test_whatever_documents_say_a_page_is_made_of_what_pages_are_made_of(review: Review) -> None:
    """Whatever documents say, a page is made of what pages are made of, and stays whole."""
    read = Read(review_page(review))
    names = read.ids

    assert {tag for tag, _ in read.tags} <= TAGS | HEAD
    assert len(names) == len(set(names))
    assert {to for _, to in read.leads} <= set(names)
    assert [] == [pair for pair in pairwise(read.levels) if pair[1] > pair[0] + 1]


@given(REVIEWS)
def test_every_sentence_of_every_document_is_on_the_page(review: Review) -> None:
    """Every sentence of every document is on the page, to be read by everybody."""
    shown = Read(review_page(review)).text

    every = [each.text for one in review.documents for each in sentences_of(one)]
    assert [] == [text for text in every if visible(text) not in shown]


@given(REVIEWS)
def test_what_a_sentence_leads_to_leads_back_to_it(review: Review) -> None:
    """What a sentence leads to leads back to it, and to no sentence that does not name it."""
    read = Read(review_page(review))

    assert read.forward() == read.back()
