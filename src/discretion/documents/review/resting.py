"""What sentences rest on: told behind each as it is laid out, and gathered to lead back to it."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.pages.element import Inside
from discretion.documents.pages.element import element
from discretion.documents.pages.element import link
from discretion.documents.pages.sheet import LANGUAGE
from discretion.documents.pages.sheet import spoken
from discretion.documents.review.places import place_of_fact
from discretion.documents.review.places import place_of_paper
from discretion.documents.review.places import place_of_sentence

NAMELESS = "(no name)"
"""What a name of nothing but blanks is shown as, since a link has to be seen."""
Numbers = dict[int, list[int]]
"""The numbers of sentences, by the number of the document that they stand in."""


class Resting:
    """Numbers the sentences that rest on something, and keeps on what each of them does.

    The numbers run from 1 through the whole page, in the order in which sentences are laid out.
    """

    def __init__(self, papers: Table[str, str]) -> None:
        """Take what each paper is called."""
        self.papers = papers
        self.by_fact: dict[str, Numbers] = {}
        self.by_paper: dict[str, Numbers] = {}
        self._number = 0

    def said(
        self, sentences: Iterable[Sentence], document: Document, place: int
    ) -> Iterator[Inside]:
        """Yield sentences that stand together, each with what it rests on.

        Args:
            sentences: the sentences.
            document: what they stand in.
            place: its number on the page.

        """
        for number, each in enumerate(sentences):
            if number:
                yield " "
            is_foreign = each.language not in {"", document.language}
            yield (
                element("span", each.text, given=spoken(each.language)) if is_foreign else each.text
            )
            if each.facts or each.papers or each.citations:
                self._number += 1
                self._keep(each, place)
                yield from self._behind(each, document)

    def _keep(self, sentence: Sentence, place: int) -> None:
        for kept, names in ((self.by_fact, sentence.facts), (self.by_paper, sentence.papers)):
            for name in dict.fromkeys(names):
                kept.setdefault(name, {}).setdefault(place, []).append(self._number)

    def _behind(self, sentence: Sentence, document: Document) -> Iterator[Inside]:
        """Yield the number of a sentence, with a link to each fact and paper, and its citations."""
        facts = (link(place_of_fact(name), shown(name)) for name in dict.fromkeys(sentence.facts))
        papers = (
            link(place_of_paper(name), shown(self.papers.get(name, "") or name))
            for name in dict.fromkeys(sentence.papers)
        )
        parts: list[Inside] = []
        for found in (*facts, *papers):
            parts += ("; ", found)
        for citation in dict.fromkeys(sentence.citations):
            parts += ("; ", citation)
        language = "" if document.language == LANGUAGE else LANGUAGE
        given = {"class": "behind", "id": place_of_sentence(self._number), **spoken(language)}
        yield " "
        yield element("span", f"[{self._number} rests on: ", *parts[1:], "]", given=given)


def shown(name: str) -> str:
    """Return a name as a link shows it."""
    return name if name.strip() else NAMELESS
