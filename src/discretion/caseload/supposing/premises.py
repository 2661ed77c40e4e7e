"""What is true of every row of a batch, asked once and kept while what it rests on stays."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any
from typing import NamedTuple
from typing import TypeAlias

import pyarrow as pa

from discretion.caseload.supposing.held import Held
from discretion.caseload.supposing.held import read_held
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import numbers
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.rules.condition import Condition
from discretion.rules.condition import facts_in
from discretion.rules.condition import judgments_in
from discretion.rules.condition import rules_in
from discretion.rules.derived import Derivations

Asking: TypeAlias = Callable[[Condition], Planes]
"""Answers a condition of one batch: where it is true, and where it is false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What a table is read by: its dictionary, how facts hang together, and who answers.

    `date_fact` is the fact that the day of the decision gives. `reading` says what conditions may
    refer to. `asking` makes, of a batch and these, what answers conditions; None stands for the
    bitmap engine, of which `plans` keeps the one plan for all batches. `reads` keeps what
    conditions rest on.
    """

    derivations: Derivations
    dictionary: Dictionary
    date_fact: str
    reading: Reading
    asking: "Callable[[Any, Premises], Asking] | None" = None
    plans: list[Plan] = field(default_factory=list, compare=False)
    reads: dict[Condition, frozenset[str]] = field(default_factory=dict, compare=False)

    def fact(self, name: str) -> FactType:
        """Return a fact of the dictionary."""
        return self.dictionary.facts[name]

    def days(self, batch: Any) -> Numbers:  # noqa: ANN401  # a batch of Arrow
        """Return the day of every row's decision."""
        return numbers(batch.column(self.date_fact), pa.date32())

    def held(self, batch: Any, fact: FactType) -> Held:  # noqa: ANN401  # a batch of Arrow
        """Return what every row of a batch says of a fact."""
        return read_held(batch, fact, self.days(batch))

    def engine(self, batch: Any) -> Asking:  # noqa: ANN401  # a batch of Arrow
        """Return what answers conditions of a batch."""
        if self.asking is not None:
            return self.asking(batch, self)
        plan = self.plans[0] if self.plans else None
        engine = BitmapEngine(batch, self.dictionary, self.reading, self.date_fact, plan=plan)
        self.plans[:] = [engine.plan]
        return engine.truth

    def rests_on(self, condition: Condition) -> frozenset[str]:
        """Return every fact and list that a condition reads, by way of whatever it refers to."""
        found = self.reads.get(condition)
        if found is None:
            found = self.reads[condition] = frozenset(_read(condition, self.reading))
        return found


class Known(NamedTuple):
    """Where a condition is true, and where it is false; elsewhere it is unknown."""

    true: Mask
    false: Mask


class Truths:
    """The truth of conditions in every row of one batch."""

    def __init__(self, batch: Any, premises: Premises, kept: Table[Condition, Known]) -> None:  # noqa: ANN401  # a batch of Arrow
        """Take the batch, and what is known of it already."""
        self.batch = batch
        self.premises = premises
        self._kept = dict(kept)
        self._asking: Asking | None = None

    def of(self, condition: Condition) -> Known:
        """Return where a condition is true and where it is false."""
        found = self._kept.get(condition)
        if found is None:
            if self._asking is None:
                self._asking = self.premises.engine(self.batch)
            true, false = self._asking(condition)
            rows = self.batch.num_rows
            found = self._kept[condition] = Known(unpacked(true, rows), unpacked(false, rows))
        return found

    def held(self, fact: FactType) -> Held:
        """Return what every row says of a fact."""
        return self.premises.held(self.batch, fact)

    def after(self, batch: Any, changed: Collection[str]) -> "Truths":  # noqa: ANN401  # as above
        """Return the truths of a batch that differs in some facts and lists alone."""
        rests_on = self.premises.rests_on
        kept = {
            condition: known
            for condition, known in self._kept.items()
            if rests_on(condition).isdisjoint(changed)
        }
        return Truths(batch, self.premises, kept)


def _read(condition: Condition, reading: Reading) -> Iterator[str]:
    waiting: list[Condition | None] = [condition]
    seen: set[Condition] = set()
    while waiting:
        tested = waiting.pop()
        if tested is None or tested in seen:
            continue
        seen.add(tested)
        for name in facts_in(tested):
            yield name
            source = reading.derivable.get(name)
            if source is not None:
                waiting.extend((source.yes_when, source.no_when))
        waiting.extend(reading.rules[rule] for rule in rules_in(tested))
        waiting.extend(reading.judgments[judgment] for judgment in judgments_in(tested))
