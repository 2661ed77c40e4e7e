"""The exhibit index: every paper that goes with a request, by section, with what it shows."""

from collections.abc import Iterator

from discretion.dates import long_date
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.saying.statements import capital
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.request.told.tabs import Tab
from discretion.truth import Truth

HEAD = ("Tab", "Title", "Date", "Issuer", "Pages", "Shows", "Form", "Language")
WIDTHS = (5, 17, 14, 13, 9, 24, 8, 12)
FORMS = {Truth.TRUE: "certified", Truth.FALSE: "copy", Truth.UNKNOWN: ""}
OTHER = "Other papers"


def exhibit_index(told: RequestTold) -> Document:
    """Return the index of the exhibits that are attached, and of what the record holds already."""
    return Document(
        kind="index",
        title="Exhibit index",
        language="en",
        dated=told.checked.filing_on,
        blocks=tuple(_blocks(told)),
    )


def _blocks(told: RequestTold) -> Iterator[Block]:
    attached = [tab for tab in told.tabs.values() if tab.mark]
    for letter in dict.fromkeys(tab.letter for tab in attached):
        of_section = [tab for tab in attached if tab.letter == letter]
        yield Heading(text=f"{letter}. {section_title(letter, told)}")
        yield Grid(
            caption=f"Exhibits of section {letter}",
            head=HEAD,
            rows=tuple(_row(tab, told) for tab in of_section),
            anchors=tuple(f"tab-{tab.mark}" for tab in of_section),
            widths=WIDTHS,
        )
    in_record = [tab for tab in told.tabs.values() if not tab.mark]
    if in_record:
        yield Heading(text="In the record already, and not attached")
        items = (f"{tab.title}{_dated(tab)}." for tab in in_record)
        yield Listing(items=tuple(plain(each) for each in items))


def section_title(letter: str, told: RequestTold) -> str:
    """Return what a section of a packet is called."""
    titles = {each.id: each.title for each in told.checked.checklist.sections}
    return titles.get(letter, OTHER)


def _row(tab: Tab, told: RequestTold) -> tuple[Cell, ...]:
    paper = tab.paper
    shows = Sentence(text="; ".join(shown_by(tab, told)), facts=tab.facts, papers=(paper.name,))
    form = ", ".join(filter(None, (FORMS[paper.certified], _redacted(tab))))
    texts = (
        *(tab.mark, tab.title),
        long_date(paper.made_on) if paper.made_on else "",
        *(paper.issuer, _pages(tab, told)),
    )
    cells = [Cell(sentences=plain(text)) if text else Cell() for text in texts]
    cells.append(Cell(sentences=(shows,)) if shows.text else Cell())
    last = (form, _language(tab))
    return (*cells, *(Cell(sentences=plain(text)) if text else Cell() for text in last))


def shown_by(tab: Tab, told: RequestTold) -> Iterator[str]:
    """Yield what a paper shows in the words of the facts that name it, those alone that go out."""
    statements = Statements(told)
    for name in tab.facts:
        fact = told.library.dictionary.facts.get(name)
        if fact is not None and statements.of(name):
            yield capital(statements.clause(name).removeprefix("the "))


def _pages(tab: Tab, told: RequestTold) -> str:
    place = told.places.get(tab.paper.name)
    if place is None:
        return ""
    first, last = place
    return str(first) if first == last else f"{first} to {last}"


def _redacted(tab: Tab) -> str:
    return "redacted" if tab.paper.redacted is Truth.TRUE else ""


def _language(tab: Tab) -> str:
    paper = tab.paper
    if not paper.language:
        return ""
    is_translated = paper.translated is Truth.TRUE
    return f"{paper.language}, with certified translation" if is_translated else paper.language


def _dated(tab: Tab) -> str:
    return f", {long_date(tab.paper.made_on)}" if tab.paper.made_on else ""
