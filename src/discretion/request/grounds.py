"""Grounds: what may be said under a policy, what stays inside, and what would be untrue."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import Enum

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.unguided import GUIDING
from discretion.frozen import dataclass
from discretion.truth import Truth

CITABLE = frozenset(("read", "reported"))
"""How a provision was read that may be cited; one that is only recalled may not."""


class Saying(Enum):
    """Whether a finding may be said outside, and if not, why."""

    MAY_BE_SAID = "may_be_said"
    INSIDE_FACTS = "rests_on_what_stays"
    UNTRUE = "denied_by_what_stays"
    RECALLED = "provision_only_recalled"
    UNCERTAIN = "policy_perhaps_not_in_force"
    NO_AUTHORITY = "policy_not_in_force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A finding that is definite on everything or on what may go out, and whether it may be said.

    `truth` is what it is on everything that the file holds.
    """

    instrument: str
    finding: Finding
    truth: Truth
    saying: Saying


def grounds_of(
    full: Iterable[Assessment], shown: Iterable[Assessment], *, is_history: bool
) -> tuple[Ground, ...]:
    """Return the grounds of several assessments, each in its default reading.

    Args:
        full: the assessments on everything that the file holds.
        shown: the same on nothing but what may go out.
        is_history: whether the instruments were in force at another time alone.

    """
    outside = {each.instrument: _truths(each) for each in defaults(shown)}
    return tuple(
        ground
        for each in defaults(full)
        for ground in _grounds(each, outside.get(each.instrument, {}), is_history=is_history)
    )


def defaults(several: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return the default reading under each instrument, which stands first of its readings."""
    first: dict[str, Assessment] = {}
    for each in several:
        if each.ruleset is not None:
            first.setdefault(each.instrument, each)
    return tuple(first.values())


def _truths(each: Assessment) -> dict[str, Truth]:
    return {finding.rule.id: finding.truth for finding in each.findings}


def _grounds(each: Assessment, outside: Table[str, Truth], *, is_history: bool) -> Iterator[Ground]:
    for finding in each.findings:
        if finding.rule.kind not in GUIDING:
            continue
        there = outside.get(finding.rule.id, Truth.UNKNOWN)
        if finding.truth is there is Truth.UNKNOWN:
            continue
        authority = authority_of(each, finding, is_history=is_history)
        yield Ground(
            instrument=each.instrument,
            finding=finding,
            truth=finding.truth,
            saying=_of_facts(finding.truth, there) or authority,
        )


def _of_facts(inside: Truth, outside: Truth) -> Saying | None:
    """Return why the facts forbid to say something, None where they do not."""
    if outside is Truth.UNKNOWN:
        return Saying.INSIDE_FACTS
    return None if inside is outside else Saying.UNTRUE


def authority_of(each: Assessment, finding: Finding, *, is_history: bool) -> Saying:
    """Return whether the provision of a finding may be cited on the day, and if not, why."""
    if is_history or each.governs is Truth.FALSE or each.is_without_effect(finding.rule):
        return Saying.NO_AUTHORITY
    if each.governs is Truth.UNKNOWN:
        return Saying.UNCERTAIN
    if finding.rule.citation.basis not in CITABLE:
        return Saying.RECALLED
    return Saying.MAY_BE_SAID
