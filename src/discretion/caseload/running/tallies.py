"""Tallies: how many rows each thing was found of, added up batch by batch.

A row is counted under a policy where the policy governed its decision; rows of which it is
unknown whether it did are counted apart, and those that were stopped are counted nowhere else.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from typing import NamedTuple

from discretion.caseload.running.plan import Plan
from discretion.caseload.running.plan import Policy
from discretion.caseload.supposing.assuming import Supposed

GOVERNED, OPEN = "governed", "may_have_governed"
BLOCKS = (GOVERNED, OPEN)
"""The rows that a policy certainly governed, and those of which that is unknown."""


class Thing(NamedTuple):
    """One thing that is counted: of which policy, among which rows, what, and which value."""

    policy: int
    block: str
    what: str
    name: str
    value: str = ""


class Recorded(NamedTuple):
    """When a fact or a list was recorded, where that is asked.

    `when` is after the decision, so that it is not used; or not said of the row, or of no row at
    all, so that it is used.
    """

    when: str
    fact: str


class Closing(NamedTuple):
    """What one closing of an assumption set did: how often, or how often against what is said."""

    assumptions: str
    number: int
    fact: str
    what: str


Key = Thing | Recorded | Closing | str
Tallies = Counter[Key]
"""How many rows each thing was found of; a plain text counts rows of the table."""
ROWS, STOPPED, UNGOVERNED = "rows", "stopped", "governed_by_none"
LATER, UNDATED, NEVER_DATED = "later", "undated", "never_dated"
"""When something was recorded: after the decision, on a day not said of its row, or of any row."""
ANY_CATEGORY = "any_category"
"""What is counted of all categories of a policy together."""
VALUES = ("true", "false", "unknown")
CLOSED, AGAINST = "closed", "instead_of_said"


def tallied(tallies: Tallies, plan: Plan) -> dict[str, Any]:
    """Return tallies as an answer: what was counted under each policy, then what was not."""
    return {
        "rows": tallies[ROWS],
        "policies": [
            _policy(tallies, place, each, plan) for place, each in enumerate(plan.policies)
        ],
        **({UNGOVERNED: tallies[UNGOVERNED]} if plan.own_day else {}),
        "flags": {"stopped_for_a_claim_to_citizenship": tallies[STOPPED]},
        "assumptions": list(plan.assumptions),
        "closed": list(_closed(tallies)),
        "known_at": plan.known_at,
        "not_known_yet": _recorded(tallies, LATER),
        "without_a_day_of_record": _recorded(tallies, UNDATED),
        "never_with_a_day_of_record": _recorded(tallies, NEVER_DATED),
    }


def _policy(tallies: Tallies, place: int, policy: Policy, plan: Plan) -> dict[str, Any]:
    shares = tuple(plan.shares.says) if plan.shares and place == plan.shared_by else ()
    own = _block(tallies, place, policy, GOVERNED, shares)
    answer: dict[str, Any] = {
        "instrument": policy.pack.instrument.id,
        "interpretation": policy.interpretation,
        "own_day": plan.own_day,
        **own,
    }
    if plan.own_day:
        answer["may_have_governed"] = _block(tallies, place, policy, OPEN, shares)
    return answer


def _block(
    tallies: Tallies, place: int, policy: Policy, block: str, shares: tuple[str, ...]
) -> dict[str, Any]:
    def counted(what: str, names: Sequence[str]) -> dict[str, int]:
        found = {name: tallies[Thing(place, block, what, name)] for name in names}
        return {name: number for name, number in found.items() if number}

    def valued(what: str, name: str) -> dict[str, int]:
        return {value: tallies[Thing(place, block, what, name, value)] for value in VALUES}

    told = {share: tallies[Thing(place, block, "share", share)] for share in shares}
    return {
        "rows": tallies[Thing(place, block, "rows", "")],
        **({"shares": told} if shares else {}),
        "counts": {rule: valued("rule", rule) for rule in policy.rules},
        **({ANY_CATEGORY: valued(ANY_CATEGORY, "")} if policy.categories else {}),
        "established": counted("established", policy.outcomes),
        "parts_without_effect": _parts(tallies, place, block),
        "undetermined": tallies[Thing(place, block, "undetermined", "")],
        "possible": counted("possible", policy.outcomes),
        "decides_alone": counted("decides_alone", policy.facts),
        "decides_alone_by_rule": dict(_by_rule(tallies, place, policy, block)),
    }


def _by_rule(
    tallies: Tallies, place: int, policy: Policy, block: str
) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield each rule that a missing fact alone could decide, the fact of most rows first."""
    for rule in policy.rules:
        found = {
            fact: tallies[Thing(place, block, "decides_alone", rule, fact)] for fact in policy.facts
        }
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        if any(found.values()):
            yield rule, {fact: number for fact, number in ordered if number}


def closed_in(supposed: Supposed) -> Tallies:
    """Return what each closing of each assumption set did to the rows of a batch."""
    found: Tallies = Tallies()
    for name, closings in supposed.closed.items():
        for number, each in enumerate(closings):
            fact = each.closing.fact
            found[Closing(name, number, fact, CLOSED)] += each.rows
            found[Closing(name, number, fact, AGAINST)] += each.instead_of_said
    return found


def _closed(tallies: Tallies) -> Iterator[dict[str, Any]]:
    """Yield what each closing did, in the order of the sets."""
    keys = [key for key in tallies if isinstance(key, Closing) and key.what == CLOSED]
    for key in sorted(keys):
        yield {
            "assumptions": key.assumptions,
            "fact": key.fact,
            "rows": tallies[key],
            "instead_of_said": tallies[key._replace(what=AGAINST)],
        }


def _recorded(tallies: Tallies, when: str) -> dict[str, int]:
    """Return of how many rows each fact was recorded so, in the order of the names of facts."""
    found = {
        key.fact: rows
        for key, rows in tallies.items()
        if isinstance(key, Recorded) and key.when == when and rows
    }
    return dict(sorted(found.items()))


def _parts(tallies: Tallies, place: int, block: str) -> dict[str, int]:
    """Return in how many rows each part of the policy certainly had no effect."""
    found = {
        key.name: rows
        for key, rows in tallies.items()
        if isinstance(key, Thing) and key[:3] == (place, block, "without_effect")
    }
    return dict(sorted((part, rows) for part, rows in found.items() if rows))
