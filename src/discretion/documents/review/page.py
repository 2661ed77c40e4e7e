"""A page on which documents are read through: each sentence leads to its facts and its papers."""

from collections.abc import Mapping as Table

from discretion.documents.content.document import Document
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import element
from discretion.documents.pages.sheet import LANGUAGE
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import Sheet
from discretion.documents.pages.sheet import whole_page
from discretion.documents.review.blocks import Laid
from discretion.documents.review.blocks import set_apart
from discretion.documents.review.places import place_of_document
from discretion.documents.review.resting import Resting
from discretion.documents.review.sources import Sources
from discretion.frozen import dataclass

HOW = (
    "A sentence that rests on something is followed by its number, with links to the facts and the "
    "papers at the end of this page, whose numbers lead back. One without a number rests on "
    "nothing that this page was given."
)
DECIDES = "An assessment for a human decision: this page decides nothing and sends nothing."


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
    """Return the page as the text of an HTML file, which needs nothing besides itself.

    Args:
        review: the documents, each sentence of which is shown with what it rests on.

    """
    resting = Resting(review.papers)
    documents = tuple(
        _document(document, place, resting)
        for place, document in enumerate(review.documents, start=1)
    )
    sources = Sources(review.documents, resting)
    told = (element("p", text) for text in (*review.told, HOW))
    return whole_page(
        Sheet(
            title=review.title,
            head=(element("div", *told, given={"class": "told"}),),
            sections=(*documents, sources.facts(review.facts), sources.papers(review.papers)),
            foot=(element("p", DECIDES, given={"class": "quiet"}),),
        )
    )


def _document(document: Document, place: int, resting: Resting) -> Section:
    mark = (set_apart(_said("strong", document.mark), "told"),) if document.mark else ()
    foot = (element("p", document.foot, given={"class": "quiet"}),) if document.foot else ()
    return Section(
        id=place_of_document(place),
        heading=document.title,
        inside=(*mark, *Laid(document, place, resting).blocks(), *foot),
        language="" if document.language == LANGUAGE else document.language,
    )


def _said(tag: str, text: str) -> Element:
    return element("p", element(tag, text))
