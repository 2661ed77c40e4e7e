"""The sheet for the client, from a checked request to a document."""

from collections.abc import Iterator

from discretion.documents.client.catalogue import read_client_texts
from discretion.documents.client.papers import papers_of
from discretion.documents.client.policies import policies_of
from discretion.documents.client.saying import Saying
from discretion.documents.client.told import ClientTold
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.errors import FilesRefusedError
from discretion.errors import has_errors
from discretion.request.check import CheckedRequest
from discretion.request.factors import FACTOR

KIND = "client_sheet"
NO_TOPIC = "none"
"""The topic of a rule that shares none."""
LINE = "_" * 40


def client_sheet(told: ClientTold, language: str) -> Document:
    """Return the sheet for the client in one language.

    It tells topics and kinds of papers, and no value, no allegation and no reason of the file: it
    may be seen by others at home.

    Args:
        told: the checked request, the policies and the day of the sheet.
        language: `en` or `es`.

    Raises:
        UnknownNameError: there are no texts in that language.
        FilesRefusedError: the texts have problems.

    """
    texts = read_client_texts(language)
    if has_errors(texts.problems):
        raise FilesRefusedError(texts.problems)
    return Document(
        kind=KIND,
        title=texts.headings["title"],
        language=texts.language,
        dated=told.today,
        blocks=tuple(_blocks(told, Saying(texts))),
        mark=texts.headings["mark"],
        foot=texts.headings["foot"],
    )


def _blocks(told: ClientTold, say: Saying) -> Iterator[Block]:
    checked, cited = told.checked, say.texts.cite
    yield _heading("request", say)
    yield from _request(told, say)
    yield _heading("policy", say)
    yield from policies_of(checked, told.library, say)
    yield _heading("does_not", say)
    yield _list("does_not", say)
    yield _heading("looks_at", say)
    yield from _topics(checked, say)
    yield _heading("papers", say)
    yield from papers_of(checked, say)
    yield _heading("consent", say)
    yield _term("consent", "consent", say)
    yield Paragraph(sentences=say.all("consent", cited))
    yield Paragraph(sentences=say.all("practice", cited))
    yield _heading("never", say)
    yield _list("do_not", say)
    yield _list("do", say)
    yield Paragraph(sentences=say.all("practice", cited))
    yield _heading("ask", say)
    yield Paragraph(sentences=(*say.all("ask", cited), *say.all("unknown")))
    yield Lines(lines=tuple(Sentence(text=f"{name}: {LINE}") for name in say.texts.blanks))


def _heading(key: str, say: Saying) -> Heading:
    return Heading(text=say.texts.headings[key])


def _list(key: str, say: Saying) -> Listing:
    return Listing(items=tuple((each,) for each in say.all(key, say.texts.cite)))


def _term(part: str, key: str, say: Saying) -> Paragraph:
    """Return what the government calls a thing, with our own words for it."""
    gloss = " ".join(say.texts.sentences(f"{key}_gloss"))
    named = say.in_english(say.texts.terms[part], gloss)
    return Paragraph(sentences=(*say.all(f"{key}_lead"), *named))


def _request(told: ClientTold, say: Saying) -> Iterator[Block]:
    """Yield what a request is, what it is called, what it is about and where it goes."""
    asked, texts = told.checked.assessed.question, say.texts
    yield Paragraph(sentences=(*say.all("request", texts.cite), *say.all("helper")))
    yield _term("request", "term", say)
    if asked.decision in texts.decisions:
        words = texts.decisions[asked.decision]
        yield Paragraph(sentences=say.all("request_about", decision=words))
    if asked.component:
        name = told.library.words.vocabulary.components[asked.component]
        office = say.in_english(name, texts.components.get(asked.component, ""))
        yield Paragraph(sentences=(*say.all("request_office"), *office))


def _topics(checked: CheckedRequest, say: Saying) -> Iterator[Block]:
    """Yield the topics of every factor that the policies know, whatever the file says of them."""
    topics: dict[str, list[str]] = {}
    for policy in checked.policies:
        for finding in policy.findings:
            rule = finding.rule
            if rule.kind == FACTOR and rule.topic in say.texts.topics and rule.topic != NO_TOPIC:
                topics.setdefault(rule.topic, []).append(str(rule.citation))
    if not topics:
        yield Paragraph(sentences=say.all("looks_none"))
        return
    day = say.day(checked.filing_on)
    history = checked.is_history
    yield Paragraph(sentences=say.all("looks_history", day=day) if history else say.all("looks_at"))
    yield Listing(
        items=tuple(
            (Sentence(text=say.texts.topics[topic], citations=tuple(dict.fromkeys(citations))),)
            for topic, citations in topics.items()
        )
    )
    yield Paragraph(sentences=say.all("looks_same"))
