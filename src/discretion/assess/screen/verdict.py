"""The verdict on one part: the state that an outcome table gives it, and whether it is sure.

Where the table holds nothing, what is established stands, else its word for what is open. Where it
does, an established stop stands. Else, while a stop can still come about, the part is held, as the
table says for that stop; what is unknown never clears one.
"""

from collections.abc import Iterable
from collections.abc import Sequence

from discretion.analysis.completion import Completion
from discretion.analysis.missing import Question
from discretion.analysis.missing import decide_outcome
from discretion.assess.ruleset import Ruleset
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack

STOP = "stop"
"""The level of a state in which nothing may go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A state of an outcome table, and whether something unknown is why it is that one."""

    state: str
    because_unknown: bool


def strictest(states: Iterable[str], order: Sequence[str]) -> str:
    """Return the state that stands first in the order of a table; the last where there is none."""
    return min(states, key=order.index, default=order[-1])


def order_of(pack: Pack) -> tuple[str, ...]:
    """Return the states of a pack, the most restrictive first; what is left open stands last."""
    return tuple(dict.fromkeys([*(row.token for row in pack.outcomes), pack.when_open]))


def verdict_of(ruleset: Ruleset, view: View) -> Verdict:
    """Return the verdict on one part under one ruleset, from the outcome table alone."""
    pack = ruleset.pack
    question = Question(
        findings=(),
        outcomes=tuple((row.token, row.when) for row in pack.outcomes),
        when_open=pack.when_open,
        reach=ruleset.reach,
    )
    completion = Completion(view, ruleset.reading, ruleset.groundwork)
    found = decide_outcome(completion, question, ReferenceEngine(view, ruleset.reading))
    return verdict_among(pack, found.established, found.reached)


def verdict_among(pack: Pack, established: str, reachable: Sequence[str]) -> Verdict:
    """Return the verdict that an outcome table gives on what is established and reachable.

    Args:
        pack: holds the table.
        established: the first row that is true, empty where none is.
        reachable: every row that can still come about.

    """
    rows = {row.token: row for row in pack.outcomes}
    if not any(row.if_open for row in pack.outcomes):
        single = reachable[0] if len(reachable) == 1 else ""
        state = established or single or pack.when_open
        return Verdict(state=state, because_unknown=not (established or single))
    if established in rows and rows[established].level == STOP:
        return Verdict(state=established, because_unknown=False)
    if len(reachable) == 1:
        return Verdict(state=reachable[0], because_unknown=False)
    stops = [rows[token] for token in reachable if token in rows and rows[token].level == STOP]
    held = [_held(row) for row in stops] or list(reachable)
    return Verdict(state=strictest(held, order_of(pack)), because_unknown=True)


def _held(row: OutcomeRow) -> str:
    """Return the state in which a part is held while a stop can still come about."""
    return row.if_open or row.token
