"""Dated duties of the policies under which a case was read, as far as they may be owed in it."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.assess.assessment import Assessment
from discretion.facts.values import Spans
from discretion.records import DutyRow
from discretion.records import Length
from discretion.records import list_duties
from discretion.records.deadlines import Begin
from discretion.records.deadlines import Start
from discretion.records.readings import COUNTED
from discretion.rules.condition import Fact
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.rule import Pack
from discretion.truth import Truth

SETTLED = frozenset(("not_owed", "discharged"))
"""States of a duty in a case of which no day is told."""
HISTORY = " The policy does not govern on the day of the filing: this is history."
UNCERTAIN = {Truth.UNKNOWN: " It is not certain that the policy governs on the day of the filing."}
Ends = tuple[date | None, date | None]
"""The first and the last day, or moment, from which a duty may count; None for no bound."""


def duty_begins(
    policies: Iterable[Assessment], today: date, *, is_history: bool
) -> Iterator[Begin]:
    """Yield what each dated duty counts from that may be owed in a case.

    Args:
        policies: the assessments of the case in their default readings.
        today: the day up to which policies had been issued.
        is_history: whether the policies were in force at another time alone.

    """
    for policy in policies:
        if policy.ruleset is not None:
            standing = HISTORY if is_history else UNCERTAIN.get(policy.governs, "")
            pack = policy.ruleset.pack
            yield from dict.fromkeys(_of_policy(policy, pack, today, standing))


def _of_policy(policy: Assessment, pack: Pack, today: date, standing: str) -> Iterator[Begin]:
    states = {duty.rule: duty.state for duty in policy.duties}
    for row in list_duties((pack,), today):
        state = states.get(row.rule.id, "not_owed")
        if not row.is_term and state not in SETTLED:
            told = f"In this case: {state.replace('_', ' ')}.{standing}"
            yield _begin(row, policy, pack.instrument.short, told)


def _begin(row: DutyRow, policy: Assessment, short: str, state: str) -> Begin:
    """Return from when a duty counts: a day of its own, or one that the case tells."""
    owner = f" Owed by {row.deliverable.owner}." if row.deliverable.owner else ""
    told = f"{row.rule.says}{owner} {state}"
    (earliest, latest), length, hours = _counted_from(row, policy)
    return Begin(
        start=Start.DUTY,
        earliest=earliest,
        latest=latest,
        about=f"{short[:1].upper()}{short[1:]}: {told}",
        length=length,
        hours=hours,
        source=str(row.rule.citation),
        basis=row.rule.citation.basis,
    )


def _counted_from(row: DutyRow, policy: Assessment) -> tuple[Ends, Length | None, int | None]:
    readings = row.readings
    if readings is not None:
        is_counted = readings.start is not None and readings.length is not None
        day = readings.start if is_counted else readings.due
        return (day, day), readings.length if is_counted else None, None
    term = row.rule.duty.due if row.rule.duty is not None else None
    if not isinstance(term, Shift) or term.amount < 0:
        return _ends(term, policy), None, None
    if term.unit is Unit.HOURS:
        return _ends(term.term, policy), None, term.amount
    return _ends(term.term, policy), Length(amount=term.amount, counting=COUNTED[term.unit]), None


def _ends(term: Term | None, policy: Assessment) -> Ends:
    """Return the bounds of a fact that the case tells; of anything else nothing is known here."""
    values = policy.view.known.get(term.name) if isinstance(term, Fact) else None
    if not isinstance(values, Spans):
        return None, None
    low, high = values.low, values.high
    return low if isinstance(low, date) else None, high if isinstance(high, date) else None
