"""Preparing a packet: what the request asks for, whether it may be made, and of what."""

from collections.abc import Iterator

from discretion.assess.assess import Assessor
from discretion.documents.packet.refusals import refusals
from discretion.documents.request.told.caption import Caption
from discretion.documents.request.told.outline import Outline
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.request.told.tabs import tabs_of
from discretion.documents.request.transmittal import unknown_places
from discretion.errors import Problem
from discretion.facts.casefile import CaseFile
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request import RequestAsked
from discretion.request import asked_for
from discretion.request import asking_of
from discretion.request import check_request
from discretion.request import released


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketWanted:
    """What somebody wants a packet of.

    `asked` is what the check of the request is asked. `decisions` are types of decision in the
    order of preference, the file's own where there are none. `confirmed` are protected facts, lists
    and papers that may go out after all.
    """

    asked: RequestAsked
    caption: Caption
    outline: Outline
    decisions: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRequest:
    """A request that was looked through, and what forbids a packet of it.

    A packet may be made where `told` is no None, nothing in it is stopped, and there is no problem.
    """

    told: RequestTold | None
    problems: tuple[Problem, ...]

    @property
    def may_be_made(self) -> bool:
        """Whether nothing stands in the way."""
        told = self.told
        return told is not None and not told.checked.is_stopped and not self.problems


def prepare_request(case: CaseFile, wanted: PacketWanted, assessor: Assessor) -> PreparedRequest:
    """Return a request as it would go out, with all that forbids it.

    Args:
        case: a person's case.
        wanted: what is wanted.
        assessor: the policies.

    Raises:
        OSError: the folder of exhibits cannot be read.

    """
    asked = wanted.asked
    day = case.filing_date or asked.today
    shown, problems = released(case, wanted.confirmed, day)
    asking = asking_of(shown, wanted.decisions, asked.checklist, day)
    problems = (*problems, *_unknown(asking.decisions, wanted))
    if problems or not asking.decisions:
        return PreparedRequest(told=None, problems=(*problems, *_nothing_asked(asking.decisions)))
    wanted_of = replace(asked, asks=asking.decisions)
    checked = check_request(asked_for(shown, asking), wanted_of, assessor)
    told = RequestTold(
        checked=checked,
        asking=asking,
        caption=wanted.caption,
        outline=wanted.outline,
        library=assessor.library,
        tabs=tabs_of(checked),
    )
    found = (*refusals(checked, tuple(told.tabs.values())), *_about_subject(told))
    return PreparedRequest(told=told, problems=found)


def _unknown(decisions: tuple[str, ...], wanted: PacketWanted) -> Iterator[Problem]:
    for each in decisions:
        if each not in wanted.outline.asks:
            yield Problem(
                code="nothing_to_ask",
                message=f"a request cannot ask for `{each}`",
                help=f"ask for one of: {', '.join(wanted.outline.asks)}",
            )


def _nothing_asked(decisions: tuple[str, ...]) -> Iterator[Problem]:
    if not decisions:
        yield Problem(
            code="nothing_to_ask",
            message="nothing is left that the request could ask for",
            help="name what to ask for with `--ask`, or the type of decision in the file",
        )


def _about_subject(told: RequestTold) -> Iterator[Problem]:
    """Yield what nobody can fill in of the subject that an office's profile gives."""
    office = told.checked.office
    for each in unknown_places(office.subject_template) if office else ():
        yield Problem(
            code="subject_not_filled",
            message=f"the subject of the office's profile asks for `{each}`, which nobody knows",
            help="correct `subject_template:` in the profile",
        )
