"""What policies ask to be done by a day, and what the public record shows of it on a day.

A row is one deliverable of a duty that falls due, or one clause that runs out. It says when, on
every reading of the days, and what is known; that nothing is known of a delivery is all that it
says then, and never that nothing was delivered.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from enum import Enum

from discretion.dates import calendar_days
from discretion.dates import plus_days
from discretion.frozen import dataclass
from discretion.records.readings import Readings
from discretion.records.readings import readings_of
from discretion.rules.condition import Term
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import DutyTerms
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

WHOLE, NONE = "whole", "none"
"""What a delivery shows that settles a duty, and what only shows that none was to be found."""


class DutyStatus(Enum):
    """What the public record shows of a deliverable, or whether a term still runs.

    There is no word for what was not delivered: nothing here can know that.
    """

    NOT_DUE = "not_due"
    OVERDUE_NO_PUBLIC_RECORD = "overdue_no_public_record"
    PARTLY_VISIBLE = "partly_visible"
    DELIVERED = "delivered"
    PER_MATTER = "per_matter"
    RUNNING = "running"
    RUN_OUT = "run_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """One deliverable, or one term, as seen on a day.

    `readings` is None where the clock starts in each matter. `days_since_due` is negative before
    the day, and None without one. `days_late` is None unless the day of a whole delivery is known;
    it is negative for one that came early. `evidence` is what could be known on the day.
    """

    rule: Rule
    deliverable: Deliverable
    is_term: bool
    readings: Readings | None
    status: DutyStatus
    days_since_due: int | None
    days_late: int | None
    evidence: tuple[Delivery, ...]


def list_duties(packs: Iterable[Pack], as_of: date) -> tuple[DutyRow, ...]:
    """Return every row of some policies that had been issued by a day, as seen on that day.

    Args:
        packs: the policies; rows come in the order in which these were issued, and in that of
            their rules.
        as_of: the day on which the public record is looked at.

    """
    return tuple(
        row
        for pack in sorted(packs, key=_issue)
        if pack.instrument.issued_on <= as_of
        for rule in pack.rules.values()
        for row in (*_due_rows(rule, as_of), *_term_rows(rule, as_of))
    )


def _issue(pack: Pack) -> tuple[date, str]:
    return pack.instrument.issued_on, pack.instrument.id


def _due_rows(rule: Rule, as_of: date) -> Iterator[DutyRow]:
    duty = rule.duty
    if duty is None or duty.due is None:
        return
    readings = readings_of(duty.due)
    for each in duty.deliverables or (Deliverable(id=rule.id, owner=duty.owner, holds=""),):
        yield _due_row(rule, each, _known(duty, each, as_of), readings, as_of)


def _known(duty: DutyTerms, deliverable: Deliverable, as_of: date) -> tuple[Delivery, ...]:
    """Return what could be known on a day of one deliverable, the oldest first."""
    found = (
        each
        for each in duty.deliveries
        if each.deliverable == deliverable.id and each.known_from <= as_of
    )
    return tuple(sorted(found, key=lambda each: each.on or each.known_from))


def _due_row(
    rule: Rule,
    deliverable: Deliverable,
    evidence: tuple[Delivery, ...],
    readings: Readings | None,
    as_of: date,
) -> DutyRow:
    whole = next((each for each in evidence if each.shows == WHOLE), None)
    delivered_on = whole.on if whole is not None else None
    due = readings.due if readings is not None else None
    return DutyRow(
        rule=rule,
        deliverable=deliverable,
        is_term=False,
        readings=readings,
        status=_status(evidence, due, as_of),
        days_since_due=None if due is None else calendar_days(due, as_of),
        days_late=None if due is None or delivered_on is None else calendar_days(due, delivered_on),
        evidence=evidence,
    )


def _status(evidence: tuple[Delivery, ...], due: date | None, as_of: date) -> DutyStatus:
    shown = {each.shows for each in evidence}
    if due is None:
        return DutyStatus.PER_MATTER
    if WHOLE in shown:
        return DutyStatus.DELIVERED
    if shown - {NONE}:
        return DutyStatus.PARTLY_VISIBLE
    return DutyStatus.NOT_DUE if as_of <= due else DutyStatus.OVERDUE_NO_PUBLIC_RECORD


def _term_rows(rule: Rule, as_of: date) -> Iterator[DutyRow]:
    if rule.runs_until is None:
        return
    readings = _of_term(rule.runs_until)
    if readings is None:
        status = DutyStatus.PER_MATTER
    else:
        status = DutyStatus.RUNNING if as_of <= readings.due else DutyStatus.RUN_OUT
    owner = rule.duty.owner if rule.duty is not None else ""
    yield DutyRow(
        rule=rule,
        deliverable=Deliverable(id=rule.id, owner=owner, holds=""),
        is_term=True,
        readings=readings,
        status=status,
        days_since_due=None if readings is None else calendar_days(readings.due, as_of),
        days_late=None,
        evidence=(),
    )


def _of_term(until: Term) -> Readings | None:
    """Return the last day of a term, which is half-open: on the day it runs until, it is over."""
    readings = readings_of(until)
    if readings is None:
        return None
    return Readings(start=readings.start, length=readings.length, due=plus_days(readings.due, -1))
