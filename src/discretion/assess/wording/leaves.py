"""Leaves of a derivation: the facts and judgments that made a finding what it is, in words.

Rules that a finding rests on are opened, so that nothing is left but tests of the record and
questions that only a person may settle.
"""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.english import english_of
from discretion.assess.wording.reasons import carrying_parts
from discretion.assess.wording.reasons import follows_from
from discretion.assess.wording.reasons import known_of
from discretion.engines.reference import Derivation
from discretion.frozen import dataclass
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.truth import Truth

NOT_ASSERTED = "nothing on record asserts it"
PERHAPS_ASSERTED = "not known whether the record asserts it"
NOT_SETTLED = "no official has settled it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One test that carries a finding, with what is known of it.

    `facts` names what it reads, `judgment` the open term that it waits for; `record` counts the
    record of a list that it speaks of from 1, 0 elsewhere.
    """

    says: str
    known: str
    truth: Truth
    facts: tuple[str, ...]
    judgment: str
    record: int


def leaves_of(each: Assessment, finding: Finding) -> tuple[Leaf, ...]:
    """Return the leaves that carry a finding's truth, each once, in their order."""
    return tuple(dict.fromkeys(_Leaves(each).of(finding.derivation, "", 0)))


def limbs_of(each: Assessment, finding: Finding) -> tuple[Leaf, ...]:
    """Return every limb that a finding tests, each once: those that carry its truth, and the rest.

    A rule that it rests on is named and not opened, and a list is one limb whatever it holds.
    """
    return tuple(dict.fromkeys(_Leaves(each).limbs(finding.derivation)))


class _Leaves:
    """Walks the derivations of one assessment."""

    def __init__(self, each: Assessment) -> None:
        self.view = each.view
        self.english = english_of(each)
        self.authors = {judgment.id: judgment.by for judgment in each.judgments}

    def of(self, derivation: Derivation, items: str, record: int) -> Iterator[Leaf]:
        condition = derivation.condition
        parts = list(carrying_parts(derivation))
        match condition:
            case And() | Or() | Not() | RuleMet():
                yield from self._parts(parts, items, record)
            case Judged():
                yield self._judged(derivation, condition, items)
                if condition.judgment not in self.view.settled:
                    yield from self._parts(self._unasserted(derivation), items, record)
            case Holds():
                shown = [part for part in parts if part.truth is Truth.TRUE]
                yield self._leaf(
                    derivation, items, record, follows_from(self.view) if shown else ""
                )
                yield from self._parts(shown, items, record)
            case Exists() | ForAll() | Count():
                yield self._leaf(derivation, items, record)
                yield from self._parts(parts, condition.items, record)
            case _:
                yield self._leaf(derivation, items, record)

    def limbs(self, derivation: Derivation) -> Iterator[Leaf]:
        match derivation.condition:
            case And() | Or():
                for part in derivation.children:
                    yield from self.limbs(part)
            case Judged() as condition:
                yield self._judged(derivation, condition, "")
            case _:
                yield self._leaf(derivation, "", 0)

    def _parts(self, parts: Iterable[Derivation], items: str, record: int) -> Iterator[Leaf]:
        for part in parts:
            yield from self.of(part, items, part.record or record)

    def _judged(self, derivation: Derivation, condition: Judged, items: str) -> Leaf:
        judgment = condition.judgment
        if judgment in self.view.settled:
            author = self.authors.get(judgment, "")
            answer = "met" if self.view.settled[judgment] else "not met"
            known = f"settled{f' by {author}' if author else ''} as {answer}"
        elif derivation.truth is Truth.FALSE:
            known = NOT_ASSERTED
        else:
            known = PERHAPS_ASSERTED if self._unasserted(derivation) else NOT_SETTLED
        return self._leaf(derivation, items, 0, known)

    def _unasserted(self, derivation: Derivation) -> list[Derivation]:
        """Return what a judgment would rest on, where the record does not assert it."""
        return [part for part in derivation.children if part.truth is not Truth.TRUE]

    def _leaf(self, derivation: Derivation, items: str, record: int, known: str = "") -> Leaf:
        condition = derivation.condition
        says = self.english.condition(condition, items)
        if items and record:
            says = f"{self.view.dictionary.facts[items].item} {record}: {says}"
        known = known or "; ".join(dict.fromkeys(known_of(condition, self.view, items, record)))
        if isinstance(condition, Settled):
            known = "so on record" if derivation.truth is Truth.TRUE else NOT_SETTLED
        return Leaf(
            says=says,
            known=known,
            truth=derivation.truth,
            facts=tuple(dict.fromkeys(_facts(condition, items, record))),
            judgment=condition.judgment if isinstance(condition, Judged | Settled) else "",
            record=record,
        )


def _facts(condition: Condition, items: str, record: int) -> Iterator[str]:
    if isinstance(condition, Exists | ForAll | Count):
        yield condition.items
    for term in terms_of(condition):
        for leaf in leaf_terms(term):
            match leaf:
                case Fact(name=name):
                    yield name
                case Field(name=name) if record:
                    yield f"{items}[{record}].{name}"
                case _:
                    pass
