"""Each kind of condition in plain English, and its opposite, word for word."""

from pathlib import Path

import pytest
import yaml

from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import one_value
from discretion.rules.condition import And
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.english import English
from discretion.rules.english import show_span
from discretion.rules.english import show_value
from discretion.rules.english import show_values
from discretion.rules.english.lists import in_a_row
from discretion.rules.english.lists import joined_clauses
from discretion.rules.grammar import read_condition
from discretion.rules.library import read_library

ENGLISH = English(
    dictionary=read_library().dictionary,
    rules={"a": "“A” (1)", "b": "“B” (2)", "c": "“C” (3)"},
    judgments={"j": "Is it so?"},
    date_fact="decision_date",
)
CLAUSES = yaml.safe_load((Path(__file__).parent / "english.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", CLAUSES, ids=lambda row: row["condition"])
def test_a_condition_reads_in_plain_english(row: dict[str, str]) -> None:
    condition = read_condition(row["condition"])

    assert row["reads"] == ENGLISH.condition(condition)
    assert row["opposite"] == ENGLISH.condition(Not(condition))
    assert row["reads"] == ENGLISH.condition(Not(Not(condition)))


def test_a_condition_without_parts_holds_everywhere_or_nowhere() -> None:
    assert "this holds in every matter" == ENGLISH.condition(And(()))
    assert "this holds in no matter" == ENGLISH.condition(Not(And(())))
    assert "this holds in no matter" == ENGLISH.condition(Or(()))
    assert "“A” (1) holds" == ENGLISH.condition(Or((read_condition('rule("a")'),)))


def test_things_in_a_row_have_commas_or_semicolons() -> None:
    assert "" == in_a_row([], "or")
    assert "a" == in_a_row(["a"], "or")
    assert "a or b" == in_a_row(["a", "b"], "or")
    assert "a, b or c" == in_a_row(["a", "b", "c"], "or")
    assert "a, with b; or c" == in_a_row(["a, with b", "c"], "or")


def test_clauses_that_join_others_are_set_off() -> None:
    assert "a and b" == joined_clauses(["a", "b"], "and")
    assert "a or b; and c" == joined_clauses(["a or b", "c"], "and")
    assert "(a; or b); and c" == joined_clauses(["a; or b", "c"], "and")
    assert "a and b" == joined_clauses(["a and b"], "or")


def test_values_are_told_in_words() -> None:
    read = read_condition('proc_preapproval_at < "2021-03-01T14:30+00:00"')

    assert "5" == show_value(5)
    assert "not known" == show_values(Choices(None))
    assert "a or b" == show_values(Choices(frozenset("ab")))
    assert "3 or 5 to 7" == show_values(Spans(((3, 3), (5, 7))))
    assert "1 year" == show_span(one_value(1), "year", "years")
    assert "1 to 3 years" == show_span(Spans(((1, 3),)), "year", "years")
    assert ENGLISH.condition(read).endswith("14:30 on 1 March 2021 (UTC)")
