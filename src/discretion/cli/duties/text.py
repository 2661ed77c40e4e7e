"""Day-count duties for a reader: one numbered row for each, by the instrument that sets it."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from discretion import DutiesOn
from discretion import GoverningLine
from discretion import Library
from discretion import clock_of
from discretion import clocks_in_words
from discretion import long_date
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.records import Delivery
from discretion.records import DutyRow
from discretion.records import DutyStatus
from discretion.records import Readings

LEAD = (
    "An assessment of the record, for people who decide. Each row tells what the public record, as "
    "far as it is known here, showed on that day. Where it shows nothing, that does not say that "
    "nothing was delivered. Days are calendar days unless a row says otherwise; no text seen says "
    "what happens on a weekend."
)
NOTHING = "No instrument described here that sets a day had been issued by then."
WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
SHOWN = {
    "whole": "delivered",
    "part": "a part of it delivered",
    "none": "not to be found then",
}
"""What a delivery shows, in words."""
TOLD = {
    DutyStatus.NOT_DUE: "not past its day; no public record of delivery is known here",
    DutyStatus.OVERDUE_NO_PUBLIC_RECORD: (
        "past its day; no public record of delivery is known here"
    ),
    DutyStatus.PARTLY_VISIBLE: "a part of it is on the public record",
    DutyStatus.DELIVERED: "delivered, as far as the public record goes",
    DutyStatus.RUNNING: "it still runs by its own terms",
    DutyStatus.RUN_OUT: "it has run out by its own terms",
}
"""What each status is called; where each matter has a day of its own there is none to tell."""
INDENT = "    "


def show_duties(duties: DutiesOn, library: Library) -> str:
    """Return what policies ask for by which day, for a reader."""
    parts = [heading(f"Day-count duties as of {long_date(duties.as_of)}"), paragraph(LEAD)]
    if not duties.rows:
        parts.append(paragraph(NOTHING))
    numbered = enumerate(duties.rows, start=1)
    for instrument, each in groupby(numbered, lambda one: one[1].rule.citation.instrument):
        parts.append(subheading(library.instruments[instrument].title))
        parts.append(paragraph(" ".join(_standing(instrument, duties))))
        for number, row in each:
            parts.extend(_row(number, row, duties.as_of, library))
    return "".join(parts).lstrip("\n")


def _standing(instrument: str, duties: DutiesOn) -> Iterator[str]:
    """Yield the status of an instrument on the day, and today where that is another day."""
    then = _statuses(instrument, duties.lines)
    yield f"Status on {long_date(duties.as_of)}, as known then: {then}."
    if duties.today != duties.as_of:
        yield f"Today, {long_date(duties.today)}: {_statuses(instrument, duties.now)}."


def _statuses(instrument: str, lines: Iterable[GoverningLine]) -> str:
    """Return the status of an instrument, for each component that it differs for."""
    told: dict[str, list[str]] = {}
    for line in lines:
        if line.instrument == instrument and not line.part:
            told.setdefault(clocks_in_words(line), []).append(line.component)
    return "; ".join(f"{words} ({', '.join(names)})" for words, names in told.items())


def _row(number: int, row: DutyRow, as_of: date, library: Library) -> Iterator[str]:
    owner = f", owed by {row.deliverable.owner}" if row.deliverable.owner else ""
    yield "\n"
    yield paragraph(f"{row.deliverable.id}{owner}", bullet=f"{number}. ")
    rule = row.rule
    lead, says = "Says" if row.is_term else "Asks", rule.says.rstrip(".")
    told = f"{lead}: {says} ({rule.citation}) [{rule.citation.basis}]."
    yield paragraph(told, indent=INDENT)
    if row.deliverable.holds:
        yield paragraph(f"To hold: {row.deliverable.holds}", indent=INDENT)
    if rule.note:
        yield paragraph(f"Note: {rule.note}", indent=INDENT)
    yield paragraph(_when(row, library), indent=INDENT)
    status = _status(row, as_of)
    if status:
        yield paragraph(status, indent=INDENT)
    for delivery in row.evidence:
        yield paragraph(_evidence(delivery), indent=INDENT)


def _when(row: DutyRow, library: Library) -> str:
    """Return the day of a row on every reading, or where its clock starts."""
    readings = row.readings
    if readings is None:
        lead = "Runs out" if row.is_term else "Due"
        return f"{lead}: for each matter by itself, {clock_of(row, library)}."
    if row.is_term:
        return f"Last day: {_named(readings.due)}{_term(readings)}."
    return " ".join((f"Due: {_named(readings.due)}{_counted(readings)}.", *_others(readings)))


def _named(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def _length(readings: Readings) -> str:
    if readings.length is None:
        return ""
    return counted(readings.length.amount, readings.length.counting.value.removesuffix("s"))


def _counted(readings: Readings) -> str:
    length = _length(readings)
    return f", {length} after {long_date(readings.start)}" if length and readings.start else ""


def _term(readings: Readings) -> str:
    length = _length(readings)
    return f", {length} from {long_date(readings.start)} on" if length and readings.start else ""


def _others(readings: Readings) -> Iterator[str]:
    """Yield the other readings of a day, as far as there are any."""
    if readings.next_business_day == readings.due:
        yield "That is a business day."
    elif readings.next_business_day is not None:
        yield f"Next business day: {_named(readings.next_business_day)}."
    if readings.business_days is not None and readings.weekdays is not None:
        yield (
            f"Counted in business days: {_named(readings.business_days)}; in weekdays, federal "
            f"holidays included: {_named(readings.weekdays)}."
        )


def _status(row: DutyRow, as_of: date) -> str:
    """Return what the public record shows, empty where each matter has a day of its own."""
    if row.status is DutyStatus.PER_MATTER:
        return ""
    late = "" if row.is_term else f" {_days_late(row)}"
    return f"Status on {long_date(as_of)}: {TOLD[row.status]}. {_distance(row)}.{late}"


def _distance(row: DutyRow) -> str:
    days = row.days_since_due or 0
    day = "last day" if row.is_term else "due day"
    if days > 0:
        return f"Days since its {day}: {days}"
    return f"Days until its {day}: {-days}"


def _days_late(row: DutyRow) -> str:
    """Return how late a delivery came, which only the day of a whole one tells."""
    if row.days_late is None:
        return "Days late: not known, as no day of a whole delivery is known."
    if row.days_late > 0:
        return f"Days late: {row.days_late}."
    if row.days_late == 0:
        return "Days late: none; it came on its day."
    return f"Days late: none; it came {counted(-row.days_late, 'day')} before its day."


def _evidence(delivery: Delivery) -> str:
    on = f"on {long_date(delivery.on)}" if delivery.on else "on a day that is not known"
    says = delivery.says.rstrip(".")
    return (
        f"Evidence: {SHOWN[delivery.shows]}, {on}: {says} ({delivery.source}) "
        f"[{delivery.certainty}]."
    )
