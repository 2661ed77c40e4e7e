"""A page of some documents, and what it is told of their facts and papers."""

from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.review import Review
from discretion.documents.review import review_page
from tests.documents.every_block import document
from tests.documents.every_block import every_block
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id

FACTS = {
    "birth_date": "The date of birth is 17 May 1988.",
    "presence": "Stretches of presence.",
    "detained": "The person is not held in immigration custody.",
}
PAPERS = {"lease": "Tab C1, Lease", "tax": "Tab C2, Tax transcripts"}


def page(*documents: Document) -> str:
    """Return the page on some documents, on one with every block where there are none."""
    return review_page(
        Review(
            title="A page",
            told=("Read it.",),
            documents=documents or (every_block(),),
            facts=FACTS,
            papers=PAPERS,
        )
    )


def paragraph(*sentences: Sentence) -> Document:
    """Return a document of one paragraph."""
    return document(Paragraph(sentences=sentences))


def said(text: str, name: str) -> str:
    """Return all that is said at one place of a page."""
    return text_of(with_id(parsed(text), name))
