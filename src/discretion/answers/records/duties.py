"""Day-count duties as plain data: a row for each deliverable and each term, key by key."""

from datetime import date

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_term
from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.records import DutyRow
from discretion.rules.library import Library
from discretion.rules.rule import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesOn:
    """Every row as seen on a day, with what governed then and what governs today."""

    as_of: date
    today: date
    rows: tuple[DutyRow, ...]
    lines: tuple[GoverningLine, ...]
    now: tuple[GoverningLine, ...]


def answer_duties(duties: DutiesOn, library: Library, version: str) -> Plain:
    """Return what was to be done by when, and what the public record shows of it.

    What governs is told of the instruments that have a row.

    Args:
        duties: the rows, and what governed.
        library: the policies, for their words.
        version: the version of the package.

    """
    named = {row.rule.citation.instrument for row in duties.rows}
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "rows": [_row(row, library) for row in duties.rows],
        "as_of": duties.as_of.isoformat(),
        "today": {
            "on": duties.today.isoformat(),
            "governing": plain_governing(line for line in duties.now if line.instrument in named),
        },
        "governing": plain_governing(line for line in duties.lines if line.instrument in named),
    }


def _row(row: DutyRow, library: Library) -> Plain:
    readings, rule = row.readings, row.rule
    return {
        "deliverable_id": row.deliverable.id,
        "owner": row.deliverable.owner or None,
        "clock_start_on": _day(readings.start if readings else None),
        "due_on": _day(readings.due if readings else None),
        "due_on_next_business_day": _day(readings.next_business_day if readings else None),
        "status": row.status.value,
        "days_since_due": row.days_since_due,
        "days_late": row.days_late,
        "due_on_business_days": _day(readings.business_days if readings else None),
        "due_on_weekdays": _day(readings.weekdays if readings else None),
        "kind": "term" if row.is_term else "duty",
        "instrument": rule.citation.instrument,
        "rule": rule.id,
        "says": rule.says,
        "holds": row.deliverable.holds or None,
        "clock": clock_of(row, library),
        "citation": str(rule.citation),
        "basis": rule.citation.basis,
        "note": rule.note or None,
        "evidence": [_delivery(each) for each in row.evidence],
    }


def clock_of(row: DutyRow, library: Library) -> str:
    """Return how the day of a row is found, in plain English, as its rule says it."""
    pack = library.packs[row.rule.citation.instrument]
    if row.is_term:
        return readout_of_term(pack, row.rule, library)
    return readout_of_duty(pack, row.rule, library)[1]


def _delivery(delivery: Delivery) -> Plain:
    return {
        "shows": delivery.shows,
        "on": _day(delivery.on),
        "known_from": delivery.known_from.isoformat(),
        "says": delivery.says,
        "source": delivery.source,
        "certainty": delivery.certainty,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
