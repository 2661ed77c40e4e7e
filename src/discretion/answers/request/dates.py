"""What is due around a request as plain data."""

from collections.abc import Iterable

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.errors import Problem
from discretion.request import CheckedRequest
from discretion.request import DatesAsked
from discretion.request import Deadline

COUNTED = (
    "Days are counted from what the file, the office's profile and the policies say. Nothing here "
    "replaces a notice of a court or the words of an office."
)
"""What every answer about deadlines says."""


def answer_deadlines(
    checked: CheckedRequest,
    asked: DatesAsked,
    deadlines: Iterable[Deadline],
    problems: Iterable[Problem],
    version: str,
) -> Plain:
    """Return what is due around a request.

    Args:
        checked: the request.
        asked: the days that deadlines were counted by.
        deadlines: what is due.
        problems: what may be wrong with the files.
        version: the version of the package.

    """
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "says": COUNTED,
        "case": checked.case.name,
        "filing_on": checked.filing_on.isoformat(),
        "today": asked.today.isoformat(),
        "sent_on": asked.sent_on.isoformat() if asked.sent_on else None,
        "policies": [each.instrument for each in checked.policies],
        "policies_are_history": checked.is_history,
        "deadlines": [_row(each) for each in deadlines],
        "kinds": {
            "version": asked.kinds.version,
            "basis": asked.kinds.basis,
            "reviewed": asked.kinds.reviewed,
        },
    }


def _row(each: Deadline) -> Plain:
    return {
        "kind": each.kind,
        "title": each.title,
        "due": each.due.isoformat() if each.due else None,
        "last_business_day_before": each.before.isoformat() if each.before else None,
        "past": each.is_past if each.due else None,
        "counted": each.counted,
        "source": each.source,
        "about": each.subject or None,
    }
