"""What holds of every bundled policy in every matter, tried on random ones."""

from random import Random

import pytest

from discretion import Assessment
from discretion import Truth
from discretion import replace
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.dictionary import Kind
from discretion.facts.values import one_word
from tests.properties.matters import TODAY
from tests.properties.matters import account_of
from tests.properties.matters import assess
from tests.properties.matters import library
from tests.properties.matters import matter
from tests.properties.matters import unsaid_facts
from tests.properties.matters import value_for
from tests.properties.matters import with_fact

INSTRUMENTS = tuple(name for name, each in library().instruments.items() if not each.is_screen)
SEEDS = range(25)
ORDER = {Truth.FALSE: 0, Truth.UNKNOWN: 1, Truth.TRUE: 2}


def supports(assessment: Assessment) -> dict[str, int]:
    """Return how far each category and aggravating factor holds: false, unknown, true."""
    return {
        finding.rule.id: ORDER[finding.truth]
        for finding in assessment.findings
        if finding.rule.kind == "category" or finding.rule.side == "aggravating"
    }


def changed(before: tuple[Assessment, ...], after: tuple[Assessment, ...]) -> list[str]:
    """Return what differs between two answers: rules by id, and the outcome."""
    found: list[str] = []
    for one, other in zip(before, after, strict=True):
        settled = {finding.rule.id: finding.settled for finding in other.findings}
        found.extend(
            finding.rule.id
            for finding in one.findings
            if settled[finding.rule.id] is not finding.settled
        )
        if one.reachable != other.reachable:
            found.append("outcome")
    return found


@pytest.mark.parametrize("instrument", INSTRUMENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_being_removable_never_bears_on_a_category_a_factor_or_an_outcome(
    instrument: str, seed: int
) -> None:
    """Being removable never bears on a category, a factor or an outcome."""
    case = matter(seed)
    answers = []
    for word in ("yes", "no"):
        said = with_fact(case, "removable", one_word(word))
        answers.append(
            [
                (supports(each), each.outcome, each.established, each.reachable)
                for each in assess(said, instrument)
            ]
        )

    assert answers[0] == answers[1]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_adjacent_fact_never_adds_support_for_enforcement(instrument: str, seed: int) -> None:
    """A fact next to a protected trait never adds support for enforcement, whatever it says."""
    random = Random(seed)
    case = matter(seed)
    adjacent = sorted(name for name, fact in library().dictionary.facts.items() if fact.adjacent)
    name = random.choice(adjacent)
    fact = library().dictionary.facts[name]
    if fact.kind is Kind.LIST:
        lists = {items: listed for items, listed in case.lists.items() if items != name}
        without = replace(case, lists=lists)
        with_it = replace(case, lists={**matter(seed + 1000, known=1.0).lists, **lists})
        with_it = replace(with_it, lists={**lists, name: with_it.lists[name]})
    else:
        without = with_fact(case, name, None)
        with_it = with_fact(case, name, value_for(fact, random, case.decision.day))
    for before, after in zip(assess(without, instrument), assess(with_it, instrument), strict=True):
        less, more = supports(before), supports(after)

        assert all(more[rule] <= less[rule] for rule in less), name


@pytest.mark.parametrize("seed", SEEDS)
def test_learning_a_fact_never_reverses_a_decided_finding(seed: int) -> None:
    """Learning a fact never reverses a finding that was decided without it."""
    random = Random(seed)
    case = matter(seed, known=0.3)
    name = random.choice(unsaid_facts(case))
    fact = library().dictionary.facts[name]
    values = value_for(fact, random, case.decision.day)
    later = assess(with_fact(case, name, values))
    for before, after in zip(assess(case), later, strict=True):
        found = {finding.rule.id: finding.truth for finding in after.findings}

        assert all(
            found[finding.rule.id] is finding.truth
            for finding in before.findings
            if finding.truth is not Truth.UNKNOWN
        ), name


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fact_made_unknown_never_turns_a_stop_into_a_clearance(seed: int) -> None:
    """Making a known fact unknown never turns a stop into a clear outcome."""
    random = Random(seed)
    case = with_fact(matter(seed, known=0.7), "claims_us_citizenship", one_word("yes"))
    for name in random.sample(sorted(case.facts), 8):
        for each in assess(with_fact(case, name, None)):
            if each.ruleset is None:
                continue
            levels = {row.token: row.level for row in each.ruleset.pack.outcomes}

            assert levels.get(each.outcome) != "clear"


@pytest.mark.parametrize("instrument", INSTRUMENTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_claim_to_citizenship_stops_everything(instrument: str, seed: int) -> None:
    """A claim to US citizenship comes before every other outcome."""
    case = with_fact(matter(seed), "claims_us_citizenship", one_word("yes"))
    for each in assess(case, instrument):
        assert each.outcome == "stopped_citizenship_claim"


@pytest.mark.parametrize("seed", SEEDS)
def test_an_argued_judgment_never_changes_a_finding(seed: int) -> None:
    """What counsel argues about a judgment never changes a finding or an outcome."""
    case = matter(seed)
    for instrument in INSTRUMENTS:
        argued = {
            name: JudgmentEntry(
                judgment=name, state="argued", met=True, by="A. Counsel", role="representative"
            )
            for name in library().packs[instrument].judgments
        }
        plain = assess(case, instrument)
        after = assess(replace(case, judgments=argued), instrument)

        assert changed(plain, after) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_where_a_truth_is_definite_the_exact_one_agrees(seed: int) -> None:
    """Where the reference engine is definite, every completion agrees with it."""
    for each in assess(matter(seed), *INSTRUMENTS):
        for finding in each.findings:
            if finding.truth is not Truth.UNKNOWN:
                assert finding.truth is finding.settled, finding.rule.id


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fact_that_is_not_listed_as_missing_changes_nothing(seed: int) -> None:
    """A fact that is not listed as missing changes no finding, whatever it turns out to be."""
    random = Random(seed)
    case = matter(seed, known=0.3)
    for instrument in INSTRUMENTS:
        before = assess(case, instrument)
        listed = {row.fact for each in before for row in each.missing if row.could_change}
        listed |= {row.fact for each in before for row in each.missing if row.could_change_outcome}
        unlisted = [
            name
            for name, fact in library().dictionary.facts.items()
            if name not in listed and name not in case.facts and fact.kind is not Kind.LIST
        ]
        name = random.choice(unlisted)
        fact = library().dictionary.facts[name]
        values = value_for(fact, random, case.decision.day)
        if values is None:
            continue
        after = assess(replace(case, facts={**case.facts, name: account_of(values)}), instrument)

        if any(name in each.view.reasons for each in after):
            continue  # The value contradicts what is on file, so it is no completion of it.

        assert changed(before, after) == [], name


def test_today_is_later_than_every_policy_here() -> None:
    """The day on which these tests stand is later than every policy described."""
    assert max(pack.instrument.issued_on for pack in library().packs.values()) < TODAY
