"""Matters that were once analysed wrongly are analysed right."""

import pytest

from tests.exactness.policy import Analyst
from tests.exactness.regressions import REGRESSIONS
from tests.exactness.regressions import Regression
from tests.exactness.test_exactness import changes
from tests.exactness.test_exactness import differences
from tests.exactness.test_exactness import witness_faults


@pytest.mark.parametrize("each", REGRESSIONS, ids=[each.case for each in REGRESSIONS])
def test_a_matter_that_was_once_analysed_wrongly_is_analysed_right(each: Regression) -> None:
    policy = each.policy
    analyst = Analyst(policy)
    if each.remembered is not None:
        analyst.exact(each.remembered.view(policy))
    view = each.view(policy)
    exact = analyst.exact(view)

    assert each.settled == str(exact.settled["rule"])
    assert each.missing == {row.fact for row in exact.missing if "rule" in changes(row)}


TRIED = [each for each in REGRESSIONS if not each.case.startswith("moments")]
"""The oracle tries moments a few minutes apart."""


@pytest.mark.parametrize("each", TRIED, ids=[each.case for each in TRIED])
def test_the_oracle_agrees_on_a_matter_that_was_once_analysed_wrongly(each: Regression) -> None:
    policy = each.policy
    view = each.view(policy)
    exact = Analyst(policy).exact(view)

    assert [] == list(differences(policy, view, exact))
    assert [] == [fault for row in exact.missing for fault in witness_faults(policy, view, row)]
