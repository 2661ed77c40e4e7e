"""The engine of formulas against the reference engine: every rule on every case of every pack."""

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
import z3

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.dates import LAST_DAY
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.said_matter import SaidMatter
from discretion.rules.cases import read_cases
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.library import BUNDLED
from discretion.rules.library import read_library
from discretion.truth import Truth
from tests.exactness.making.policies import policy_of
from tests.exactness.making.views import view_of

if TYPE_CHECKING:
    from discretion.rules.library import Library


@cache
def library() -> "Library":
    return read_library()


def truth_of_pair(pair: Pair) -> Truth:
    """Return the truth of a pair of which nothing is left to choose."""
    is_true, is_false = (z3.is_true(z3.simplify(each)) for each in pair)
    assert not (is_true and is_false)
    if is_true:
        return Truth.TRUE
    return Truth.FALSE if is_false else Truth.UNKNOWN


PACKS = sorted(path.name for path in (Path(BUNDLED) / "packs").iterdir())


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_is_as_true_of_every_case_as_the_reference_engine_finds(name: str) -> None:
    """On each case of each pack, formulas and the reference engine give every rule one truth."""
    assessor = Assessor(library())
    pack = library().pack(name)
    cases, _ = read_cases(library(), pack)
    for case in cases.cases:
        request = Request(today=LAST_DAY, known_on=LAST_DAY)
        for ruleset in assessor.rulesets(name):
            view = assessor.view(case.given, request, ruleset)
            reference = ReferenceEngine(view, ruleset.reading)
            formulas = SmtEngine(SaidMatter(view), ruleset.reading)
            expected = {rule: reference.rule(rule).truth for rule in ruleset.reading.rules}

            actual = {rule: truth_of_pair(formulas.rule(rule)) for rule in ruleset.reading.rules}

            assert expected == actual, case.name


@pytest.mark.parametrize("seed", range(60))
def test_a_made_condition_is_as_true_as_the_reference_engine_finds(seed: int) -> None:
    """On made policies and matters, formulas and the reference engine give one truth."""
    random = Random(seed)
    policy = policy_of(random)
    for _ in range(3):
        view = view_of(random, policy)
        reference = ReferenceEngine(view, policy.reading)
        formulas = SmtEngine(SaidMatter(view), policy.reading)
        for condition in policy.conditions:
            expected = reference.truth(condition)

            assert expected is truth_of_pair(formulas.pair(condition)), condition


def test_a_field_outside_its_list_is_refused() -> None:
    """A field has no value outside the records of its list."""
    random = Random(0)
    policy = policy_of(random)
    formulas = SmtEngine(SaidMatter(view_of(random, policy)), policy.reading)

    with pytest.raises(ValueError, match="outside a list"):
        formulas.pair(Holds(Field("level")))


def test_days_and_words_are_never_mixed() -> None:
    """A day is no word, and a word is no day: a condition that mixes them is no sound one."""
    random = Random(0)
    policy = policy_of(random)
    formulas = SmtEngine(SaidMatter(view_of(random, policy)), policy.reading)
    number = Constant(1)

    with pytest.raises(TypeError, match="compared with a word"):
        formulas.pair(Compare(Constant("a"), "<", number))
    with pytest.raises(TypeError, match="read as a word"):
        formulas.pair(Compare(number, "==", Constant("a")))
