"""A pack in one reading, of which sentences are proved: its rules and rows as formulas."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias
from typing import TypeVar

import z3

from discretion.analysis.reach import Closure
from discretion.analysis.reach import closure_of
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import switched
from discretion.compare.proof.asking.question import Expected
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.texts import texts_in
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import chosen_in
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.open_matter import Sayable
from discretion.engines.smt.choosing.open_matter import with_own_part
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.engines.smt.pair import opposite
from discretion.facts.matter import MatterType
from discretion.rules.condition import Condition
from discretion.rules.condition import RuleMet
from discretion.rules.library import Library
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Rule
from discretion.truth import Truth

HOLDS, FAILS, IS_OPEN = (Truth.TRUE,), (Truth.FALSE,), (Truth.UNKNOWN,)
NOT_HELD, NOT_FAILED = (*FAILS, *IS_OPEN), (*HOLDS, *IS_OPEN)


Made = TypeVar("Made")
Bounds: TypeAlias = Table[str, int]
"""How many records a matter may have of each list."""


class Subject:
    """One pack in one reading, in its library. It keeps the matters that questions share."""

    def __init__(self, library: Library, ruleset: Ruleset) -> None:
        """Take the pack."""
        self.library = library
        self.ruleset = ruleset
        self._shared: dict[object, object] = {}
        self._closures: dict[tuple[Condition, ...], Closure] = {}
        self._texts: Table[str, frozenset[str]] | None = None

    @property
    def texts(self) -> Table[str, frozenset[str]]:
        """The texts that conditions mention."""
        if self._texts is None:
            self._texts = texts_in(self.library, self.ruleset)
        return self._texts

    def as_governed(self) -> Iterator["Subject"]:
        """Yield the pack where all that its rules rest on governs, and where none of it does."""
        yield self
        bare = switched(self.ruleset, frozenset())
        if bare is not self.ruleset:
            yield self.shared(_ungoverned, {})

    def ground(self, conditions: Iterable[Condition]) -> "Ground":
        """Return an open matter for a question, shared with those of the same bounds."""
        return self.shared(Ground, self.bounds(conditions))

    def shared(self, make: "Callable[[Subject, Bounds], Made]", bounds: Bounds) -> "Made":
        """Return what is made for some bounds, made once for all questions that have them."""
        key = make, tuple(sorted(bounds.items()))
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = make(self, bounds)
        return found  # type: ignore[return-value]  # what was made by the same maker

    def bounds(self, conditions: Iterable[Condition], times: int = 1) -> Bounds:
        """Return how many records of each list show all that conditions can make of it.

        Args:
            conditions: all that a question turns on.
            times: how many matters share the records, each with what it tells apart.

        """
        needs = self.closure(conditions).needs()
        return with_own_part({items: number * times for items, number in needs}, self.matter)

    @property
    def matter(self) -> MatterType:
        """The type of the matters that the pack speaks of."""
        return self.library.words.matters[self.ruleset.pack.instrument.matter]

    @property
    def rows(self) -> tuple[OutcomeRow, ...]:
        """The rows of the outcome table."""
        return self.ruleset.pack.outcomes

    def rules(self, *kinds: str) -> Iterator[Rule]:
        """Yield the rules of some kinds that test something; of every kind when none is named."""
        for identifier in self.ruleset.tested:
            rule = self.ruleset.pack.rules[identifier]
            if not kinds or rule.kind in kinds:
                yield rule

    def factors(self, *sides: str) -> Iterator[Rule]:
        """Yield the factors of some sides."""
        return (rule for rule in self.rules("factor") if rule.side in sides)

    def closure(self, conditions: Iterable[Condition]) -> Closure:
        """Return all that conditions lead to, with the guards of the facts they come to."""
        key = tuple(conditions)
        found = self._closures.get(key)
        if found is None:
            found = self._closures[key] = self._closure(list(key))
        return found

    def _closure(self, start: list[Condition]) -> Closure:
        guards = self.library.derivations.guards
        while True:
            found = closure_of(start, self.ruleset.reading)
            more = [guards[name] for name in found.facts if name in guards]
            more = [guard for guard in more if guard not in start]
            if not more:
                return found
            start.extend(more)


def _ungoverned(subject: Subject, _: Bounds) -> Subject:
    return Subject(subject.library, switched(subject.ruleset, frozenset()))


class Ground:
    """An open matter of a pack, of which questions are asked.

    INVARIANT enough records: its bounds are those that suffice for what is asked of it, or more.
    """

    def __init__(self, subject: Subject, bounds: Bounds) -> None:
        """Take the pack, and how many records each list may have."""
        self.subject = subject
        self.bounds = bounds
        self.calendar = Calendar()
        self.matter = self.another("")
        self.engine = self.reading(self.matter)
        self._kept: tuple[Formula, ...] = ()
        self._kept_for: tuple[int, ...] = ()

    def another(self, name: str) -> OpenMatter:
        """Return a further matter with the same bounds."""
        subject = self.subject
        dictionary = subject.library.dictionary
        sayable = Sayable(dictionary, subject.matter, self.bounds, subject.texts)
        return OpenMatter(sayable, name=name)

    def reading(self, matter: object) -> SmtEngine:
        """Return the engine that reads a matter by the rules of the pack."""
        return SmtEngine(matter, self.subject.ruleset.reading, self.calendar)  # type: ignore[arg-type]  # a matter

    def kept(self) -> tuple[Formula, ...]:
        """Return what a sound file keeps, for everything come to so far."""
        if self._come_to() != self._kept_for:
            guards = self.subject.library.derivations.guards
            self._kept = kept_by_sound_files(self.matter, (self.engine,), guards)
            self._kept_for = self._come_to()
        return self._kept

    def _come_to(self) -> tuple[int, ...]:
        """Return how much has been come to, which only ever grows."""
        matter = self.matter
        several = (matter.choices, matter.judgments, matter.kept, self.calendar.kept)
        return tuple(len(each) for each in several)

    def question(self, wanted: Iterable[Formula], expected: Iterable[Expected]) -> Question:
        """Return the question whether a matter meets all that is wanted."""
        asked = tuple(wanted)
        kept = self.kept()
        return Question(
            ruleset=self.subject.ruleset,
            kept=kept,
            wanted=asked,
            said=tuple(self.matter.said()),
            day=self.matter.day,
            bounds=dict(self.bounds),
            cases=self.cases,
            expected=tuple(expected),
        )

    def cases(self, model: z3.ModelRef) -> tuple[Chosen, ...]:
        """Return the one case of an answer."""
        return (chosen_in(model, self.matter),)


def standing(pair: Pair, truths: tuple[Truth, ...]) -> Formula:
    """Return that a pair has one of some truths."""
    if truths == HOLDS:
        return pair.is_true
    if truths == FAILS:
        return pair.is_false
    if truths == NOT_HELD:
        return opposite(pair.is_true)
    if truths == NOT_FAILED:
        return opposite(pair.is_false)
    return every((opposite(pair.is_true), opposite(pair.is_false)))


def expecting(
    engine: SmtEngine, wanted: Iterable[tuple[Condition, tuple[Truth, ...]]], case: int = 0
) -> tuple[tuple[Formula, ...], tuple[Expected, ...]]:
    """Return formulas for the truths of conditions, and the same for the reference engine."""
    asked = tuple(wanted)
    return (
        tuple(standing(engine.pair(condition), truths) for condition, truths in asked),
        tuple(
            Expected(case=case, condition=condition, truths=truths) for condition, truths in asked
        ),
    )


def met(rule: Rule) -> RuleMet:
    """Return the condition that a rule is met."""
    return RuleMet(rule.id)


def established(engine: SmtEngine, conditions: list[Condition], number: int) -> Formula:
    """Return that one row is the first of a table whose condition is true."""
    earlier = (opposite(engine.pair(each).is_true) for each in conditions[:number])
    return every((engine.pair(conditions[number]).is_true, *earlier))
