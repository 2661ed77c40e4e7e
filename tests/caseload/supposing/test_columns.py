"""What happens to the columns of a table: those that nothing changes are shared."""

from datetime import date
from datetime import timedelta
from typing import Any

import pyarrow as pa
import pytest

from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.caseload.supposing.closing import NotHeldError
from discretion.caseload.supposing.premises import Premises
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.grammar import read_condition
from tests.caseload.supposing.small import DATE_FACT
from tests.caseload.supposing.small import DICTIONARY
from tests.caseload.supposing.small import PREMISES
from tests.exactness.policy import fact

DAY = date(2021, 3, 3)
BEFORE = DAY - timedelta(days=1)


def table(**columns: object) -> Any:  # noqa: ANN401  # a batch of Arrow
    rows = max((len(column) for column in columns.values()), default=2)  # type: ignore[arg-type]  # lists
    return pa.RecordBatch.from_pydict({DATE_FACT: [DAY] * rows, **columns})


def closed(batch: Any, *closings: Closing, premises: Premises = PREMISES) -> Supposed:  # noqa: ANN401  # as above
    made = AssumptionSet(id="lent", title="", dated=None, by="", says="", closings=closings)
    return assume(suppose(batch, premises), (made,))


def closing(name: str, value: str, *, instead: bool = False) -> Closing:
    return Closing(fact=name, value=value, when=None, instead_of_said=instead)


@pytest.mark.parametrize(
    ("columns", "made", "cells"),
    [
        ({}, closing("colour", "red"), {"colour": ["red", "red"]}),
        ({"colour": ["blue|red", "blue"]}, closing("colour", "red"), {"colour": ["red", "blue"]}),
        ({}, closing("a", "no"), {"a": [False, False]}),
        ({}, closing("number", "2"), {"number": [2, 2]}),
        ({}, closing("number", "2..3"), {"number__low": [2, 2], "number__high": [3, 3]}),
        (
            {"number": [2, None]},
            closing("number", "1..3"),
            {"number__low": [2, 1], "number__high": [2, 3]},
        ),
        (
            {"on": [None, BEFORE]},
            closing("on", "2021-02-01..2022-01-01"),
            {"on__low": [date(2021, 2, 1), BEFORE], "on__high": [DAY, BEFORE]},
        ),
        ({"text": ["b|a", None]}, closing("text", "a"), {"text": ["b|a", "a"]}),
        ({}, closing("notes.complete", "yes"), {"notes__complete": [True, True]}),
        (
            {"notes__complete": [False, None]},
            closing("notes.complete", "yes"),
            {"notes__complete": [False, True]},
        ),
    ],
)
def test_a_closing_writes_the_columns_of_its_fact(
    columns: dict[str, object], made: Closing, cells: dict[str, object]
) -> None:
    found = closed(table(**columns), made).view.to_pydict()

    assert cells == {name: found[name] for name in found if name in cells}
    assert cells.keys() >= {name for name in found if name.startswith(made.subject)} - {"notes"}


def test_a_list_that_is_closed_has_a_column_of_its_own() -> None:
    view = closed(table(), closing("papers.complete", "yes")).view

    assert [None, None] == view.column("papers").to_pylist()
    assert set(DICTIONARY.facts["papers"].fields) == {
        field.name for field in view.schema.field("papers").type.value_type
    }


def test_columns_that_nothing_changes_are_shared() -> None:
    batch = table(colour=["blue", None], number=[1, None], papers=[[{"pages": 3}], None])
    supposed = closed(batch, closing("colour", "red"))

    for name in ("number", "papers"):
        before, after = (each.column(name).buffers() for each in (batch, supposed.view))
        assert [each and each.address for each in before] == [
            each and each.address for each in after
        ]


def test_what_is_said_of_a_table_beside_its_columns_stays() -> None:
    batch = table().replace_schema_metadata({"kept": "yes"})

    assert {b"kept": b"yes"} == closed(batch, closing("a", "yes")).view.schema.metadata


def test_a_closing_that_closes_nothing_is_told_with_no_row() -> None:
    supposed = closed(table(colour=["red", "red"]), closing("colour", "blue"))

    assert [(0, 0)] == [(each.rows, each.instead_of_said) for each in supposed.closed["lent"]]
    assert {} == supposed.rows_closed


def asks(name: str, when: str) -> Closing:
    return Closing(fact=name, value="yes", when=read_condition(when))


@pytest.mark.parametrize("when", ["early", "rule(r)", "chained"])
def test_a_condition_is_asked_anew_once_what_it_rests_on_changed(when: str) -> None:
    # The first closing asks, the second gives what it follows from, the third asks again.
    batch = table(a=[True, True])
    changed = closing("last", "2021-02-01", instead=True)
    supposed = closed(batch, asks("b", when), changed, asks("b", when))

    assert [0, 2, 2] == [each.rows for each in supposed.closed["lent"]]


def test_a_list_closed_back_to_what_the_file_says_does_not_go_against_it() -> None:
    batch = table(notes__complete=[True, False])
    both = (closing("notes.complete", each, instead=True) for each in ("no", "yes"))
    supposed = closed(batch, *both)

    assert [(1, 1), (2, 1)] == [
        (each.rows, each.instead_of_said) for each in supposed.closed["lent"]
    ]


def test_a_third_word_of_a_yes_no_fact_cannot_be_held() -> None:
    words = {"yes": "", "no": "", "not_recorded": ""}
    recorded = fact("recorded", Kind.YES_NO, words=words, absent="not_recorded")
    facts = {**DICTIONARY.facts, "recorded": recorded}
    premises = replace(PREMISES, dictionary=Dictionary(facts=facts), plans=[], reads={})

    with pytest.raises(NotHeldError, match="`recorded` is yes or no in a table"):
        closed(table(), closing("recorded", "not_recorded"), premises=premises)
    assert [True, True] == closed(
        table(), closing("recorded", "yes"), premises=premises
    ).view.column("recorded").to_pylist()


def test_an_empty_table_is_supposed_like_any_other() -> None:
    batch = table(papers=[[{"day": DAY}]], colour=["red"]).slice(0, 0)
    supposed = closed(batch, closing("papers.complete", "yes"), closing("colour", "red"))

    assert 0 == supposed.view.num_rows
    assert [(0, 0), (0, 0)] == [
        (each.rows, each.instead_of_said) for each in supposed.closed["lent"]
    ]
