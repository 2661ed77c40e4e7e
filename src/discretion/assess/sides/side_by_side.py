"""Side by side: one case under several instruments, with what is the same and what is not."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Assessment
from discretion.assess.sides.gaps import DutiesBeside
from discretion.assess.sides.gaps import MissingBeside
from discretion.assess.sides.gaps import duties_beside
from discretion.assess.sides.gaps import missing_beside
from discretion.assess.sides.topics import DIFFERENT
from discretion.assess.sides.topics import NOT_STATED
from discretion.assess.sides.topics import OPEN
from discretion.assess.sides.topics import SAME
from discretion.assess.sides.topics import TopicBeside
from discretion.assess.sides.topics import topics_beside
from discretion.assess.sides.topics import unpaired_rules
from discretion.frozen import dataclass

FEWEST = 2
"""How many instruments it takes to stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One instrument in this matter, in its default reading.

    `speaks` tells whether the decision type is in its scope. `otherwise` holds its assessments
    under other defensible readings, only those that come to another outcome. `unpaired` is how
    many of its rules answer to none of another instrument.
    """

    assessment: Assessment
    speaks: bool
    otherwise: tuple[Assessment, ...]
    unpaired: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """One case under two or more instruments, in the order in which they were asked for.

    It holds nothing that the assessments do not say, prefers no instrument and says nothing of
    any other case. Every tuple inside has one entry for each side. `outcome` is how the outcomes
    relate: each instrument has a table of its own, and only equal tokens are the same.
    """

    sides: tuple[Side, ...]
    outcome: str
    topics: tuple[TopicBeside, ...]
    missing: tuple[MissingBeside, ...]
    duties: tuple[DutiesBeside, ...]


def set_side_by_side(assessed: AssessedCase) -> SideBySide | None:
    """Return the instruments of an assessed case side by side, None for fewer than two.

    Where no instrument governed and none was asked for, there is nothing to set beside another.
    """
    readings: dict[str, list[Assessment]] = {}
    for each in assessed.assessments:
        if each.ruleset is not None:
            readings.setdefault(each.instrument, []).append(each)
    if len(readings) < FEWEST:
        return None
    decision = assessed.question.decision
    sides = tuple(_side(each, decision) for each in readings.values())
    first = [side.assessment for side in sides]
    return SideBySide(
        sides=sides,
        outcome=relation_of_outcomes(first),
        topics=topics_beside(first, decision),
        missing=missing_beside(first),
        duties=duties_beside(first, decision),
    )


def _side(readings: Sequence[Assessment], decision: str) -> Side:
    default, *others = readings
    return Side(
        assessment=default,
        speaks=_speaks(default, decision),
        otherwise=tuple(_otherwise(default, others)),
        unpaired=unpaired_rules(default, decision),
    )


def _speaks(each: Assessment, decision: str) -> bool:
    scope = frozenset() if each.ruleset is None else each.ruleset.pack.instrument.scope
    return bool(scope) and (not decision or decision in scope)


def _otherwise(default: Assessment, others: Sequence[Assessment]) -> Iterator[Assessment]:
    for each in others:
        if (each.outcome, each.established, each.reachable) != (
            default.outcome,
            default.established,
            default.reachable,
        ):
            yield each


def relation_of_outcomes(assessments: Sequence[Assessment]) -> str:
    """Return how outcomes relate: the same token, none in common, or neither for certain.

    While an instrument may still come to no row of its table, nothing is certain.
    """
    reachable = [frozenset(each.reachable) for each in assessments]
    if not all(reachable):
        return NOT_STATED
    if any(each.when_open in each.reachable for each in assessments):
        return OPEN
    if all(len(each) == 1 for each in reachable) and len(set(reachable)) == 1:
        return SAME
    apart = any(
        one.isdisjoint(other)
        for number, one in enumerate(reachable)
        for other in reachable[number + 1 :]
    )
    return DIFFERENT if apart else OPEN
