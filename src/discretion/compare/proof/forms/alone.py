"""While nothing is known but some facts, no rule of some kinds is met."""

from collections.abc import Iterator
from functools import partial

from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import Ground
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import expecting
from discretion.compare.proof.asking.subject import met
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import also
from discretion.compare.proof.mutation import with_test
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.rules.condition import Within
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneForm:
    """The sentence of an author, by its claim."""

    id: str
    says: str
    claim: Alone

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each rule of the kinds that are spoken of."""
        for rule in subject.rules(*self.claim.kinds):
            yield Part(
                about=f"`{rule.id}`",
                conditions=(met(rule),),
                asks=partial(self._asks, subject, rule),
            )

    def _asks(self, subject: Subject, rule: Rule) -> Iterator[Question]:
        ground = subject.ground((met(rule),))
        wanted, expected = expecting(ground.engine, [(met(rule), HOLDS)])
        # Guards can come to further facts, which must be silent as well.
        ground.kept()
        yield ground.question((*wanted, *self._nothing_else(ground)), expected)

    def _nothing_else(self, ground: Ground) -> Iterator[Formula]:
        """Yield that nothing is said but the facts and lists, and that nobody settled anything."""
        matter, allowed = ground.matter, self.claim.facts
        for (items, _, name), choice in matter.choices.items():
            if (items or name) not in allowed:
                yield opposite(choice.said)
        for (items, _), present in matter.present.items():
            if items not in allowed:
                yield opposite(present)
        for items, closed in matter.closed.items():
            if items not in allowed:
                yield opposite(closed)
        for settled in matter.judgments.values():
            yield opposite(some(settled))

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield the pack in which one of the facts is enough for the first such rule."""
        rule = next(subject.rules(*self.claim.kinds), None)
        for name in self.claim.facts if rule is not None else ():
            enough = enough_for(name, subject)
            if enough is not None and rule is not None:
                yield Mutant(
                    change=f"`{rule.id}` is also met by `{name}`",
                    pack=with_test(subject.ruleset.pack, rule, partial(also, other=enough)),
                    parts=self.parts,
                )


def enough_for(name: str, subject: Subject) -> Condition | None:
    """Return a condition that saying a fact can make true, None where there is no plain one."""
    fact = subject.library.dictionary.facts[name]
    match fact.kind:
        case Kind.YES_NO:
            return Holds(Fact(name))
        case Kind.TOKEN:
            return Within(Fact(name), tuple(fact.words))
        case Kind.LIST:
            return Exists(name, None)
        case _:
            return None
