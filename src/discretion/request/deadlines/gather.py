"""Gathering what the deadlines of a checked request are counted from."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.dates import long_date
from discretion.errors import DiscretionError
from discretion.facts.values import Spans
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.frozen import dataclass
from discretion.records.deadlines import Begin
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import DeadlineKinds
from discretion.records.deadlines import DeadlinesAsked
from discretion.records.deadlines import OfficeTerm
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Start
from discretion.records.deadlines import is_sent
from discretion.records.deadlines import list_deadlines
from discretion.request.check import MODE
from discretion.request.check import CheckedRequest
from discretion.request.deadlines.changes import policy_changes
from discretion.request.deadlines.duties import duty_begins
from discretion.request.deadlines.kinds import read_deadline_kinds
from discretion.request.offices.profile import OfficeProfile
from discretion.rules.library import Library


class StateWithoutSendingError(DiscretionError):
    """A request is said to be in a state that does not go with whether it was sent."""

    def __init__(self, state: RequestState) -> None:
        """Name the state, and say what it needs."""
        needs = "the day on which it was sent" if is_sent(state) else "no such day"
        super().__init__(f"a request in the state `{state.value}` has {needs}: correct one of them")
        self.state = state


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """What no file of a case holds: the state of the request, and days that others set.

    `state` is None for `draft`, or `sent` where there is a day of sending. `motion_on` is the day
    on which a motion of the government was served, `removal_on` the one set for a removal.
    """

    state: RequestState | None = None
    motion_on: date | None = None
    removal_on: date | None = None


NOTHING_BESIDES = Besides()


def deadlines_of(  # noqa: PLR0913  # the case, its days, the policies and two sets of data
    checked: CheckedRequest,
    sent_on: date | None,
    today: date,
    library: Library,
    *,
    besides: Besides = NOTHING_BESIDES,
    kinds: DeadlineKinds | None = None,
) -> tuple[Deadline, ...]:
    """Return every deadline of a request that has a source, by day; those without a day are last.

    Args:
        checked: the request, with its office if one was chosen.
        sent_on: the day on which it was sent, None while it was not.
        today: the day on which this is asked.
        library: the policies.
        besides: what the file of the case does not hold.
        kinds: the kinds of deadline; None for those that the package holds.

    Raises:
        StateWithoutSendingError: the state does not go with whether there is a day of sending.

    """
    state = besides.state or (RequestState.DRAFT if sent_on is None else RequestState.SENT)
    if is_sent(state) is not (sent_on is not None):
        raise StateWithoutSendingError(state)
    days = {
        Start.SENDING: sent_on,
        Start.MOTION: besides.motion_on,
        Start.REMOVAL: besides.removal_on,
    }
    given = [Begin(start=start, earliest=day, latest=day) for start, day in days.items() if day]
    question, found = checked.assessed.question, (kinds or read_deadline_kinds()).kinds
    expiring = frozenset[str]().union(*(kind.papers for kind in found))
    return list_deadlines(
        DeadlinesAsked(
            kinds=found,
            today=today,
            state=state,
            decision=question.decision,
            begins=(
                *_hearing(checked, today, library),
                *given,
                *_papers(checked, expiring),
                *policy_changes(question, today, library),
                *duty_begins(checked.policies, today, is_history=checked.is_history),
            ),
            office=MappingProxyType(_office(checked.office) if checked.office else {}),
        )
    )


def _hearing(checked: CheckedRequest, today: date, library: Library) -> Iterator[Begin]:
    """Yield the day of the hearing as everything known today tells it."""
    case = checked.case
    date_fact = library.words.matters[case.matter].date_fact
    reading = Reading(mode=MODE, known_on=max(today, checked.filing_on))
    known = view_case(case, library.dictionary, reading, date_fact).known
    values = known.get(checked.checklist.hearing)
    if isinstance(values, Spans):
        low, high = values.low, values.high
        yield Begin(
            start=Start.HEARING,
            earliest=low if isinstance(low, date) else None,
            latest=high if isinstance(high, date) else None,
        )


def _papers(checked: CheckedRequest, expiring: frozenset[str]) -> Iterator[Begin]:
    """Yield until when papers are valid; of a kind that expires, also where nobody says it."""
    for paper in checked.case.evidence.values():
        if paper.expires_on is None and paper.kind not in expiring:
            continue
        yield Begin(
            start=Start.PAPER,
            earliest=paper.expires_on,
            latest=paper.expires_on,
            about=paper.title or paper.name,
            paper=paper.kind,
        )


def _office(office: OfficeProfile) -> Table[str, OfficeTerm]:
    """Return what a profile says of days, by the key under which it does."""
    on = f" ({long_date(office.source_on)})" if office.source_on else ""
    source = f"{office.name}: {office.source}{on}" if office.source else ""
    days = {
        "min_days_before_hearing": office.min_days_before_hearing,
        "followup_after_days": office.followup_after_days,
    }
    terms = {
        key: OfficeTerm(days=number, words="", source=source)
        for key, number in days.items()
        if number is not None
    }
    if office.escalate_to:
        terms["escalate_to"] = OfficeTerm(days=None, words=office.escalate_to, source=source)
    return terms
