"""What a solver chooses to say means the same to the reference engine, and no part is in vain."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import count
from itertools import islice
from random import Random
from types import MappingProxyType

import pytest

from discretion.analysis.reach import closure_of
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import chosen_in
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.open_matter import Sayable
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import opposite
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.facts.matter import MatterType
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Unit
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.exactness.making.policies import policy_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Policy
from tests.exactness.policy import fact

DAY = date(2021, 12, 15)
MATTER = MatterType(
    name="case", head="case", title="a case", date_fact=DATE_FACT, gates=(), file=""
)
EFFORT = 1_000_000
"""How many steps a solver may take over one question."""


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
    sayable = Sayable(policy.dictionary, MATTER, needs, texts)
    matter = OpenMatter(sayable, DAY)
    engine = SmtEngine(matter, policy.reading)
    for condition in policy.conditions:
        engine.pair(condition)
    search = Search(kept_by_sound_files(matter, (engine,), {}), 60)
    # So much work and no more, on any machine: a few made calendars take a solver very long.
    search.solver.set("rlimit", EFFORT)
    return matter, engine, search


@cache
def plain_policies(number: int) -> tuple[Policy, ...]:
    """Return made policies that count no months and no years, which take a solver long."""
    made = (policy_of(Random(seed)) for seed in count())
    return tuple(islice((policy for policy in made if not _counts_calendar(policy)), number))


def _counts_calendar(policy: Policy) -> bool:
    terms = (
        term
        for condition in policy.conditions
        for node in walk(condition)
        for term in terms_of(node)
    )
    return any(
        isinstance(term, Shift | Elapsed) and term.unit in {Unit.MONTHS, Unit.YEARS}
        for term in terms
    )


def made(number: int) -> Policy:
    return plain_policies(25)[number]


@pytest.mark.parametrize("number", range(25))
def test_what_is_chosen_is_as_true_as_the_reference_engine_finds(number: int) -> None:
    """A matter that a solver finds for a truth has that truth by the reference engine."""
    policy = made(number)
    matter, engine, search = asked_of(policy)
    settled = unsettled = 0
    for condition in policy.conditions:
        pair = engine.pair(condition)
        for formula, truth in ((pair.is_true, Truth.TRUE), (pair.is_false, Truth.FALSE)):
            found, model = search.ask(formula)
            if model is None:
                unsettled += found is Found.NOT_SETTLED
                continue
            settled += 1
            view = view_of_chosen(chosen_in(model, matter), policy)

            assert truth is ReferenceEngine(view, policy.reading).truth(condition)
    assert settled >= unsettled


@pytest.mark.parametrize("number", range(12))
def test_nothing_of_the_fewest_is_said_in_vain(number: int) -> None:
    """Of the fewest things that show a truth none can be left unsaid."""
    policy = made(number)
    matter, engine, search = asked_of(policy)
    for condition in policy.conditions[:4]:
        found, model, least = search.fewest(tuple(matter.said()), engine.pair(condition).is_true)
        if model is None:
            continue
        assert found is Found.SOME
        chosen = chosen_in(model, matter)
        # What a settled judgment rests on has to be said, though no condition may read it.
        for less in () if chosen.judgments else _with_one_unsaid(chosen):
            view = view_of_chosen(less, policy)

            assert ReferenceEngine(view, policy.reading).truth(condition) is not Truth.TRUE
        assert least == _said(chosen)


def _with_one_unsaid(chosen: Chosen) -> Iterator[Chosen]:
    for name in chosen.facts:
        yield replace(
            chosen, facts={each: value for each, value in chosen.facts.items() if each != name}
        )
    for items in chosen.complete:
        yield replace(chosen, complete=chosen.complete - {items})
    for name in chosen.judgments:
        judged = {each: met for each, met in chosen.judgments.items() if each != name}
        yield replace(chosen, judgments=judged)


def _said(chosen: Chosen) -> int:
    fields = sum(1 + len(row) for rows in chosen.records.values() for row in rows)
    return len(chosen.facts) + fields + len(chosen.complete) + len(chosen.judgments)


def test_no_answer_is_kept_as_a_script_for_another_solver() -> None:
    """Each question without an answer can be put to another solver as it was."""
    policy = made(0)
    matter, _, search = asked_of(policy)
    said = next(iter(matter.said()))
    search.is_recording = True

    found, model = search.ask(said, opposite(said))

    assert (found, model) == (Found.NONE, None)
    assert "(check-sat)" in search.refuted[0]


def test_a_question_is_forgotten_with_what_was_kept_for_it() -> None:
    """What is kept while a question is asked holds no longer than that."""
    policy = made(0)
    matter, _, search = asked_of(policy)
    said = next(iter(matter.said()))
    with search.asking():
        search.keep(said)
        search.keep(opposite(said))
        assert search.ask()[0] is Found.NONE

    assert search.ask()[0] is Found.SOME


def test_a_field_is_said_only_of_a_record_that_is_there() -> None:
    """A field is said only of a record that is there."""
    papers = fact("papers", Kind.LIST, fields={"signed": fact("signed", Kind.YES_NO)})
    reading = Reading(rules={}, judgments={}, derivable={})
    matter = OpenMatter(Sayable(Dictionary(facts={"papers": papers}), MATTER, {"papers": 1}, {}))
    engine = SmtEngine(matter, reading)
    slot = matter.slots("papers")[0]
    pair = engine.pair(Holds(Field("signed")), slot)
    search = Search(kept_by_sound_files(matter, (engine,), {}), 60)

    assert search.ask(pair.is_true, opposite(slot.present))[0] is Found.NONE
    assert search.ask(pair.is_true)[0] is Found.SOME


def test_a_fact_is_not_said_where_its_guard_fails() -> None:
    """A fact that applies only under a condition is never said where that condition fails."""
    facts = {name: fact(name, Kind.YES_NO) for name in ("guarded", "opening")}
    dictionary = Dictionary(facts=facts)
    reading = Reading(rules={}, judgments={}, derivable={})
    guard: Condition = Holds(Fact("opening"))
    matter = OpenMatter(Sayable(dictionary, MATTER, {}, {}), DAY)
    engine = SmtEngine(matter, reading)
    pair, opening = engine.pair(Holds(Fact("guarded"))), engine.pair(guard)
    search = Search(kept_by_sound_files(matter, (engine,), {"guarded": guard}), 60)

    assert search.ask(pair.is_true, opening.is_false)[0] is Found.NONE
    assert search.ask(pair.is_true, opening.is_true)[0] is Found.SOME
