"""The rules of a pack as aspects: a condition counts by its tree, and a place by its provision."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.compare.change.aspects import PLACE
from discretion.compare.change.aspects import Aspects
from discretion.compare.change.provisions import citation_aspects
from discretion.compare.change.provisions import provision_of
from discretion.rules.condition import Condition
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.show import show_condition
from discretion.rules.show import show_measure
from discretion.rules.show import show_term

READING = "reading "
"""How an aspect begins that is of one reading of a rule."""
DELIVERABLE = "deliverable "
"""How an aspect begins that is of one thing that a duty asks for."""


def rule_aspects(pack: Pack, cited_anew: Table[str, str]) -> dict[str, Aspects]:
    """Return the rules of a pack by their ids.

    Args:
        pack: the pack.
        cited_anew: the pinpoint that another version gives to a provision, by its own here: a rule
            is not moved where its provision is only cited anew.

    """
    return {rule.id: _aspects(pack, rule, cited_anew) for rule in pack.rules.values()}


def _aspects(pack: Pack, rule: Rule, cited_anew: Table[str, str]) -> Aspects:
    above = provision_of(pack, rule.line)
    pinpoint = above.citation.pinpoint if above is not None else ""
    return {
        PLACE: cited_anew.get(pinpoint, pinpoint),
        "kind": rule.kind,
        "topic": rule.topic,
        "side": rule.side,
        "when": tested(rule.when),
        "readings": ", ".join(
            f"{each.name} (default)" if each.is_default else each.name
            for each in rule.interpretations
        ),
        **dict(_readings(rule)),
        "judgment": rule.judgment,
        "shows": "" if rule.measure is None else show_measure(rule.measure),
        "applies_to": ", ".join(sorted(rule.decisions)),
        "part": rule.part,
        "rests_on": ", ".join(sorted(rule.rests_on)),
        "runs_until": "" if rule.runs_until is None else show_term(rule.runs_until),
        **_duty(rule),
        **citation_aspects(rule.citation),
        "says": rule.says,
        "note": rule.note,
    }


def _readings(rule: Rule) -> Iterator[tuple[str, str]]:
    for each in rule.interpretations:
        yield f"{READING}{each.name}", show_condition(each.when)
        yield f"{READING}{each.name} says", each.says


def _duty(rule: Rule) -> dict[str, str]:
    duty = rule.duty
    if duty is None:
        return {}
    return {
        "owed_unless_shown": "yes" if duty.owed_unless_shown else "no",
        "discharged_when": tested(duty.discharged_when),
        "due": "" if duty.due is None else show_term(duty.due),
        "owner": duty.owner,
        "deliverables": ", ".join(each.id for each in duty.deliverables),
        **{f"{DELIVERABLE}{each.id}": _deliverable(each) for each in duty.deliverables},
        "deliveries": "; ".join(map(_delivery, duty.deliveries)),
    }


def _deliverable(each: Deliverable) -> str:
    return f"{each.owner}: {each.holds}"


def _delivery(each: Delivery) -> str:
    on = each.on.isoformat() if each.on is not None else "a day that is not known"
    return (
        f"{each.deliverable} on {on}, known from {each.known_from.isoformat()}, "
        f"shows {each.shows}: {each.says} [{each.source}, {each.certainty}]"
    )


def tested(condition: Condition | None) -> str:
    """Return the text form of a condition, which is the same if and only if the tree is."""
    return "" if condition is None else show_condition(condition)
