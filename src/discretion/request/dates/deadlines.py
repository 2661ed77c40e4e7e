"""Deadlines: what is due around one request, each with its source and how its day was counted."""

from collections.abc import Iterator
from datetime import date

from discretion.dates import day_of
from discretion.dates import long_date
from discretion.dates import moment_of
from discretion.facts.values import Spans
from discretion.frozen import dataclass
from discretion.law.event import StatusEvent
from discretion.law.instrument import LEGAL
from discretion.records import Counting
from discretion.records import Length
from discretion.records import OutsideCalendarError
from discretion.records import due_before
from discretion.records import due_within
from discretion.records import last_business_day
from discretion.request.check import CheckedRequest
from discretion.request.dates.kinds import DeadlineKinds
from discretion.request.gates import guiding_standings
from discretion.request.grounds import defaults
from discretion.rules.library import Library

TO_ACT = frozenset(("before_hearing", "follow_up", "second_follow_up", "passport_for_stay"))
"""The kinds of day by which the person who asks has to act, on a day on which offices are open."""
Counted = tuple[date | None, str, str]
"""A day, how it was counted, and its source besides that of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One thing that is due: its kind's title, its day, and how anybody knows.

    `due` is None where what it is counted from is not known, and `counted` then says what to
    record. `before` is the last business day before a day that is none, else None. `subject` says
    what it is about in words of the case, and goes into no calendar.
    """

    kind: str
    title: str
    due: date | None
    counted: str
    source: str
    subject: str
    before: date | None
    is_past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesAsked:
    """What deadlines are counted by: today, and the day on which the request was sent, if any."""

    today: date
    kinds: DeadlineKinds
    sent_on: date | None = None


def deadlines_of(
    checked: CheckedRequest, asked: DatesAsked, library: Library
) -> tuple[Deadline, ...]:
    """Return what is due, by day; what nobody can count stands at the end and says why.

    Args:
        checked: the request.
        asked: the days.
        library: the policies, for their history.

    """
    found = [
        *_about_hearing(checked, asked),
        *_about_sending(checked, asked),
        *_about_papers(checked, asked),
        *_about_policies(checked, asked, library),
        *_about_duties(checked, asked),
    ]
    return tuple(
        sorted(dict.fromkeys(found), key=lambda each: (each.due is None, each.due or date.max))
    )


def _made(kind: str, counted: Counted, asked: DatesAsked, subject: str = "") -> Deadline:
    told = asked.kinds.kinds[kind]
    due, how, source = counted
    return Deadline(
        kind=kind,
        title=told.title,
        due=due,
        counted=how or told.open,
        source=f"{told.source}: {source}" if source else told.source,
        subject=subject,
        before=_business_day(due) if kind in TO_ACT else None,
        is_past=due is not None and due < asked.today,
    )


def _business_day(due: date | None) -> date | None:
    """Return the last business day before a day that is none, None where holidays are not known."""
    if due is None:
        return None
    try:
        before = last_business_day(due)
    except OutsideCalendarError:
        return None
    return None if before == due else before


def _about_hearing(checked: CheckedRequest, asked: DatesAsked) -> Iterator[Deadline]:
    days = _days(checked)
    told = ("the day itself",) if len(days) == 1 else ("the earliest on record", "the latest")
    for day, how in zip(days, told, strict=False):
        yield _made("hearing", (day, how, ""), asked)
    if not days:
        yield _made("hearing", (None, "", ""), asked)
    office = checked.office
    if office is None or office.min_days_before_hearing is None:
        return
    least = office.min_days_before_hearing
    if not days:
        yield _made("before_hearing", (None, "", office.source), asked)
        return
    due = due_before(days[0], Length(amount=least, counting=Counting.CALENDAR_DAYS))
    how = f"{least} calendar days before {long_date(days[0])}, that day not counted"
    yield _made("before_hearing", (due, how, office.source), asked)


def _days(checked: CheckedRequest) -> list[date]:
    """Return the day of the hearing, the earliest and the latest where it is not known exactly."""
    known = checked.assessed.assessments[0].view.known.get(checked.checklist.hearing)
    ends = (known.low, known.high) if isinstance(known, Spans) else ()
    return [each for each in dict.fromkeys(ends) if isinstance(each, date)]


def _about_sending(checked: CheckedRequest, asked: DatesAsked) -> Iterator[Deadline]:
    office = checked.office
    if office is None or office.followup_after_days is None:
        return
    length = Length(amount=office.followup_after_days, counting=Counting.CALENDAR_DAYS)
    start = asked.sent_on
    for kind in ("follow_up", "second_follow_up"):
        escalates = kind == "second_follow_up" and office.escalate_to
        subject = f"After that, turn to {office.escalate_to}." if escalates else ""
        due = None if start is None else due_within(start, length)
        how = ""
        if start is not None:
            how = f"{length.amount} calendar days after {long_date(start)}, that day not counted"
        yield _made(kind, (due, how, office.source), asked, subject)
        start = due


def _about_papers(checked: CheckedRequest, asked: DatesAsked) -> Iterator[Deadline]:
    stay = asked.kinds.kinds["passport_for_stay"]
    for paper in checked.case.evidence.values():
        if paper.expires_on is None:
            continue
        name = paper.title or paper.name
        yield _made("paper_expires", (paper.expires_on, "the day itself", ""), asked, name)
        is_wanted = checked.case.decision.type in stay.decisions and paper.kind in stay.papers
        if is_wanted and stay.months_before is not None:
            length = Length(amount=stay.months_before, counting=Counting.MONTHS)
            due = due_before(paper.expires_on, length)
            how = f"{length.amount} months before {long_date(paper.expires_on)}"
            yield _made(stay.id, (due, how, ""), asked, name)


def _about_policies(
    checked: CheckedRequest, asked: DatesAsked, library: Library
) -> Iterator[Deadline]:
    """Yield what became of the policies of the filing since, as it is known today."""
    for name in guiding_standings(checked.assessed, library):
        instrument = library.instruments[name]
        for event in instrument.events:
            is_later = checked.filing_on < event.start <= asked.today
            if event.clock == LEGAL and is_later and event.known_from <= asked.today:
                counted = (event.start, event.start_in_words, event.authority)
                says = f"{instrument.title}: {_changed(event)}"
                yield _made("policy_change", counted, asked, says)


def _changed(event: StatusEvent) -> str:
    """Return what happened: to the policy or a part of it, or to an order against it."""
    happened = event.kind.replace("_", " ")
    if event.order:
        return f"an order against it is {happened}"
    return f"part {event.part} is {happened}" if event.part else f"it is {happened}"


def _about_duties(checked: CheckedRequest, asked: DatesAsked) -> Iterator[Deadline]:
    for policy in defaults(checked.assessed.assessments):
        rules = {finding.rule.id: finding.rule for finding in policy.findings}
        for duty in policy.duties:
            if not duty.due or duty.rule not in rules:
                continue
            moment = moment_of(duty.due)
            due = day_of(duty.due) or (moment.date() if moment else None)
            rule = rules[duty.rule]
            how = duty.due if moment and day_of(duty.due) is None else "as the policy counts it"
            subject = f"{rule.says} Owner: {duty.owner}. State: {duty.state.replace('_', ' ')}."
            yield _made("duty", (due, how, str(rule.citation)), asked, subject)
