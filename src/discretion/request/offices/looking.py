"""What a profile of an office says against a request: its age, papers it needs, days it asks."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.dates import calendar_days
from discretion.dates import long_date
from discretion.dates import plus_months
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Evidence
from discretion.request.checklist import Checklist
from discretion.request.disclosure import Way
from discretion.request.disclosure import way_of
from discretion.request.offices.profile import OfficeProfile
from discretion.request.papers.exhibits import CERTIFIED
from discretion.request.papers.files import MEGABYTE
from discretion.request.papers.files import ExhibitFile
from discretion.request.remark import Remark
from discretion.truth import Truth

OLD_MONTHS = 12
"""After how many months a profile is told as old. Ours: offices changed their rules that often."""
ASK = "Ask the office what it asks for now."


def about_profile(office: OfficeProfile, day: date) -> Iterator[Remark]:
    """Yield why a profile may not be relied on for a request that is filed on a day."""
    if office.is_synthetic:
        says = "The office is made up: nothing here is true of a real one."
        yield Remark(code="made_up", says=says, remedy="Use it for trying things out alone.")
    if not office.source or office.source_on is None:
        says = "The profile names no source, or no day of it."
        yield Remark(code="no_source", says=says, remedy=ASK)
    elif plus_months(office.source_on, OLD_MONTHS) < day:
        says = f"The profile rests on what was known on {long_date(office.source_on)}: it is old."
        yield Remark(code="old_profile", says=says, remedy=ASK)
    if office.valid_from is not None and day < office.valid_from:
        says = f"The profile speaks for days from {long_date(office.valid_from)} on."
        yield Remark(code="not_yet_valid", says=says, remedy=ASK)
    if office.valid_to is not None and office.valid_to < day:
        says = f"The profile speaks for days up to {long_date(office.valid_to)}."
        yield Remark(code="no_longer_valid", says=says, remedy=ASK)


def about_request(
    office: OfficeProfile, papers: Iterable[Evidence], hearing: date | None, day: date
) -> Iterator[Remark]:
    """Yield what an office asks for that a request does not have.

    Args:
        office: the office.
        papers: the papers of the matter.
        hearing: the day of the hearing, None where nobody knows one.
        day: the day of the filing.

    """
    out = {paper.kind for paper in papers if way_of(paper.disclosure) is Way.GOES_OUT}
    for kind in office.needs:
        if kind not in out:
            yield Remark(
                code="needed_paper",
                says=f"The office needs `{kind}`, and no such paper may go out.",
                remedy="Add it under `evidence:`, and say that it may be disclosed.",
            )
    least = office.min_days_before_hearing
    if least is None:
        return
    if hearing is None:
        says = f"The office asks for {least} days before the hearing, whose day nobody recorded."
        yield Remark(code="hearing_unknown", says=says, remedy="Record the day of the hearing.")
    elif calendar_days(day, hearing) < least:
        left = calendar_days(day, hearing)
        told = f"the hearing is {left} days after the filing"
        if left < 0:
            told = "the hearing lies before the filing"
        says = f"The office asks for {least} days before the hearing, and {told}."
        yield Remark(code="too_near_the_hearing", says=says, remedy=ASK)


def about_record(office: OfficeProfile, case: CaseFile, checklist: Checklist) -> Iterator[Remark]:
    """Yield that an office wants a certified record of an arrest or a charge, and none goes out."""
    listed = case.lists.get(checklist.record)
    if office.criminal_proof != CERTIFIED or listed is None or not listed.records:
        return
    kinds = frozenset(kind for section in checklist.sections for kind in section.certified)
    certified = [
        paper
        for paper in case.evidence.values()
        if paper.kind in kinds
        and paper.certified is Truth.TRUE
        and way_of(paper.disclosure) is Way.GOES_OUT
    ]
    if not certified:
        yield Remark(
            code="uncertified_record",
            says="This office wants a certified record of every arrest and charge, and the file "
            "names one without such a paper that may go out.",
            remedy="Get a certified copy, and write `certified: yes`.",
        )


def about_size(office: OfficeProfile, files: Iterable[ExhibitFile]) -> Iterator[Remark]:
    """Yield that exhibits together are larger than an office takes."""
    total = sum(each.size or 0 for each in files)
    if office.max_mb is not None and total > office.max_mb * MEGABYTE:
        says = f"The office takes {office.max_mb} MB, and the exhibits have {total / MEGABYTE:.1f}."
        yield Remark(code="too_large", says=says, remedy="Save them smaller, or leave some out.")
