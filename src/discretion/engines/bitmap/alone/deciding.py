"""Which missing fact, by some one value, would decide a condition that is unknown."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence

import numpy as np

from discretion.engines.bitmap.alone.candidates import candidates
from discretion.engines.bitmap.alone.openness import Openness
from discretion.engines.bitmap.alone.support import Support
from discretion.engines.bitmap.columns import YesNo
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.engine import Evaluation
from discretion.engines.bitmap.lists import whole_lists
from discretion.engines.bitmap.plan import Kind
from discretion.engines.bitmap.plan import Ref
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.facts.dictionary import Kind as FactKind
from discretion.rules.assumption import WHOLE
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds

Deciding = Table[str, Table[str, Bits]]
"""By condition and by missing fact, the rows in which that fact alone could decide it."""


def deciding_alone(
    engine: BitmapEngine,
    conditions: Table[str, Condition],
    facts: Iterable[str],
    *,
    support: Support | None = None,
) -> Deciding:
    """Return where a missing fact alone could decide a condition, all else staying as it is.

    Args:
        engine: on a batch of a table.
        conditions: what is asked, by name.
        facts: the names of facts, and of lists as `offences.complete`; see `names_read`.
        support: what was worked out for another batch, under the same plan.

    Returns:
        By condition and fact the rows, without facts that decide a condition in none. A list could
        decide by being all there is, or by one further record. Each fact is one that exact
        analysis of that row names as missing for that condition; it may name more.

    """
    asked = _Asked(engine, conditions, support or support_of(engine))
    found: dict[str, dict[str, Bits]] = {name: {} for name in conditions}
    for fact in facts:
        for name, rows in asked.decided_by(fact).items():
            if rows.any():
                found[name][fact] = rows
    return found


def names_read(engine: BitmapEngine, conditions: Iterable[Condition]) -> Sequence[str]:
    """Return the names of all that could decide some conditions alone, in alphabetical order."""
    plan, types = engine.plan, engine.evaluation.matter.said.types
    read = frozenset().union(*(plan.reads(plan.of(each)) for each in conditions))
    lists = {name for name in read if types[name].kind is FactKind.LIST}
    return tuple(sorted([*(read - lists), *(f"{name}{WHOLE}" for name in lists)]))


def support_of(engine: BitmapEngine) -> Support:
    """Return what can be worked out once for all batches under one plan."""
    return Support(engine.plan.steps, engine.evaluation.matter.said.types)


class _Asked:
    """Conditions that are asked of one batch."""

    def __init__(
        self, engine: BitmapEngine, conditions: Table[str, Condition], support: Support
    ) -> None:
        self._plan = engine.plan
        self._table = engine.evaluation
        self._support = support
        self._openness = Openness(engine.evaluation, support)
        self._refs = {name: engine.plan.of(each) for name, each in conditions.items()}

    def decided_by(self, fact: str) -> dict[str, Bits]:
        """Return the rows in which a missing fact decides each condition that depends on it."""
        name = fact.removesuffix(WHOLE)
        refs = {one: ref for one, ref in self._refs.items() if name in self._plan.reads(ref)}
        if not refs:
            return {}
        said = self._said_of_list(name) if fact.endswith(WHOLE) else self._said(fact)
        found: dict[str, Bits] = {}
        for evaluation, rows in said:
            for one, ref in refs.items():
                left = self._openness.left(ref)
                true, false = evaluation.planes(ref)
                # Decided where it was open: what it comes out as is not all that it could.
                decided = true & left.not_true
                decided |= false & left.not_false
                decided &= rows
                found[one] = np.bitwise_or(decided, found.get(one, decided), out=decided)
        return found

    def _said(self, name: str) -> Iterator[tuple[Evaluation, Bits]]:
        """Yield evaluations in which something is said of a fact, and the rows that it may be."""
        matter = self._table.matter
        fact = matter.said.types[name]
        if fact.kind in {FactKind.MOMENT, FactKind.LIST}:
            return
        unknown = self._unknown(name)
        if not unknown.any():
            return
        atoms = self._table.steps.atoms.get(name, ())
        for column, fits in candidates(fact, atoms, matter, self._support.ties("")):
            yield self._table.over(name, column), unknown & fits

    def _unknown(self, name: str) -> Bits:
        """Return the rows that say nothing of a fact, and from which nothing follows for it."""
        matter = self._table.matter
        column = matter.column(Fact(name))
        if column.known is None:
            return matter.none
        unsaid = matter.every ^ column.known
        if isinstance(column, YesNo) and name in self._plan.reading.derivable:
            ref = self._plan.of(Holds(Fact(name)))
            left = self._openness.left(ref)
            unsaid = unsaid & self._openness.unknown(ref) & left.not_true & left.not_false
        return unsaid

    def _said_of_list(self, items: str) -> Iterator[tuple[Evaluation, Bits]]:
        """Yield evaluations in which a list is all there is, or has one further record."""
        table = self._table
        whole, more = whole_lists(table.matter, items)
        yield table.with_whole(items, table.matter.every), table.matter.every ^ (whole | more)
        steps = table.steps.steps
        quantified = [
            number
            for number, step in enumerate(steps)
            if step.about == items or (isinstance(step.about, Count) and step.about.items == items)
        ]
        for number in quantified:
            step = steps[number]
            if step.kind is not Kind.EXISTS or self._is_beyond(step.parts[0], items):
                continue
            rows = self._openness.fresh(items).left(step.parts[0]).not_false & ~whole
            over = table.with_whole(items, whole)
            for each in quantified:
                over.put(each, table.planes(each))
            true, false = table.planes(number)
            over.put(number, Planes(true | rows, false & ~rows))
            yield over, rows

    def _is_beyond(self, where: Ref, items: str) -> bool:
        """Tell whether more than the record itself bears on whether it satisfies a condition."""
        places = (each.place for each in self._support.of(where))
        beyond = any(place.items != items or not place.name for place in places)
        return beyond or self._support.is_judged(where)
