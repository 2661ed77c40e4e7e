"""The three truth values of a comparison, and strong Kleene logic over them.

A truth is never used as a Python boolean: `if truth:` would read unknown as something it is not.
Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64, the strong tables.
"""

from enum import Enum
from typing import TYPE_CHECKING
from typing import NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable


class Truth(Enum):
    """Whether something holds on what is known: true, false or unknown."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        """Refuse to become a boolean, because unknown is neither."""
        message = "a truth has three values: compare it with `is Truth.TRUE`"
        raise TypeError(message)

    def __str__(self) -> str:
        """The word that answers and files use."""
        return str(self._value_)


TRUE, FALSE, UNKNOWN = Truth
"""The three truths by names of their own, for what is compared thousands of times: Python 3.11
takes longer to look up a member of an enumeration than to compare it."""


def truth_of(*, holds: bool) -> Truth:
    """Return the definite truth of something decided."""
    return TRUE if holds else FALSE


def negation(truth: Truth) -> Truth:
    """Return the opposite of a definite truth, and unknown for unknown."""
    if truth is TRUE:
        return FALSE
    return TRUE if truth is FALSE else UNKNOWN


def conjunction(truths: "Iterable[Truth]") -> Truth:
    """Return true when all hold, false when one does not, else unknown; true for none."""
    answer = TRUE
    for truth in truths:
        if truth is FALSE:
            return FALSE
        if truth is UNKNOWN:
            answer = UNKNOWN
    return answer


def disjunction(truths: "Iterable[Truth]") -> Truth:
    """Return true when one holds, false when none does, else unknown; false for none."""
    answer = FALSE
    for truth in truths:
        if truth is TRUE:
            return TRUE
        if truth is UNKNOWN:
            answer = UNKNOWN
    return answer
