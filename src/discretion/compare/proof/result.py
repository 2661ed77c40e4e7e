"""What a proof comes to: each sentence proved, refuted or not settled, within a bound."""

from collections.abc import Mapping as Table

from discretion.compare.proof.asking.question import LeftOut
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.frozen import dataclass
from discretion.law.citation import Citation
from discretion.rules.condition import Condition
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.rules.sentences.sentence import Unclaimed
from discretion.truth import Truth

PROVED, REFUTED, NOT_SETTLED = "proved", "refuted", "not_settled"
"""What a sentence can come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCase:
    """One made case: its name, its file, what it says, and what the reference engine finds.

    `findings` holds each condition that the sentence turns on, with its truth in this case.
    """

    name: str
    text: str
    said: Chosen
    findings: tuple[tuple[Condition, Truth], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterexample:
    """What refutes a sentence: of what, in which reading, and the made cases that show it.

    `cases` are one case, or a before and an after where the sentence compares two, and none where
    no matter does what some matter should. INVARIANT replayed: the reference engine found all that
    is told of a case, on the text of its file.
    """

    about: str
    interpretation: str
    cases: tuple[MadeCase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One sentence about one pack.

    `parts` counts what it was asked of, `settled` how much of that was settled. `bounds` says how
    many records of each list a matter had at most. `noticed` is the change of the pack that
    refuted the sentence, empty where none did or none was tried; `left_out` is what the sentence
    does not speak of.
    """

    id: str
    says: str
    citation: Citation | None
    status: str
    parts: int
    settled: int
    bounds: Table[str, int]
    noticed: str
    counterexample: Counterexample | None
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A question that had no answer, in SMT-LIB, for another solver to repeat."""

    sentence: str
    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProofs:
    """All sentences about one pack.

    `silent` are the sentences for which the pack has nothing to speak of. `seconds` is how long one
    sentence could take. `scripts` is filled where they were asked for.
    """

    library: Library
    pack: Pack
    proofs: tuple[Proof, ...]
    silent: tuple[LeftOut, ...]
    unclaimed: tuple[Unclaimed, ...]
    seconds: float
    scripts: tuple[Script, ...] = ()

    @property
    def all_proved(self) -> bool:
        """Whether every sentence is proved, and refuted on a changed pack."""
        return all(each.status == PROVED and each.noticed for each in self.proofs)
