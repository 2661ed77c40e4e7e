"""Made-up requests as their documents tell them, and those documents as text."""

from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from discretion import CaseFile
from discretion import has_errors
from discretion import read_case_file
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.packet.prepared import PacketWanted
from discretion.documents.packet.prepared import PreparedRequest
from discretion.documents.packet.prepared import prepare_request
from discretion.documents.request.index import exhibit_index
from discretion.documents.request.letter import letter
from discretion.documents.request.memo.memo import MemoAsked
from discretion.documents.request.memo.memo import strategy_memo
from discretion.documents.request.told.caption import Caption
from discretion.documents.request.told.outline import read_outline
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.request.worksheet import worksheet
from discretion.request import OfficeProfile
from discretion.request import RequestAsked
from tests.request.made import TODAY
from tests.request.made import assessor
from tests.request.made import checklist

EXAMPLES = Path(__file__).parents[3] / "examples"
SHOWN = "disclosure: may_disclose"
OUTLINE = read_outline()


def case_of(folder: Path, text: str, kind: str = "administrative_closure") -> CaseFile:
    """Return a made-up case from what stands below its decision."""
    path = folder / "case.yaml"
    head = f"decision: {{type: {kind}, date: 2021-12-15, component: ICE-OPLA, place: US-WA}}"
    path.write_text(f"case: nobody\n{head}\n{text}", "utf-8")
    return read(path)


def example(name: str) -> CaseFile:
    """Return a case of the examples."""
    return read(EXAMPLES / f"{name}.yaml")


def read(path: Path) -> CaseFile:
    """Return the case of a file without mistakes."""
    case, problems = read_case_file(path, assessor().library.words)
    assert case is not None
    assert not has_errors(problems), problems
    return case


def prepared(
    case: CaseFile,
    *,
    asks: Iterable[str] = (),
    confirmed: Iterable[str] = (),
    at: OfficeProfile | None = None,
    folder: Path | None = None,
) -> PreparedRequest:
    """Return a request as it would go out."""
    asked = RequestAsked(today=TODAY, checklist=checklist(), office=at, folder=folder)
    wanted = PacketWanted(
        asked=asked,
        caption=Caption(),
        outline=OUTLINE,
        decisions=tuple(asks),
        confirmed=tuple(confirmed),
    )
    return prepare_request(case, wanted, assessor())


def told(case: CaseFile, *, asks: Iterable[str] = (), confirmed: Iterable[str] = ()) -> RequestTold:
    """Return what the documents of a request are made from, of one that nothing forbids."""
    found = prepared(case, asks=asks, confirmed=confirmed)
    assert found.told is not None, found.problems
    return found.told


def outward(request: RequestTold) -> tuple[Document, ...]:
    """Return every document that goes out."""
    return letter(request), exhibit_index(request), worksheet(request)


def memo(request: RequestTold) -> Document:
    """Return the private memo."""
    return strategy_memo(MemoAsked(told=request, letter=letter(request)))


def words(document: Document) -> str:
    """Return everything that a document says."""
    return "\n".join(each.text for each in sentences_of(document))


def lines(document: Document) -> Iterator[str]:
    """Yield each sentence of a document."""
    return (each.text for each in sentences_of(document))
