"""The bitmap engine: the truth of conditions in every row of a table at once."""

from collections.abc import Mapping as Table
from typing import Any

from discretion.engines.bitmap.atoms import atom_planes
from discretion.engines.bitmap.columns import Column
from discretion.engines.bitmap.columns import arrays_by_name
from discretion.engines.bitmap.columns import whole_numbers
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.frame import Said
from discretion.engines.bitmap.lists import count
from discretion.engines.bitmap.lists import exists
from discretion.engines.bitmap.lists import records_of
from discretion.engines.bitmap.lists import whole_lists
from discretion.engines.bitmap.plan import Kind
from discretion.engines.bitmap.plan import Plan
from discretion.engines.bitmap.plan import Ref
from discretion.engines.bitmap.plan import Step
from discretion.engines.bitmap.plan import Steps
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import conjunction
from discretion.engines.bitmap.planes import negation
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind as FactKind
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Holds


class Evaluation:
    """Takes the steps of plans on one table, each of them once.

    An evaluation may stand over another, of the same table, in which one thing is said otherwise:
    what does not depend on that is taken from below.
    """

    def __init__(
        self,
        steps: Steps,
        matter: Frame,
        below: "Evaluation | None" = None,
        changed: str = "",
        whole: Table[str, Bits] | None = None,
    ) -> None:
        """Take the steps and the table.

        Args:
            steps: the steps.
            matter: the rows of the table.
            below: an evaluation in which one thing is said otherwise, None where there is none.
            changed: the fact or the list that is said otherwise.
            whole: the matters whose list is all there is, where that is said otherwise.

        """
        self.steps = steps
        self.matter = matter
        self.below = below
        self.changed = changed
        self._whole = dict(whole or {})
        self._records: dict[str, Frame] = {}
        self._planes: dict[int, Planes] = {}

    def over(self, fact: str, column: Column) -> "Evaluation":
        """Return an evaluation over this one in which something else is said of a fact."""
        return Evaluation(self.steps, self.matter.over(fact, column), self, fact)

    def with_whole(self, items: str, whole: Bits) -> "Evaluation":
        """Return an evaluation over this one in which other lists are all there is."""
        return Evaluation(self.steps, self.matter, self, items, {items: whole})

    def planes(self, ref: Ref) -> Planes:
        """Return where a step comes out true, and where false."""
        found = self._step(max(ref, ~ref))
        return found if ref >= 0 else Planes(found.false, found.true)

    def put(self, ref: Ref, planes: Planes) -> None:
        """Let a step come out in a given way."""
        self._planes[max(ref, ~ref)] = planes if ref >= 0 else negation(planes)

    def records(self, items: str) -> Frame:
        """Return the records of a list."""
        found = self._records.get(items)
        if found is None:
            if self.below is None:
                found = records_of(self.matter, items)
            else:
                found = self.below.records(items).of_matter(self.matter)
            self._records[items] = found
        return found

    def frame(self, scope: str) -> Frame:
        """Return the records of a list, or the matters where no list is named."""
        return self.records(scope) if scope else self.matter

    def whole(self, items: str) -> Bits:
        """Return the matters whose list is all there is."""
        found = self._whole.get(items)
        if found is None:
            below = self.below
            found = whole_lists(self.matter, items).true if below is None else below.whole(items)
            self._whole[items] = found
        return found

    def is_below(self, number: int) -> bool:
        """Tell whether a step comes out here as it does below."""
        return self.changed not in self.steps.reads[number]

    def _step(self, number: int) -> Planes:
        found = self._planes.get(number)
        if found is None:
            if self.below is not None and self.is_below(number):
                found = self.below.planes(number)
            else:
                found = self._taken(self.steps.steps[number])
            self._planes[number] = found
        return found

    def _taken(self, step: Step) -> Planes:
        frame = self.frame(step.scope)
        match step:
            case Step(kind=Kind.AND):
                return conjunction([self.planes(part) for part in step.parts])
            case Step(kind=Kind.FOLLOWS, about=Holds() as atom):
                return self._followed(atom, step, frame)
            case Step(kind=Kind.ATOM, about=about) if not isinstance(about, Count | str):
                return atom_planes(about, frame)
            case Step(kind=Kind.EXISTS, about=str(items)):
                holds = self.planes(step.parts[0])
                return exists(self.records(items), holds, self.whole(items))
            case Step(kind=Kind.COUNT, about=Count(items=items) as asked):
                holds = self.planes(step.parts[0])
                return count(self.records(items), holds, self.whole(items), asked)
            case Step(kind=Kind.JUDGED):
                return Planes(frame.none, self.planes(step.parts[0]).false)
            case Step(kind=Kind.OF_MATTER):
                true, false = self.planes(step.parts[0])
                return Planes(frame.gathered(true), frame.gathered(false))
            case Step(kind=Kind.TRUE):
                return Planes(frame.every, frame.none)
            case Step(kind=Kind.UNKNOWN):
                return Planes(frame.none, frame.none)
            case _:
                raise ValueError(step)

    def _followed(self, atom: Holds, step: Step, frame: Frame) -> Planes:
        """Return where a fact holds that follows from others where a row does not say it."""
        said = frame.yes_no(atom.term)
        yes, no = (self.planes(part) for part in step.parts)
        unsaid = frame.every ^ said.known
        return Planes(said.yes | (unsaid & yes.true), said.no | (unsaid & yes.false & no.true))


class BitmapEngine:
    """Gives the truth of conditions in every row of one batch of a table."""

    def __init__(
        self,
        batch: Any,  # noqa: ANN401  # a batch of Arrow
        dictionary: Dictionary,
        reading: Reading,
        date_fact: str,
        *,
        plan: Plan | None = None,
    ) -> None:
        """Take a batch and what conditions may refer to.

        Args:
            batch: rows of a table that is laid out as `discretion.engines.table` says.
            dictionary: every fact that can be said.
            reading: the rules, judgments and derivable facts that conditions may refer to.
            date_fact: the fact that the day of the decision gives.
            plan: the steps of an engine on another batch, under the same reading.

        """
        arrays = arrays_by_name(batch.schema.names, batch.columns)
        day = whole_numbers(arrays[date_fact])
        self.plan = plan or Plan(reading)
        types = {date_fact: _day_fact(date_fact), **dictionary.facts}
        said = Said(arrays=arrays, types=types, day=day, rows=batch.num_rows)
        self.evaluation = Evaluation(self.plan.steps, Frame(said))

    def under(self, reading: Reading) -> "BitmapEngine":
        """Return an engine on the same batch under another reading; what was found is shared."""
        found = BitmapEngine.__new__(BitmapEngine)
        found.plan, found.evaluation = self.plan.under(reading), self.evaluation
        return found

    def truth(self, condition: Condition) -> Planes:
        """Return the rows in which a condition is true, and those in which it is false."""
        return self.evaluation.planes(self.plan.of(condition))

    def rule(self, identifier: str) -> Planes:
        """Return the rows in which a rule is met, and those in which it is not."""
        return self.evaluation.planes(self.plan.rule(identifier))


def _day_fact(name: str) -> FactType:
    """Return the day of the decision as a fact, which no dictionary needs to hold."""
    return FactType(name=name, module="", kind=FactKind.DATE, question="", phrase="")
