"""A packet as plain data: what it asks for, what was written, what is still to be done."""

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.answers.request.checked import plain_gate
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.request import Asking
from discretion.request import CheckedRequest

NOTHING_SENT = (
    "This writes files and sends nothing. Whether a request is made, and what it says, a person "
    "decides; an official decides what becomes of it."
)
"""What every answer about a packet says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file of a packet: its name in the folder, its size in bytes, whether it stays inside."""

    name: str
    size: int
    is_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltRequest:
    """What came of building a packet.

    `written` is empty where a gate stopped it. `blanks` is what a person has still to fill in,
    `left_out` the papers that may go out and do not, `bundle_pages` None where there is no bundle.
    `is_silent` tells that the letter says nothing of the person.
    """

    checked: CheckedRequest
    asking: Asking
    written: tuple[WrittenFile, ...]
    out: str
    blanks: tuple[str, ...]
    left_out: tuple[str, ...]
    bundle_pages: int | None
    is_silent: bool
    problems: tuple[Problem, ...]


def answer_built_request(built: BuiltRequest, version: str) -> Plain:
    """Return what came of building a packet.

    Args:
        built: what came of it.
        version: the version of the package.

    """
    checked = built.checked
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in built.problems],
        "says": NOTHING_SENT,
        "case": checked.case.name,
        "filing_on": checked.filing_on.isoformat(),
        "decision_on": checked.case.decision.day.isoformat(),
        "stopped": checked.is_stopped,
        "gates": [plain_gate(gate) for gate in checked.gates],
        "policies": [each.instrument for each in checked.policies],
        "policies_are_history": checked.is_history,
        "asks_for": list(built.asking.decisions),
        "not_asked_for": list(built.asking.left_out),
        "out": built.out or None,
        "written": [
            {"file": each.name, "bytes": each.size, "private": each.is_private}
            for each in built.written
        ],
        "bundle_pages": built.bundle_pages,
        "to_fill_in": list(built.blanks),
        "papers_left_out": list(built.left_out),
        "silent": built.is_silent,
        "missing": len({row.fact for each in checked.policies for row in each.missing}),
    }
