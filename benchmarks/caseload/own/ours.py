"""The bitmap engine: batches of Arrow in, masks, tallies and labels out."""

from collections.abc import Iterable
from collections.abc import Iterator
from functools import reduce
from itertools import chain
from operator import or_
from pathlib import Path

import numpy as np
import pyarrow as pa

from benchmarks.caseload.asked.task import DATE_FACT
from benchmarks.caseload.asked.task import Policy
from benchmarks.caseload.asked.task import Task
from discretion.analysis.reach import facts_reached
from discretion.caseload.evaluating.masks import words_of
from discretion.caseload.running.parts import open_results
from discretion.engines.bitmap.alone import deciding_alone
from discretion.engines.bitmap.alone import names_read
from discretion.engines.bitmap.alone import support_of
from discretion.engines.bitmap.alone.support import Support
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.table import COMPLETE


class Ours:
    """Evaluates a task batch by batch."""

    def __init__(self, task: Task, *, is_alone_asked: bool = False) -> None:
        """Take the task; what is shared by its rules is found once.

        Args:
            task: the rules.
            is_alone_asked: whether results also tell which missing facts alone could decide a rule
                that is undetermined.

        """
        self.task = task
        self.plan = Plan(task.reading)
        self.is_alone_asked = is_alone_asked
        self._kept: list[Support] = []

    def columns(self, names: Iterable[str]) -> list[str]:
        """Return the columns of a table that the task reads."""
        conditions = [self.task.reading.rules[rule] for rule in self.task.rules]
        conditions += [when for each in self.task.policies for _, when in each.outcomes]
        facts = facts_reached(conditions, self.task.reading)
        wanted = {DATE_FACT, "row_number", *facts, *(f"{fact}{COMPLETE}" for fact in facts)}
        return [name for name in names if name in wanted]

    def engine(self, batch: pa.RecordBatch) -> BitmapEngine:
        """Return an engine on one batch."""
        task = self.task
        return BitmapEngine(batch, task.dictionary, task.reading, DATE_FACT, plan=self.plan)

    def results(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the address of each row of a batch, masks, tallies and labels."""
        engine, rows = self.engine(batch), batch.num_rows
        columns: dict[str, pa.Array] = {"row_number": batch.column("row_number")}
        tallies: dict[str, pa.Array] = {}
        for number, policy in enumerate(self.task.policies):
            planes = [engine.rule(rule) for rule in policy.rules]
            said = {
                "true": [each.true for each in planes],
                "known": [each.true | each.false for each in planes],
            }
            for kind, several in said.items():
                [mask] = words_of(several, rows)
                columns[f"{kind}_{number}"] = pa.array(mask)
                tallies[f"{kind}_count_{number}"] = pa.array(np.bitwise_count(mask))
            tallies[f"established_{number}"] = _label(engine, policy, rows)
            if self.is_alone_asked:
                tallies.update(self._alone(engine, policy, number, rows))
        return pa.record_batch({**columns, **tallies})

    def _alone(
        self, engine: BitmapEngine, policy: Policy, number: int, rows: int
    ) -> Iterator[tuple[str, pa.Array]]:
        """Yield masks over the facts that alone could decide a rule of a policy."""
        rules = {rule: self.task.reading.rules[rule] for rule in policy.rules}
        facts = names_read(engine, rules.values())
        found = deciding_alone(engine, rules, facts, support=self._support(engine))
        nothing = np.zeros((rows + 7) // 8, np.uint8)
        planes = [
            reduce(or_, (each[fact] for each in found.values() if fact in each), nothing)
            for fact in facts
        ]
        for word, mask in enumerate(words_of(planes, rows)):
            yield f"decides_alone_{number}_{word}", pa.array(mask)

    def _support(self, engine: BitmapEngine) -> Support:
        """Return what is worked out once for all batches."""
        if not self._kept:
            self._kept.append(support_of(engine))
        return self._kept[0]

    def counts(self, batches: Iterable[pa.RecordBatch]) -> list[tuple[int, int]]:
        """Return how many rows each rule is true of, and known of."""
        rules = self.task.rules
        found = np.zeros((len(rules), 2), np.int64)
        for batch in batches:
            engine = self.engine(batch)
            for number, rule in enumerate(rules):
                true, false = engine.rule(rule)
                of_true = count_rows(true)
                found[number] += (of_true, of_true + count_rows(false))
        return [(int(true), int(known)) for true, known in found]

    def write(self, batches: Iterable[pa.RecordBatch], path: Path) -> None:
        """Write the results of batches."""
        first = next(made := map(self.results, batches))
        with open_results(path, first.schema) as writer:
            for results in chain((first,), made):
                writer.write_batch(results)


def _label(engine: BitmapEngine, policy: Policy, rows: int) -> pa.Array:
    """Return what is established: the first outcome whose condition is true, none where none is."""
    tokens = [token for token, _ in policy.outcomes]
    if not tokens:
        return pa.nulls(rows, pa.dictionary(pa.int32(), pa.string()))
    [met] = words_of([engine.truth(when).true for _, when in policy.outcomes], rows)
    place = np.bitwise_count(~met & (met - np.uint64(1)))
    return pa.DictionaryArray.from_arrays(
        pa.array(place.astype(np.int32), mask=met == 0), pa.array(tokens, pa.string())
    )
