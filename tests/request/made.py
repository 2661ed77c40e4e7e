"""Made-up requests: a case of a few lines on a day on which the Guidelines stood, and its check."""

from datetime import date
from functools import cache
from pathlib import Path

from discretion import Assessor
from discretion import has_errors
from discretion import read_case_file
from discretion import read_library
from discretion.request import CheckedRequest
from discretion.request import Checklist
from discretion.request import OfficeProfile
from discretion.request import RequestAsked
from discretion.request import check_request
from discretion.request import find_office
from discretion.request import read_checklist

TODAY = date(2026, 11, 24)
FILED = "filing_date: 2022-02-01\n"
"""A day on which the Guidelines stood."""
KNOWN = "  known_to_government: yes\n"
OVERRIDE = (
    "overrides:\n"
    "  - {{gate: {gate}, by: A. Counsel, role: attorney, on: 2022-01-05, reason: A reason}}\n"
)


@cache
def assessor() -> Assessor:
    """Return an assessor of the bundled library."""
    return Assessor(read_library())


@cache
def checklist() -> Checklist:
    """Return the bundled checklist."""
    return read_checklist()


def office(name: str = "rivertown-opla-2021") -> OfficeProfile:
    """Return a bundled profile."""
    found, _ = find_office(name)
    assert found is not None
    return found


def check(
    folder: Path,
    text: str,
    *,
    kind: str = "arrest",
    at: OfficeProfile | None = None,
    exhibits: Path | None = None,
) -> CheckedRequest:
    """Return the check of a made-up case.

    Args:
        folder: where the file of the case goes.
        text: what stands below the decision.
        kind: the type of the decision.
        at: the office.
        exhibits: the folder of exhibits.

    """
    path = folder / "case.yaml"
    head = f"decision: {{type: {kind}, date: 2021-12-15, component: ICE-ERO}}"
    path.write_text(f"case: nobody\n{head}\n{text}", "utf-8")
    case, problems = read_case_file(path, assessor().library.words)
    assert case is not None
    assert not has_errors(problems), problems
    asked = RequestAsked(today=TODAY, checklist=checklist(), office=at, folder=exhibits)
    return check_request(case, asked, assessor())
