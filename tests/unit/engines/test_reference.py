"""The reference engine derives once what stands in several places, and counts records anew."""

from datetime import date

from discretion.engines.reading import Reading
from discretion.engines.reference import Derivation
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.rules.derived import Derivable
from discretion.rules.grammar import read_condition
from discretion.truth import FALSE
from discretion.truth import TRUE
from discretion.truth import UNKNOWN
from discretion.truth import Truth

WORDS = {"yes": "yes", "no": "no"}


def fact(name: str) -> FactType:
    return FactType(name=name, module="m", kind=Kind.YES_NO, question="?", phrase=name, words=WORDS)


def engine_of(inapplicable: frozenset[str] = frozenset()) -> ReferenceEngine:
    """Return an engine on a matter with two visits, of which `late` follows from `old`."""
    facts = {name: fact(name) for name in ("old", "late", "open", "seen")}
    visits = FactType(
        name="visits",
        module="m",
        kind=Kind.LIST,
        question="?",
        phrase="visits",
        fields={"seen": fact("seen")},
    )
    view = View(
        dictionary=Dictionary(facts={**facts, "visits": visits}),
        day=date(2021, 12, 15),
        known={"old": one_word("yes"), "seen": one_word("no")},
        records={"visits": ({"seen": one_word("no")}, {"seen": one_word("yes")})},
        inapplicable=inapplicable,
    )
    late = Derivable(yes_when=read_condition("old"), no_when=read_condition("not old"))
    return ReferenceEngine(view, Reading(rules={}, judgments={}, derivable={"late": late}))


def test_the_truths_have_names_of_their_own() -> None:
    assert (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN) == (TRUE, FALSE, UNKNOWN)


def test_a_yes_no_fact_is_derived_once() -> None:
    engine = engine_of()
    for name, truth in (("old", TRUE), ("late", TRUE), ("open", UNKNOWN)):
        first = engine.derive(read_condition(name))
        second = engine.derive(read_condition(f"{name} or old")).children[0]

        assert first is second
        assert truth is first.truth


def test_a_fact_that_follows_shows_all_that_it_would_follow_from() -> None:
    derived = engine_of().derive(read_condition("late"))

    assert [TRUE, FALSE] == [child.truth for child in derived.children]


def test_a_field_is_derived_of_each_record_beside_a_fact_of_its_name() -> None:
    engine = engine_of()
    assert engine.truth(read_condition("seen")) is FALSE

    derived = engine.derive(read_condition("exists(visits, it.seen)"))
    seen = read_condition("exists(visits, it.seen)")

    assert derived.truth is TRUE
    assert [(FALSE, 1), (TRUE, 2)] == [(child.truth, child.record) for child in derived.children]
    assert Derivation(TRUE, seen, derived.children) == derived


def test_a_fact_that_is_not_applicable_is_unknown() -> None:
    engine = engine_of(frozenset(("open", "visits[1].seen")))

    assert [UNKNOWN, TRUE, UNKNOWN] == [
        engine.truth(read_condition(text)) for text in ("open", "old", "not open")
    ]
