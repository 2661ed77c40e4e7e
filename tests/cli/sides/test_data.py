"""Side by side as data: its keys, an entry for each instrument, and what is taken once."""

from datetime import date

import pytest

from discretion import Assessor
from discretion import Library
from discretion import Request
from discretion import SideBySide
from discretion import Truth
from discretion import outcome_sentence
from discretion import read_case_file
from discretion import read_library
from discretion import replace
from discretion import set_side_by_side
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from tests.cli.console import EXAMPLE
from tests.cli.console import TODAY
from tests.cli.sides.several import EVERY
from tests.cli.sides.several import GUIDELINES
from tests.cli.sides.several import INTERIM
from tests.cli.sides.several import VISITOR
from tests.cli.sides.several import data
from tests.cli.sides.several import several

BESIDE = ["instruments", "outcome", "topics", "missing", "duties"]
INSTRUMENT = [
    *("instrument", "interpretation", "governs", "speaks", "outcome", "established", "reachable"),
    *("when_open", "says", "otherwise", "never_paired"),
]
TOPIC = ["topic", "kind", "side", "relation", "instruments"]
SAID = ["instrument", "has_rule", "truth", "rules"]
RULE = ["rule", "truth", "citation", "basis", "says", "leaves"]
LEAF = ["says", "known", "truth", "facts", "judgment"]


def test_the_data_have_their_keys_in_order() -> None:
    found = data(several(EXAMPLE, GUIDELINES, INTERIM, words=("--json",)))

    assert BESIDE == list(found)
    assert [INSTRUMENT] * 2 == [list(row) for row in found["instruments"]]
    for topic in found["topics"]:
        assert TOPIC == list(topic)
        for said in topic["instruments"]:
            assert SAID == list(said)
            assert [] == [rule for rule in said["rules"] if list(rule) != RULE]
            assert [] == [
                leaf for rule in said["rules"] for leaf in rule["leaves"] if list(leaf) != LEAF
            ]
    assert all(["fact", "question", "could_change"] == list(row) for row in found["missing"])
    assert all(["topic", "instruments"] == list(row) for row in found["duties"])


def test_every_list_has_an_entry_for_each_instrument_in_the_order_asked_for() -> None:
    names = [INTERIM, GUIDELINES, EVERY[0]]
    found = data(several(EXAMPLE, *names, words=("--json",)))

    assert names == [row["instrument"] for row in found["instruments"]]
    for row in [*found["topics"], *found["duties"]]:
        assert names == [each["instrument"] for each in row["instruments"]]
    for row in found["missing"]:
        assert names == [each["instrument"] for each in row["could_change"]]


@pytest.mark.parametrize("policies", [(), (GUIDELINES,), (GUIDELINES, GUIDELINES)])
def test_one_instrument_alone_stands_beside_nothing(policies: tuple[str, ...]) -> None:
    assert data(several(EXAMPLE, *policies, words=("--json",))) is None
    assert "Side by side" not in several(EXAMPLE, *policies).out


def test_an_instrument_that_is_asked_for_twice_is_assessed_once() -> None:
    once, twice = several(EXAMPLE, GUIDELINES), several(EXAMPLE, GUIDELINES, GUIDELINES)
    mixed = several(EXAMPLE, GUIDELINES, INTERIM, GUIDELINES)

    assert once.out == twice.out
    assert several(EXAMPLE, GUIDELINES, INTERIM).out == mixed.out


def test_a_policy_that_nobody_knows_is_refused() -> None:
    said = several(EXAMPLE, GUIDELINES, "memo-of-nobody")

    assert 2 == said.code
    assert "memo-of-nobody" in said.err


def test_each_account_has_its_own_sides() -> None:
    def entry(*words: str) -> list[object]:
        found = data(several(EXAMPLE, GUIDELINES, INTERIM, words=("--json", *words)))
        row = next(each for each in found["topics"] if each["topic"] == "border_entry")
        return [row["relation"], *(said["truth"] for said in row["instruments"])]

    assert ["different", "true", "false"] == entry("--as", "agency")
    assert ["open", "unknown", "false"] == entry("--as", "client")
    assert ["different", "true", "false"] == entry("--mode", "audit")


def beside_of(library: Library, *assumptions: str) -> SideBySide:
    """Return the example under two instruments, with open terms closed for a study."""
    case, _ = read_case_file(EXAMPLE, library.words)
    assert case is not None
    request = Request(today=TODAY, instruments=(GUIDELINES, INTERIM), assumptions=assumptions)
    found = set_side_by_side(Assessor(library).assess(case, request))
    assert found is not None
    return found


def test_an_assumption_set_closes_open_terms_under_its_own_instrument_alone() -> None:
    library = read_library()
    closed = AssumptionSet(
        id="studied",
        title="Studied",
        dated=None,
        by="nobody",
        says="Care is needed.",
        closings=(Closing(fact="mit_condition_requiring_care", value="yes", when=None),),
    )
    packs = {
        **library.packs,
        GUIDELINES: replace(library.packs[GUIDELINES], assumption_sets={"studied": closed}),
    }
    studied = replace(library, packs=packs)

    def health(*assumptions: str) -> list[Truth | None]:
        found = beside_of(studied, *assumptions)
        row = next(
            each for each in found.topics if (each.topic, each.side) == ("health", "mitigating")
        )
        return [said.truth for said in row.said]

    assert [Truth.UNKNOWN, Truth.UNKNOWN] == health()
    assert [Truth.TRUE, Truth.UNKNOWN] == health("studied")
    assert ("studied",) == beside_of(studied, "studied").sides[0].assessment.assumptions


def test_where_nothing_governed_and_nothing_was_asked_nothing_stands_side_by_side() -> None:
    library = read_library()
    case, _ = read_case_file(VISITOR, library.words)
    assert case is not None
    decision = replace(case.decision, day=date(1990, 1, 1))
    assessed = Assessor(library).assess(replace(case, decision=decision), Request(today=TODAY))

    assert set_side_by_side(assessed) is None
    assert "" == outcome_sentence(assessed.assessments[0], assessed.assessments[0].outcome)
