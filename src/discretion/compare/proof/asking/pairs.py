"""Two matters in one question: before and after one change, or known and then known better."""

from collections.abc import Iterable
from collections.abc import Iterator
from types import MappingProxyType

import z3

from discretion.compare.proof.asking.change import Change
from discretion.compare.proof.asking.change import ChangedMatter
from discretion.compare.proof.asking.change import FactSaid
from discretion.compare.proof.asking.change import RecordAdded
from discretion.compare.proof.asking.question import Expected
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import Bounds
from discretion.compare.proof.asking.subject import Ground
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import standing
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import Value
from discretion.engines.smt.choosing.chosen import chosen_in
from discretion.engines.smt.choosing.chosen import spoken
from discretion.engines.smt.choosing.open_matter import Key
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Formula
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.condition import facts_in
from discretion.truth import Truth

Truths = tuple[Truth, ...] | None
"""What a condition may be found; None where that does not matter."""
Turn = tuple[Condition, tuple[Truths, Truths]]
"""A condition with what it may be found in the one matter and in the other."""


def _asked(
    turns: Iterable[Turn], engines: tuple[SmtEngine, SmtEngine]
) -> Iterator[tuple[Formula, Expected]]:
    for condition, found in turns:
        for case, (engine, truths) in enumerate(zip(engines, found, strict=True)):
            if truths is not None:
                expected = Expected(case=case, condition=condition, truths=truths)
                yield standing(engine.pair(condition), truths), expected


class Step:
    """A matter before and after one change."""

    def __init__(self, subject: Subject, conditions: Iterable[Condition], change: Change) -> None:
        """Take the pack, all that the question turns on, and the change."""
        several = tuple(conditions)
        tells = subject.closure(several).quantifiers
        # Each list may then tell apart what was and what is.
        is_within = isinstance(change, FactSaid) and any(
            change.fact in facts_in(condition) for condition in tells
        )
        bounds = dict(subject.bounds(several, times=2 if is_within else 1))
        if isinstance(change, RecordAdded):
            bounds.setdefault(change.items, 1)
        self.ground = Ground(subject, bounds)
        self.change = change
        self.after = ChangedMatter(self.ground.matter, change)
        self.engines = self.ground.engine, self.ground.reading(self.after)

    def question(self, turns: Iterable[Turn]) -> Question:
        """Return the question whether some matter turns all conditions so."""
        wanted, expected = zip(*_asked(turns, self.engines), strict=True)
        guards = self.ground.subject.library.derivations.guards
        # What the one matter keeps can come to facts of the other.
        self.ground.kept()
        after = kept_by_sound_files(self.after, (self.engines[1],), guards)
        before = self.ground.kept()
        return Question(
            ruleset=self.ground.subject.ruleset,
            kept=(*before, *after),
            wanted=wanted,
            said=(*self.ground.matter.said(), *self.after.own.said()),
            day=self.ground.matter.day,
            bounds=dict(self.ground.bounds),
            cases=self._cases,
            expected=expected,
        )

    def _cases(self, model: z3.ModelRef) -> tuple[Chosen, ...]:
        before = chosen_in(model, self.ground.matter)
        return before, self._changed(before, model)

    def _changed(self, before: Chosen, model: z3.ModelRef) -> Chosen:
        said: dict[str, Value] = {
            name: spoken(choice, model)
            for (_, _, name), choice in self.after.own.choices.items()
            if z3.is_true(model.eval(choice.said, model_completion=True))
        }
        match self.change:
            case FactSaid(fact=fact):
                facts = MappingProxyType({**before.facts, fact: said[fact]})
                return replace(before, facts=facts)
            case RecordAdded(items=items):
                rows = (*before.records.get(items, ()), MappingProxyType(said))
                return replace(before, records=MappingProxyType({**before.records, items: rows}))
            case _:
                judgments = {**before.judgments, self.change.judgment: True}
                return replace(before, judgments=MappingProxyType(judgments))


class Completion:
    """A matter, and the same one when more is known: all that was said is said alike."""

    def __init__(self, subject: Subject, bounds: Bounds) -> None:
        """Take the pack, and how many records each list may have."""
        self.ground = Ground(subject, bounds)
        self.then = self.ground.another("then.")
        self.engines = self.ground.engine, self.ground.reading(self.then)
        self._links: list[Formula] = [self.ground.matter.day == self.then.day]
        self._linked = set[object]()

    def question(self, turns: Iterable[Turn]) -> Question:
        """Return the question whether learning turns all conditions so."""
        wanted, expected = zip(*_asked(turns, self.engines), strict=True)
        self._kept()
        self._link()
        return Question(
            ruleset=self.ground.subject.ruleset,
            kept=(*self._kept(), *self._links),
            wanted=wanted,
            said=(*self.ground.matter.said(), *self.then.said()),
            day=self.ground.matter.day,
            bounds=dict(self.ground.bounds),
            cases=self._cases,
            expected=expected,
        )

    def _cases(self, model: z3.ModelRef) -> tuple[Chosen, ...]:
        return chosen_in(model, self.ground.matter), chosen_in(model, self.then)

    def _kept(self) -> tuple[Formula, ...]:
        guards = self.ground.subject.library.derivations.guards
        then = kept_by_sound_files(self.then, (self.engines[1],), guards)
        return (*self.ground.kept(), *then)

    def _link(self) -> None:
        """Note that all that was said is said alike, for everything come to so far."""
        first, then = self.ground.matter, self.then
        makers: list[tuple[object, Iterator[Formula]]] = [
            *((key, self._of_choice(key)) for key in (*first.choices, *then.choices)),
            *((items, self._of_list(items)) for items in self.ground.bounds),
            *((name, self._of_judgment(name)) for name in (*first.judgments, *then.judgments)),
        ]
        for about, formulas in makers:
            if about not in self._linked:
                self._linked.add(about)
                self._links.extend(formulas)

    def _of_choice(self, key: Key) -> Iterator[Formula]:
        """Yield that a value stays; what a file records of itself is neither more nor less."""
        one, other = self.ground.matter.choice(*key), self.then.choice(*key)
        yield z3.Implies(one.said, z3.And(other.said, one.value == other.value))
        if one.fact.absent:
            yield one.said == other.said

    def _of_list(self, items: str) -> Iterator[Formula]:
        """Yield that records stay, and that none is added to a list that is whole."""
        first, then = self.ground.matter, self.then
        is_record = bool(first.dictionary.facts[items].absent)
        first.complete(items)
        then.complete(items)
        whole, whole_then = first.closed[items], then.closed[items]
        yield whole == whole_then if is_record else z3.Implies(whole, whole_then)
        for one, other in zip(first.slots(items), then.slots(items), strict=True):
            same = one.present == other.present
            yield z3.Implies(one.present, other.present)
            yield same if is_record else z3.Implies(whole, same)

    def _of_judgment(self, name: str) -> Iterator[Formula]:
        both = self.ground.matter.settled(name), self.then.settled(name)
        return (z3.Implies(one, other) for one, other in zip(*both, strict=True))
