"""Properties of the language of conditions, over shipped and generated trees, as sentences."""

import string
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from keyword import iskeyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.rules.checks.conditions import dictionary_conditions
from discretion.rules.checks.conditions import gate_conditions
from discretion.rules.checks.conditions import pack_conditions
from discretion.rules.checks.conditions import pack_measures
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.grammar import read_measure
from discretion.rules.grammar import read_term
from discretion.rules.library import read_library
from discretion.rules.measure import Each
from discretion.rules.measure import Measure
from discretion.rules.measure import Tally
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Places
from discretion.rules.show import show_condition
from discretion.rules.show import show_measure
from discretion.rules.show import show_term

LIBRARY = read_library()
SHIPPED = [
    *(
        placed.condition
        for pack in LIBRARY.packs.values()
        for placed in pack_conditions(pack, Places(pack))
    ),
    *(placed.condition for placed in dictionary_conditions(LIBRARY, FactPlaces(LIBRARY))),
    *(placed.condition for placed in gate_conditions(LIBRARY, FactPlaces(LIBRARY))),
]
MEASURES = [
    placed.measure
    for pack in LIBRARY.packs.values()
    for placed in pack_measures(pack, Places(pack))
]
START = datetime(2000, 1, 1, tzinfo=UTC)
SPECIAL = frozenset(("it", "true", "false"))
ORDERS = ("<", "<=", ">", ">=")

names = st.from_regex(r"[a-z][a-z0-9_]{0,11}", fullmatch=True).filter(
    lambda name: not iskeyword(name) and name not in SPECIAL and not name.endswith("_")
)
fields = names | st.sampled_from(["from", "in", "is", "to"])
letters = st.text(string.printable + "äß–“\u2028", max_size=20)
words = names | letters.filter(lambda text: text.isprintable() and not _reads_as_a_day(text))
numbers = st.integers(-1000, 1000)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(
    lambda minutes, zone: (START + timedelta(minutes=minutes)).astimezone(zone),
    st.integers(-50_000_000, 50_000_000),
    zones,
)


def _reads_as_a_day(text: str) -> bool:
    return isinstance(read_term(show_term(Constant(text))), Constant) and (
        read_term(show_term(Constant(text))) != Constant(text)
    )


subjects = st.builds(Fact, names) | st.builds(Field, fields)
constants = st.builds(Constant, numbers | days | moments)
terms: st.SearchStrategy[Term] = st.recursive(
    subjects | constants,
    lambda inner: (
        st.builds(Shift, inner, st.integers(-999, 999), st.sampled_from(Unit))
        | st.builds(Elapsed, inner, inner, st.sampled_from([Unit.YEARS, Unit.DAYS]))
    ),
    max_leaves=4,
)
not_names = terms.filter(lambda term: not isinstance(term, Fact))
atoms: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Holds, subjects),
    st.builds(Compare, terms, st.sampled_from(ORDERS), terms | st.builds(Constant, words)),
    st.builds(
        Compare, terms, st.sampled_from(["==", "!="]), not_names | st.builds(Constant, words)
    ),
    st.builds(Between, terms, terms, terms),
    st.builds(Within, subjects, st.lists(words, max_size=4).map(tuple)),
    st.builds(StartsWith, subjects, words),
    st.builds(RuleMet, words),
    st.builds(Judged, names),
    st.builds(Settled, names),
)
operators = st.sampled_from([*ORDERS, "==", "!="])


def _flat(kind: type[And] | type[Or], parts: list[Condition]) -> Condition:
    """Join conditions as reading would: none of one kind stands directly in its own kind."""
    flat = [each for part in parts for each in (part.parts if isinstance(part, kind) else (part,))]
    return kind(tuple(flat))


def _larger(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda parts: _flat(And, parts)),
        several.map(lambda parts: _flat(Or, parts)),
        st.builds(Not, inner),
        st.builds(Exists, names, st.none() | inner),
        st.builds(ForAll, names, inner),
        st.builds(Count, names, st.none() | inner, operators, st.integers(0, 99)),
    )


conditions = st.recursive(atoms, _larger, max_leaves=8)
measures: st.SearchStrategy[Measure] = st.one_of(
    terms,
    st.builds(Each, names, fields, st.none() | conditions),
    st.builds(Tally, names, st.none() | conditions),
)


@pytest.mark.parametrize("condition", SHIPPED, ids=range(len(SHIPPED)))
def test_a_shipped_condition_is_read_as_it_is_shown(condition: Condition) -> None:
    """Reading what is shown of a shipped condition gives the same condition again."""
    assert condition == read_condition(show_condition(condition))


@pytest.mark.parametrize("measure", MEASURES, ids=range(len(MEASURES)))
def test_a_shipped_measure_is_read_as_it_is_shown(measure: Measure) -> None:
    """Reading what is shown of a shipped measure or due date gives the same again."""
    assert measure == read_measure(show_measure(measure))


@given(conditions)
def test_a_condition_is_read_as_it_is_shown(condition: Condition) -> None:
    """Reading what is shown of any condition gives the same condition again."""
    assert condition == read_condition(show_condition(condition))


@given(conditions)
def test_a_condition_is_shown_in_one_way_only(condition: Condition) -> None:
    """What is shown of a condition stays the same when it is read and shown again."""
    text = show_condition(condition)

    assert text == show_condition(read_condition(text))


@given(measures)
def test_a_measure_is_read_as_it_is_shown(measure: Measure) -> None:
    """Reading what is shown of any measure gives the same measure again."""
    assert measure == read_measure(show_measure(measure))


@given(conditions, st.sampled_from(["  ", "\n", "\n    ", "\t"]))
def test_white_space_between_words_changes_nothing(condition: Condition, space: str) -> None:
    """A condition may be spread over lines: white space between its words changes nothing."""
    text = show_condition(condition)
    spread = f"{space}{text.replace(' and ', f'{space}and ').replace(' or ', f' or{space}')}{space}"

    if '"' not in text:
        assert condition == read_condition(spread)


@given(st.text(max_size=60) | st.text("ait.()[]=<>!\"', 0123456789nodr", max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    """Whatever somebody writes is a condition or is refused with a message, and never breaks."""
    condition, message = _read_or_refused(text)

    assert (condition is None) is bool(message)
    assert condition is None or condition == read_condition(show_condition(condition))


def _read_or_refused(text: str) -> tuple[Condition | None, str]:
    try:
        return read_condition(text), ""
    except NotAConditionError as refused:
        return None, str(refused)
