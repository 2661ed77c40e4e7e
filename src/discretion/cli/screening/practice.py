"""How instruments are told where what counts is whether they were applied."""

from collections.abc import Iterable

from discretion import GoverningLine
from discretion.frozen import replace

PRACTICE = "practice"
"""The clock on which a screen may read how its instruments stood."""
IN_PRACTICE = (
    "Here an instrument counts while it is applied: what stands on paper alone opens nothing."
)


def as_practised(lines: Iterable[GoverningLine]) -> tuple[GoverningLine, ...]:
    """Return lines that tell of each instrument how it was applied, where anybody has said so."""
    return tuple(replace(line, status=line.practice or line.status) for line in lines)
