"""Known disputes for a reader: files, candidates by their days, and the inquiry that is owed."""

from collections.abc import Iterator
from datetime import date

from discretion import NO_INQUIRY
from discretion import NOT_A_FINDING
from discretion import Truth
from discretion import long_date
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.worksite import Candidate
from discretion.worksite import DayBeside
from discretion.worksite import DisputesAsked
from discretion.worksite import DisputeTable
from discretion.worksite import KnownDisputes
from discretion.worksite import MatchKind
from discretion.worksite import NameMatch
from discretion.worksite import OnTheDay

MATCHES = {
    MatchKind.EXACT: "exact, after case, punctuation and forms of companies are set aside",
    MatchKind.ALL_WORDS: "all words asked about stand in the name",
    MatchKind.SOME_WORDS: "some words asked about stand in the name, and not all",
}
RELATIONS = {
    OnTheDay.WITHIN: "that day lies between its first day and its last",
    OnTheDay.PERHAPS_WITHIN: "that day may lie within, as the row does not tell both ends",
    OnTheDay.ENDED_BEFORE: "it had ended",
    OnTheDay.BEGAN_AFTER: "it had not begun",
}


def show_disputes(known: KnownDisputes) -> str:
    """Return what a look-up came to."""
    return "".join(_parts(known)).lstrip("\n")


def _parts(known: KnownDisputes) -> Iterator[str]:
    asked, inquiry = known.asked, known.inquiry
    yield heading(f"Known disputes: {_asked(asked)}")
    yield paragraph(NOT_A_FINDING)
    yield subheading("Files looked through")
    for table in known.tables:
        yield from _table(table, asked.on)
    for limit in inquiry.limits:
        yield paragraph(limit, bullet="- ")
    yield subheading("Candidates")
    yield from _candidates(known)
    yield subheading("What is still owed")
    yield paragraph(NO_INQUIRY)
    for step in inquiry.owed:
        basis = "" if step.basis == "ours" else f" [{step.basis}]"
        yield paragraph(f"{step.says} ({step.cite}{basis})", bullet="- ")


def _asked(asked: DisputesAsked) -> str:
    name = f"“{asked.name.text}”" if asked.name else "every employer"
    place = f" in {asked.place}" if asked.place else ""
    day = f", {long_date(asked.on)}" if asked.on else ""
    return f"{name}{place}{day}"


def _table(table: DisputeTable, on: date | None) -> Iterator[str]:
    told = f"{table.name}: {table.layout.publisher}. {counted(len(table.rows), 'row')}"
    if table.left_out:
        told += f", and {table.left_out} that could not be read"
    yield paragraph(f"{told}. {table.layout.grain}", bullet="- ")
    if table.first is None or table.last is None:
        yield paragraph("No row tells when it began.", indent="  ")
        return
    days = f"Its disputes began from {long_date(table.first)} to {long_date(table.last)}."
    if on is not None and not table.reaches(on):
        days += f" So it tells nothing of what began around {long_date(on)}."
    yield paragraph(days, indent="  ")


def _candidates(known: KnownDisputes) -> Iterator[str]:
    if not known.candidates:
        yield paragraph(
            "No row. That does not say that there is no dispute, and it does not count as an "
            "inquiry made."
        )
        return
    yield paragraph(
        f"{counted(len(known.candidates), 'row')}, in the order of their days and in no other. One "
        "dispute may have several rows."
    )
    for number, each in enumerate(known.candidates, start=1):
        yield from _candidate(number, each, known.asked.on)


def _candidate(number: int, each: Candidate, on: date | None) -> Iterator[str]:
    row = each.row
    place = ", ".join(part for part in (row.city, row.state) if part) or "Place not told"
    bullet = f"{number}. "
    indent = " " * len(bullet)
    yield paragraph(f"{_days(each)} {place}.", bullet=bullet)
    yield paragraph(f"{capital(row.layout.kind.words_for(row.number))}.", indent=indent)
    yield paragraph(_employer(each), indent=indent)
    if each.match is not None:
        yield paragraph(_match(each.match), indent=indent)
    if each.in_place is Truth.UNKNOWN:
        yield paragraph("Whether it lies in the place asked about is not told.", indent=indent)
    if on is not None and each.beside is not None:
        yield paragraph(f"On {long_date(on)}: {_relation(each.beside)}.", indent=indent)
    case = f", number {row.number}" if row.number else ""
    yield paragraph(f"See {row.file}, row {row.number_in_file}{case}.", indent=indent)


def _days(each: Candidate) -> str:
    row = each.row
    told = [f"{day.says} on {long_date(day.on)}" for day in row.days]
    if row.began is None:
        told.insert(0, "when it began is not told")
    if row.ended is None:
        told.append("when it ended is not told")
    return f"{capital('; '.join(told))}."


def _employer(each: Candidate) -> str:
    shown = each.employer
    if not shown.left_out:
        return f"Employer in the row: “{shown.text}”"
    words = counted(shown.left_out, "word")
    return f"Employer in the row: “{shown.text}”. {words} left out, which may name a person."


def _match(match: NameMatch) -> str:
    listed = ", ".join(match.words)
    part = ""
    if match.kind is MatchKind.EXACT and match.in_part:
        part = ", with one of the names in the row"
    return f"Match: {MATCHES[match.kind]}{part}: {listed}."


def _relation(beside: DayBeside) -> str:
    told = RELATIONS[beside.relation]
    if beside.days is None:
        return told
    when = "before" if beside.relation is OnTheDay.ENDED_BEFORE else "later"
    begins = "" if beside.relation is OnTheDay.ENDED_BEFORE else "; it began"
    return f"{told}{begins} {counted(beside.days, 'day')} {when}"
