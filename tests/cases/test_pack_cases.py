"""Every case of every bundled pack: what is given comes to what is expected."""

from functools import cache

import pytest

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.packs.cases import run_case
from discretion.dates import LAST_DAY
from discretion.engines.interpretations import names_of
from discretion.rules.cases import ObservedDecision
from discretion.rules.cases import PackCase
from discretion.rules.cases import PackCases
from discretion.rules.cases import read_cases
from discretion.rules.library import Library
from discretion.rules.library import read_library


@cache
def library() -> Library:
    return read_library()


@cache
def assessor() -> Assessor:
    return Assessor(library())


@cache
def cases_of(instrument: str) -> PackCases:
    found, _ = read_cases(library(), library().pack(instrument))
    return found


CASES = [
    pytest.param(instrument, case, id=f"{instrument}/{case.name}")
    for instrument in library().packs
    for case in cases_of(instrument).cases
]
OBSERVED = [
    pytest.param(instrument, decision, id=f"{instrument}/{decision.name}")
    for instrument in library().packs
    for decision in cases_of(instrument).observed
]


@pytest.mark.parametrize("instrument", library().packs)
def test_the_cases_of_a_pack_can_be_read(instrument: str) -> None:
    _, problems = read_cases(library(), library().pack(instrument))

    assert () == problems


@pytest.mark.parametrize(("instrument", "case"), CASES)
def test_a_case_comes_to_what_it_expects(instrument: str, case: PackCase) -> None:
    assert () == run_case(assessor(), library().pack(instrument), case)


@pytest.mark.parametrize(("instrument", "decision"), OBSERVED)
def test_an_observed_decision_can_be_assessed(instrument: str, decision: ObservedDecision) -> None:
    request = Request(today=LAST_DAY, instruments=(instrument,))

    assert [] != list(assessor().assess(decision.given, request).assessments)


def test_the_names_of_an_interpretation_are_told_apart() -> None:
    assert () == names_of("")
    assert ("a", "b") == names_of("a and b")
