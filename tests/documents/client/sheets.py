"""What the sheet for the client says of an example, one page to a language, to be read like prose.

Run this file to write the pages anew, and read the difference as a client would.
"""

from functools import cache
from pathlib import Path

from discretion import CaseFile
from discretion import read_case_file
from discretion.documents import ClientTold
from discretion.documents import client_sheet
from discretion.documents.client.texts import LANGUAGES
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from discretion.request import CheckedRequest
from discretion.request import RequestAsked
from discretion.request import check_request
from tests.documents.content_text import as_text
from tests.request.made import TODAY
from tests.request.made import assessor
from tests.request.made import checklist

PAGES = Path(__file__).parent / "pages"
EXAMPLE = Path(__file__).parents[3] / "examples" / "request-demo.yaml"


@cache
def example() -> CaseFile:
    """Return the example of a request."""
    found, _ = read_case_file(EXAMPLE, assessor().library.words)
    assert found is not None
    return found


def checked(case: CaseFile) -> CheckedRequest:
    """Return the check of a case."""
    return check_request(case, RequestAsked(today=TODAY, checklist=checklist()), assessor())


def sheet_of(case: CaseFile, language: str) -> Document:
    """Return the sheet on a case."""
    told = ClientTold(checked=checked(case), library=assessor().library, today=TODAY)
    return client_sheet(told, language)


@cache
def told(language: str) -> tuple[Sentence, ...]:
    """Return every sentence of the sheet on the example."""
    return tuple(sentences_of(sheet_of(example(), language)))


def text_of(document: Document) -> str:
    """Return the sentences of a document, one to a line."""
    return "\n".join(sentence.text for sentence in sentences_of(document))


def page_of(language: str) -> str:
    """Return what the sheet says of the example."""
    return as_text(sheet_of(example(), language))


def renew() -> None:
    """Write every page anew."""
    PAGES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (PAGES / f"{language}.txt").write_text(page_of(language), "utf-8")


if __name__ == "__main__":
    renew()
