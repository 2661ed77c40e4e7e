"""Facts that follow from other facts, and the conditions under which facts apply at all."""

from collections.abc import Mapping as Table

from discretion.frozen import dataclass
from discretion.rules.condition import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivable:
    """A yes-no fact that is yes when one condition holds and no when another does."""

    yes_when: Condition | None
    no_when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromRecords:
    """A fact taken from a list: the earliest or latest `by` of its records, or their `take`."""

    items: str
    by: str
    latest: bool
    take: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivations:
    """Everything the dictionary says about how facts hang together.

    `guards` maps a fact to the condition under which it applies; `derivable` and `from_records`
    map a fact to where else it follows from. `orders` holds (list, later, earlier) for each day
    that is never before another, the list empty for facts of the matter.
    """

    guards: Table[str, Condition]
    derivable: Table[str, Derivable]
    from_records: Table[str, FromRecords]
    orders: tuple[tuple[str, str, str], ...]
