"""What a command comes to: its answer as data and as text, its problems and its exit code."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from discretion import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one command; the text is made only when somebody reads it."""

    answer: dict[str, Any]
    write: Callable[[], str]
    problems: tuple[Problem, ...] = ()
    code: int = 0

    @property
    def text(self) -> str:
        """The answer for a reader."""
        return self.write()
