"""Comparisons of other pairs: readings, assumption sets, an instrument with itself, lost parts."""

from datetime import date

import pytest

from discretion.compare.day import day_of_both
from discretion.compare.day import first_day
from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.days import compare_days
from discretion.compare.differences.difference import relation_of
from discretion.compare.side import policy_side
from discretion.errors import UnknownInstrumentError
from discretion.errors import UnknownNameError
from discretion.law.governing import Question
from tests.compare.policies.comparing import FINAL
from tests.compare.policies.comparing import INTERIM
from tests.compare.policies.comparing import TODAY
from tests.compare.policies.comparing import assessor
from tests.compare.policies.comparing import compared
from tests.compare.policies.comparing import request
from tests.compare.policies.comparing import rows
from tests.compare.policies.comparing import side

STUDY = "latest_entry_and_charge_sections"


def test_an_instrument_is_the_same_as_itself() -> None:
    """Set against itself, an instrument is the same in every rule and every outcome."""
    found = compared(INTERIM, INTERIM)

    assert {"same"} == {row.relation for row in found.differences}
    assert (0, 0) == found.unpaired


def test_two_readings_differ_in_the_rule_that_has_them() -> None:
    """Two readings of one instrument differ in the rule that is read twice and what rests on it."""
    found = compared(FINAL, f"{FINAL}@any_entry")
    differing = {row.topic for row in found.differences if row.relation != "same"}
    (row, *_) = rows(found, "category", "gl.bs.b")

    assert {"gl.bs.b", "gl.bs"} <= differing
    assert ("stricter", "b") == (row.relation, row.met_in)
    assert row.witness is not None
    assert "entries" in row.witness.facts


def test_what_a_study_assumes_is_compared_with_what_the_file_says() -> None:
    """An assumption set parts an instrument from itself where it closes what a file leaves open."""
    found = compared(FINAL, f"{FINAL}+{STUDY}")
    (row, *_) = rows(found, "category", "gl.bs.a")

    assert "same" != row.relation
    assert row.witness is not None


def test_a_lost_part_is_seen_between_two_days() -> None:
    """Rules of a part that lost its effect are told as gone from the one side."""
    whole, without = side(FINAL), policy_side(FINAL, assessor(), ("II.C",))
    found = compare_policies(whole, without, request())

    assert ["only_in_a"] == [row.relation for row in rows(found, "category", "gl.bs.a")]
    assert "same" == rows(found, "category", "gl.ns.1")[0].relation


def test_two_days_are_compared_by_what_governed() -> None:
    """Between two days, what went is set against what came."""
    first = Question(on=date(2021, 6, 1), known_on=TODAY, component="CBP", decision="arrest")
    second = Question(on=date(2022, 1, 15), known_on=TODAY, component="CBP", decision="arrest")
    found = compare_days(assessor(), first, second, request(date(2022, 1, 15), most_ways=1))

    assert ["dhs-2021-01-20-pekoske"] == [each.instrument for each in found.went]
    assert [FINAL] == [each.instrument for each in found.came]
    assert [("dhs-2021-01-20-pekoske", FINAL)] == [
        (each.a.instrument, each.b.instrument) for each in found.comparisons
    ]


def test_two_days_alike_have_nothing_to_compare() -> None:
    """Where the same governed on both days, it stayed, and nothing is compared."""
    first = Question(on=date(2022, 1, 14), known_on=TODAY, component="CBP", decision="arrest")
    second = Question(on=date(2022, 1, 15), known_on=TODAY, component="CBP", decision="arrest")
    found = compare_days(assessor(), first, second, request())

    assert [FINAL] == [each.instrument for each in found.stayed]
    assert () == (*found.went, *found.came, *found.comparisons)


def test_a_side_in_unknown_words_is_refused() -> None:
    """A pack, a reading or an assumption set that nobody knows is refused by name."""
    with pytest.raises(UnknownInstrumentError):
        side("dhs-2021")
    with pytest.raises(UnknownNameError, match="any_entri"):
        side(f"{FINAL}@any_entri")
    with pytest.raises(UnknownNameError, match="latest"):
        side(f"{FINAL}+latest")


def test_the_day_of_a_case_is_the_first_on_which_both_had_been_in_force() -> None:
    """Where nobody names a day, a case is of the first day by which both had taken effect."""
    interim, final = (each.ruleset.pack.instrument for each in (side(INTERIM), side(FINAL)))

    assert date(2021, 2, 18) == first_day(interim)
    assert date(2021, 11, 29) == day_of_both(interim, final)


@pytest.mark.parametrize(
    ("kind", "on", "more_in", "relation"),
    [
        ("category", "", "a", "looser"),
        ("category", "", "b", "stricter"),
        ("category", "", "ab", "different"),
        ("category", "", "", "same"),
        ("bar", "", "a", "stricter"),
        ("bar", "", "b", "looser"),
        ("duty", "", "a", "stricter"),
        ("factor", "mitigating", "a", "stricter"),
        ("factor", "aggravating", "a", "looser"),
        ("factor", "context", "a", "different"),
        ("outcome", "", "a", "different"),
    ],
)
def test_stricter_and_looser_are_meant_for_the_person(
    kind: str, on: str, more_in: str, relation: str
) -> None:
    """B is stricter where more reach a category, or fewer a bar, factor or duty for them."""
    assert relation == relation_of(kind, on, more_in_a="a" in more_in, more_in_b="b" in more_in)
