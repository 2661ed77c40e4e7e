"""One batch evaluated: what each policy says of each of its rows, as masks and as tallies."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from discretion.caseload.running.governance import Governance
from discretion.caseload.running.masks import boolean
from discretion.caseload.running.masks import plane_of
from discretion.caseload.running.masks import words_of
from discretion.caseload.running.plan import DECISION
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.plan import Policy
from discretion.caseload.running.shares import Shares
from discretion.caseload.running.tallies import GOVERNED
from discretion.caseload.running.tallies import OPEN
from discretion.caseload.running.tallies import ROWS
from discretion.caseload.running.tallies import STOPPED
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import Thing
from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.caseload.supposing.known import as_known
from discretion.caseload.supposing.premises import Asking
from discretion.caseload.supposing.premises import Premises
from discretion.engines.bitmap.alone.deciding import Deciding
from discretion.engines.bitmap.alone.deciding import deciding_alone
from discretion.engines.bitmap.alone.deciding import support_of
from discretion.engines.bitmap.alone.support import Support
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan as Steps
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.bitmap.planes import whole

ADDRESS = ("row_file", "row_sheet", "row_number")
"""The columns that say where each row stands."""


class Evaluated(NamedTuple):
    """A batch of results, and what it adds to the tallies."""

    results: pa.RecordBatch
    tallies: Tallies


class Evaluator:
    """Evaluates batches of a facts table by one plan."""

    def __init__(self, plan: Plan, governance: Governance, *, alone: bool = True) -> None:
        """Take what is asked and what governed.

        Args:
            plan: what is asked of every row.
            governance: tells what governed a decision.
            alone: also find the missing facts that alone could decide a rule.

        """
        self.plan = plan
        self.governance = governance
        self.alone = alone
        self._steps = [Steps(each.reading) for each in plan.policies]
        self._support: dict[int, Support] = {}

    def batch(self, facts: pa.RecordBatch) -> Evaluated:
        """Return what the plan's policies say of a batch of a facts table."""
        plan, rows = self.plan, facts.num_rows
        tallies = Tallies({ROWS: rows})
        if plan.known_at == DECISION:
            facts = as_known(facts, plan.date_fact).batch
        supposed = self._supposed(facts)
        stopped = self._stopped(supposed.view)
        tallies[STOPPED] += count_rows(stopped)
        governed = self.governance.governed(facts, plan.date_fact)
        columns = {name: facts[name] for name in ADDRESS if name in facts.schema.names}
        columns["stopped"] = boolean(stopped, rows)
        for place, policy in enumerate(plan.policies):
            governs = governed.column(policy.pack.instrument.id)
            found = _Found(policy, self._engine(place, policy, supposed), stopped)
            if self.alone:
                found.find_alone(self._supported(place, found.engine))
            columns[f"governs_{place}"] = governs
            columns.update(found.columns(place))
            if place == plan.shared_by and plan.shares is not None:
                found.find_shares(plan.shares)
                columns.update(found.share_columns())
            for block, within in self._blocks(governs, stopped):
                found.tally(tallies, place, block, within)
        batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
        return Evaluated(results=batch, tallies=tallies)

    def _supposed(self, facts: pa.RecordBatch) -> Supposed:
        plan, library = self.plan, self.plan.library
        premises = Premises(
            derivations=library.derivations,
            dictionary=library.dictionary,
            date_fact=plan.date_fact,
            reading=plan.conditions,
            asking=_asking,
        )
        return assume(suppose(facts, premises), plan.shared_sets)

    def _engine(self, place: int, policy: Policy, supposed: Supposed) -> BitmapEngine:
        """Return the engine that reads a policy's rules, with what its own sets close."""
        own = assume(supposed, policy.own_sets) if policy.own_sets else supposed
        plan = self.plan
        return BitmapEngine(
            own.view,
            plan.library.dictionary,
            policy.reading,
            plan.date_fact,
            plan=self._steps[place],
        )

    def _supported(self, place: int, engine: BitmapEngine) -> Support:
        """Return what is worked out once for all batches to find what decides alone."""
        if place not in self._support:
            self._support[place] = support_of(engine)
        return self._support[place]

    def _stopped(self, view: pa.RecordBatch) -> Bits:
        """Return the rows that a gate stops, of which nothing else is asked."""
        plan = self.plan
        engine = BitmapEngine(view, plan.library.dictionary, plan.conditions, plan.date_fact)
        stopped = np.zeros_like(whole(view.num_rows))
        for condition in plan.stops:
            stopped |= engine.truth(condition).true
        return stopped

    def _blocks(self, governs: pa.Array, stopped: Bits) -> Iterator[tuple[str, Bits]]:
        """Yield the rows that count under a policy, and those that may."""
        every = whole(len(governs))
        if not self.plan.own_day:
            yield GOVERNED, every & ~stopped
            return
        true, false = plane_of(governs)
        yield GOVERNED, true & ~stopped
        yield OPEN, every & ~true & ~false & ~stopped


def _asking(batch: pa.RecordBatch, premises: Premises) -> Asking:
    """Return what answers the conditions of assumption sets: the engine that reads the rules."""
    return BitmapEngine(batch, premises.dictionary, premises.reading, premises.date_fact).truth


class _Found:
    """What one policy says of one batch."""

    def __init__(self, policy: Policy, engine: BitmapEngine, stopped: Bits) -> None:
        """Evaluate every rule and outcome once."""
        self.policy = policy
        self.engine = engine
        self.rows = engine.evaluation.matter.said.rows
        self.kept = whole(self.rows) & ~stopped
        self.stopped = stopped
        self.rules = {rule: engine.rule(rule) for rule in policy.rules}
        self.spoken = _spoken(engine, policy)
        self.possible, self.established = _outcomes(engine, policy, whole(self.rows))
        self.alone: dict[str, Bits] = {}
        self.alone_by_rule: Deciding = {}
        self.shares: dict[str, Bits] = {}

    def find_alone(self, support: Support) -> None:
        """Find the missing facts of which one value alone would decide an unknown rule."""
        nothing = np.zeros_like(self.kept)
        self.alone = dict.fromkeys(self.policy.facts, nothing)
        rules = {rule: self.policy.reading.rules[rule] for rule in self.policy.rules}
        found = deciding_alone(self.engine, rules, self.policy.facts, support=support)
        self.alone_by_rule = found
        for facts in found.values():
            for fact, plane in facts.items():
                self.alone[fact] = self.alone[fact] | plane

    def find_shares(self, shares: Shares) -> None:
        """Find in which share each row counts: the first whose condition is true."""
        left = whole(self.rows)
        for share in shares.shares:
            true = self.engine.truth(share.when).true
            self.shares[share.id] = left & true
            left = left & ~true
        self.shares[shares.rest] = left

    def share_columns(self) -> Iterator[tuple[str, pa.Array]]:
        """Yield a column for each share, of the rows that count in it."""
        for name, plane in self.shares.items():
            yield f"named_{name}", self._kept(boolean(plane, self.rows))

    def columns(self, place: int) -> Iterator[tuple[str, pa.Array]]:
        """Yield the columns of results; what is stopped has none."""
        planes = self.rules.values()
        yield from self._mask(f"true_{place}", [each.true for each in planes])
        yield from self._mask(f"known_{place}", [each.true | each.false for each in planes])
        yield f"established_{place}", self._labels()
        yield from self._mask(f"possible_{place}", list(self.possible))
        if self.alone:
            yield from self._mask(f"decides_alone_{place}", list(self.alone.values()))

    def tally(self, tallies: Tallies, place: int, block: str, within: Bits) -> None:
        """Add what was found of the rows of a block."""
        tallies[Thing(place, block, "rows", "")] += count_rows(within)
        for rule, planes in self.rules.items():
            asked = within & self.spoken[rule] if rule in self.spoken else within
            true, false = count_rows(planes.true & asked), count_rows(planes.false & asked)
            tallies[Thing(place, block, "rule", rule, "true")] += true
            tallies[Thing(place, block, "rule", rule, "false")] += false
            tallies[Thing(place, block, "rule", rule, "unknown")] += (
                count_rows(asked) - true - false
            )
        settled = np.zeros_like(within)
        for token, plane, may in zip(
            self.policy.outcomes, self.established, self.possible, strict=True
        ):
            tallies[Thing(place, block, "established", token)] += count_rows(plane & within)
            tallies[Thing(place, block, "possible", token)] += count_rows(may & within)
            settled |= plane
        tallies[Thing(place, block, "undetermined", "")] += count_rows(within & ~settled)
        for share, plane in self.shares.items():
            tallies[Thing(place, block, "share", share)] += count_rows(plane & within)
        for fact, plane in self.alone.items():
            tallies[Thing(place, block, "decides_alone", fact)] += count_rows(plane & within)
        for rule, facts in self.alone_by_rule.items():
            for fact, plane in facts.items():
                tallies[Thing(place, block, "decides_alone", rule, fact)] += count_rows(
                    plane & within
                )

    def _mask(self, name: str, planes: list[Bits]) -> Iterator[tuple[str, pa.Array]]:
        for number, word in enumerate(words_of(planes, self.rows), start=1):
            yield name if number == 1 else f"{name}_{number}", self._kept(pa.array(word))

    def _labels(self) -> pa.Array:
        """Return the established outcome of each row, null where none is."""
        found = np.full(self.rows, len(self.established), dtype=np.int8)
        for place, plane in enumerate(self.established):
            bits = np.unpackbits(plane, count=self.rows, bitorder="little").astype(bool)
            found[bits] = place
        indices = pa.array(found, mask=found == len(self.established))
        return pa.DictionaryArray.from_arrays(
            indices.cast(pa.int32()), pa.array(self.policy.outcomes, pa.string())
        )

    def _kept(self, column: pa.Array) -> pa.Array:
        if not self.stopped.any():
            return column
        return pa.Array.from_buffers(
            column.type, len(column), [pa.py_buffer(self.kept), column.buffers()[1]]
        )


def _spoken(engine: BitmapEngine, policy: Policy) -> dict[str, Bits]:
    """Return the rows whose decision a rule speaks to, of each rule that does not speak to all."""
    types = engine.evaluation.matter.said.arrays.get("decision_type")
    limited = {rule: policy.pack.rules[rule] for rule in policy.rules}
    limited = {name: rule for name, rule in limited.items() if rule.decisions}
    if types is None or not limited:
        return {}
    words = types.cast(pa.string()).dictionary_encode()
    named = words.dictionary.to_pylist()
    indices = words.indices.fill_null(len(named)).to_numpy()
    found: dict[str, Bits] = {}
    for name, rule in limited.items():
        speaks = np.array([rule.speaks_to(word) for word in (*named, "")], dtype=bool)
        found[name] = np.packbits(speaks[indices], bitorder="little")
    return found


def _outcomes(
    engine: BitmapEngine, policy: Policy, every: Bits
) -> tuple[tuple[Bits, ...], tuple[Bits, ...]]:
    """Return where each outcome may be reached, and where it is established.

    An outcome is established where its row of the table is the first that is true; it may be
    reached where its row is not false and none before it is true. The last one stands where no
    row is met: it may be reached where none is true, and is never established.
    """
    left = every
    possible: list[Bits] = []
    established: list[Bits] = []
    for row in policy.pack.outcomes:
        planes = engine.truth(row.when)
        possible.append(left & ~planes.false)
        established.append(left & planes.true)
        left = left & ~planes.true
    return (*possible, left), (*established, np.zeros_like(every))
