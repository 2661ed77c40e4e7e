"""The deadlines of a request for a reader: by day, then what has none, with sources and counts."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion import GoverningLine
from discretion import Library
from discretion import governed_in_words
from discretion import long_date
from discretion.answers.request.deadlines import NOT_EVERY_DEADLINE
from discretion.answers.request.deadlines import DeadlinesTold
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.records.deadlines import Bound
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import Running
from discretion.records.deadlines import moves_from
from discretion.records.deadlines.deadline import moment_in_words

WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
INTERNAL = "Internal: work product, do not file. The calendar file alone names nobody."
BOUNDS = {
    Bound.ONLY: "",
    Bound.EARLIEST: ", at the earliest",
    Bound.LATEST: ", at the latest",
}
RUNNING = {
    Running.AHEAD: "ahead",
    Running.TODAY: "today",
    Running.PAST: "past",
    Running.UNKNOWN: "not known",
    Running.NOT_RUNNING: "does not run",
    Running.NO_DAY: "no source sets a day",
}
INDENT = "    "


def show_deadlines(told: DeadlinesTold, library: Library) -> str:
    """Return what is due around a request, for a reader."""
    return "".join(_parts(told, library)).lstrip("\n")


def _parts(told: DeadlinesTold, library: Library) -> Iterator[str]:
    yield heading(f"Deadlines of a request: {told.checked.case.name}")
    yield paragraph(NOT_EVERY_DEADLINE)
    yield paragraph(INTERNAL)
    yield paragraph(" ".join(_standing(told)))
    yield paragraph(_governing(told.checked.filing_on, told.guiding, library))
    if told.today != told.checked.filing_on:
        yield paragraph(_governing(told.today, told.guiding_today, library))
    dated = [each for each in told.deadlines if each.due is not None]
    yield subheading("By day")
    if not dated:
        yield paragraph("No deadline has a day: what follows says what to record.")
    for each in dated:
        yield from _dated(each)
    yield subheading("Without a day")
    for each in told.deadlines:
        if each.due is None:
            yield from _undated(each)
    yield subheading("How this is known")
    kinds = told.kinds
    yield paragraph(f"{kinds.says} Reviewed: {kinds.reviewed}. Version {kinds.version}.")
    for remark in told.about_profile:
        yield paragraph(f"{remark.says} {remark.remedy} [{remark.code}]", bullet="- ")
    if told.checked.office is None:
        yield paragraph("No office was named, so none of its days is counted: `--office ID`.")
    if told.calendar:
        yield paragraph(
            "The calendar holds the days that are not past, each in the words of its kind alone."
        )


def _standing(told: DeadlinesTold) -> Iterator[str]:
    yield f"As of {long_date(told.today)}."
    sent = f", sent on {long_date(told.sent_on)}" if told.sent_on else ""
    moves = " or ".join(f"`{state.value}`" for state in moves_from(told.state))
    yield f"State of the request: `{told.state.value}`{sent}; next may be: {moves or 'none'}."
    if told.checked.is_stopped:
        yield "A gate stops this request: `discretion request check` says which."


def _governing(day: date, lines: Iterable[GoverningLine], library: Library) -> str:
    named = dict.fromkeys(
        f"{library.instruments[line.instrument].title} ({governed_in_words(line)})"
        for line in lines
        if not line.part
    )
    if not named:
        return f"On {long_date(day)}: no policy described here governs such a decision."
    return f"On {long_date(day)}: {'; '.join(named)}."


def _dated(each: Deadline) -> Iterator[str]:
    day = each.day or date.min
    when = moment_in_words(each.due or day)
    lead = f"{WEEKDAYS[day.weekday()]}, {when}{BOUNDS[each.bound]}: {each.title}"
    yield paragraph(f"{lead} [{RUNNING[each.running]}]", bullet="- ")
    yield paragraph(f"{each.says}{_about(each)}", indent=INDENT)
    told = " ".join(_counted(each))
    if told:
        yield paragraph(told, indent=INDENT)
    yield _source(each)


def _counted(each: Deadline) -> Iterator[str]:
    if each.count is not None:
        yield f"Counted: {each.count.told}, which is not counted itself."
    last = each.last_business_day
    if last is not None and last != each.day:
        yield f"That is no business day; the last one before is {_named(last)}."
    if each.in_business_days is not None:
        yield (
            "The source does not say which days count; in business days it would be "
            f"{_named(each.in_business_days)}."
        )


def _named(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def _undated(each: Deadline) -> Iterator[str]:
    bound = BOUNDS[each.bound]
    yield paragraph(f"{each.title}{bound} [{RUNNING[each.running]}]", bullet="- ")
    yield paragraph(f"{each.says}{_about(each)} {each.remedy}", indent=INDENT)
    if each.source:
        yield _source(each)


def _about(each: Deadline) -> str:
    """Return words of the case or of a policy as a sentence with a blank before it."""
    return f" {capital(each.about.rstrip('.'))}." if each.about else ""


def _source(each: Deadline) -> str:
    return paragraph(f"Source: {each.source.rstrip('.')} [{each.basis}].", indent=INDENT)
