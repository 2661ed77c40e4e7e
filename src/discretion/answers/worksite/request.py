"""The request to a labor agency as plain data: whether it was written, and on what that rests."""

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.errors import Problem
from discretion.worksite import ProgramOn

WRITTEN, CLOSED = "written", "program_closed_counsel_only"
"""What becomes of a request; the second word is that of the check of a request for protection."""


def answer_request(
    program: ProgramOn, path: str, problems: tuple[Problem, ...], version: str
) -> Plain:
    """Return what became of a request. It holds nothing of the request but its day.

    Args:
        program: how the programs stood on its day.
        path: the file that it was to be written to, as it was named.
        problems: those of its file.
        version: of the program.

    """
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "state": WRITTEN if program.may_be_written else CLOSED,
        "on": program.on.isoformat(),
        "is_open": program.is_open,
        "is_overridden": program.is_overridden,
        "written_to": path if program.may_be_written else None,
        "governing": plain_governing(program.lines),
    }
