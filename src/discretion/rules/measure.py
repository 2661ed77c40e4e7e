"""What a factor of degree shows instead of deciding: a length of time, a tally, values listed."""

from typing import TypeAlias

from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Term


@dataclass(frozen=True, slots=True)
class Each:
    """One field of every record that satisfies the condition, side by side."""

    items: str
    field: str
    where: Condition | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records satisfy the condition: a plain number, compared with nothing."""

    items: str
    where: Condition | None


Measure: TypeAlias = Term | Each | Tally
