"""What a command comes to: its answer as data and as text, its problems and its exit code."""

from collections.abc import Callable
from typing import Any

from discretion import Problem
from discretion.frozen import dataclass

DONE, STOPPED, USAGE, DATA, PACK = 0, 1, 2, 3, 4
"""Exit codes: all is done, something is stopped, a word, a file or a policy pack is at fault."""
UNFORESEEN = 70
"""The exit code of a mistake of the program itself. Source: EX_SOFTWARE of sysexits.h (4.3BSD)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one command; the text is made only when somebody reads it.

    `problems` are those that the text does not tell by itself.
    """

    answer: dict[str, Any]
    write: Callable[[], str]
    problems: tuple[Problem, ...] = ()
    code: int = DONE

    @property
    def text(self) -> str:
        """The answer for a reader."""
        return self.write()
