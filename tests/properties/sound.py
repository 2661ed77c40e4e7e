"""Conditions that make sense, generated in the words of the bundled dictionary."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta

from hypothesis import strategies as st

from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
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
from discretion.rules.library import Library

ORDERS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
EQUALITIES = st.sampled_from(["==", "!="])
PLAIN = st.sampled_from(["burglary", "8 USC 1326", "I-589"])
DAYS = st.dates(date(1990, 1, 1), date(2026, 1, 1))
START = datetime(2021, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 500_000).map(lambda minutes: START + timedelta(minutes=minutes))
SPANS = st.sampled_from([Unit.DAYS, Unit.MONTHS, Unit.YEARS])


def sound_conditions(
    library: Library, rules: list[str], judgments: list[str]
) -> st.SearchStrategy[Condition]:
    """Return conditions over the dictionary's facts, and over some rules and judgments."""
    facts = library.dictionary.facts.values()
    lists = [fact for fact in facts if fact.kind is Kind.LIST]
    plain = [fact for fact in facts if fact.kind is not Kind.LIST]
    inside = {
        listed.name: _joined(
            st.one_of([_atom(each, Field(each.name)) for each in listed.fields.values()])
        )
        for listed in lists
    }
    listed = st.sampled_from(sorted(inside)).flatmap(lambda name: _of_list(name, inside[name]))
    named = st.one_of(
        st.sampled_from(rules).map(RuleMet),
        st.sampled_from(judgments).map(Judged),
        st.sampled_from(judgments).map(Settled),
    )
    return _joined(st.one_of([*(_atom(fact, Fact(fact.name)) for fact in plain), listed, named]))


def _atom(fact: FactType, term: Fact | Field) -> st.SearchStrategy[Condition]:
    """Return conditions that read one fact or field, of every kind that its values allow."""
    match fact.kind:
        case Kind.YES_NO:
            return st.just(Holds(term))
        case Kind.TOKEN:
            words = st.sampled_from(sorted(fact.words))
            several = st.lists(words, min_size=1, max_size=3, unique=True).map(tuple)
            equal = st.builds(Compare, st.just(term), EQUALITIES, words.map(Constant))
            return equal | st.builds(Within, st.just(term), several)
        case Kind.TEXT:
            equal = st.builds(Compare, st.just(term), EQUALITIES, PLAIN.map(Constant))
            return equal | st.builds(StartsWith, st.just(term), PLAIN)
        case Kind.DATE:
            return _of_days(term)
        case Kind.MOMENT:
            later = st.builds(
                Shift, MOMENTS.map(Constant), st.integers(-48, 48), st.just(Unit.HOURS)
            )
            other = MOMENTS.map(Constant) | later
            return st.builds(Compare, st.just(term), ORDERS, other)
        case _:
            other = st.integers(0, 99).map(Constant)
            between = st.builds(Between, st.just(term), other, other)
            return st.builds(Compare, st.just(term), ORDERS, other) | between


def _of_days(term: Fact | Field) -> st.SearchStrategy[Condition]:
    plain: st.SearchStrategy[Term] = DAYS.map(Constant)
    other = plain | st.builds(Shift, plain, st.integers(-90, 90), SPANS)
    shifted = st.builds(Shift, st.just(term), st.integers(-90, 90), SPANS)
    length = st.builds(Elapsed, st.just(term), plain, st.sampled_from([Unit.YEARS, Unit.DAYS]))
    return st.one_of(
        st.builds(Compare, st.just(term) | shifted, ORDERS, other),
        st.builds(Between, st.just(term), plain, other),
        st.builds(Compare, length, ORDERS, st.integers(0, 99).map(Constant)),
    )


def _of_list(name: str, inside: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    where = st.none() | inside
    return st.one_of(
        st.builds(Exists, st.just(name), where),
        st.builds(ForAll, st.just(name), inside),
        st.builds(Count, st.just(name), where, ORDERS, st.integers(0, 5)),
    )


def _joined(atoms: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
            st.builds(Not, inner),
        ),
        max_leaves=5,
    )
