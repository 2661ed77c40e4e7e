"""No matter makes a condition true in vain: it never is, or another follows, or an outcome does."""

from collections.abc import Iterator
from functools import partial

from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import NOT_HELD
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import established
from discretion.compare.proof.asking.subject import expecting
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import also
from discretion.compare.proof.mutation import impossible
from discretion.compare.proof.mutation import with_rows
from discretion.compare.proof.mutation import with_test
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.frozen import dataclass
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import rules_in
from discretion.rules.rule import OutcomeRow
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverForm:
    """No sound matter makes one condition true without the other."""

    id: str
    says: str
    claim: Never

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the one part of the sentence."""
        yield Part(
            about="every matter",
            conditions=tuple(self._conditions()),
            asks=partial(self._asks, subject),
        )

    def _conditions(self) -> Iterator[Condition]:
        yield self.claim.when
        if self.claim.unless is not None:
            yield self.claim.unless

    def _asks(self, subject: Subject) -> Iterator[Question]:
        ground = subject.ground(self._conditions())
        asked = zip(self._conditions(), (HOLDS, NOT_HELD), strict=False)
        yield ground.question(*expecting(ground.engine, asked))

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which a rule that is named is always met, or never."""
        pack = subject.ruleset.pack
        for condition in self._conditions():
            for name in dict.fromkeys(rules_in(condition)):
                rule = pack.rules[name]
                for words, change in (("always", _always), ("never", impossible)):
                    yield Mutant(
                        change=f"`{name}` is {words} met",
                        pack=with_test(pack, rule, change),
                        parts=self.parts,
                    )


def _always(condition: Condition) -> Condition:
    return also(condition, And(()))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrevailsForm:
    """Whenever a condition is true, the established outcome is one of those named."""

    id: str
    says: str
    claim: Prevails

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the one part of the sentence."""
        rows = subject.rows
        yield Part(
            about="every matter",
            conditions=(self.claim.when, *(row.when for row in rows)),
            asks=partial(self._asks, subject),
        )

    def _asks(self, subject: Subject) -> Iterator[Question]:
        conditions = [row.when for row in subject.rows]
        ground = subject.ground((self.claim.when, *conditions))
        wanted, expected = expecting(ground.engine, [(self.claim.when, HOLDS)])
        named = [
            established(ground.engine, conditions, number)
            for number, row in enumerate(subject.rows)
            if self._names(row)
        ]
        yield ground.question((*wanted, opposite(some(named))), expected)

    def _names(self, row: OutcomeRow) -> bool:
        return row.token in self.claim.outcomes or row.level in self.claim.levels

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield the pack with the named rows last, and without them."""
        pack = subject.ruleset.pack
        named = [row for row in pack.outcomes if self._names(row)]
        others = [row for row in pack.outcomes if row not in named]
        if others:
            yield Mutant(
                change="the rows that are named stand last in the table",
                pack=with_rows(pack, [*others, *named]),
                parts=self.parts,
            )
        yield Mutant(
            change="the rows that are named are taken out of the table",
            pack=with_rows(pack, others),
            parts=self.parts,
        )
