"""Asking an engine: many conditions of one batch, each answered by planes."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TYPE_CHECKING
from typing import Protocol
from typing import TypeAlias

import pyarrow as pa

from discretion.caseload.running.plan import Policy
from discretion.caseload.running.shares import Shares
from discretion.engines.bitmap.alone.deciding import Deciding
from discretion.engines.bitmap.alone.deciding import deciding_alone
from discretion.engines.bitmap.alone.deciding import support_of
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan as Steps
from discretion.engines.bitmap.planes import Planes
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.rules.condition import Condition
from discretion.rules.condition import RuleMet

if TYPE_CHECKING:
    from discretion.engines.bitmap.alone.support import Support

RULE, OUTCOME, SHARE = "rule ", "outcome ", "share "
"""What the names of conditions begin with, by what they are of."""
Answers: TypeAlias = Table[str, Planes]
"""Where each condition is true and where it is false, by its name."""


class Asking(Protocol):
    """An engine that answers conditions of batches."""

    name: str

    def answers(
        self, view: pa.RecordBatch, reading: Reading, asked: Table[str, Condition]
    ) -> Answers:
        """Return where each condition is true, and where it is false.

        Args:
            view: the batch, with what follows from it and what is assumed.
            reading: the rules, judgments and derivable facts that conditions may refer to.
            asked: the conditions, by name.

        """

    def alone(
        self,
        view: pa.RecordBatch,
        reading: Reading,
        asked: Table[str, Condition],
        facts: Iterable[str],
    ) -> Deciding:
        """Return where a missing fact alone could decide a condition.

        Args:
            view: as above.
            reading: as above.
            asked: as above.
            facts: the names of the facts.

        """


def asked_of(policy: Policy, shares: Shares | None) -> dict[str, Condition]:
    """Return the conditions that are asked of a policy: its rules, its outcomes, the shares."""
    return dict(_asked(policy, shares))


def _asked(policy: Policy, shares: Shares | None) -> Iterator[tuple[str, Condition]]:
    for rule in policy.rules:
        yield f"{RULE}{rule}", RuleMet(rule)
    for row in policy.pack.outcomes:
        yield f"{OUTCOME}{row.token}", row.when
    for share in shares.shares if shares is not None else ():
        yield f"{SHARE}{share.id}", share.when


class BitmapAsking:
    """Asks the engine on bit planes; what is worked out for one batch serves the others."""

    name = "bitmap"

    def __init__(self, dictionary: Dictionary, date_fact: str) -> None:
        """Take the facts that can be said, and the one that the day of the decision gives."""
        self._dictionary = dictionary
        self._date_fact = date_fact
        self._steps: dict[int, tuple[Reading, Steps]] = {}
        self._support: dict[int, Support] = {}
        self._last: tuple[pa.RecordBatch, Reading, BitmapEngine] | None = None

    def answers(
        self, view: pa.RecordBatch, reading: Reading, asked: Table[str, Condition]
    ) -> Answers:
        """Return where each condition is true, and where it is false."""
        engine = self._engine(view, reading)
        return {name: engine.truth(condition) for name, condition in asked.items()}

    def alone(
        self,
        view: pa.RecordBatch,
        reading: Reading,
        asked: Table[str, Condition],
        facts: Iterable[str],
    ) -> Deciding:
        """Return where a missing fact alone could decide a condition."""
        engine = self._engine(view, reading)
        if id(reading) not in self._support:
            self._support[id(reading)] = support_of(engine)
        return deciding_alone(engine, asked, facts, support=self._support[id(reading)])

    def _engine(self, view: pa.RecordBatch, reading: Reading) -> BitmapEngine:
        """Return the engine of a batch; one is asked several times in turn, and kept for that."""
        if self._last is None or self._last[0] is not view or self._last[1] is not reading:
            # The reading is kept beside its steps, so that its number stays its own.
            _, steps = self._steps.setdefault(id(reading), (reading, Steps(reading)))
            engine = BitmapEngine(view, self._dictionary, reading, self._date_fact, plan=steps)
            self._last = view, reading, engine
        return self._last[2]
