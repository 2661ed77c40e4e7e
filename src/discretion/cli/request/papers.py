"""Exhibits, their files, the residence that they show, and the office, for a reader."""

from collections.abc import Iterable
from collections.abc import Iterator
from itertools import groupby

from discretion import MONTHS
from discretion import long_date
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import CheckedRequest
from discretion.request import Covered
from discretion.request import Exhibit
from discretion.request import Gap
from discretion.request import Month
from discretion.request import OfficeProfile
from discretion.request import Remark
from discretion.request import Residence
from discretion.request import Way

SIGNS = {Covered.SHOWN: "#", Covered.INSIDE: "o", Covered.NOTHING: "-"}
WAYS = {
    Way.GOES_OUT: "may go out",
    Way.SECOND: "protected: needs a second confirmation",
    Way.STAYS: "stays inside",
}


def show_papers(checked: CheckedRequest) -> Iterator[str]:
    """Yield the exhibits by section, their files, the months they show and the office."""
    yield subheading("Exhibits")
    if not checked.exhibits:
        yield paragraph("The file lists no papers: list them under `evidence:`.")
    for section, group in groupby(checked.exhibits, key=lambda each: each.section):
        yield paragraph(f"{section.id}. {section.title}" if section else "No section of the list")
        for each in group:
            yield from _exhibit(each)
        for point in section.look_for if section else ():
            yield paragraph(f"Look yourself: {point}", indent="  ")
    if checked.files is not None:
        yield from _files(checked)
    yield from _residence(checked.residence)
    yield from _office(checked.office, checked.about_office)


def _exhibit(each: Exhibit) -> Iterator[str]:
    paper = each.paper
    tab = f"Tab {paper.tab}, " if paper.tab else ""
    yield paragraph(f"{tab}{paper.title or paper.name}: {WAYS[each.way]}.", bullet="- ")
    yield from _remarks(each.remarks)


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    for each in remarks:
        yield paragraph(f"{each.says} {each.remedy} [{each.code}]", indent="    ", bullet="- ")


def _files(checked: CheckedRequest) -> Iterator[str]:
    yield subheading("Files of the exhibits")
    for each in checked.files or ():
        paper = checked.case.evidence.get(each.paper)
        name = (paper.title or paper.name) if paper else "No paper"
        pages = f", {counted(each.pages, 'page')}" if each.pages is not None else ""
        told = f"{name}: {each.file or 'no file'}{pages}."
        yield paragraph(told if each.remarks else f"{told} Nothing to look at.", bullet="- ")
        yield from _remarks(each.remarks)
    if not checked.files:
        yield paragraph("There is no file, and no paper that could name one.")


def _residence(residence: Residence) -> Iterator[str]:
    yield subheading("Months of residence that papers show")
    if all(month.covered is Covered.NOTHING for month in residence.months):
        yield paragraph(
            "No paper says which months it covers: write `covers: 2014-01..2014-12` at each that "
            "shows residence."
        )
        return
    yield paragraph(
        "One sign for each month: # a paper that may go out, o only papers that stay inside, - no "
        "paper, . a month that does not count. Each line says the same in words."
    )
    if not residence.from_arrival:
        yield paragraph("The day of the first entry is not known: the first paper begins the line.")
    for year, months in groupby(residence.months, key=lambda month: month.year):
        yield paragraph(_year(year, tuple(months)))
    for gap in residence.gaps:
        yield paragraph(_gap(gap), bullet="- ")
    if not residence.gaps:
        yield paragraph("There is no gap that is commonly asked about.")


def _year(year: int, months: tuple[Month, ...]) -> str:
    signs = {month.month: SIGNS[month.covered] for month in months}
    bar = "".join(signs.get(number, ".") for number in range(1, len(MONTHS) + 1))
    shown = sum(month.covered is Covered.SHOWN for month in months)
    inside = sum(month.covered is Covered.INSIDE for month in months)
    kept = f", {inside} more by papers that stay inside" if inside else ""
    return f"{year} {bar} {shown} of {counted(len(months), 'month')} shown{kept}."


def _gap(gap: Gap) -> str:
    first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (gap.first, gap.last))
    asked = " Gaps as long as this are commonly asked about." if gap.is_long else ""
    return (
        f"No paper that may go out from {first} to {last}: {counted(gap.months, 'month')}.{asked}"
    )


def _office(office: OfficeProfile | None, remarks: tuple[Remark, ...]) -> Iterator[str]:
    yield subheading("The office")
    if office is None:
        yield paragraph(
            "No office was named, so nothing was looked at by what one asks for: name it with "
            "`--office ID`."
        )
        return
    source_on = f" ({long_date(office.source_on)})" if office.source_on else ""
    yield paragraph(f"{office.name}. Source: {office.source or 'none'}{source_on}.")
    yield paragraph(_terms(office))
    for note in office.notes:
        yield paragraph(note, bullet="- ")
    yield from _remarks(remarks)


def _terms(office: OfficeProfile) -> str:
    """Return how an office takes requests, as far as the profile tells."""
    told = [
        f"by {office.channel}" if office.channel else "",
        f"as {' or '.join(office.formats)}" if office.formats else "",
        f"up to {office.max_mb} MB" if office.max_mb else "",
        "with a text of their own and not as attachments alone" if office.body_required else "",
        "one to a message" if office.one_request_per_message else "",
        f"with {office.orientation}" if office.orientation else "",
    ]
    known = ", ".join(filter(None, told))
    later = [
        f"Ask again after {counted(office.followup_after_days, 'day')}."
        if office.followup_after_days
        else "",
        f"After that, turn to {office.escalate_to}." if office.escalate_to else "",
        f"Subject: {office.subject_template}." if office.subject_template else "",
    ]
    taken = f"It takes requests {known}." if known else "How it takes requests is not told."
    return " ".join(filter(None, (taken, *later)))
