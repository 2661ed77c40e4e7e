"""Papers: what a file says of each exhibit, and what is commonly wrong with one like it."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.dates import long_date
from discretion.dates import plus_months
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Evidence
from discretion.frozen import dataclass
from discretion.request.checklist import Checklist
from discretion.request.checklist import Section
from discretion.request.disclosure import FactWay
from discretion.request.disclosure import Way
from discretion.request.disclosure import way_of
from discretion.request.offices.profile import OfficeProfile
from discretion.request.remark import Remark
from discretion.truth import Truth

ENGLISH = frozenset(("english", "en", "eng"))
"""How a paper says that it needs no translation."""
NEVER = "never"
"""What an office says that wants no copy of a policy."""
CERTIFIED = "certified"
"""The proof of a criminal record that only a certified paper is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A paper, its section, what may become of it, the facts named for it and what to look at."""

    paper: Evidence
    section: Section | None
    way: Way
    facts: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looking:
    """What a paper is looked at by."""

    checklist: Checklist
    office: OfficeProfile | None
    day: date
    tabs: Counter[str]
    kept: frozenset[str]


def exhibits_of(
    case: CaseFile,
    facts: Iterable[FactWay],
    checklist: Checklist,
    office: OfficeProfile | None,
    day: date,
) -> tuple[Exhibit, ...]:
    """Return every paper of a case in the order of the sections, with what to look at.

    Args:
        case: the matter.
        facts: what may become of its facts.
        checklist: what papers are looked through for.
        office: the office that the request is for, None where none was chosen.
        day: the day of the filing.

    """
    known = tuple(facts)
    looking = _Looking(
        checklist=checklist,
        office=office,
        day=day,
        tabs=Counter(paper.tab.casefold() for paper in case.evidence.values() if paper.tab),
        kept=frozenset(each.name for each in known if each.way is not Way.GOES_OUT),
    )
    found = [_exhibit(paper, known, looking) for paper in case.evidence.values()]
    places: tuple[Section | None, ...] = (*checklist.sections, None)
    return tuple(each for place in places for each in found if each.section is place)


def _exhibit(paper: Evidence, facts: tuple[FactWay, ...], looking: _Looking) -> Exhibit:
    named = tuple(each.name for each in facts if paper.name in each.papers)
    read = tuple(each.fact for each in facts if paper.name in each.papers)
    section = looking.checklist.section_of(paper.kind, read)
    remarks = (
        *_about_days(paper, section, looking),
        *_about_form(paper, section, looking),
        *_about_place(paper, section, named, looking),
        *_about_copies(paper, looking.office),
    )
    return Exhibit(
        paper=paper, section=section, way=way_of(paper.disclosure), facts=named, remarks=remarks
    )


def _about_days(paper: Evidence, section: Section | None, looking: _Looking) -> Iterator[Remark]:
    made, day = paper.made_on, looking.day
    if made is None:
        yield Remark(
            code="no_date", says="No day is told on which it was made.", remedy="Add `made_on:`."
        )
    elif made > day:
        yield Remark(
            code="made_after_filing",
            says=f"It was made on {long_date(made)}, after the filing on {long_date(day)}.",
            remedy="Correct one of the two days.",
        )
    months = section.older_than_months if section else None
    if made is not None and months is not None and plus_months(made, months) < day:
        yield Remark(
            code="stale",
            says=f"It is more than {months} months old on the day of the filing.",
            remedy="Get a new one, or say why the old one still holds.",
        )
    if paper.expires_on is not None and paper.expires_on < day:
        yield Remark(
            code="expired",
            says=f"It expired on {long_date(paper.expires_on)}.",
            remedy="Get a valid one, or say why there is none.",
        )


def _about_form(paper: Evidence, section: Section | None, looking: _Looking) -> Iterator[Remark]:
    proof = looking.office.criminal_proof if looking.office else ""
    wants = proof in {"", CERTIFIED}
    is_of_court = section is not None and paper.kind in section.certified
    if is_of_court and wants and paper.certified is not Truth.TRUE:
        wanted = "this office wants it" if proof else "an office may want it"
        yield Remark(
            code="uncertified",
            says=f"It is not recorded as certified, and {wanted} so, as a paper of a court.",
            remedy="Get a certified copy, and write `certified: yes`.",
        )
    foreign = paper.language and paper.language.casefold() not in ENGLISH
    if foreign and paper.translated is not Truth.TRUE:
        yield Remark(
            code="untranslated",
            says="It is not in English, and no certified translation is recorded.",
            remedy="Add a translation with the translator's certificate, and `translated: yes`.",
        )
    if section and section.is_signed and paper.signed is not Truth.TRUE:
        yield Remark(
            code="unsigned",
            says="It is not recorded as signed.",
            remedy="Have it signed, and write `signed: yes`.",
        )


def _about_place(
    paper: Evidence, section: Section | None, facts: tuple[str, ...], looking: _Looking
) -> Iterator[Remark]:
    if not facts:
        yield Remark(
            code="named_by_no_fact",
            says="No fact names it.",
            remedy="Name it under `evidence:` of the claim that it shows, or leave it out.",
        )
    if section is None:
        yield Remark(
            code="no_section",
            says="The checklist has no section for its kind, and none for the facts it shows.",
            remedy="Correct its `kind:`, or choose its place in the packet yourself.",
        )
    if paper.tab and looking.tabs[paper.tab.casefold()] > 1:
        yield Remark(
            code="same_tab", says="Another paper has the same tab.", remedy="Give each its own."
        )
    shows = looking.kept.intersection(facts)
    if shows and way_of(paper.disclosure) is Way.GOES_OUT and paper.redacted is not Truth.TRUE:
        yield Remark(
            code="shows_what_stays",
            says="It may go out, and is named for a fact that does not.",
            remedy="Keep it inside, or redact it and write `redacted: yes`.",
        )


def _about_copies(paper: Evidence, office: OfficeProfile | None) -> Iterator[Remark]:
    if paper.in_record is Truth.TRUE and (office is None or office.no_duplicates):
        wants = "this office wants no" if office else "an office may want no"
        yield Remark(
            code="in_record",
            says=f"The record holds it already, and {wants} copies of that.",
            remedy="Cite it, and leave it out.",
        )
    unwanted = office.policy_papers if office and office.attach_policy == NEVER else ()
    if paper.kind in unwanted:
        yield Remark(
            code="policy_attached",
            says="This office wants no copy of a policy.",
            remedy="Cite it, and leave it out.",
        )
