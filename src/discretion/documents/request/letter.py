"""The letter: what is asked, under which policy, and what the record shows, block by block."""

from collections.abc import Iterator

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.request.parts import beginning
from discretion.documents.request.parts import ending
from discretion.documents.request.saying.grounds import Grounds
from discretion.documents.request.saying.grounds import Shown
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.told.outline import CATEGORIES
from discretion.documents.request.told.outline import OTHERS
from discretion.documents.request.told.outline import OutlineBlock
from discretion.documents.request.told.request_told import RequestTold
from discretion.facts.dictionary import Kind
from discretion.request import FactorEvidence
from discretion.request import FactWay

Item = tuple[Sentence, ...]


def letter(told: RequestTold) -> Document:
    """Return the letter of a request.

    Every sentence on the person rests on a fact that may go out, every sentence on the law on a
    provision that was read and a policy that governs on the day of the filing. A block of which
    nothing may be said is left out.
    """
    told_once = _Told(told)
    blocks = [*beginning(told)]
    for block in told.outline.blocks:
        blocks.extend(told_once.block(block))
    blocks.extend(ending(told))
    return Document(
        kind="letter",
        title="Request for prosecutorial discretion",
        language="en",
        dated=told.checked.filing_on,
        blocks=tuple(blocks),
        foot=FOOT,
    )


AGAINST = "aggravating"
FOOT = "An argument for a decision that an official makes."


class _Told:
    """Tells each fact and each factor once, in the first block that it belongs to."""

    def __init__(self, told: RequestTold) -> None:
        self.told = told
        self.statements = Statements(told)
        self.grounds = Grounds(told)
        self.facts = set(told.outline.not_told)
        self.factors: set[tuple[str, str]] = set()

    def block(self, block: OutlineBlock) -> Iterator[Block]:
        """Yield a block with its heading, nothing where nothing may be said."""
        items = [item for item in self._items(block) if item]
        if items:
            yield Heading(text=block.title)
            if len(items) == 1:
                yield Paragraph(sentences=items[0])
            else:
                yield Listing(items=tuple(items))

    def _items(self, block: OutlineBlock) -> Iterator[Item]:
        if block.holds == CATEGORIES:
            yield from ((sentence,) for sentence in self.grounds.categories())
        for shown in self.grounds.shown(self._factors(block)):
            yield from self._factor(shown, is_against=AGAINST in block.sides)
        for name in block.facts:
            yield from self._facts(name)
        if block.holds == OTHERS:
            for name in (*self.told.checked.case.facts, *self.told.checked.case.lists):
                yield from self._facts(name)

    def _factors(self, block: OutlineBlock) -> Iterator[FactorEvidence]:
        """Yield the factors of a block that no block before it told."""
        for each in self.told.checked.factors:
            rule = each.finding.rule
            key = (each.instrument, rule.id)
            is_here = not block.topics or rule.topic in block.topics
            if rule.side in block.sides and is_here and key not in self.factors:
                self.factors.add(key)
                yield each

    def _factor(self, shown: Shown, *, is_against: bool) -> Iterator[Item]:
        """Yield what a factor shows with the facts that it rests on, each told once.

        A fact that a block of its own tells waits for that block. A yes or no that a factor repeats
        in the words of the policy is not said twice, and its papers stand with those words.
        """
        if not is_against:
            # A no of what would speak for the person is no reason, and is left to the memo.
            denied = (each.fact for each in shown.facts if self.statements.is_denial(each.fact))
            self.facts.update(denied)
        repeated = [each for each in shown.facts if shown.says and self._is_repeated(each, shown)]
        self.facts.update(each.fact for each in repeated)
        if shown.says:
            yield (self._said(shown, repeated), *self._beside(shown))
        elif beside := self._beside(shown):
            yield beside

    def _is_repeated(self, each: FactWay, shown: Shown) -> bool:
        kind = self.told.library.dictionary.facts[each.fact].kind
        is_new = each.fact not in self.facts and bool(self.statements.of(each.fact))
        return kind is Kind.YES_NO and is_new and not shown.is_measure

    def _said(self, shown: Shown, repeated: list[FactWay]) -> Sentence:
        named = dict.fromkeys(paper for each in repeated for paper in each.papers_out)
        papers = tuple(name for name in named if name in self.told.tabs)
        marks = (self.told.tabs[name].name for name in papers)
        behind = "; ".join((*shown.citations, *marks))
        return Sentence(
            text=f"{shown.says} ({behind}).",
            facts=tuple(each.name for each in shown.facts),
            papers=papers,
            citations=shown.citations,
        )

    def _beside(self, shown: Shown) -> Item:
        own = {name for block in self.told.outline.blocks for name in block.facts}
        waiting = [way.fact for way in shown.facts if way.fact not in own]
        return tuple(
            sentence
            for name in dict.fromkeys(waiting)
            for item in self._facts(name)
            for sentence in item
        )

    def _facts(self, name: str) -> Iterator[Item]:
        if name not in self.facts:
            self.facts.add(name)
            yield from ((sentence,) for sentence in self.statements.of(name))
