"""The problems of one file."""

from discretion.errors import Problem
from discretion.source.node import Node


class Report:
    """The problems of one file, collected while it is read."""

    def __init__(self, file: str) -> None:
        """Start with no problems."""
        self.file = file
        self.problems: list[Problem] = []

    def error(self, code: str, at: Node | None, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that forbids an answer."""
        self._add(code, at, message, help, "error")

    def warning(self, code: str, at: Node | None, message: str, help: str = "") -> None:  # noqa: A002  # the field's name in every answer
        """Add a problem that is told but forbids nothing."""
        self._add(code, at, message, help, "warning")

    def _add(self, code: str, at: Node | None, message: str, remedy: str, severity: str) -> None:
        problem = Problem(
            code=code,
            message=message,
            help=remedy,
            file=self.file,
            line=at.line if at else None,
            column=at.column if at else None,
            severity=severity,
        )
        # A key that is read twice is still one mistake.
        if problem not in self.problems:
            self.problems.append(problem)
