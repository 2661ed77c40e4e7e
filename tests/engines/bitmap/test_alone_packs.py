"""What is said to decide a rule of a policy alone is missing, as the analysis of a case has it."""

from random import Random

import pytest

from discretion.analysis.completion import Completion
from discretion.analysis.missing import Question
from discretion.analysis.missing import analyse
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import rulesets
from discretion.engines.bitmap.alone import deciding_alone
from discretion.engines.bitmap.alone import names_read
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import View
from discretion.rules.library import Library
from discretion.rules.library import read_library
from tests.engines.tables import pool_of
from tests.engines.tables import table_of
from tests.engines.tables import views_of

PACKS = ("dhs-2014-11-20-priorities", "dhs-2021-09-30-guidelines", "ice-2021-02-18-interim")
"""Policies that between them read days in an order, lists, judgments and facts that follow."""
ROWS = 20
LEAST = 100
"""So many times a fact decides a rule of each of them."""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def missing_for(view: View, ruleset: Ruleset) -> dict[str, set[str]]:
    """Return the exact missing facts of each rule in one matter."""
    question = Question(
        findings=ruleset.tested,
        outcomes=tuple((row.token, row.when) for row in ruleset.pack.outcomes),
        when_open=ruleset.pack.when_open,
        reach=ruleset.reach,
    )
    engine = ReferenceEngine(view, ruleset.reading)
    completion = Completion(view, ruleset.reading, ruleset.groundwork)
    found: dict[str, set[str]] = {rule: set() for rule in ruleset.tested}
    for each in analyse(completion, question, engine).missing:
        for rule in each.could_change:
            found[rule].add(each.fact)
    return found


@pytest.mark.parametrize("name", PACKS)
def test_a_fact_that_decides_a_rule_of_a_policy_alone_is_missing(
    name: str, library: Library
) -> None:
    """A fact that is said to decide a rule of a policy alone is an exact missing fact of it."""
    ruleset = rulesets(library, library.pack(name))[0]
    rules = ruleset.reading.rules
    date_fact = library.words.matters["case"].date_fact
    batch = table_of(Random(1), library.dictionary, date_fact, ROWS, pool_of(rules.values()))
    engine = BitmapEngine(batch, library.dictionary, ruleset.reading, date_fact)
    found = deciding_alone(engine, rules, names_read(engine, rules.values()))
    named = 0
    for row, view in enumerate(views_of(batch, library.dictionary, date_fact)):
        exact = missing_for(view, ruleset)
        for rule, facts in found.items():
            mine = {fact for fact, bits in facts.items() if unpacked(bits, ROWS)[row]}
            named += len(mine)

            assert set() == mine - exact[rule], f"row {row}, {rule}"

    assert named > LEAST
