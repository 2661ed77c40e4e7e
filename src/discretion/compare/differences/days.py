"""What governed on two days, set against each other: what stayed, what came, what went."""

from collections.abc import Iterator

from discretion.assess.assess import Assessor
from discretion.compare.differences.compare import ComparisonRequest
from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.difference import Comparison
from discretion.compare.side import PolicySide
from discretion.compare.side import policy_side
from discretion.frozen import dataclass
from discretion.law.governing import Question
from discretion.law.standing import standings
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysCompared:
    """Two days compared by what governed, or may have governed, on each.

    `stayed` governed on both with the same parts; `went` on the first alone and `came` on the
    second alone. `comparisons` set each that went against each that came and speaks of matters of
    the same type, and an instrument that lost or regained parts against itself.
    """

    first: Question
    second: Question
    stayed: tuple[PolicySide, ...]
    went: tuple[PolicySide, ...]
    came: tuple[PolicySide, ...]
    comparisons: tuple[Comparison, ...]


def compare_days(
    assessor: Assessor, first: Question, second: Question, request: ComparisonRequest
) -> DaysCompared:
    """Return what changed between two days for one component, decision type, class and place.

    Args:
        assessor: what knows the policies.
        first: what is asked of the earlier day, or of whichever is A.
        second: the same of the other day, which is B.
        request: how policies are compared; its day is that of the made cases.

    Raises:
        EnginesDisagreeError: two engines differ, so that nothing can be relied on.

    """
    before, after = (dict(_sides(assessor, question)) for question in (first, second))
    both = before.keys() & after.keys()
    altered = [
        name for name in before if name in both and _parts(before[name]) != _parts(after[name])
    ]
    went = tuple(side for name, side in before.items() if name not in both)
    came = tuple(side for name, side in after.items() if name not in both)
    pairs = [*((before[name], after[name]) for name in altered)]
    pairs.extend((one, other) for one in went for other in came if _matter(one) == _matter(other))
    return DaysCompared(
        first=first,
        second=second,
        stayed=tuple(side for name, side in before.items() if name in both - {*altered}),
        went=went,
        came=came,
        comparisons=tuple(compare_policies(one, other, request) for one, other in pairs),
    )


def _sides(assessor: Assessor, question: Question) -> Iterator[tuple[str, PolicySide]]:
    """Yield what governed or may have governed and tests anything, in the parts that did."""
    for name, standing in standings(assessor.governing(question)).items():
        if standing.governs is not Truth.FALSE:
            side = policy_side(name, assessor, standing.without_effect)
            if side.ruleset.tested:
                yield name, side


def _matter(side: PolicySide) -> str:
    return side.ruleset.pack.instrument.matter


def _parts(side: PolicySide) -> frozenset[str]:
    return frozenset(side.without_effect)
