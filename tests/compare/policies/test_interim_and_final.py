"""The interim guidance against the Guidelines: what everybody knows who worked under both."""

from datetime import date

import pytest

from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Difference
from discretion.compare.witness import assessed
from discretion.compare.witness import read_made
from discretion.truth import Truth
from tests.compare.policies.comparing import FINAL
from tests.compare.policies.comparing import INTERIM
from tests.compare.policies.comparing import TODAY
from tests.compare.policies.comparing import assessor
from tests.compare.policies.comparing import compared
from tests.compare.policies.comparing import rows


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(INTERIM, FINAL)


def facts_of(row: Difference) -> dict[str, object]:
    assert row.witness is not None
    return dict(row.witness.facts)


def test_the_lawful_entrant_of_december_2020(comparison: Comparison) -> None:
    """Somebody let in lawfully in December 2020 is reached by the interim guidance alone."""
    found = [
        facts_of(row)
        for row in rows(comparison, "category", "border_entry")
        if row.met_in == "a" and facts_of(row).get("bs_entry_manner") == "inspected_and_admitted"
    ]

    assert found
    assert any(facts["bs_last_entry_date"] == date(2020, 12, 1) for facts in found)


def test_the_boundary_day(comparison: Comparison) -> None:
    """An entry on 1 November 2020 itself is reached by the interim guidance alone."""
    found = [
        row
        for row in rows(comparison, "category", "border_entry")
        if row.met_in == "a" and facts_of(row).get("bs_last_entry_date") == date(2020, 11, 1)
    ]

    assert found
    for row in found:
        later = "bs_last_entry_date > " in " ".join(str(test.condition) for test in row.tests)
        assert later or any(not test.holds for test in row.tests)


def test_the_threat_without_a_conviction(comparison: Comparison) -> None:
    """A current threat with no conviction and no gang tie is reached by the Guidelines alone."""
    found = rows(comparison, "category", "public_safety")
    reached = [row for row in found if row.met_in == "b"]

    assert {"different"} == {row.relation for row in found}
    assert all(row.alike == (("threat_to_public_safety", "current_threat"),) for row in found)
    assert any(facts_of(row)["offences"] == [] for row in reached)


def test_what_nobody_could_be_asked_parts_the_two(comparison: Comparison) -> None:
    """A tie to a gang with nothing else on record lets the interim rules alone ask of a threat."""
    found = rows(comparison, "category", "public_safety")
    (row,) = [row for row in found if row.met_in == "a"]
    assert row.witness is not None

    assert {"threat_to_public_safety": True} == row.witness.judgments


def test_the_approval_that_vanished(comparison: Comparison) -> None:
    """The approval that a case in no category needed beforehand has nothing in its place."""
    (duty,) = rows(comparison, "duty", "approval")
    (outcome,) = rows(comparison, "outcome", "preapproval_owed")

    assert ("only_in_a", "a") == (duty.relation, duty.met_in)
    assert ("only_in_a", "a") == (outcome.relation, outcome.met_in)


def test_every_case_parts_the_two_by_the_reference_engine(comparison: Comparison) -> None:
    """Each case is met on one side and fails on the other, when its file is assessed anew."""
    witnessed = [row for row in comparison.differences if row.witness is not None]
    for row in witnessed:
        assert row.witness is not None
        for letter, side, shown in (
            ("a", comparison.a, row.witness.a),
            ("b", comparison.b, row.witness.b),
        ):
            if shown.derivation is None:
                continue
            expected = Truth.TRUE if row.met_in == letter else Truth.FALSE
            case = read_made(row.witness.text, side.library)
            again = assessed(case, side, assessor(), TODAY)

            assert expected is shown.derivation.truth
            assert {each.rule.id: each.truth for each in again.findings} == {
                each.rule.id: each.truth for each in shown.assessment.findings
            }


def test_questions_in_other_words_are_never_the_same(comparison: Comparison) -> None:
    """Where only the question to an official differs, the two are told as different, with why."""
    found = rows(comparison, "category", "national_security")

    assert {"different"} == {row.relation for row in found}
    assert all("question that is put to an official" in row.note for row in found)
    for row in found:
        assert row.witness is not None
        assert sorted(row.witness.judgments.values()) == [False, True]


def test_what_is_read_alike_is_the_same(comparison: Comparison) -> None:
    """What both read alike is told as the same, with no case."""
    found = rows(comparison, "factor", "family", "mitigating")

    assert [("same", None, True)] == [(row.relation, row.witness, row.is_all) for row in found]


def test_each_way_turns_on_tests_of_its_own(comparison: Comparison) -> None:
    """No two ways to part on one topic turn on the same tests."""
    seen: set[object] = set()
    for row in comparison.differences:
        if row.witness is not None:
            key = (row.kind, row.topic, row.side, row.met_in, frozenset(row.tests))

            assert key not in seen
            seen.add(key)
