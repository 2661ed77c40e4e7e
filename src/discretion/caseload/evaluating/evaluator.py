"""One batch evaluated: what each policy says of each of its rows, as masks and as tallies."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from discretion.caseload.evaluating.asking import Asking
from discretion.caseload.evaluating.asking import BitmapAsking
from discretion.caseload.evaluating.asking import asked_of
from discretion.caseload.evaluating.found import Found
from discretion.caseload.evaluating.masks import boolean
from discretion.caseload.evaluating.masks import plane_of
from discretion.caseload.names import ADDRESS
from discretion.caseload.running.asked import DECISION
from discretion.caseload.running.governance import Governance
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.plan import Policy
from discretion.caseload.running.tallies import GOVERNED
from discretion.caseload.running.tallies import LATER
from discretion.caseload.running.tallies import NEVER_DATED
from discretion.caseload.running.tallies import OPEN
from discretion.caseload.running.tallies import ROWS
from discretion.caseload.running.tallies import STOPPED
from discretion.caseload.running.tallies import UNDATED
from discretion.caseload.running.tallies import UNGOVERNED
from discretion.caseload.running.tallies import Recorded
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import closed_in
from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.caseload.supposing.known import as_known
from discretion.caseload.supposing.premises import Premises
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.bitmap.planes import whole


class Evaluated(NamedTuple):
    """A batch of results, and what it adds to the tallies."""

    results: pa.RecordBatch
    tallies: Tallies


class Evaluator:
    """Evaluates batches of a facts table by one plan."""

    def __init__(
        self,
        plan: Plan,
        governance: Governance,
        *,
        alone: bool = True,
        asking: Asking | None = None,
    ) -> None:
        """Take what is asked and what governed.

        Args:
            plan: what is asked of every row.
            governance: tells what governed a decision.
            alone: also find the missing facts that alone could decide a rule.
            asking: the engine that answers; None for the one on bit planes.

        """
        self.plan = plan
        self.governance = governance
        self.alone = alone
        self.asking = asking or BitmapAsking(plan.library.dictionary, plan.date_fact)
        self._premises = Premises(
            derivations=plan.library.derivations,
            dictionary=plan.library.dictionary,
            date_fact=plan.date_fact,
            reading=plan.conditions,
        )

    def batch(self, facts: pa.RecordBatch) -> Evaluated:
        """Return what the plan's policies say of a batch of a facts table."""
        plan, rows = self.plan, facts.num_rows
        tallies = Tallies({ROWS: rows})
        if plan.known_at == DECISION:
            facts, recorded = self._as_known(facts)
            tallies.update(recorded)
        supposed = assume(suppose(facts, self._premises), plan.shared_sets)
        tallies.update(closed_in(supposed))
        stopped = self._stopped(supposed.view)
        tallies[STOPPED] += count_rows(stopped)
        governed = self.governance.governed(facts, plan.date_fact)
        columns = {name: facts[name] for name in ADDRESS if name in facts.schema.names}
        columns["stopped"] = boolean(stopped, rows)
        ungoverned = whole(rows) & ~stopped
        for place, policy in enumerate(plan.policies):
            governs = governed.column(policy.pack.instrument.id)
            found = self._found(place, policy, supposed, stopped)
            if plan.own_day:
                found.leave_out(governed.without_effect(policy.pack.instrument.id))
            if self.alone:
                self._find_alone(policy, found)
            columns[f"governs_{place}"] = governs
            columns.update(found.columns(place))
            columns.update(found.share_columns())
            for block, within in self._blocks(governs, stopped):
                found.tally(tallies, place, block, within)
                ungoverned &= ~within
        tallies[UNGOVERNED] += count_rows(ungoverned)
        batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
        return Evaluated(results=batch, tallies=tallies)

    def _as_known(self, facts: pa.RecordBatch) -> tuple[pa.RecordBatch, Tallies]:
        """Return what was known on the day of each decision, and when the rest was recorded."""
        date_fact = self.plan.date_fact
        others = (name for name in self.plan.library.dictionary.facts if name != date_fact)
        known = as_known(facts, date_fact, others)
        by_kind = {LATER: known.dropped, UNDATED: known.undated, NEVER_DATED: known.never_dated}
        return known.batch, Tallies(
            {
                Recorded(when, fact): rows
                for when, told in by_kind.items()
                for fact, rows in told.items()
            }
        )

    def _found(self, place: int, policy: Policy, supposed: Supposed, stopped: Bits) -> Found:
        """Return what a policy says, with what its own sets close."""
        own = assume(supposed, policy.own_sets) if policy.own_sets else supposed
        shares = self.plan.shares if place == self.plan.shared_by else None
        answers = self.asking.answers(own.view, policy.reading, asked_of(policy, shares))
        found = Found(policy, own.view, answers, stopped)
        if shares is not None:
            found.find_shares(shares, answers)
        return found

    def _find_alone(self, policy: Policy, found: Found) -> None:
        """Find which missing facts alone could decide a rule that is asked."""
        rules = {rule: policy.reading.rules[rule] for rule in policy.rules}
        found.with_alone(self.asking.alone(found.view, policy.reading, rules, policy.facts))

    def _stopped(self, view: pa.RecordBatch) -> Bits:
        """Return the rows that a gate stops, of which nothing else is asked."""
        asked = {str(place): condition for place, condition in enumerate(self.plan.stops)}
        answers = self.asking.answers(view, self.plan.conditions, asked)
        stopped = np.zeros_like(whole(view.num_rows))
        for planes in answers.values():
            stopped |= planes.true
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
