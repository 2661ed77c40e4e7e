"""A page on which documents are read through: each sentence leads to its facts and its papers."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import Sheet
from discretion.documents.pages.sheet import whole_page
from discretion.documents.review.blocks import Placed
from discretion.documents.review.blocks import lay_out_blocks
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.frozen import dataclass

FACTS, PAPERS = "facts", "papers"
UNTOLD = "The file says nothing of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a page shows.

    `told` says what the page is. `facts` are what the file says of each fact, by its name, and
    `papers` what each paper is called, by its id.
    """

    title: str
    told: tuple[str, ...]
    documents: tuple[Document, ...]
    facts: Table[str, str]
    papers: Table[str, str]


def review_page(review: Review) -> str:
    """Return the page as the text of an HTML file, which needs nothing besides itself."""
    placed = Placed(facts=review.facts, papers=review.papers)
    sections = [
        *(_document(document, placed) for document in review.documents),
        _sources(FACTS, "Facts", _facts(review)),
        _sources(PAPERS, "Papers", _papers(review)),
    ]
    return whole_page(
        Sheet(
            title=review.title,
            head=(element("div", *_paragraphs(review.told), given={"class": "told"}),),
            sections=tuple(sections),
            foot=(),
        )
    )


def _paragraphs(texts: Iterable[str]) -> Iterator[Element]:
    return (element("p", text) for text in texts)


def _document(document: Document, placed: Placed) -> Section:
    mark = (document.mark,) if document.mark else ()
    foot = (document.foot,) if document.foot else ()
    inside = element(
        "div",
        *_paragraphs(mark),
        *lay_out_blocks(document.blocks, placed),
        *_paragraphs(foot),
        given={"lang": document.language},
    )
    return Section(id=document.kind, heading=document.title, inside=(inside,))


def _sources(name: str, heading: str, rows: Iterable[Element]) -> Section:
    listed = tuple(rows)
    inside = element("ul", *listed) if listed else element("p", "There are none.")
    return Section(id=name, heading=heading, inside=(inside,))


def _facts(review: Review) -> Iterator[Element]:
    used = {name for each in review.documents for one in sentences_of(each) for name in one.facts}
    for name in dict.fromkeys((*review.facts, *sorted(used))):
        said = review.facts.get(name, UNTOLD)
        yield _row(place_of_fact(name), f"{name}: {said}")


def _papers(review: Review) -> Iterator[Element]:
    for name, called in review.papers.items():
        yield _row(place_of_paper(name), called)


def _row(place: str, text: str) -> Element:
    return element("li", text, given={"id": place, "class": "source", "tabindex": "-1"})
