"""The review page of a packet: every sentence with its facts and tabs, before a file is opened."""

from discretion.assess.wording.assessed import INTERNAL_MARK
from discretion.documents.content.document import Document
from discretion.documents.request.memo.kept import said_of
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.review import Review
from discretion.documents.review import review_page

TOLD = (
    INTERNAL_MARK,
    "Read every sentence before anything is sent: each leads to the fact and the paper behind it.",
    "What the request asks for, and whether it is sent, a person decides.",
)


def review_of(told: RequestTold, documents: tuple[Document, ...]) -> str:
    """Return the page on which a packet is read through."""
    facts = {each.name: said_of(each, told) for each in told.checked.facts}
    papers = {each.paper.name: _called(each.paper.name, told) for each in told.checked.exhibits}
    return review_page(
        Review(
            title=f"Request: {told.checked.case.name}",
            told=TOLD,
            documents=documents,
            facts=facts,
            papers=papers,
        )
    )


def _called(paper: str, told: RequestTold) -> str:
    tab, found = told.tabs.get(paper), told.checked.case.evidence[paper]
    title = found.title or found.name
    return f"{tab.name}, {title}" if tab and tab.mark else title
