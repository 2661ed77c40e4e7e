"""What a made-up table holds: which facts, lists, days and words of the decision."""

from collections.abc import Mapping as Table

from discretion.dates import DateRange
from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Which columns a made-up table has beside the address of each row.

    `facts` and `lists`, with the fields of their records, are named as the dictionary names them.
    `days` are those that decisions are made on, and has both ends. `header` holds the words that
    the type, the component and the place of a decision are drawn from, and `groups` those of
    columns to slice by; a column without words is left out. `unknown` is the share of cells that
    say nothing.
    """

    facts: tuple[str, ...]
    lists: Table[str, tuple[str, ...]]
    days: DateRange
    date_fact: str = "decision_date"
    header: Table[str, tuple[str, ...]] = field(default_factory=nothing)
    groups: Table[str, tuple[str, ...]] = field(default_factory=nothing)
    unknown: float = 0.3
