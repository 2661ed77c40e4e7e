"""The page of a real packet: what the letter tells is never told as unknown beside it."""

import pytest

from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.packet.review import review_of
from discretion.documents.review.places import place_of_fact
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id
from tests.documents.request.made import example
from tests.documents.request.made import memo
from tests.documents.request.made import outward
from tests.documents.request.made import told
from tests.documents.review.read import Read

Packet = tuple[tuple[Document, ...], str]


@pytest.fixture(scope="module")
def packet() -> Packet:
    """Return the documents of the example, and the page on them."""
    request = told(example("packet-demo"))
    documents = (*outward(request), memo(request))
    return documents, review_of(request, documents)


def test_no_fact_that_goes_out_is_told_as_unknown(packet: Packet) -> None:
    """No fact that a document for outside tells is told as unknown on the page."""
    documents, page = packet
    tree = parsed(page)
    names = {
        name for one in documents[:-1] for each in sentences_of(one) for name in each.facts
    }  # fmt: skip

    assert len(names) > 10
    assert "offences[1].arrested_on" in names
    for name in names:
        assert ": unknown." not in text_of(with_id(tree, place_of_fact(name)))


def test_every_sentence_that_rests_on_something_is_numbered(packet: Packet) -> None:
    documents, page = packet
    resting = [
        each
        for one in documents
        for each in sentences_of(one)
        if each.facts or each.papers or each.citations
    ]
    read = Read(page)

    assert len(resting) > 100
    assert [f"said-{number}" for number in range(1, len(resting) + 1)] == [
        name for name in read.ids if name.startswith("said-")
    ]
    assert read.forward() == read.back()


def test_what_stays_inside_is_named_by_the_memo_alone(packet: Packet) -> None:
    """What stays inside is told on the page as named by the memo and by nothing that goes out."""
    documents, page = packet
    letter, private = documents[0].title, documents[-1].title

    found = text_of(with_id(parsed(page), place_of_fact("fraud_before_agency")))

    assert private in found
    assert letter not in found
