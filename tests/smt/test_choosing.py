"""What a solver chooses to say means the same to the reference engine, and no part is in vain."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random
from types import MappingProxyType

import pytest

from discretion.analysis.reach import closure_of
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import chosen_in
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.open_matter import Sayable
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.exactness.making.policies import policy_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Policy

DAY = date(2021, 12, 15)


def view_of_chosen(chosen: Chosen, policy: Policy) -> View:
    """Return what was chosen as the view of a file that says it."""
    facts = {name: _values(value) for name, value in chosen.facts.items()}
    facts[DATE_FACT] = one_value(chosen.day)
    records = {
        items: tuple({name: _values(value) for name, value in row.items()} for row in rows)
        for items, rows in chosen.records.items()
    }
    complete = {
        items: Truth.TRUE if items in chosen.complete else Truth.UNKNOWN for items in records
    }
    return View(
        dictionary=policy.dictionary,
        day=chosen.day,
        known=MappingProxyType(facts),
        records=MappingProxyType(records),
        complete=MappingProxyType(complete),
        settled=chosen.judgments,
    )


def _values(value: object) -> Values:
    return one_word(value) if isinstance(value, str) else one_value(value)  # type: ignore[arg-type]  # a day, moment or number


def asked_of(policy: Policy) -> tuple[OpenMatter, SmtEngine, Search]:
    """Return an open matter of a made policy, with all its conditions put to it."""
    needs = dict(closure_of(policy.conditions, policy.reading).needs())
    texts: dict[str, set[str]] = {}
    for condition in policy.conditions:
        for node in walk(condition):
            if isinstance(node, StartsWith):
                texts.setdefault(node.term.name, set()).add(node.prefix)
    sayable = Sayable(policy.dictionary, DATE_FACT, needs, texts)
    matter = OpenMatter(sayable, DAY)
    engine = SmtEngine(matter, policy.reading)
    for condition in policy.conditions:
        engine.pair(condition)
    return matter, engine, Search(kept_by_sound_files(matter, (engine,), {}), 10)


@cache
def made(seed: int) -> Policy:
    return policy_of(Random(seed))


@pytest.mark.parametrize("seed", range(25))
def test_what_is_chosen_is_as_true_as_the_reference_engine_finds(seed: int) -> None:
    """A matter that a solver finds for a truth has that truth by the reference engine."""
    policy = made(seed)
    matter, engine, search = asked_of(policy)
    for condition in policy.conditions:
        pair = engine.pair(condition)
        for formula, truth in ((pair.is_true, Truth.TRUE), (pair.is_false, Truth.FALSE)):
            found, model = search.ask(formula)
            if found is Found.NONE:
                continue
            assert model is not None
            view = view_of_chosen(chosen_in(model, matter), policy)

            assert truth is ReferenceEngine(view, policy.reading).truth(condition)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_of_the_fewest_is_said_in_vain(seed: int) -> None:
    """Of the fewest things that show a truth none can be left unsaid."""
    policy = made(seed)
    matter, engine, search = asked_of(policy)
    for condition in policy.conditions[:4]:
        found, model, number = search.fewest(tuple(matter.said()), engine.pair(condition).is_true)
        if model is None:
            continue
        assert found is Found.SOME
        chosen = chosen_in(model, matter)
        for less in _with_one_unsaid(chosen):
            view = view_of_chosen(less, policy)

            assert ReferenceEngine(view, policy.reading).truth(condition) is not Truth.TRUE
        assert number == _said(chosen)


def _with_one_unsaid(chosen: Chosen) -> Iterator[Chosen]:
    for name in chosen.facts:
        yield replace(
            chosen, facts={each: value for each, value in chosen.facts.items() if each != name}
        )
    for items in chosen.complete:
        yield replace(chosen, complete=chosen.complete - {items})
    for name in chosen.judgments:
        kept = {each: met for each, met in chosen.judgments.items() if each != name}
        yield replace(chosen, judgments=kept)


def _said(chosen: Chosen) -> int:
    fields = sum(1 + len(row) for rows in chosen.records.values() for row in rows)
    return len(chosen.facts) + fields + len(chosen.complete) + len(chosen.judgments)


def test_no_answer_is_kept_as_a_script_for_another_solver() -> None:
    """Each question without an answer can be put to another solver as it was."""
    policy = made(0)
    matter, _, search = asked_of(policy)
    said = next(iter(matter.said()))
    search.is_recording = True

    found, model = search.ask(said, said == False)  # noqa: E712  # a formula

    assert (found, model) == (Found.NONE, None)
    assert "(check-sat)" in search.refuted[0]


def test_a_question_is_forgotten_with_what_was_kept_for_it() -> None:
    """What is kept while a question is asked holds no longer than that."""
    policy = made(0)
    matter, _, search = asked_of(policy)
    said = next(iter(matter.said()))
    with search.asking():
        search.keep(said)
        search.keep(said == False)  # noqa: E712  # a formula
        assert search.ask()[0] is Found.NONE

    assert search.ask()[0] is Found.SOME


def test_a_yes_no_field_is_a_choice_of_its_record_alone() -> None:
    """A field is said only of a record that is there."""
    policy = made(0)
    items = next(name for name, each in policy.dictionary.facts.items() if each.fields)
    field = next(
        name for name, each in policy.dictionary.facts[items].fields.items() if "yes" in each.words
    )
    matter = OpenMatter(Sayable(policy.dictionary, DATE_FACT, {items: 1}, {}), DAY)
    engine = SmtEngine(matter, policy.reading)
    slot = matter.slots(items)[0]
    pair = engine.pair(Holds(Field(field)), slot)
    search = Search(kept_by_sound_files(matter, (engine,), {}), 5)

    assert search.ask(pair.is_true, slot.present == False)[0] is Found.NONE  # noqa: E712  # a formula
    assert search.ask(pair.is_true)[0] is Found.SOME


def test_a_fact_is_not_said_where_its_guard_fails() -> None:
    """A fact that applies only under a condition is never said where that condition fails."""
    policy = made(0)
    yes_no = [
        name
        for name, each in policy.dictionary.facts.items()
        if set(each.words) == {"yes", "no"}
        and not each.absent
        and name not in policy.reading.derivable
    ]
    name, other = yes_no[:2]
    guard: Condition = Holds(Fact(other))
    matter = OpenMatter(Sayable(policy.dictionary, DATE_FACT, {}, {}), DAY)
    engine = SmtEngine(matter, policy.reading)
    pair, guarded = engine.pair(Holds(Fact(name))), engine.pair(guard)
    search = Search(kept_by_sound_files(matter, (engine,), {name: guard}), 5)

    assert search.ask(pair.is_true, guarded.is_false)[0] is Found.NONE
    assert search.ask(pair.is_true, guarded.is_true)[0] is Found.SOME
