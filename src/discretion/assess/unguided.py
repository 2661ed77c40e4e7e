"""Where no written instrument governed: the facts on record, and discretion without a guide."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.view import View
from discretion.rules.english import show_values
from discretion.truth import Truth

INHERENT = "inherent_discretion"
UNGUIDED = "unguided_discretion"


def assess_unguided(view: View, dictionary: Dictionary, date_fact: str) -> Assessment:
    """Return the assessment of a matter that no instrument governed: what is recorded, no rule.

    No inoperative memo is read, so nothing here can be cited as authority.
    """
    return Assessment(
        instrument=INHERENT,
        title="No written instrument governed",
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
        recorded=tuple(_recorded(view, dictionary, date_fact)),
    )


def _recorded(view: View, dictionary: Dictionary, date_fact: str) -> Iterator[str]:
    """Yield every fact on record in words, in the dictionary's order."""
    for name, fact in dictionary.facts.items():
        if fact.kind is Kind.LIST:
            count = len(view.listed(name))
            if count:
                yield f"{count} {fact.item if count == 1 else fact.items} on record"
            continue
        values = view.known.get(name)
        if values is None or name == date_fact:
            continue
        if fact.kind is Kind.YES_NO and isinstance(values, Choices) and values.single:
            yield fact.phrase if values.single == "yes" else fact.denied or f"not: {fact.phrase}"
        else:
            yield f"{fact.phrase}: {show_values(values, fact)}"
