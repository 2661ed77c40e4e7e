"""How many matters of a table each difference touches: certainly, certainly not, or unknown."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from discretion.assess.assess import Assessor
from discretion.compare.differences.pairs import Group
from discretion.compare.differences.pairs import grouped
from discretion.compare.side import PolicySide
from discretion.compare.witness import viewed
from discretion.engines.reference import ReferenceEngine
from discretion.facts.casefile import CaseFile
from discretion.frozen import dataclass
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import negation


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """In how many matters something holds, does not hold, and is unknown."""

    true: int
    false: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """How many matters are met under one side alone, by topic.

    `a_alone` counts the condition that A is met and B is not, `b_alone` the reverse. Each is a
    condition of its own: unknown stands where what is on file leaves it open, and is never added
    to either.
    """

    topic: str
    kind: str
    side: str
    a_alone: Counts
    b_alone: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class TableImpact:
    """The impact of every difference on the matters of one table, whatever governed their day."""

    matters: int
    impacts: tuple[Impact, ...]


def count_impact(
    a: PolicySide, b: PolicySide, matters: Iterable[CaseFile], decision: str, today: date
) -> TableImpact:
    """Return how many matters of a table each difference touches, by the reference engine.

    Args:
        a: one side.
        b: the other.
        matters: one case for each row of the table.
        decision: the decision type that is compared, empty for any.
        today: the day on which the answer is given.

    """
    groups = [group for group in grouped(a, b, decision) if None not in group.conditions]
    found = [(Counter[Truth](), Counter[Truth]()) for _ in groups]
    sides = [(side, Assessor(side.library)) for side in (a, b)]
    number = 0
    for case in matters:
        number += 1
        engines = [
            ReferenceEngine(
                viewed(case, side, assessor, today),
                side.ruleset.reading,
            )
            for side, assessor in sides
        ]
        for group, counted in zip(groups, found, strict=True):
            for index, truth in enumerate(_alone(group, engines)):
                counted[index][truth] += 1
    impacts = tuple(
        Impact(
            topic=group.topic,
            kind=group.kind,
            side=group.side,
            a_alone=_counts(counted[0]),
            b_alone=_counts(counted[1]),
        )
        for group, counted in zip(groups, found, strict=True)
    )
    return TableImpact(matters=number, impacts=impacts)


def _alone(group: Group, engines: list[ReferenceEngine]) -> tuple[Truth, Truth]:
    """Return whether A is met and B is not, and the reverse."""
    truths = [
        engine.truth(condition)
        for engine, condition in zip(engines, group.conditions, strict=True)
        if condition is not None
    ]
    return (
        conjunction((truths[0], negation(truths[1]))),
        conjunction((truths[1], negation(truths[0]))),
    )


def _counts(counted: Counter[Truth]) -> Counts:
    return Counts(
        true=counted[Truth.TRUE], false=counted[Truth.FALSE], unknown=counted[Truth.UNKNOWN]
    )
