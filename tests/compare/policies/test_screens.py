"""Readings of a screen set against each other: each difference is a file that can be screened."""

from functools import cache

import pytest

from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Difference
from tests.compare.policies.comparing import request
from tests.compare.policies.comparing import rows
from tests.compare.policies.comparing import side
from tests.screens.screening import screened

OPERATION = "screen-operation"
NARROW = f"{OPERATION}@employer_focus_excepted"
ASSUMING = f"{OPERATION}+mass_determined"
BARRED = """\
# made to show a difference; nobody is described
operation: WS-02-met-in-a
facts:
  op_date: 2021-12-15
  op_agency: unknown
  scale_determination: mass
  focus_exploitative_employer: yes
  scale_determiner_role: an official, in a made case
  op_actions: [{kind: targeted_admin_arrest}]
"""


@cache
def compared(a: str, b: str) -> Comparison:
    """Return two sides compared, with one way to part for each topic and direction."""
    return compare_policies(side(a), side(b), request(most_ways=1))


def only(name: str, kind: str, topic: str) -> list[Difference]:
    """Return how the narrower reading, or a study, differs from the screen on one topic."""
    return rows(compared(OPERATION, name), kind, topic)


def test_the_bar_of_the_narrower_reading_spares_an_employer_that_exploits() -> None:
    """The bar in its narrower reading is met in fewer operations, which the case shows."""
    found = only(NARROW, "bar", "WS-02")

    assert {("stricter", "a")} == {(each.relation, each.met_in) for each in found}
    assert found[0].witness is not None
    assert BARRED == found[0].witness.text


def test_the_file_of_a_difference_is_screened_otherwise_in_each_reading() -> None:
    """A file that the bar of one reading alone bites on is in another state in the other."""
    states = {each.interpretation: each.state for each in screened(BARRED).interpretations}

    assert "barred_mass_operation" == states["absolute"]
    assert states["absolute"] != states["employer_focus_excepted"]


@pytest.mark.parametrize("name", [NARROW, ASSUMING])
def test_every_case_of_a_screen_is_one_that_its_reader_takes(name: str) -> None:
    """Each case that shows a difference is a file in which the screen finds no mistake."""
    witnesses = [each.witness for each in compared(OPERATION, name).differences if each.witness]

    assert witnesses
    for witness in witnesses:
        assert screened(witness.text).parts


def test_a_study_that_finds_a_mass_operation_bars_what_nobody_found() -> None:
    """Where a study supposes the finding, the bar is met in operations whose file holds none."""
    (found, *_) = only(ASSUMING, "bar", "WS-02")

    assert ("looser", "b") == (found.relation, found.met_in)
    assert found.witness is not None
    assert "scale_determination" not in found.witness.facts


@pytest.mark.parametrize("name", [OPERATION, "screen-retaliation"])
def test_a_screen_is_the_same_as_itself_however_many_records_it_reads(name: str) -> None:
    """A screen set against itself differs in nothing, though it reads more records than fit."""
    assert {"same"} == {each.relation for each in compared(name, name).differences}
