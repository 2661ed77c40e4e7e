"""A row of a table, as the reference reads it."""

from datetime import date
from random import Random
from typing import Any

import pytest

from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.truth import Truth
from tests.agreement.making import trees_of
from tests.engines.tables import table_of
from tests.engines.tables import view_of
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

DAY = date(2021, 12, 15)
FACTS = (
    fact(DATE_FACT, Kind.DATE),
    fact("a", Kind.YES_NO),
    fact("colour", Kind.TOKEN, words={"blue": "", "red": ""}),
    fact("text", Kind.TEXT),
    fact("on", Kind.DATE, low="1900-01-01", high="decision_date"),
    fact("number", Kind.NUMBER, low="0", high="9"),
    fact("papers", Kind.LIST, fields={"days": fact("days", Kind.NUMBER, low="0", high="9")}),
)
DICTIONARY = Dictionary(facts={each.name: each for each in FACTS})


@pytest.mark.parametrize(
    ("row", "name", "values"),
    [
        ({"a": True}, "a", one_word("yes")),
        ({"a": None, "a__both": True}, "a", Choices(frozenset(("yes", "no")))),
        ({"a": None}, "a", Choices(frozenset(("yes", "no")))),
        ({"colour": "blue|red"}, "colour", Choices(frozenset(("blue", "red")))),
        ({"text": "blue|red"}, "text", one_word("blue|red")),
        ({"text": None}, "text", Choices(None)),
        ({"on": DAY}, "on", one_value(DAY)),
        ({}, "on", Spans(((date(1900, 1, 1), DAY),))),
        ({"on__low": None, "on__high": None}, "on", Spans(((date(1900, 1, 1), DAY),))),
        ({"number__low": 3, "number__high": None}, "number", Spans(((3, 9),))),
    ],
)
def test_a_cell_leaves_what_it_says(row: dict[str, Any], name: str, values: Values) -> None:
    view = view_of({DATE_FACT: DAY, **row}, DICTIONARY, DATE_FACT)

    assert values == view.values(name)


def test_a_list_has_the_records_of_its_cell_and_is_whole_where_that_is_said() -> None:
    row = {DATE_FACT: DAY, "papers": [{"days": 3}, {"days": None}], "papers__complete": None}
    view = view_of(row, DICTIONARY, DATE_FACT)

    assert ({"days": one_value(3)}, {}) == view.listed("papers")
    assert Truth.UNKNOWN is view.completeness("papers")
    assert Truth.TRUE is view_of(
        {**row, "papers": None, "papers__complete": True}, DICTIONARY, DATE_FACT
    ).completeness("papers")


def test_a_table_of_one_seed_is_always_the_same() -> None:
    dictionary = trees_of(Random(5)).dictionary
    one, other = (table_of(Random(7), dictionary, DATE_FACT, 30) for _ in range(2))

    assert one.equals(other)
    assert 30 == len(list(views_of(one, dictionary, DATE_FACT)))
