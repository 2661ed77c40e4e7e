"""What a change may do: what speaks for the person never supports enforcement, nor the reverse."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from functools import partial

from discretion.analysis.reach import Closure
from discretion.analysis.reach import closure_of
from discretion.compare.proof.asking.change import Change
from discretion.compare.proof.asking.change import FactSaid
from discretion.compare.proof.asking.change import JudgmentMet
from discretion.compare.proof.asking.change import RecordAdded
from discretion.compare.proof.asking.change import changes_of
from discretion.compare.proof.asking.change import described
from discretion.compare.proof.asking.pairs import Step
from discretion.compare.proof.asking.pairs import Truths
from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import NOT_HELD
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import met
from discretion.compare.proof.forms.alone import enough_for
from discretion.compare.proof.mutation import Mutant
from discretion.compare.proof.mutation import also
from discretion.compare.proof.mutation import only_with
from discretion.compare.proof.mutation import with_test
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Not
from discretion.rules.condition import facts_in
from discretion.rules.rule import Rule

AGGRAVATING, MITIGATING, EITHER = "aggravating", "mitigating", "either"
APPEARS, VANISHES = (NOT_HELD, HOLDS), (HOLDS, NOT_HELD)
"""What becomes of a finding: true after and not before, or before and not after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigating:
    """What makes a mitigating factor true never adds support for enforcement."""

    id: str = "mitigating_never_supports"
    says: str = (
        "Whatever one thing makes a mitigating factor true, all else said alike, makes no "
        "priority and no aggravating factor true that was not, and lifts no bar."
    )
    side: str = MITIGATING

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the parts of each factor of the side, by each thing that can make it true."""
        for rule in subject.factors(self.side) if any(_targets(subject)) else ():
            yield from self.parts_of(rule, subject)

    def parts_of(self, rule: Rule, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the parts of one factor."""
        for change in changes_of(met(rule), subject):
            read = [each for each in _targets(subject) if _reads(subject, each, change)]
            taken = [each for each in _targets(subject) if _is_taken_from(subject, each, change)]
            told = f"`{rule.id}` by {described(change)}"
            yield Part(
                about=told,
                conditions=(met(rule),),
                asks=partial(_can_be, subject, rule, change),
                must_exist=True,
                or_left_out="that alone makes it true in no matter",
            )
            yield Part(
                about=told,
                conditions=(met(rule), *(met(each) for each in read)),
                asks=partial(self._asks, subject, rule, change, read),
            )
            for each in taken:
                yield LeftOut(
                    about=f"`{each.id}` beside {told}",
                    why="it reads a fact that is also taken from that list",
                )

    def _asks(
        self, subject: Subject, rule: Rule, change: Change, read: list[Rule]
    ) -> Iterator[Question]:
        for each in read:
            if each.id != rule.id and not _is_taken_from(subject, each, change):
                turn = self._turn(each)
                step = Step(subject, (met(rule), met(each)), change)
                yield step.question([(met(rule), APPEARS), (met(each), turn)])

    def _turn(self, rule: Rule) -> tuple[Truths, Truths]:
        return VANISHES if rule.kind == "bar" else APPEARS

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which a factor of the side turns something the wrong way."""
        pack = subject.ruleset.pack
        for target in sorted(_targets(subject), key=lambda rule: rule.kind != "category"):
            for rule in subject.factors(self.side):
                if rule.id != target.id:
                    change, words = self._wrong(target, met(rule))
                    yield Mutant(
                        change=f"`{target.id}` {words} `{rule.id}`",
                        pack=with_test(pack, target, change),
                        parts=partial(self.parts_of, rule),
                    )

    def _wrong(
        self, target: Rule, other: Condition
    ) -> tuple[Callable[[Condition], Condition], str]:
        if target.kind == "bar":
            return partial(only_with, other=Not(other)), "also asks for the opposite of"
        return partial(also, other=other), "is also met by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggravating(Mitigating):
    """What makes an aggravating factor true never takes support for enforcement away."""

    id: str = "aggravating_never_protects"
    says: str = (
        "Whatever one thing makes an aggravating factor true, all else said alike, takes away no "
        "priority and no other aggravating factor that was true, and raises no bar."
    )
    side: str = AGGRAVATING

    def _turn(self, rule: Rule) -> tuple[Truths, Truths]:
        return APPEARS if rule.kind == "bar" else VANISHES

    def _wrong(
        self, target: Rule, other: Condition
    ) -> tuple[Callable[[Condition], Condition], str]:
        if target.kind == "bar":
            return partial(also, other=other), "is also met by"
        return partial(only_with, other=Not(other)), "also asks for the opposite of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjacent:
    """A fact next to a protected trait never supports enforcement, whatever is said of it."""

    id: str = "adjacent_never_supports"
    says: str = (
        "Whatever is said of one fact next to a protected trait, all else said alike, makes no "
        "priority and no factor that may count against the person true that was not."
    )

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield one part for each such fact."""
        targets = list(_against(subject))
        for change in _adjacent(subject) if targets else ():
            read = [each for each in targets if _reads(subject, each, change)]
            yield Part(
                about=described(change),
                conditions=tuple(met(each) for each in read),
                asks=partial(self._asks, subject, change, read),
            )

    def _asks(self, subject: Subject, change: Change, read: list[Rule]) -> Iterator[Question]:
        for each in read:
            yield Step(subject, (met(each),), change).question([(met(each), APPEARS)])

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield packs in which such a fact is enough for the first rule against the person."""
        target = next(_against(subject), None)
        for change in _adjacent(subject) if target is not None else ():
            name = change.items if isinstance(change, RecordAdded) else change.fact
            enough = enough_for(name, subject)
            if enough is not None and target is not None:
                yield Mutant(
                    change=f"`{target.id}` is also met by `{name}`",
                    pack=with_test(subject.ruleset.pack, target, partial(also, other=enough)),
                    parts=self.parts,
                )


def _targets(subject: Subject) -> Iterator[Rule]:
    """Yield the rules that support enforcement or bar it."""
    yield from subject.rules("category")
    yield from subject.factors(AGGRAVATING)
    yield from subject.rules("bar")


def _against(subject: Subject) -> Iterator[Rule]:
    """Yield the rules that may count against the person."""
    yield from subject.rules("category")
    yield from subject.factors(AGGRAVATING, EITHER)


def _reads(subject: Subject, rule: Rule, change: Change) -> bool:
    """Tell whether a rule can be told anything by a change, however far it reads."""
    closure: Closure = closure_of((met(rule),), subject.ruleset.reading)
    match change:
        case FactSaid(fact=name) | RecordAdded(items=name):
            return name in closure.facts
        case JudgmentMet(judgment=name):
            return name in closure.judgments


def _is_taken_from(subject: Subject, rule: Rule, change: Change) -> bool:
    """Tell whether a rule reads a fact that is taken from the list that a record is added to."""
    if not isinstance(change, RecordAdded):
        return False
    taken = subject.library.derivations.from_records
    facts = closure_of((met(rule),), subject.ruleset.reading).facts
    return any(name in taken and taken[name].items == change.items for name in facts)


def _can_be(subject: Subject, rule: Rule, change: Change) -> Iterator[Question]:
    yield Step(subject, (met(rule),), change).question([(met(rule), APPEARS)])


def _adjacent(subject: Subject) -> Iterator[FactSaid | RecordAdded]:
    """Yield that something is said of each adjacent fact that stops nothing."""
    library = subject.library
    matter = library.words.matters[subject.ruleset.pack.instrument.matter]
    gates = zip(matter.gates, library.gates[matter.name], strict=True)
    stops = {name for gate, when in gates if gate.effect == "stop" for name in facts_in(when)}
    listed: Iterable[str] = (
        *library.words.protected.adjacent,
        *(fact.name for fact in library.dictionary.facts.values() if fact.adjacent),
    )
    for name in dict.fromkeys(listed):
        fact = library.dictionary.get(name)
        if fact is not None and name not in stops:
            is_list = fact.kind is Kind.LIST
            yield RecordAdded(name, frozenset(fact.fields)) if is_list else FactSaid(name)
