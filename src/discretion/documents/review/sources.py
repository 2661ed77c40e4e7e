"""The end of a page: each fact and each paper, with the sentences that name it."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.documents.content.document import Document
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import Inside
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.pages.sheet import LANGUAGE
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import spoken
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.documents.review.places import place_of_sentence
from discretion.documents.review.resting import Numbers
from discretion.documents.review.resting import Resting
from discretion.documents.review.resting import shown

SAID, OPEN = "What the file says", "Unknown on this page"
ABOUT_OPEN = (
    "Sentences name these facts, and this page was given nothing that the file says of them."
)
UNTOLD = "unknown."
PART, REST = "part of ", ": what is not said there is unknown."
UNTITLED = "this page was given no title of it."
NOWHERE = "[no sentence names it]"
NONE = "There are none."


class Sources:
    """Lays out what sentences rest on, once all of them are laid out."""

    def __init__(self, documents: tuple[Document, ...], resting: Resting) -> None:
        """Take the documents in their order, and what was kept while they were laid out."""
        self.documents = documents
        self.resting = resting

    def facts(self, said: Table[str, str]) -> Section:
        """Return the facts: those of which the file says something, then those it leaves open."""
        used = self.resting.by_fact
        names = dict.fromkeys((*said, *used))
        told: list[Element] = []
        left: list[Element] = []
        for name in names:
            row = self._row(place_of_fact(name), _of_fact(name, said), used.get(name, {}))
            (told if _is_said(name, said) else left).append(row)
        about = (element("p", ABOUT_OPEN),) if left else ()
        inside = (
            *(element("h3", SAID), _listed(told)),
            *(element("h3", OPEN), *about, _listed(left)),
        )
        return Section(id="facts", heading="Facts", inside=inside)

    def papers(self, called: Table[str, str]) -> Section:
        """Return the papers, those without a title last."""
        used = self.resting.by_paper
        rows = [
            self._row(place_of_paper(name), _of_paper(name, called), used.get(name, {}))
            for name in dict.fromkeys((*called, *used))
        ]
        return Section(id="papers", heading="Papers", inside=(_listed(rows),))

    def _row(self, place: str, told: tuple[Inside, ...], numbers: Numbers) -> Element:
        behind = element("span", *self._back(numbers), given={"class": "behind"})
        given = {"id": place, "class": "source", "tabindex": "-1"}
        return element("li", *told, " ", behind, given=given)

    def _back(self, numbers: Numbers) -> Iterator[Inside]:
        """Yield a link to each sentence by its number, document by document."""
        if not numbers:
            yield NOWHERE
            return
        yield "[named in "
        for place, found in numbers.items():
            document = self.documents[place - 1]
            language = "" if document.language == LANGUAGE else document.language
            yield "; " if place != next(iter(numbers)) else ""
            yield element("em", document.title, given=spoken(language))
            yield ": "
            for number in found:
                yield ", " if number != found[0] else ""
                named = {"aria-label": f"sentence {number}"}
                yield link(place_of_sentence(number), str(number), named)
        yield "]"


def _is_said(name: str, said: Table[str, str]) -> bool:
    """Tell whether the file says something of a fact, or of the list that it is part of."""
    return any(said.get(each, "").strip() for each in (name, _list_of(name)))


def _of_fact(name: str, said: Table[str, str]) -> tuple[Inside, ...]:
    words, listed = said.get(name, ""), _list_of(name)
    if words.strip():
        return (f"{shown(name)}: {words}",)
    if _is_said(name, said):
        return (f"{shown(name)}: {PART}", link(place_of_fact(listed), listed), REST)
    return (f"{shown(name)}: {UNTOLD}",)


def _of_paper(name: str, called: Table[str, str]) -> tuple[Inside, ...]:
    title = called.get(name, "")
    return (title if title.strip() else f"{shown(name)}: {UNTITLED}",)


def _list_of(name: str) -> str:
    """Return the list that a name is part of: `offences` for `offences[1].weapon`."""
    return name.partition("[")[0].partition(".")[0]


def _listed(rows: list[Element]) -> Element:
    return element("ul", *rows) if rows else element("p", NONE)
