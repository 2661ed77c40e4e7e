"""What holds of any two instruments side by side, in random matters."""

from functools import cache
from itertools import combinations
from random import Random

import pytest

from discretion import AssessedCase
from discretion import Assessment
from discretion import CaseFile
from discretion import MissingRow
from discretion import Request
from discretion import SideBySide
from discretion import Truth
from discretion import carrying_findings
from discretion import leaves_of
from discretion import replace
from discretion import set_side_by_side
from discretion.assess.sides.gaps import duties_beside
from discretion.assess.sides.gaps import missing_beside
from discretion.assess.sides.side_by_side import relation_of_outcomes
from discretion.assess.sides.topics import Key
from discretion.assess.sides.topics import topics_beside
from tests.properties.matters import TODAY
from tests.properties.matters import assessor
from tests.properties.matters import library
from tests.properties.matters import matter
from tests.properties.matters import unsaid_facts
from tests.properties.matters import value_for
from tests.properties.matters import with_fact

SEEDS = range(16)
INSTRUMENTS = tuple(
    name for name, pack in library().packs.items() if pack.rules and not pack.instrument.is_screen
)
PAIRS = tuple(combinations(INSTRUMENTS, 2))


@cache
def of_seed(seed: int, known: float = 0.6) -> AssessedCase:
    """Return the matter of a seed assessed under every instrument that has rules."""
    return assessed(matter(seed, known))


def assessed(case: CaseFile) -> AssessedCase:
    """Return a case assessed under every instrument that has rules."""
    return assessor().assess(case, Request(today=TODAY, instruments=INSTRUMENTS))


def beside(everything: AssessedCase, *instruments: str) -> SideBySide:
    """Return some of the instruments of an assessed case side by side, in this order."""
    chosen = tuple(
        each
        for instrument in instruments
        for each in everything.assessments
        if each.instrument == instrument
    )
    found = set_side_by_side(replace(everything, assessments=chosen))

    assert found is not None
    return found


def relations_of(found: SideBySide) -> dict[Key, str]:
    """Return how what instruments say of each topic relates."""
    return {(row.topic, row.kind, row.side): row.relation for row in found.topics}


@pytest.mark.parametrize("instrument", INSTRUMENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_instrument_beside_itself_differs_in_nothing(instrument: str, seed: int) -> None:
    """An instrument beside itself differs in nothing, and nothing of it is open."""
    decision = of_seed(seed).question.decision
    first = next(each for each in of_seed(seed).assessments if each.instrument == instrument)
    twice = (first, first)

    assert {"same"} >= {topic.relation for topic in topics_beside(twice, decision)}
    assert "different" != relation_of_outcomes(twice)
    assert [] == [row for row in missing_beside(twice) if len(set(row.bears_on)) > 1]
    assert [] == [row for row in duties_beside(twice, decision) if len(set(row.states)) > 1]


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_swapping_two_instruments_swaps_the_sides_and_nothing_else(pair: tuple[str, str]) -> None:
    """Swapping two instruments swaps the sides and nothing else."""
    for seed in SEEDS:
        assert_swapped(pair, seed)


def assert_swapped(pair: tuple[str, str], seed: int) -> None:
    one = beside(of_seed(seed), *pair)
    other = beside(of_seed(seed), *reversed(pair))

    assert [side.assessment.instrument for side in one.sides] == list(pair)
    assert [(side.assessment.instrument, side.speaks, side.unpaired) for side in one.sides] == [
        (side.assessment.instrument, side.speaks, side.unpaired) for side in other.sides[::-1]
    ]
    assert one.outcome == other.outcome
    assert [
        (each.topic, each.kind, each.side, each.relation, [said.truth for said in each.said])
        for each in one.topics
    ] == [
        (each.topic, each.kind, each.side, each.relation, [said.truth for said in each.said[::-1]])
        for each in other.topics
    ]
    assert [(row.fact, row.question, row.bears_on) for row in one.missing] == [
        (row.fact, row.question, row.bears_on[::-1]) for row in other.missing
    ]
    assert [(row.topic, row.states, row.duties) for row in one.duties] == [
        (row.topic, row.states[::-1], row.duties[::-1]) for row in other.duties
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_same_or_different_follows_from_the_findings_alone(seed: int) -> None:
    """What is the same or different follows from the findings and the states of duties alone."""
    said = {
        each.instrument: said_alone(each)
        for each in reversed(of_seed(seed).assessments)  # Of several readings the first counts.
    }
    for pair in PAIRS:
        relations = relations_of(beside(of_seed(seed), *pair))

        assert relations.keys() == {key for name in pair for key in said[name]}
        for key, relation in relations.items():
            assert relation in expected_of([said[name][key] for name in pair if key in said[name]])


def contradicted(everything: AssessedCase) -> frozenset[str]:
    """Return the facts on which the file contradicts itself."""
    return frozenset(name for each in everything.assessments for name in each.view.reasons)


def said_alone(each: Assessment) -> dict[Key, set[str]]:
    """Return what the findings of one instrument say of each topic that can be paired."""
    states = {duty.rule: duty.state for duty in each.duties}
    said: dict[Key, set[str]] = {}
    for finding in each.findings:
        rule = finding.rule
        if rule.topic != "none":
            words = said.setdefault((rule.topic, rule.kind, rule.side), set())
            words.add(states.get(rule.id, str(finding.truth)))
    return said


def expected_of(words: list[set[str]]) -> set[str]:
    """Return how two instruments can relate of which one says these words, and one those."""
    holds = [bool(each & {"true", "owed", "owed_unless_shown"}) for each in words]
    fails = [each <= {"false", "not_owed", "discharged"} for each in words]
    if len(words) == 1:
        return {"only_in_one"}
    if all(holds) or all(fails):
        return {"same"}
    if any(holds) and any(fails):
        return {"different"}
    return {"open"} if any(holds) or any(fails) else {"open", "same"}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_the_same_or_different_stays_so_whatever_is_learned(seed: int) -> None:
    """What is the same or different stays so whatever is learned, but for duties, which end."""
    random = Random(seed)
    case = matter(seed, known=0.6)
    after = of_seed(seed)
    for name in random.sample(unsaid_facts(case), 12):
        fact = library().dictionary.facts[name]
        later = with_fact(case, name, value_for(fact, random, case.decision.day))
        if contradicted(assessed(later)) == contradicted(of_seed(seed)):
            case, after = later, assessed(later)  # What contradicts the file completes nothing.
    for pair in PAIRS:
        relations = relations_of(beside(after, *pair))
        for key, relation in relations_of(beside(of_seed(seed), *pair)).items():
            if "duty" not in key and relation != "open":
                assert relation == relations[key], key


@pytest.mark.parametrize("seed", SEEDS)
def test_each_instrument_lacks_side_by_side_what_it_lacks_alone(seed: int) -> None:
    """Each instrument lacks side by side exactly the facts that it lacks alone."""
    found = beside(of_seed(seed), *INSTRUMENTS)
    for number, side in enumerate(found.sides):
        alone = {row.fact: most(row) for row in side.assessment.missing}
        there = {row.fact: row.bears_on[number] for row in found.missing}

        assert alone == {fact: what for fact, what in there.items() if what}


def most(row: MissingRow) -> str:
    """Return the most that a missing fact could change."""
    if row.could_change_outcome:
        return "outcome"
    return "finding" if row.could_change else "judgment"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reason_is_as_open_or_as_settled_as_what_it_carries(seed: int) -> None:
    """An open finding rests on something open, and a settled one on something settled."""
    found = beside(of_seed(seed), *INSTRUMENTS)
    for topic in found.topics:
        for side, said in zip(found.sides, topic.said, strict=True):
            for finding in carrying_findings(said):
                leaves = leaves_of(side.assessment, finding)
                is_open = finding.truth is Truth.UNKNOWN

                assert any((leaf.truth is Truth.UNKNOWN) is is_open for leaf in leaves)
                assert [] == [leaf for leaf in leaves if not leaf.known]
                assert [] == [leaf for leaf in leaves if not leaf.facts and not leaf.judgment]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_all_instruments_say_alike_any_two_of_them_say_alike(seed: int) -> None:
    """What all instruments say alike any two of them say alike."""
    everything = relations_of(beside(of_seed(seed), *INSTRUMENTS))
    for pair in PAIRS:
        for key, relation in relations_of(beside(of_seed(seed), *pair)).items():
            if everything[key] == "same":
                assert relation in {"same", "only_in_one"}
            if relation == "different":
                assert "different" == everything[key]
