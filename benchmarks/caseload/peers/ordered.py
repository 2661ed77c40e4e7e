"""Days and numbers that may be unsaid: what holds whatever they are within their range."""

import operator as operators
from collections.abc import Callable
from datetime import date
from typing import Any
from typing import Generic

from benchmarks.caseload.peers.language import Language
from benchmarks.caseload.peers.language import Made
from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.frozen import dataclass

MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
PLAIN: dict[str, Callable[[Any, Any], bool]] = {
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered(Generic[Made]):
    """A day or a number as it is written, with the ends of its range where it may be unsaid.

    `value` is a plain day or number where it is a constant. An end is one too, or is written.
    """

    value: Made | date | int
    ends: tuple[Made | date | int, Made | date | int] | None = None


class Comparing(Generic[Made]):
    """Writes comparisons of days and numbers in one language."""

    def __init__(self, language: Language[Made]) -> None:
        """Take the language."""
        self.to = language

    def compared(self, a: Ordered[Made], operator: str, b: Ordered[Made]) -> Made:
        """Return a comparison, decided for the whole range of what is unsaid where it can be."""
        if a.ends is None:
            a, operator, b = b, MIRRORED[operator], a
        plain = self.to.compare(self.written(a.value), operator, self.written(b.value))
        if a.ends is None:
            return plain
        if b.ends is not None:
            return self._both(a, operator, b)
        surely = self._always(a.ends, operator, b.value)
        never = self._always(a.ends, OPPOSITE[operator], b.value)
        if surely is False and never is False:
            return plain
        tests = [None if test is False else self._test(test) for test in (surely, never)]
        return self.to.first(plain, self.to.decided(*tests))

    def _always(
        self,
        ends: tuple[Made | date | int, Made | date | int],
        operator: str,
        other: Made | date | int,
    ) -> Made | bool:
        """Return where a comparison holds for every value between two ends."""
        low, high = ends
        if operator in {"<", "<="}:
            return self._end(high, operator, other)
        if operator in {">", ">="}:
            return self._end(low, operator, other)
        if operator == "==":
            return False
        tests = (self._end(high, "<", other), self._end(low, ">", other))
        if any(test is True for test in tests):
            return True
        written = [self._test(test) for test in tests if test is not False]
        return self.to.any(written) if written else False

    def _end(self, end: Made | date | int, operator: str, other: Made | date | int) -> Made | bool:
        """Compare an end: here where both are constants, or the end is that of all days."""
        if isinstance(end, date | int) and isinstance(other, date | int):
            return PLAIN[operator](end, other)
        if isinstance(end, date) and end in {FIRST_DAY, LAST_DAY}:
            return operator.startswith("<" if end == FIRST_DAY else ">")
        return self.to.compare(self.written(end), operator, self.written(other))

    def _both(self, a: Ordered[Made], operator: str, b: Ordered[Made]) -> Made:
        """Compare two sides that may both be unsaid, each by its ends where it is."""
        if operator in {"==", "!="}:
            plain = self.to.compare(self.written(a.value), operator, self.written(b.value))
            apart = self.to.any(
                (
                    self.to.compare(self._side(a, 1), "<", self._side(b, 0)),
                    self.to.compare(self._side(a, 0), ">", self._side(b, 1)),
                )
            )
            ends = (None, apart) if operator == "==" else (apart, None)
            return self.to.first(plain, self.to.decided(*ends))
        near = 1 if operator.startswith("<") else 0
        surely = self.to.compare(self._side(a, near), operator, self._side(b, 1 - near))
        never = self.to.compare(self._side(a, 1 - near), OPPOSITE[operator], self._side(b, near))
        return self.to.decided(surely, never)

    def _side(self, side: Ordered[Made], end: int) -> Made:
        value = self.written(side.value)
        return value if side.ends is None else self.to.first(value, self.written(side.ends[end]))

    def written(self, value: Made | date | int) -> Made:
        """Return a value in the language."""
        return self.to.constant(value) if isinstance(value, date | int) else value

    def _test(self, test: Made | bool) -> Made:  # noqa: FBT001  # it is the value itself
        return self.to.truth(value=test) if isinstance(test, bool) else test
