"""What an outcome table owes its readers: each row can come about, and the rows cover all cases."""

from collections.abc import Iterator
from functools import partial

from discretion.compare.proof.asking.question import Expected
from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import NOT_HELD
from discretion.compare.proof.asking.subject import Ground
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import established
from discretion.compare.proof.asking.subject import expecting
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import impossible
from discretion.compare.proof.mutation import with_row
from discretion.compare.proof.mutation import with_rows
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.frozen import dataclass
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.rules.rule import LEVELS

STOP = "stop"
"""The level of a row that ends everything."""


def established_truths(subject: Subject, number: int) -> Iterator[Expected]:
    """Yield what the reference engine must find of the rows where one of them is established."""
    for earlier, row in enumerate(subject.rows[: number + 1]):
        truths = HOLDS if earlier == number else NOT_HELD
        yield Expected(case=0, condition=row.when, truths=truths)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """Every row of the table is established in some matter."""

    id: str = "outcomes_reachable"
    says: str = "Every outcome of the table can come about."

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each row that is not said to be out of reach, with its authority."""
        for number, row in enumerate(subject.rows):
            if not row.unreachable:
                yield Part(
                    about=f"`{row.token}`",
                    conditions=tuple(each.when for each in subject.rows[: number + 1]),
                    asks=partial(_reaches, subject, number),
                    must_exist=True,
                )
            else:
                why = f"out of reach by its authority: {row.unreachable}"
                yield LeftOut(about=f"`{row.token}`", why=why)

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield, for each row, the pack in which it also asks for its opposite."""
        pack = subject.ruleset.pack
        for row in pack.outcomes:
            if not row.unreachable:
                yield Mutant(
                    change=f"`{row.token}` also asks for the opposite of its own condition",
                    pack=with_row(pack, row, impossible(row.when)),
                    parts=self.parts,
                )


def _reaches(subject: Subject, number: int) -> Iterator[Question]:
    """Yield whether a row is established where every instrument governs, then where none does."""
    for each in subject.as_governed():
        yield _reaches_in(each, number)


def _reaches_in(subject: Subject, number: int) -> Question:
    conditions = [row.when for row in subject.rows]
    ground = subject.ground(conditions)
    wanted = (established(ground.engine, conditions, number),)
    return ground.question(wanted, established_truths(subject, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Covers:
    """Where everything is known and every judgment settled, some row is established."""

    id: str = "outcomes_cover"
    says: str = (
        "Where every fact that the table turns on is known and every judgment that the record "
        "calls for is settled, some outcome is established."
    )

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the one part, of a table that says anything beside what stops everything."""
        if any(row.level != STOP for row in subject.rows):
            yield Part(
                about="every matter",
                conditions=tuple(row.when for row in subject.rows),
                asks=partial(_uncovered, subject),
            )

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield, for each row, the pack without it."""
        pack = subject.ruleset.pack
        for row in reversed(pack.outcomes):
            yield Mutant(
                change=f"`{row.token}` is taken out of the table",
                pack=with_rows(pack, (each for each in pack.outcomes if each is not row)),
                parts=self.parts,
            )


def _uncovered(subject: Subject) -> Iterator[Question]:
    conditions = [row.when for row in subject.rows]
    # A matter that other questions share has come to more, which need not be known here.
    ground = Ground(subject, subject.bounds(conditions))
    wanted, expected = expecting(ground.engine, [(each, NOT_HELD) for each in conditions])
    ground.kept()
    known = tuple(_known(ground))
    yield ground.question((*wanted, *known), expected)


def _known(ground: Ground) -> Iterator[Formula]:
    """Yield that everything come to is known: said, or following, or not applicable."""
    guards, engine = ground.subject.library.derivations.guards, ground.engine
    derivable = engine.reading.derivable
    for (items, number, name), choice in tuple(ground.matter.choices.items()):
        enough = [choice.said]
        guard = guards.get(f"{items}.{name}" if items else name)
        if items:
            slot = ground.matter.slots(items)[number - 1]
            enough.append(opposite(slot.present))
            if guard is not None:
                enough.append(engine.pair(guard, slot).is_false)
        else:
            if guard is not None:
                enough.append(engine.pair(guard).is_false)
            if name in derivable:
                enough.append(some(engine.pair(Holds(Fact(name)))))
        if not choice.fact.absent:
            yield some(enough)
    for items in ground.bounds:
        yield ground.matter.complete(items)
    for judgment, settled in tuple(ground.matter.judgments.items()):
        rests_on = engine.reading.judgments[judgment]
        unasserted = [] if rests_on is None else [engine.pair(rests_on).is_false]
        yield some((*settled, *unasserted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agrees:
    """A row of a weaker level is never established while a stronger one is true."""

    id: str = "outcomes_agree"
    says: str = (
        "No outcome is established while the condition of a stronger one is true: what stops "
        "everything is stronger than what is conditional, and that is stronger than what is clear."
    )

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each row and each stronger row behind or before it."""
        rows = subject.rows
        for number, row in enumerate(rows):
            stronger = [each for each in rows if _strength(each.level) < _strength(row.level)]
            if stronger:
                told = ", ".join(f"`{each.token}`" for each in stronger)
                yield Part(
                    about=f"`{row.token}` beside {told}",
                    conditions=tuple(each.when for each in rows),
                    asks=partial(_contradicts, subject, number),
                )

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield the pack with each stronger row behind all others."""
        pack = subject.ruleset.pack
        for row in pack.outcomes:
            others = [each for each in pack.outcomes if each is not row]
            if any(_strength(each.level) > _strength(row.level) for each in others):
                yield Mutant(
                    change=f"`{row.token}` stands last in the table",
                    pack=with_rows(pack, [*others, row]),
                    parts=self.parts,
                )


def _strength(level: str) -> int:
    return LEVELS.index(level)


def _contradicts(subject: Subject, number: int) -> Iterator[Question]:
    rows = subject.rows
    conditions = [row.when for row in rows]
    for row in rows:
        if _strength(row.level) < _strength(rows[number].level):
            ground = subject.ground(conditions)
            wanted, expected = expecting(ground.engine, [(row.when, HOLDS)])
            is_first = (established(ground.engine, conditions, number),)
            told = (*expected, *established_truths(subject, number))
            yield ground.question((*wanted, *is_first), told)
