"""The deadlines of a request as plain data: each with its source, its count and what is unknown."""

from collections.abc import Iterable
from datetime import date

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.records.deadlines import Count
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import DeadlineKinds
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import moves_from
from discretion.request import CheckedRequest
from discretion.request import Remark
from discretion.request.offices.looking import about_profile
from discretion.truth import Truth

NOT_EVERY_DEADLINE = (
    "These are days that have a source here, counted for a person who decides. They are not every "
    "deadline that there is, no advice, and no answer of a court or an office. What is past may "
    "have been done, and nothing here knows that."
)
"""What every answer about deadlines says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesTold:
    """The deadlines of a request, with everything that an answer says of them.

    `calendar` is the file to which they were written, empty for none.
    """

    checked: CheckedRequest
    deadlines: tuple[Deadline, ...]
    kinds: DeadlineKinds
    today: date
    state: RequestState
    sent_on: date | None
    calendar: str = ""

    @property
    def about_profile(self) -> tuple[Remark, ...]:
        """Why the profile of the office may not be relied on, as far as it says so itself."""
        office = self.checked.office
        return tuple(about_profile(office, self.checked.filing_on)) if office else ()

    @property
    def guiding(self) -> tuple[GoverningLine, ...]:
        """What governed, or may have, on the day of the filing."""
        return _standing(self.checked.assessed.governing)

    @property
    def guiding_today(self) -> tuple[GoverningLine, ...]:
        """What governs, or may, today."""
        return _standing(self.checked.assessed.today)


def _standing(lines: Iterable[GoverningLine]) -> tuple[GoverningLine, ...]:
    return tuple(line for line in lines if line.governs is not Truth.FALSE)


def answer_deadlines(told: DeadlinesTold, problems: Iterable[Problem], version: str) -> Plain:
    """Return the deadlines of a request.

    Args:
        told: the deadlines, and what they were counted for.
        problems: what may be wrong with the files.
        version: the version of the package.

    """
    checked, kinds = told.checked, told.kinds
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "says": NOT_EVERY_DEADLINE,
        "case": checked.case.name,
        "as_of": told.today.isoformat(),
        "filing_on": checked.filing_on.isoformat(),
        "filing_date_recorded": checked.case.filing_date is not None,
        "sent_on": told.sent_on.isoformat() if told.sent_on else None,
        "state": told.state.value,
        "may_move_to": [state.value for state in moves_from(told.state)],
        "stopped": checked.is_stopped,
        "governing": plain_governing(told.guiding),
        "today": {
            "on": told.today.isoformat(),
            "governing": plain_governing(told.guiding_today),
        },
        "office": checked.office.id if checked.office else None,
        "office_remarks": [
            {"code": each.code, "says": each.says, "remedy": each.remedy}
            for each in told.about_profile
        ],
        "deadlines": [_row(each) for each in told.deadlines],
        "calendar": told.calendar or None,
        "kinds": {
            "version": kinds.version,
            "basis": kinds.basis,
            "reviewed": kinds.reviewed,
            "says": kinds.says,
            "cite": list(kinds.cite),
        },
    }


def _row(each: Deadline) -> Plain:
    last, business = each.last_business_day, each.in_business_days
    return {
        "kind": each.kind,
        "title": each.title,
        "says": each.says,
        "about": each.about or None,
        "due": each.due.isoformat() if each.due else None,
        "bound": each.bound.value,
        "running": each.running.value,
        "counted": _count(each.count),
        "last_business_day": last.isoformat() if last else None,
        "in_business_days": business.isoformat() if business else None,
        "source": each.source or None,
        "basis": each.basis,
        "remedy": each.remedy or None,
    }


def _count(count: Count | None) -> Plain | None:
    if count is None:
        return None
    return {
        "from": count.start.isoformat(),
        "from_day_counts": False,
        "amount": count.amount,
        "unit": count.unit,
        "direction": count.direction.value,
    }
