"""A plan: conditions as numbered steps, each of which is taken once however often it is asked for.

A step has a sign: the number `~n` is the opposite of step `n`. So what is said twice, in two rules
or in two readings of one rule, is one step; and "or", "all" and "not" need no step of their own.
Steps are numbered so that each comes after those it needs.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple
from typing import TypeAlias
from typing import assert_never

from discretion.engines.atoms import Atom
from discretion.engines.reading import Reading
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
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
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of

Ref: TypeAlias = int
"""The number of a step, or of its opposite."""


class Kind(Enum):
    """What is done in a step."""

    TRUE = "true"
    UNKNOWN = "unknown"
    ATOM = "atom"
    FOLLOWS = "follows"
    AND = "and"
    EXISTS = "exists"
    COUNT = "count"
    JUDGED = "judged"
    OF_MATTER = "of_matter"


class Step(NamedTuple):
    """One step: what is done, of matters or of the records of which list, and on what parts.

    `about` is the atom, the fact that follows, the list, or the count. A fact that follows has the
    parts from which yes and no follow.
    """

    kind: Kind
    scope: str
    about: Atom | Count | str
    parts: tuple[Ref, ...]


class Steps:
    """Steps in their order, each of them once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.steps: list[Step] = []
        self.reads: list[frozenset[str]] = []
        """The facts and lists that each step depends on, however far."""
        self.atoms: dict[str, list[Atom]] = {}
        """The atoms that read each fact."""
        self.plans: dict[int, Plan] = {}
        """The plans that have these steps in common, by the identity of their reading."""
        self._numbers: dict[Step, int] = {}

    def number(self, step: Step, reads: Sequence[str]) -> int:
        """Return the number of a step that reads some facts and lists itself."""
        found = self._numbers.get(step)
        if found is None:
            found = self._numbers[step] = len(self.steps)
            below = (self.reads[max(part, ~part)] for part in step.parts)
            self.reads.append(frozenset(reads).union(*below))
            self.steps.append(step)
            if step.kind is Kind.ATOM and not isinstance(step.about, Count | str):
                for name in dict.fromkeys(reads):
                    self.atoms.setdefault(name, []).append(step.about)
        return found


class Plan:
    """The steps of all conditions that were asked for, under one reading."""

    def __init__(self, reading: Reading, steps: Steps | None = None) -> None:
        """Take what conditions may refer to, and steps that are there already."""
        self.reading = reading
        self.steps = steps or Steps()
        self.steps.plans[id(reading)] = self
        self._known: dict[tuple[int, str], tuple[Condition, Ref]] = {}
        self._rules: dict[str, Ref] = {}

    def under(self, reading: Reading) -> "Plan":
        """Return the plan under another reading, which has its steps in common with this one."""
        found = self.steps.plans.get(id(reading))
        return Plan(reading, self.steps) if found is None else found

    def reads(self, ref: Ref) -> frozenset[str]:
        """Return the facts and lists that a step depends on, however far."""
        return self.steps.reads[max(ref, ~ref)]

    def rule(self, identifier: str) -> Ref:
        """Return the step of a rule."""
        found = self._rules.get(identifier)
        if found is None:
            found = self._rules[identifier] = self.of(self.reading.rules[identifier])
        return found

    def of(self, condition: Condition, scope: str = "") -> Ref:
        """Return the step of a condition, on the records of a list where `scope` names one."""
        key = (id(condition), scope)
        known = self._known.get(key)
        if known is None:
            # The condition is kept, so that no other one can come to have its identity.
            known = self._known[key] = (condition, self._of(condition, scope))
        return known[1]

    def _of(self, condition: Condition, scope: str) -> Ref:
        match condition:
            case Holds(term=Fact(name=name)) if name in self.reading.derivable:
                return self._of_matter(self._follows(condition, name), scope)
            case Holds() | Compare() | Within() | Between() | StartsWith():
                return self._atom(condition, scope)
            case And():
                return self._and((self.of(part, scope) for part in condition.parts), scope)
            case Or():
                return ~self._and((~self.of(part, scope) for part in condition.parts), scope)
            case Not():
                return ~self.of(condition.part, scope)
            case Exists():
                where = self._where(condition)
                return self._of_matter(self._exists(condition.items, where), scope)
            case ForAll():
                where = self.of(condition.where, condition.items)
                return self._of_matter(~self._exists(condition.items, ~where), scope)
            case Count():
                return self._of_matter(self._count(condition), scope)
            case RuleMet():
                return self._of_matter(self.rule(condition.rule), scope)
            case Judged():
                return self._of_matter(self._judged(condition.judgment), scope)
            case Settled():
                return ~self._step(Kind.TRUE, scope)
            case _:
                assert_never(condition)

    def _atom(self, atom: Atom, scope: str) -> Ref:
        leaves = [leaf for term in terms_of(atom) for leaf in leaf_terms(term)]
        facts = [leaf.name for leaf in leaves if isinstance(leaf, Fact)]
        if scope and not any(isinstance(leaf, Field) for leaf in leaves):
            return self._of_matter(self._atom(atom, ""), scope)
        return self._step(Kind.ATOM, scope, atom, reads=facts)

    def _follows(self, condition: Holds, name: str) -> Ref:
        source = self.reading.derivable[name]
        never = ~self._step(Kind.TRUE)
        yes = never if source.yes_when is None else self.of(source.yes_when)
        no = never if source.no_when is None else self.of(source.no_when)
        return self._step(Kind.FOLLOWS, "", condition, (yes, no), reads=(name,))

    def _and(self, parts: Iterable[Ref], scope: str) -> Ref:
        always = self._step(Kind.TRUE, scope)
        left = {part for part in parts if part != always}
        if ~always in left:
            return ~always
        if not left:
            return always
        if len(left) == 1:
            return left.pop()
        ordered = tuple(sorted(left, key=lambda part: (max(part, ~part), part)))
        return self._step(Kind.AND, scope, "", ordered)

    def _exists(self, items: str, where: Ref) -> Ref:
        return self._step(Kind.EXISTS, "", items, (where,), reads=(items,))

    def _count(self, condition: Count) -> Ref:
        asked = Count(condition.items, None, condition.operator, condition.number)
        parts = (self._where(condition),)
        return self._step(Kind.COUNT, "", asked, parts, reads=(condition.items,))

    def _where(self, condition: Exists | Count) -> Ref:
        """Return the step of what is asked of records, which holds of all where nothing is."""
        if condition.where is None:
            return self._step(Kind.TRUE, condition.items)
        return self.of(condition.where, condition.items)

    def _judged(self, judgment: str) -> Ref:
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return self._step(Kind.UNKNOWN)
        return self._step(Kind.JUDGED, "", "", (self.of(rests_on),))

    def _of_matter(self, ref: Ref, scope: str) -> Ref:
        """Return a step on matters as one on the records of a list."""
        if not scope:
            return ref
        number = max(ref, ~ref)
        kind = self.steps.steps[number].kind
        if kind in {Kind.TRUE, Kind.UNKNOWN}:
            found = self._step(kind, scope)
        else:
            found = self._step(Kind.OF_MATTER, scope, "", (number,))
        return found if ref >= 0 else ~found

    def _step(
        self,
        kind: Kind,
        scope: str = "",
        about: Atom | Count | str = "",
        parts: tuple[Ref, ...] = (),
        reads: Sequence[str] = (),
    ) -> Ref:
        return self.steps.number(Step(kind, scope, about, parts), reads)
