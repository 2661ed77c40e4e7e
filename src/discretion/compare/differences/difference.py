"""Differences between two policies: what B is against A for the person, with a case of each."""

from collections.abc import Mapping as Table
from datetime import date

from discretion.compare.side import PolicySide
from discretion.compare.witness import Witness
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.rule import Rule

SAME, STRICTER, LOOSER, DIFFERENT = "same", "stricter", "looser", "different"
ONLY_IN_A, ONLY_IN_B = "only_in_a", "only_in_b"
NOT_SETTLED = "not_settled"
OUTCOME = "outcome"
"""What stands for the kind where the rows of outcome tables are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One test that a difference turns on: a condition, and whether it holds there."""

    condition: Condition
    holds: bool
    in_a: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What two policies say of one topic, and one way in which they part.

    `topic` is that of the rules, the rule's id where one instrument is compared with itself, and
    the token where `kind` is `outcome`. `relation` says what B is against A for the person.
    `met_in` is `a` or `b`, whichever is met in the witness, and empty where there is none.
    `tests` are what the difference turns on. `is_all` tells whether every way that this topic can
    differ is told. `alike` names judgments of the two sides that are taken to be settled alike
    here; `note` says what was not settled, or that only the questions to an official differ.
    """

    topic: str
    kind: str
    side: str
    rule_a: Rule | None
    rule_b: Rule | None
    relation: str
    witness: Witness | None = None
    met_in: str = ""
    tests: tuple[Test, ...] = ()
    is_all: bool = True
    alike: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sides compared on everything that both or either speaks of.

    `bounds` says how many records of each list a matter could have at most, `day` the day of the
    decision. `unpaired` counts the rules of each side that answer to none of the other.
    """

    a: PolicySide
    b: PolicySide
    day: date
    decision: str
    differences: tuple[Difference, ...]
    bounds: Table[str, int]
    unpaired: tuple[int, int]
    seconds: float


def relation_of(kind: str, side: str, *, more_in_a: bool, more_in_b: bool) -> str:
    """Return what B is against A for the person.

    Stricter means that more matters reach a category or an aggravating factor, or fewer reach a
    bar or a mitigating factor, or fewer owe a duty that stands before an action.

    Args:
        kind: the kind of the rules.
        side: the side of a factor.
        more_in_a: whether some matter meets A and fails B.
        more_in_b: whether some matter meets B and fails A.

    """
    if not more_in_a and not more_in_b:
        return SAME
    if more_in_a and more_in_b:
        return DIFFERENT
    burdens = kind == "category" or (kind == "factor" and side == "aggravating")
    protects = kind in {"bar", "duty"} or (kind == "factor" and side == "mitigating")
    if not burdens and not protects:
        return DIFFERENT
    return STRICTER if burdens is more_in_b else LOOSER
