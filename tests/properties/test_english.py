"""Properties of the plain-English reading, over generated conditions, as sentences."""

import re

from hypothesis import given

from discretion.assess.wording.english import english_for
from discretion.rules.checks.conditions import Placed
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.terms import Names
from discretion.rules.condition import Condition
from discretion.rules.condition import Not
from discretion.rules.library import read_library
from discretion.rules.packs.places import Site
from discretion.source import Report
from tests.properties.sound import sound_conditions

LIBRARY = read_library()
PACK = next(pack for pack in LIBRARY.packs.values() if pack.rules and pack.judgments)
ENGLISH = english_for(PACK, LIBRARY)
CONDITIONS = sound_conditions(LIBRARY, sorted(PACK.rules), sorted(PACK.judgments))
NAMES = Names(
    dictionary=LIBRARY.dictionary,
    date_facts=frozenset((ENGLISH.date_fact,)),
    rules=dict.fromkeys(PACK.rules, True),
    judgments=frozenset(PACK.judgments),
)


@given(CONDITIONS)
def test_a_reading_shows_no_identifier(condition: Condition) -> None:
    """No identifier is visible in what a condition says in plain English."""
    assert [] == re.findall(r"\w*[a-z]_\w+|\bit\.\w+", ENGLISH.condition(condition))


@given(CONDITIONS)
def test_a_reading_is_whole(condition: Condition) -> None:
    """Every bracket and quotation is closed, and no blank or mark stands twice."""
    text = ENGLISH.condition(condition)

    assert text.count("(") == text.count(")")
    assert text.count("“") == text.count("”")
    assert [] == re.findall(r"  |;;|,,|[,;] ?[,;]", text)


@given(CONDITIONS)
def test_a_reading_differs_from_that_of_its_opposite(condition: Condition) -> None:
    """A condition and its opposite never read the same."""
    assert ENGLISH.condition(condition) != ENGLISH.condition(Not(condition))


@given(CONDITIONS)
def test_a_sound_condition_has_no_problem(condition: Condition) -> None:
    """What compares like with like passes the check of names and kinds."""
    report = Report("text.md")
    KindCheck(NAMES).check(Placed(condition=condition, site=Site(report, (), None)))

    assert [] == report.problems
