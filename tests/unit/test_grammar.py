"""What the language of conditions refuses, and says why."""

import pytest

from discretion.rules.condition import Field
from discretion.rules.condition import StartsWith
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.grammar import read_measure
from discretion.rules.grammar import read_term

REFUSED = [
    ("", "is not a condition"),
    ("detained and", "is not a condition"),
    ("a\0", "is not a condition"),
    ("1", "`1` is not a condition of this language"),
    ("detained + removable", "`detained + removable` is not a condition of this language"),
    ("a if b else c", "is not a condition of this language"),
    ("known(detained)", "`known(detained)` is not a condition of this language"),
    ("1 < a < 3", "is not a condition of this language"),
    ("a is b", "`a` is compared in a way this language does not have"),
    ("a in b", "`b` is not a list of words in parentheses"),
    ("a in (1, 2)", "`1` is not a word"),
    ("a.b == c", "`a.b` is not a fact, nor a field written as `it.field`"),
    ("a == -b", "`-b` is not a value of this language"),
    ("a > 1.5", "`1.5` is not a value of this language"),
    ("a > True", "`True` is not a value of this language"),
    ("a > b * 2", "is not a value of this language"),
    ("a > b + 2", "`2` is not a duration"),
    ("a > b + weeks(2)", "`weeks(2)` is not a duration"),
    ("a > b + days(n=2)", "`days(n=2)` is not a duration"),
    ("a > date(2)", "`2` is not a day of the calendar"),
    ('a > date("2021-02-30")', "`'2021-02-30'` is not a day of the calendar"),
    ("count(a) > b", "`b` is not a whole number"),
    ("count(a) > True", "`True` is not a whole number"),
    ("count(it.a) > 1", "`it.a` is not a plain name"),
    ("exists()", "`exists()` has the wrong number of parts"),
    ("exists(a, b, c)", "has the wrong number of parts"),
    ("all(a)", "`all(a)` has the wrong number of parts"),
    ("exists(a, where=b)", "has the wrong number of parts"),
    ("rule(1)", "`1` is not a word"),
    ("judgment(it.a)", "`it.a` is not a plain name"),
    ("lambda: a", "is not a condition of this language"),
    ("__import__('os')", "is not a condition of this language"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[repr(row[0]) for row in REFUSED])
def test_a_text_of_another_shape_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotAConditionError) as refused:
        read_condition(text)

    assert reason in str(refused.value)


def test_a_long_text_is_shown_in_part() -> None:
    with pytest.raises(NotAConditionError) as refused:
        read_condition(f"1 + {'a' * 90}")

    assert "..." in str(refused.value)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize(
    "text", ["each(a)", "each(a, b)", "each(it.a, it.b)", "count()", "a and b"]
)
def test_a_measure_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(NotAConditionError):
        read_measure(text)


@pytest.mark.parametrize("text", ["a and b", "exists(a)", "days(3)", ""])
def test_a_term_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(NotAConditionError):
        read_term(text)


def test_what_stands_in_quotes_is_left_alone() -> None:
    expected = StartsWith(Field("from"), "it.from  and")

    assert expected == read_condition('starts_with(it.from, "it.from  and")')
