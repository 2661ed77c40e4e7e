"""What learning may do: nothing that is decided is reversed, and what was open stays a warning."""

from collections.abc import Iterator
from functools import partial

from discretion.compare.proof.asking.pairs import Completion
from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import FAILS
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import NOT_HELD
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import met
from discretion.compare.proof.mutation import ADDED
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import only_with
from discretion.compare.proof.mutation import with_judgment
from discretion.compare.proof.mutation import with_row
from discretion.compare.proof.mutation import with_test
from discretion.frozen import dataclass
from discretion.rules.condition import Not
from discretion.rules.condition import Settled
from discretion.rules.condition import walk
from discretion.rules.rule import Rule

STOP = "stop"
PROCEDURE = "it asks whether somebody settled a judgment, which learning changes by its nature"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverReverses:
    """A finding that is decided stays so, whatever else is learned."""

    id: str = "learning_never_reverses"
    says: str = (
        "A rule that is met stays met, and one that failed stays failed, whatever more is said, "
        "recorded in a list that may go on, or settled by an official."
    )

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each rule that asks for no procedure."""
        for rule in subject.rules():
            if _is_procedure(subject, rule):
                yield LeftOut(about=f"`{rule.id}`", why=PROCEDURE)
            else:
                yield self._part(rule, subject)

    def _parts_of(self, rule: Rule, subject: Subject) -> Iterator[Part]:
        yield self._part(rule, subject)

    def _part(self, rule: Rule, subject: Subject) -> Part:
        return Part(
            about=f"`{rule.id}`",
            conditions=(met(rule),),
            asks=partial(_reverses, subject, rule),
        )

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which a rule is met only while a judgment is open."""
        for rule in subject.rules():
            pack = with_judgment(subject.ruleset.pack)
            yield Mutant(
                change=f"`{rule.id}` is met only while one more judgment is not settled",
                pack=with_test(pack, rule, partial(only_with, other=Not(Settled(ADDED)))),
                parts=partial(self._parts_of, rule),
            )


def _reverses(subject: Subject, rule: Rule) -> Iterator[Question]:
    for first, then in ((HOLDS, FAILS), (FAILS, HOLDS)):
        bounds = subject.bounds((met(rule),), times=2)
        completion = subject.shared(Completion, bounds)
        yield completion.question([(met(rule), (first, then))])


def _is_procedure(subject: Subject, rule: Rule) -> bool:
    closure = subject.closure((met(rule),))
    read = [*closure.rules.values()]
    reading = subject.ruleset.reading
    read.extend(each for name in closure.judgments if (each := reading.judgments[name]) is not None)
    return any(isinstance(node, Settled) for each in read for node in walk(each))


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverClears:
    """Where what is still unknown would stop everything, no row that stops is ruled out."""

    id: str = "unknown_never_clears"
    says: str = (
        "Where a matter would be stopped if more were known, the outcomes that stop it are not "
        "all ruled out while it is not."
    )

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each row that stops."""
        for number, row in enumerate(subject.rows):
            if row.level == STOP:
                yield Part(
                    about=f"`{row.token}`",
                    conditions=tuple(each.when for each in subject.rows),
                    asks=partial(_clears, subject, number),
                )

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which a row stops only what somebody has settled."""
        pack = subject.ruleset.pack
        for row in pack.outcomes:
            if row.level == STOP:
                when = only_with(row.when, Settled(ADDED))
                yield Mutant(
                    change=f"`{row.token}` also asks that one more judgment is settled",
                    pack=with_row(with_judgment(pack), row, when),
                    parts=self.parts,
                )


def _clears(subject: Subject, number: int) -> Iterator[Question]:
    earlier = [row.when for row in subject.rows[:number]]
    stops = [row.when for row in subject.rows if row.level == STOP]
    stopped = subject.rows[number].when
    bounds = subject.bounds((*earlier, *stops), times=2)
    completion = subject.shared(Completion, bounds)
    yield completion.question(
        [
            *((each, (FAILS, None)) for each in stops),
            (stopped, (None, HOLDS)),
            *((each, (None, NOT_HELD)) for each in earlier),
        ]
    )
