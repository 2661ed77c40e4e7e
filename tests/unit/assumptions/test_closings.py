"""What a study's closings do to a matter: they narrow, they follow on, and never go against it."""

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from discretion.assess.assume import Supposed
from discretion.assess.assume import assume
from discretion.assess.assume import suppose
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.case_reader import read_case
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import common
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import ASSUMED
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.grammar import read_condition
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.source import Report
from discretion.source import read_yaml
from discretion.truth import Truth

if TYPE_CHECKING:
    from discretion.rules.condition import Condition

PLACE = "bs_apprehension_place"
HERE = "bs_physically_present_before_2020_11_01"
HEAD = "case: nobody\ndecision: {type: arrest, date: 2021-12-15, place: US-WA}\n"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def conditions(library: Library) -> Conditions:
    return Conditions(rules={}, judgments={}, derivable=library.derivations.derivable)


class Study:
    """Reads short case files under closings written as `fact = value`, in their order."""

    def __init__(self, library: Library, conditions: Conditions) -> None:
        self.library = library
        self.conditions = conditions

    def of(self, facts: str, *closings: Closing) -> Supposed:
        node = read_yaml(f"{HEAD}facts: {{{facts}}}\n", Report("case.yaml"))
        assert node is not None
        report = Report("case.yaml")
        case = read_case(node, self.library.words, report)
        assert case is not None, report.problems
        assert not [each for each in report.problems if each.severity == "error"]
        reading = Reading(mode="review", known_on=date(2026, 11, 24))
        stated = view_case(case, self.library.dictionary, reading, "decision_date")
        chosen = AssumptionSet(
            id="lent",
            title="",
            dated=date(2026, 1, 1),
            by="a test",
            says="Whatever the test says.",
            closings=closings,
        )
        matter = suppose(stated, self.library.derivations, self.conditions)
        return assume(matter, (chosen,), self.library.derivations, self.conditions)

    def truth(self, matter: Supposed, text: str) -> Truth:
        return ReferenceEngine(matter.view, self.conditions).truth(read_condition(text))


@pytest.fixture(scope="module")
def study(library: Library, conditions: Conditions) -> Study:
    return Study(library, conditions)


def closing(fact: str, value: str, when: str = "", *, instead: bool = False) -> Closing:
    tested: Condition | None = read_condition(when) if when else None
    return Closing(fact=fact, value=value, when=tested, instead_of_said=instead)


def told(matter: Supposed) -> list[tuple[str, bool]]:
    """Return what was closed, and whether against the file."""
    return [(each.closing.fact, each.instead_of_said) for each in matter.closed]


@pytest.mark.parametrize(
    ("facts", "value", "left", "closed"),
    [
        ("", "interior", one_word("interior"), [(PLACE, False)]),
        (f"{PLACE}: interior", "interior", one_word("interior"), []),
        (f"{PLACE}: border", "interior", one_word("border"), []),
        (f"{PLACE}: {{one_of: [border, poe]}}", "poe", one_word("poe"), [(PLACE, False)]),
        (
            f"{PLACE}: {{one_of: [border, poe]}}",
            "interior",
            Choices(frozenset(("border", "poe"))),
            [],
        ),
        (
            f"{PLACE}: {{claims: [{{value: border}}, {{value: interior, by: client}}]}}",
            "interior",
            one_word("interior"),
            [(PLACE, False)],
        ),
        ("bs_extenuating_facts: yes", "interior", one_word("interior"), [(PLACE, False)]),
    ],
)
def test_a_closing_narrows_what_is_open_and_leaves_what_is_said(
    facts: str, value: str, left: Values, closed: list[tuple[str, bool]], study: Study
) -> None:
    matter = study.of(facts, closing(PLACE, value))

    assert left == matter.view.known[PLACE]
    assert closed == told(matter)
    assert bool(closed) is (matter.view.reasons.get(PLACE) == ASSUMED)


@pytest.mark.parametrize("facts", [f"{PLACE}: border", f"{PLACE}: {{one_of: [border, poe]}}"])
def test_a_closing_made_instead_of_what_is_said_is_told_as_such(facts: str, study: Study) -> None:
    matter = study.of(facts, closing(PLACE, "interior", instead=True))

    assert Truth.TRUE is study.truth(matter, f"{PLACE} == interior")
    assert [(PLACE, True)] == told(matter)


def test_a_closing_made_instead_is_no_overruling_where_it_agrees(study: Study) -> None:
    open_place = study.of("", closing(PLACE, "interior", instead=True))
    said_so = study.of(f"{PLACE}: interior", closing(PLACE, "interior", instead=True))

    assert [(PLACE, False)] == told(open_place)
    assert [] == told(said_so)


def test_what_is_not_applicable_is_closed_only_instead_of_what_is_said(study: Study) -> None:
    age = "crim_gang_conduct_age"
    test = f"crim_gang_intentional_participation and {age} >= 16"
    file = f"crim_gang_intentional_participation: yes, {age}: not_applicable"
    kept = study.of(file, closing(age, "20"))
    against = study.of(file, closing(age, "20", instead=True))

    assert ([], Truth.UNKNOWN) == (told(kept), study.truth(kept, test))
    assert ([(age, True)], Truth.TRUE) == (told(against), study.truth(against, test))


def test_an_interval_is_narrowed_to_what_both_leave(study: Study) -> None:
    name = "bs_last_entry_date"
    matter = study.of(f"{name}: 2020-10..2020-12", closing(name, "2020-11-01..2021-05-01"))

    assert Spans(((date(2020, 11, 1), date(2020, 12, 31)),)) == matter.view.known[name]
    assert [] == told(study.of(f"{name}: 2020-10..2020-12", closing(name, "2021-05-01")))


def test_a_day_after_the_decision_is_no_day_that_is_open(study: Study) -> None:
    matter = study.of("", closing("bs_last_entry_date", "2022-01-01"))

    assert [] == told(matter)


def test_a_value_that_no_fact_has_closes_nothing(study: Study) -> None:
    matter = study.of("", closing(PLACE, "nowhere"), closing("charges.complete", "perhaps"))

    assert [] == told(matter)


def test_what_follows_otherwise_from_the_file_is_not_closed(study: Study) -> None:
    earlier = "bs_last_entry_date: 2019-03-04"
    kept = study.of(earlier, closing(HERE, "no"))
    against = study.of(earlier, closing(HERE, "no", instead=True))

    assert ([], Truth.TRUE) == (told(kept), study.truth(kept, HERE))
    assert ([(HERE, True)], Truth.FALSE) == (told(against), study.truth(against, HERE))


def test_a_conflict_that_a_closing_decides_stays_decided(study: Study) -> None:
    file = f"{HERE}: no, bs_last_entry_date: 2019-03-04"
    conflicting = study.of(file)
    decided = study.of(file, closing(HERE, "no"))

    assert Truth.UNKNOWN is study.truth(conflicting, HERE)
    assert ([(HERE, False)], Truth.FALSE) == (told(decided), study.truth(decided, HERE))


def test_absence_in_the_record_is_what_the_file_says(library: Library, study: Study) -> None:
    record = next(
        fact for fact in library.dictionary.facts.values() if fact.absent and len(fact.words) > 1
    )
    word = next(word for word in record.words if word != record.absent)

    assert [] == told(study.of("", closing(record.name, word)))
    assert [(record.name, True)] == told(study.of("", closing(record.name, word, instead=True)))


@pytest.mark.parametrize(
    ("complete", "value", "truth", "closed"),
    [
        ("unknown", "yes", Truth.TRUE, [False]),
        ("yes", "yes", Truth.TRUE, []),
        ("no", "yes", Truth.UNKNOWN, []),
        ("unknown", "no", Truth.UNKNOWN, [False]),
        ("yes", "no", Truth.TRUE, []),
    ],
)
def test_a_list_is_closed_like_a_fact(
    complete: str, value: str, truth: Truth, closed: list[bool], study: Study
) -> None:
    charges = f"charges: {{complete: {complete}, records: [{{section: 237a1B}}]}}"
    matter = study.of(charges, closing("charges.complete", value))

    assert truth is study.truth(matter, 'all(charges, starts_with(it.section, "237"))')
    assert closed == [against for _, against in told(matter)]


def test_a_list_that_is_not_whole_is_whole_only_instead_of_what_is_said(study: Study) -> None:
    charges = "charges: {complete: no, records: [{section: 237a1B}]}"
    matter = study.of(charges, closing("charges.complete", "yes", instead=True))

    assert [("charges.complete", True)] == told(matter)
    assert Truth.TRUE is study.truth(matter, 'all(charges, starts_with(it.section, "237"))')


def test_what_follows_from_a_closed_list_follows(study: Study) -> None:
    entries = "entries: {records: [{on: 2021-03-04, manner: unlawful}]}"
    test = 'bs_last_entry_date == "2021-03-04"'
    before = study.of(entries)
    after = study.of(entries, closing("entries.complete", "yes"), closing(PLACE, "border", test))

    assert Truth.UNKNOWN is study.truth(before, test)
    assert Truth.TRUE is study.truth(after, f"{test} and bs_entry_manner == unlawful")
    assert [("entries.complete", False), (PLACE, False)] == told(after)


def test_each_closing_reads_those_before_it_and_none_behind(study: Study) -> None:
    first = closing(PLACE, "interior")
    second = closing("bs_entry_manner", "unlawful", f"{PLACE} == interior")

    assert [PLACE, "bs_entry_manner"] == [name for name, _ in told(study.of("", first, second))]
    assert [PLACE] == [name for name, _ in told(study.of("", second, first))]


@pytest.mark.parametrize("facts", ["", f"{PLACE}: {{one_of: [border, interior]}}"])
def test_a_condition_that_is_open_closes_nothing(facts: str, study: Study) -> None:
    matter = study.of(facts, closing("bs_entry_manner", "unlawful", f"{PLACE} == interior"))

    assert [] == told(matter)


ENDS = (None, 1, 2, 3)
WORDS = [Choices(None), *(Choices(frozenset(words)) for words in ("a", "b", "ab"))]
SPANS = [
    *(
        Spans(((low, high),))
        for low in ENDS
        for high in ENDS
        if low is None or high is None or low <= high
    ),
    Spans(((0, 1), (3, 4))),
    one_value(0),
]


def holds(values: Values | None, value: object) -> bool:
    if values is None:
        return False
    if isinstance(values, Choices):
        return values.words is None or value in values.words
    return any(
        (low is None or low <= value) and (high is None or value <= high)
        for low, high in values.spans
    )


@pytest.mark.parametrize(("one", "other"), [*product(WORDS, WORDS), *product(SPANS, SPANS)])
def test_what_two_sets_have_in_common_is_what_both_hold(one: Values, other: Values) -> None:
    """What two sets of values have in common is what both of them hold, and no more."""
    pool: tuple[object, ...] = ("a", "b", "c") if isinstance(one, Choices) else tuple(range(-1, 6))
    both = common(one, other)

    assert [holds(one, each) and holds(other, each) for each in pool] == [
        holds(both, each) for each in pool
    ]
