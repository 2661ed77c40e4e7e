"""What a step depends on, and in which direction: whether two steps can be settled apart.

Two parts of a condition can each be brought to hold by itself, and still never both, where they
depend on the same thing. They can where they depend on it through one and the same atom in one
direction.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import NamedTuple

from discretion.engines.bitmap.alone.ties import Ties
from discretion.engines.bitmap.plan import Kind
from discretion.engines.bitmap.plan import Ref
from discretion.engines.bitmap.plan import Step
from discretion.engines.bitmap.plan import Steps
from discretion.facts.dictionary import FactType
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of


class Place(NamedTuple):
    """What may turn out either way: a group of facts, of fields of a record, or a list itself.

    `items` is empty for facts; `name` is empty for the list itself.
    """

    items: str
    name: str


class Dependence(NamedTuple):
    """That a step depends on a place, through another step, and on that or on its opposite."""

    place: Place
    step: int
    holds: bool


class Support:
    """What each step depends on, worked out once."""

    def __init__(self, steps: Steps, types: Table[str, FactType]) -> None:
        """Take the steps, and the facts that they read."""
        self._steps = steps
        self._types = types
        self._ties: dict[str, Ties] = {}
        self._found: dict[int, frozenset[Dependence]] = {}
        self._judged: dict[int, bool] = {}

    def ties(self, items: str) -> Ties:
        """Return the orders of days in the records of a list, in the matter for none."""
        found = self._ties.get(items)
        if found is None:
            types = self._types[items].fields if items else self._types
            found = self._ties[items] = Ties(types)
        return found

    def of(self, ref: Ref) -> frozenset[Dependence]:
        """Return what a step, or its opposite, depends on."""
        number = max(ref, ~ref)
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = frozenset(self._depends(number))
        if ref >= 0:
            return found
        return frozenset(each._replace(holds=not each.holds) for each in found)

    def is_judged(self, ref: Ref) -> bool:
        """Tell whether a step depends on what only an official can settle."""
        number = max(ref, ~ref)
        found = self._judged.get(number)
        if found is None:
            step = self._steps.steps[number]
            found = step.kind in {Kind.JUDGED, Kind.UNKNOWN} or any(map(self.is_judged, step.parts))
            self._judged[number] = found
        return found

    def contested(self, one: Ref, other: Ref) -> frozenset[Place]:
        """Return the places on which two parts depend in ways that may not go together."""
        mine, theirs = self._ways(one), self._ways(other)
        return frozenset(
            place for place in mine.keys() & theirs.keys() if len(mine[place] | theirs[place]) > 1
        )

    def mixed(self, ref: Ref) -> frozenset[Place]:
        """Return the places on which a part depends in ways that may not go together."""
        return frozenset(place for place, ways in self._ways(ref).items() if len(ways) > 1)

    def is_one_way(self, place: Place, *parts: Ref) -> bool:
        """Tell whether all that parts depend on at a place is in one direction."""
        ways = [way for part in parts for way in self._ways(part).get(place, ())]
        return len({holds for _, holds in ways}) == 1

    def _ways(self, ref: Ref) -> dict[Place, set[tuple[int, bool]]]:
        found: dict[Place, set[tuple[int, bool]]] = {}
        for each in self.of(ref):
            found.setdefault(each.place, set()).add((each.step, each.holds))
        return found

    def _depends(self, number: int) -> Iterator[Dependence]:
        step = self._steps.steps[number]
        match step:
            case Step(kind=Kind.EXISTS, about=str(items)):
                yield Dependence(Place(items, ""), number, holds=True)
                inside = self.of(step.parts[0])
                yield from (each for each in inside if each.place.items != items)
            case Step(kind=Kind.COUNT, about=Count(items=items)):
                for each in self.of(step.parts[0]):
                    if each.place.items != items:
                        yield each
                        yield each._replace(holds=not each.holds)
                yield Dependence(Place(items, ""), number, holds=True)
                yield Dependence(Place(items, ""), number, holds=False)
            case Step(kind=Kind.FOLLOWS, about=Holds(term=Fact(name=name))):
                yes, no = step.parts
                yield Dependence(Place("", self.ties("").group(name)), number, holds=True)
                yield from self.of(yes)
                yield from self.of(~no)
            case Step(kind=Kind.ATOM):
                yield from self._of_atom(number, step)
            case _:
                for part in step.parts:
                    yield from self.of(part)

    def _of_atom(self, number: int, step: Step) -> Iterator[Dependence]:
        if isinstance(step.about, str | Count):
            raise TypeError(step)
        for term in terms_of(step.about):
            for leaf in leaf_terms(term):
                if isinstance(leaf, Fact):
                    yield Dependence(Place("", self.ties("").group(leaf.name)), number, holds=True)
                elif not isinstance(leaf, Constant):
                    group = self.ties(step.scope).group(leaf.name)
                    yield Dependence(Place(step.scope, group), number, holds=True)
