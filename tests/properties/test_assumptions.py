"""What holds of every assumption set in every matter, tried on random sets and random matters."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from discretion import CaseFile
from discretion import Truth
from discretion.assess.assume import Supposed
from discretion.assess.assume import assume
from discretion.assess.assume import suppose
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Kind
from discretion.facts.values import common
from discretion.facts.values import one_word
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from tests.properties.matters import TODAY
from tests.properties.matters import assessor
from tests.properties.matters import library
from tests.properties.matters import matter

SEEDS = range(60)
CLOSED_KINDS = frozenset((Kind.YES_NO, Kind.TOKEN, Kind.LIST))
MANY = 60
"""How many closings a random set has."""


def random_set(seed: int, *, instead: bool = False) -> AssumptionSet:
    """Return the set of a seed: some words, yes-no facts and lists, closed whatever is said."""
    random = Random(f"set {seed}")
    facts = [fact for fact in library().dictionary.facts.values() if fact.kind in CLOSED_KINDS]
    return AssumptionSet(
        id="random",
        title="",
        dated=date(2026, 1, 1),
        by="a test",
        says="Whatever comes.",
        closings=tuple(
            Closing(
                fact=f"{fact.name}.complete" if fact.kind is Kind.LIST else fact.name,
                value=random.choice(sorted(fact.words) or ["yes", "no"]),
                when=None,
                instead_of_said=instead,
            )
            for fact in random.sample(facts, MANY)
        ),
    )


def supposed(case: CaseFile) -> Supposed:
    """Return a matter of which nothing is assumed."""
    reading = Reading(mode="review", known_on=TODAY)
    stated = view_case(case, library().dictionary, reading, "decision_date")
    return suppose(stated, library().derivations, conditions())


def conditions() -> Conditions:
    return Conditions(rules={}, judgments={}, derivable=library().derivations.derivable)


def under(case: Supposed, *sets: AssumptionSet) -> Supposed:
    return assume(case, sets, library().derivations, conditions())


def truths(case: Supposed) -> Iterator[tuple[str, Truth]]:
    """Yield every rule of every policy in its default reading, and what it is."""
    for name, pack in library().packs.items():
        if pack.rules:
            ruleset = assessor().rulesets(name)[0]
            engine = ReferenceEngine(case.view, ruleset.reading)
            yield from ((rule, engine.rule(rule).truth) for rule in ruleset.tested)


def is_ruled_out(closing: Closing, file: Supposed) -> bool:
    """Tell whether a file, with what follows from it, rules out what a closing takes."""
    fact = library().dictionary.facts[closing.fact]
    if fact.kind is not Kind.YES_NO:
        return common(file.view.values(fact.name), one_word(closing.value)) is None
    truth = ReferenceEngine(file.view, conditions()).truth(Holds(Fact(fact.name)))
    return truth is (Truth.FALSE if closing.value == "yes" else Truth.TRUE)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_closing_never_turns_a_finding_round(seed: int) -> None:
    """What a study assumes may decide a finding or open it, and never turns it round in silence."""
    before = supposed(matter(seed))
    after = under(before, random_set(seed))
    turned = [
        rule
        for (rule, one), (_, other) in zip(truths(before), truths(after), strict=True)
        if {one, other} == {Truth.TRUE, Truth.FALSE}
    ]

    assert [] == turned
    assert after.closed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("instead", [False, True])
def test_what_goes_against_a_file_is_told(seed: int, *, instead: bool) -> None:
    """What a study assumes is among the values that a file leaves open, unless it is told."""
    before = supposed(matter(seed))
    after = under(before, random_set(seed, instead=instead))
    against = {
        each.closing.fact
        for each in after.closed
        if not each.closing.items and is_ruled_out(each.closing, before)
    }
    told = {each.closing.fact for each in after.closed if each.instead_of_said}

    assert against <= told
    assert instead or not told


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fact_that_no_closing_names_stays_as_the_file_has_it(seed: int) -> None:
    """What a file says of a fact that no closing names stays as it is."""
    case, chosen = supposed(matter(seed)), random_set(seed, instead=True)
    named = {closing.subject for closing in chosen.closings}
    after = under(case, chosen)
    before, now = case.stated, after.stated

    assert {name: values for name, values in before.known.items() if name not in named} == {
        name: values for name, values in now.known.items() if name not in named
    }
    assert before.records == now.records
    assert {each.closing.subject for each in after.closed} <= named
