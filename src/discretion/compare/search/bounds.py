"""How many records of each list show all that two sides can make of it."""

from collections.abc import Iterable

from discretion.analysis.reach import Closure
from discretion.compare.side import PolicySide
from discretion.rules.condition import Condition
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import walk


def mean_alike(a: PolicySide, b: PolicySide) -> bool:
    """Tell whether the same words about a record mean the same under both sides."""
    derived = [side.library.derivations.derivable for side in (a, b)]
    return a.assumptions == b.assumptions and derived[0] == derived[1]


def read_alike(
    sides: tuple[PolicySide, PolicySide],
    asked: tuple[Condition | None, Condition | None],
    closures: list[Closure],
) -> bool:
    """Tell whether both sides ask the very same words of one library, however far they lead."""
    a, b = sides
    return (
        a.library is b.library
        and a.assumptions == b.assumptions
        and asked[0] == asked[1]
        and closures[0].rules == closures[1].rules
        and all(
            a.ruleset.reading.judgments.get(name) == b.ruleset.reading.judgments.get(name)
            for closure in closures
            for name in closure.judgments
        )
    )


def bounds_of(closures: Iterable[Closure], *, is_one_meaning: bool) -> dict[str, int]:
    """Return how many records of each list show all that conditions can make of it.

    One for each exists or all and as many as each count can tell apart: a matter with more has one
    with so many of which every condition says the same. What both sides ask is counted once where
    it means the same under both: each may need a record of its own otherwise.

    Args:
        closures: all that is asked of each side.
        is_one_meaning: whether the same words mean the same, where they name no rule or judgment.

    """
    asked = {
        (node, 0 if is_one_meaning and _is_plain(node) else index): needs
        for index, closure in enumerate(closures)
        for node, needs in closure.quantifiers.items()
    }
    bounds: dict[str, int] = {}
    for items, number in asked.values():
        bounds[items] = bounds.get(items, 0) + number
    return bounds


def _is_plain(condition: Condition) -> bool:
    """Tell whether a condition names no rule and no judgment, which each pack has of its own."""
    return not any(isinstance(node, RuleMet | Judged | Settled) for node in walk(condition))
