"""Duties in words: how each stands, what it asks, by when, of whom, and where it is written."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import DutyState
from discretion.assess.wording.findings import marked
from discretion.dates import day_of
from discretion.dates import long_date
from discretion.rules.rule import Rule

DUTY_STATES = {
    "owed": "Owed",
    "owed_unless_shown": "Owed until shown otherwise",
    "unknown": "Not known whether owed",
    "discharged": "Discharged",
}


def standing_duties(each: Assessment) -> Iterator[DutyState]:
    """Yield the duties that are owed, may be owed or have been discharged."""
    return (duty for duty in each.duties if duty.state in DUTY_STATES)


def duty_text(duty: DutyState, rule: Rule) -> str:
    """Return how a duty stands, what it asks, by when, of whom, and where it is written.

    A duty's sentence says when it is owed, so that it stands in quotation marks where that is not
    known of this matter.
    """
    due = f" Due: {_due(duty.due)}." if duty.due else ""
    owner = f" Whose: {duty.owner}." if duty.owner else ""
    asks = f": {rule.says}" if duty.state == "owed" else f"; a duty where this is so: “{rule.says}”"
    return f"{DUTY_STATES[duty.state]}{asks}{due}{owner} ({marked(rule.citation)})"


def _due(text: str) -> str:
    """Return a due day in words; a moment stays as it is written."""
    day = day_of(text)
    return text if day is None else long_date(day)
