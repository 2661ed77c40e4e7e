"""Several policies asked for at once: the case under all of them, side by side."""

from typing import Any

from discretion import AssessedCase
from discretion import SideBySide
from discretion import answer_side_by_side
from discretion import set_side_by_side


def set_beside(assessed: AssessedCase) -> tuple[SideBySide | None, dict[str, Any] | None]:
    """Return the instruments side by side, and the same as data; nothing for one alone."""
    beside = set_side_by_side(assessed)
    return beside, None if beside is None else answer_side_by_side(beside)
