"""No rule is dead: each that tests something is met in some matter, and fails in another."""

from collections.abc import Iterator
from functools import partial

from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import FAILS
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import expecting
from discretion.compare.proof.asking.subject import met
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import also
from discretion.compare.proof.mutation import impossible
from discretion.compare.proof.mutation import with_test
from discretion.engines.interpretations import ALWAYS
from discretion.frozen import dataclass
from discretion.rules.rule import Rule
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Each rule is true of some matter and false of another."""

    id: str = "no_dead_rule"
    says: str = "Every rule that tests something is met in some matter and fails in another."

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield two parts for each rule that tests something."""
        for rule in subject.rules():
            if _tests_nothing(subject, rule) and not rule.rests_on:
                yield LeftOut(about=f"`{rule.id}`", why="it tests nothing, and is owed always")
                continue
            for told, truths in (("met", HOLDS), ("failed", FAILS)):
                yield Part(
                    about=f"`{rule.id}` {told}",
                    conditions=(met(rule),),
                    asks=partial(_asks, subject, rule, truths),
                    must_exist=True,
                )

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which the first rule also asks for its opposite, or tests nothing."""
        pack = subject.ruleset.pack
        for rule in subject.rules():
            if not _tests_nothing(subject, rule):
                yield Mutant(
                    change=f"`{rule.id}` also asks for the opposite of its own test",
                    pack=with_test(pack, rule, impossible),
                    parts=self.parts,
                )
                yield Mutant(
                    change=f"`{rule.id}` is met in every matter",
                    pack=with_test(pack, rule, partial(also, other=ALWAYS)),
                    parts=self.parts,
                )


def _tests_nothing(subject: Subject, rule: Rule) -> bool:
    return subject.ruleset.reading.rules[rule.id] == ALWAYS


def _asks(subject: Subject, rule: Rule, truths: tuple[Truth, ...]) -> Iterator[Question]:
    """Yield whether a rule is so where every instrument governs, then where none does."""
    for each in subject.as_governed():
        ground = each.ground((met(rule),))
        yield ground.question(*expecting(ground.engine, [(met(rule), truths)]))
