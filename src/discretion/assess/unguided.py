"""Where no written instrument guided a decision: the facts on record, and inherent discretion."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.view import View
from discretion.law.standing import Standing
from discretion.law.standing import is_within
from discretion.rules.english import show_values
from discretion.rules.rule import Pack
from discretion.truth import Truth

INHERENT = "inherent_discretion"
UNGUIDED = "unguided_discretion"


GUIDING = frozenset(("category", "factor", "bar", "screen"))
"""Kinds of a rule that say something of the decision; the others say how, by whom and of what."""
NONE_GOVERNED = "No written instrument governed"
NONE_GUIDED = "No written guide to this decision governed"


def guides(pack: Pack, decision: str, standing: Standing) -> bool:
    """Tell whether anything that an instrument says in effect guides a decision.

    A procedure alone, as a review that a person may ask for, guides none.
    """
    return any(
        rule.kind in GUIDING
        and rule.speaks_to(decision)
        and not is_within(rule.part, standing.without_effect)
        for rule in pack.rules.values()
    )


def assess_unguided(view: View, date_fact: str, *, procedure: bool = False) -> Assessment:
    """Return the assessment of a matter that no instrument guided: what is recorded, no rule.

    No inoperative memo is read, so nothing here can be cited as authority. `procedure` tells that
    an instrument governed which sets a procedure alone.
    """
    return Assessment(
        instrument=INHERENT,
        title=NONE_GUIDED if procedure else NONE_GOVERNED,
        interpretation="",
        assumptions=(),
        governs=Truth.UNKNOWN,
        outcome=UNGUIDED,
        established=UNGUIDED,
        reachable=(UNGUIDED,),
        when_open=UNGUIDED,
        categories_met=(),
        findings=(),
        missing=(),
        judgments=(),
        duties=(),
        ruleset=None,
        view=view,
        recorded=tuple(_recorded(view, date_fact)),
    )


def recorded_facts(view: View, date_fact: str) -> Iterator[str]:
    """Yield the name of every fact on record, in the dictionary's order.

    Args:
        view: the facts.
        date_fact: the fact that the day of the decision gives, which is no fact on record.

    """
    for name, fact in view.dictionary.facts.items():
        is_listed = fact.kind is Kind.LIST
        if view.listed(name) if is_listed else name in view.known and name != date_fact:
            yield name


def _recorded(view: View, date_fact: str) -> Iterator[str]:
    """Yield every fact on record in words, in the dictionary's order."""
    for name in recorded_facts(view, date_fact):
        fact = view.dictionary.facts[name]
        if fact.kind is Kind.LIST:
            count = len(view.listed(name))
            yield f"{count} {fact.item if count == 1 else fact.items} on record"
            continue
        values = view.known[name]
        if fact.kind is Kind.YES_NO and isinstance(values, Choices) and values.single:
            yield fact.phrase if values.single == "yes" else fact.denied or f"not: {fact.phrase}"
        else:
            yield f"{fact.phrase}: {show_values(values, fact)}"
