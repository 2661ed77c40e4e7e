"""The memo on papers: what is wrong with exhibits and files, gaps of residence, and the office."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.wording.reasons import sentence_of
from discretion.dates import MONTHS
from discretion.documents.charts.residence.picture import draw_residence
from discretion.documents.charts.residence.table import residence_table
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Picture
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.memo.section import section
from discretion.documents.request.told.request_told import RequestTold
from discretion.request import Gap
from discretion.request import Month
from discretion.request import Remark
from discretion.request import Residence
from discretion.request.wording import LACKS

MONTHS_SHOWN = "Months of residence that papers show"
Item = tuple[Sentence, ...]


def papers(told: RequestTold) -> Iterator[Block]:
    """Yield what to look at in the evidence, each section left out where there is nothing."""
    yield from section("Exhibits to look at", _exhibits(told))
    yield from section("Factors that lack something", _factors(told))
    yield from section("Months that no paper shows which may go out", _gaps(told))
    if told.checked.residence.months:
        yield _residence(told.checked.residence)
    office = told.checked.office
    if office is not None:
        yield from section(f"The office: {office.name}", _remarks(told.checked.about_office))


def _residence(residence: Residence) -> Picture:
    """Return the months that papers show as a picture, with its data."""
    head, *rows = residence_table(residence)
    return Picture(
        svg=draw_residence(residence),
        title=MONTHS_SHOWN,
        description=f"{MONTHS_SHOWN}, one row for each year. The table says the same.",
        data=Grid(
            caption=MONTHS_SHOWN,
            head=head,
            rows=tuple(tuple(Cell(sentences=plain(each)) for each in row) for row in rows),
        ),
    )


def _exhibits(told: RequestTold) -> Iterator[Item]:
    files = {each.paper: each.remarks for each in told.checked.files or ()}
    for each in told.checked.exhibits:
        remarks = (*each.remarks, *files.get(each.paper.name, ()))
        if remarks:
            name = each.paper.title or each.paper.name
            said = " ".join(f"{remark.says} {remark.remedy}" for remark in remarks)
            yield (Sentence(text=f"{name}: {said}", papers=(each.paper.name,)),)
    for paper, remarks in files.items():
        if paper not in told.checked.case.evidence:
            yield from _remarks(remarks)


def _factors(told: RequestTold) -> Iterator[Item]:
    for each in told.checked.factors:
        if each.facts and each.lacks:
            lacks = ", and ".join(LACKS[lack] for lack in each.lacks)
            citation = str(each.finding.rule.citation)
            text = f"“{sentence_of(each.finding)}” ({citation}): {lacks}."
            yield (Sentence(text=text, citations=(citation,)),)


def _gaps(told: RequestTold) -> Iterator[Item]:
    for gap in told.checked.residence.gaps:
        yield plain(_gap(gap))


def _gap(gap: Gap) -> str:
    asked = " Gaps as long as this are commonly asked about." if gap.is_long else ""
    return f"{_month(gap.first)} to {_month(gap.last)}: {gap.months} months.{asked}"


def _month(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def _remarks(remarks: Iterable[Remark]) -> Iterator[Item]:
    return (plain(f"{each.says} {each.remedy}") for each in remarks)
