"""What conditions may refer to: the rules of a pack, its judgments, and facts that follow."""

from collections.abc import Mapping as Table

from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.derived import Derivable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What conditions may refer to: rules, judgments with what they rest on, derivable facts."""

    rules: Table[str, Condition]
    judgments: Table[str, Condition | None]
    derivable: Table[str, Derivable]
