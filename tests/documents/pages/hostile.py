"""A comparison in which every text is hostile: markup, quotation marks, marks that turn order."""

from collections.abc import Iterator
from itertools import count

from discretion.documents import CaseTold
from discretion.documents import ComparisonTold
from discretion.documents import CountTold
from discretion.documents import ProvisionTold
from discretion.documents import ReasonTold
from discretion.documents import RuleTold
from discretion.documents import SideTold
from discretion.documents import TableTold
from discretion.documents import TextTold
from discretion.documents import TopicsTold
from discretion.documents import TopicTold
from discretion.documents import TurnTold

TURNED = "\u202e\u200f\u2066\x1b"


class Hostile:
    """Makes hostile texts, each told from the others by its number, and keeps them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: list[str] = []
        self._numbers = count(1)

    def text(self) -> str:
        """Return another hostile text."""
        number = next(self._numbers)
        text = f"</p></style><script>alert({number})</script>\"'&amp;<!--{TURNED}{number}-->"
        self.texts.append(text)
        return text

    def comparison(self) -> ComparisonTold:
        """Return a page's worth of them, with everything that a page can hold."""
        return ComparisonTold(
            title=self.text(),
            a=SideTold(letter="A", title=self.text(), standing=self.text()),
            b=SideTold(letter="B", title=self.text(), standing=self.text()),
            what_it_is=(self.text(),),
            groups=(
                TopicsTold(heading=self.text(), topics=(self._topic(), self._topic())),
                TopicsTold(heading=self.text(), topics=(self._topic(),)),
            ),
            table=TableTold(
                heading=self.text(),
                note=self.text(),
                counts=(CountTold(topic=self.text(), alone=self.text(), yes=1, no=2, unknown=3),),
            ),
            limits=(self.text(),),
            made=self.text(),
        )

    def _topic(self) -> TopicTold:
        return TopicTold(
            name=self.text(),
            relation=self.text(),
            a=TextTold(letter="A", name=self.text(), provisions=tuple(self._provisions())),
            b=TextTold(letter="B", name=self.text(), provisions=(), instead=self.text()),
            notes=(self.text(),),
            cases=(
                CaseTold(
                    shows=self.text(),
                    says=(self.text(),),
                    a=self._reason("A", 1),
                    b=self._reason("B", None),
                ),
            ),
        )

    def _provisions(self) -> Iterator[ProvisionTold]:
        yield ProvisionTold(
            heading="",
            paraphrase=(),
            quotes=(),
            basis="",
            rules=(self._rule(),),
        )
        yield ProvisionTold(
            heading=self.text(),
            paraphrase=(self.text(), self.text()),
            quotes=((self.text(), self.text()),),
            basis=self.text(),
            rules=(self._rule(), self._rule()),
        )

    def _rule(self) -> RuleTold:
        return RuleTold(says=self.text(), cited=self.text())

    def _reason(self, letter: str, provision: int | None) -> ReasonTold:
        return ReasonTold(
            letter=letter,
            name=self.text(),
            cited=self.text(),
            provision=provision,
            comes_to=self.text(),
            tests=(TurnTold(says=self.text(), holds=self.text()),),
        )
