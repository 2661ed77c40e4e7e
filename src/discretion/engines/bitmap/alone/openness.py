"""Which ways what is unknown can still turn out: the rows in which each of them is certain.

Kleene's "unknown" may be settled all the same: `a or not a` holds whatever `a` is. To say that a
fact could decide a condition, another answer than the one it decides for must be left. A row is
counted only where the parts of a condition can be seen to turn out as they must without being at
odds over one fact. So rows are missed in which another answer is left, and none is counted in
which there is none.
"""

from itertools import combinations
from weakref import proxy

from discretion.engines.bitmap.alone.atoms_open import Left
from discretion.engines.bitmap.alone.atoms_open import open_atom
from discretion.engines.bitmap.alone.support import Place
from discretion.engines.bitmap.alone.support import Support
from discretion.engines.bitmap.alone.ties import open_in
from discretion.engines.bitmap.engine import Evaluation
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.frame import Said
from discretion.engines.bitmap.lists import whole_lists
from discretion.engines.bitmap.plan import Kind
from discretion.engines.bitmap.plan import Ref
from discretion.engines.bitmap.plan import Step
from discretion.engines.bitmap.planes import Bits
from discretion.rules.condition import Count
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds


class Fresh(Evaluation):
    """An evaluation of one further record of a list in each row, of which nothing is said."""

    def __init__(self, below: Evaluation, items: str) -> None:
        """Take an evaluation of the table, and the list."""
        super().__init__(below.steps, below.matter, below, items)
        types = below.matter.said.types[items].fields
        said = Said(arrays={}, types=types, rows=below.matter.rows)
        self._fresh = Frame(said, below.matter)

    def is_below(self, number: int) -> bool:
        """Tell whether a step is none on records of the list."""
        return self.steps.steps[number].scope != self.changed

    def records(self, items: str) -> Frame:
        """Return the further records."""
        if items != self.changed:
            message = f"`{items}` is another list"
            raise ValueError(message)
        return self._fresh


class Openness:
    """Tells what steps can still be, in one evaluation."""

    def __init__(
        self, evaluation: Evaluation, support: Support, below: "Openness | None" = None
    ) -> None:
        """Take an evaluation and what its steps depend on.

        Args:
            evaluation: of a table, or of further records.
            support: what its steps depend on.
            below: tells of the table, where the evaluation is of further records.

        """
        self.evaluation = evaluation
        self.support = support
        self._below = below
        self._found: dict[int, Left] = {}
        self._fresh: dict[str, Openness] = {}
        self._open: dict[tuple[Place, str], Bits] = {}

    def left(self, ref: Ref) -> Left:
        """Return what a step can still be."""
        number = max(ref, ~ref)
        found = self._found.get(number)
        if found is None:
            if self._below is not None and self.evaluation.is_below(number):
                found = self._below.left(number)
            else:
                found = self._left(number)
            self._found[number] = found
        return found if ref >= 0 else Left(found.not_false, found.not_true)

    def fresh(self, items: str) -> "Openness":
        """Return what can be of one further record of a list in each row."""
        found = self._fresh.get(items)
        if found is None:
            further = Fresh(self.evaluation, items)
            # The one below is not kept alive by what it keeps: a table is dropped with its engine.
            found = self._fresh[items] = Openness(further, self.support, proxy(self))
        return found

    def unknown(self, ref: Ref) -> Bits:
        """Return the rows in which a step is unknown."""
        true, false = self.evaluation.planes(ref)
        scope = self.evaluation.steps.steps[max(ref, ~ref)].scope
        return self.evaluation.frame(scope).every ^ (true | false)

    def open_at(self, place: Place, scope: str) -> Bits:
        """Return the rows in which anything at a place is open.

        Args:
            place: facts of the matter, or fields of the records in question.
            scope: the list whose records are in question, empty for matters.

        """
        found = self._open.get((place, scope))
        if found is None:
            found = self._open[place, scope] = self._open_at(place, scope)
        return found

    def _open_at(self, place: Place, scope: str) -> Bits:
        if scope and not place.items:
            frame = self.evaluation.frame(scope)
            return frame.gathered(self.open_at(place, ""))
        frame, ties = self.evaluation.frame(place.items), self.support.ties(place.items)
        found = frame.none
        for name in ties.members(place.name):
            leaf = Field(name) if place.items else Fact(name)
            found = found | open_in(leaf, frame)
        return found

    def _left(self, number: int) -> Left:
        step = self.evaluation.steps.steps[number]
        frame = self.evaluation.frame(step.scope)
        planes = self.evaluation.planes(number)
        match step:
            case Step(kind=Kind.AND):
                return self._of_all(step, frame)
            case Step(kind=Kind.ATOM, about=about) if not isinstance(about, Count | str):
                matter, records = self.support.ties(""), self.support.ties(step.scope)
                return open_atom(about, frame, planes, matter, records)
            case Step(kind=Kind.FOLLOWS, about=Holds(term=term)):
                said = frame.yes_no(term)
                both = frame.none if said.both is None else said.both
                unsaid = frame.every ^ said.known
                yes, no = (self.left(part) for part in step.parts)
                return Left(
                    said.no | both | (unsaid & yes.not_true),
                    said.yes | both | (unsaid & (yes.not_false | no.not_true)),
                )
            case Step(kind=Kind.EXISTS, about=str(items)):
                return self._of_some(step.parts[0], items, self.unknown(number))
            case Step(kind=Kind.JUDGED):
                return Left(frame.every, self.left(step.parts[0]).not_false)
            case Step(kind=Kind.OF_MATTER):
                not_true, not_false = self.left(step.parts[0])
                return Left(frame.gathered(not_true), frame.gathered(not_false))
            case Step(kind=Kind.UNKNOWN):
                return Left(frame.every, frame.every)
            case _:
                return Left(planes.false, planes.true)

    def _of_all(self, step: Step, frame: Frame) -> Left:
        """Return what can be where all parts hold: one not true, or none false at once."""
        not_true, not_false = frame.none, frame.every
        for left in map(self.left, step.parts):
            not_true = not_true | left.not_true
            not_false = not_false & left.not_false
        for one, other in combinations(step.parts, 2):
            for place in self.support.contested(one, other):
                at_odds = self.unknown(one) & self.unknown(other)
                if place.items and not place.name:
                    if not step.scope and self.support.is_one_way(place, one, other):
                        at_odds = at_odds & self._bound(place.items)
                else:
                    at_odds = at_odds & self.open_at(place, step.scope)
                not_false = not_false & ~at_odds
        return Left(not_true, not_false)

    def _bound(self, items: str) -> Bits:
        """Return the rows whose list has a record, or is said not to be all there is."""
        records = self.evaluation.records(items)
        more = whole_lists(self.evaluation.matter, items).false
        return records.scattered(records.every) | more

    def _of_some(self, where: Ref, items: str, unknown: Bits) -> Left:
        """Return what can be where some record satisfies a condition."""
        records = self.evaluation.records(items)
        known, further = self.left(where), self.fresh(items).left(where)
        whole = self.evaluation.whole(items)
        more = whole_lists(self.evaluation.matter, items).false
        not_true = ~records.scattered(records.every ^ known.not_true)
        not_true = not_true & self.evaluation.matter.every & (further.not_true | ~more)
        for place in self.support.mixed(where):
            if not place.items:
                not_true = not_true & ~(unknown & self.open_at(place, ""))
        not_false = records.scattered(known.not_false) | (further.not_false & ~whole)
        return Left(not_true, not_false)
