"""Where other tools take what is not known for a no, or read what lies under an empty cell."""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.grammar import read_condition
from tests.engines.bitmap.comparing import dictionary_of
from tests.engines.bitmap.comparing import truths_in
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

DAY = date(2021, 12, 15)
NEVER = Reading(rules={}, judgments={}, derivable={})
FIELDS = {
    "severe": fact("severe", Kind.YES_NO),
    "level": fact("level", Kind.TOKEN, words={"felony": "", "petty": ""}),
    "served": fact("served", Kind.NUMBER, low="0", high="100"),
    "on": fact("on", Kind.DATE),
}
DICTIONARY: Dictionary = dictionary_of(
    fact("a", Kind.YES_NO),
    fact("b", Kind.YES_NO),
    fact("colour", Kind.TOKEN, words={"blue": "", "green": "", "red": ""}),
    fact("text", Kind.TEXT),
    fact("number", Kind.NUMBER, low="0", high="9"),
    fact("first_on", Kind.DATE, low="1900-01-01", high="decision_date"),
    fact("offences", Kind.LIST, fields=FIELDS),
)
RECORD = pa.struct(
    [("severe", pa.bool_()), ("level", pa.string()), ("served", pa.int64()), ("on", pa.date32())]
)
OPEN: dict[str, Any] = dict.fromkeys(FIELDS)
"""A record of which nothing is said."""
SEVERE, MILD = {**OPEN, "severe": True}, {**OPEN, "severe": False}


def told(condition: str, columns: dict[str, Any]) -> list[str]:
    """Return what the kernel says of a condition in each row of a table."""
    rows = len(next(iter(columns.values())))
    arrays = {DATE_FACT: pa.array([DAY] * rows), **columns}
    made = {
        name: pa.array(each) if isinstance(each, list) else each for name, each in arrays.items()
    }
    batch = pa.RecordBatch.from_pydict(made)
    engine = BitmapEngine(batch, DICTIONARY, NEVER, DATE_FACT)
    return [str(truth) for truth in truths_in(engine.truth(read_condition(condition)), rows)]


def lists(*cells: Any) -> pa.Array:  # noqa: ANN401  # records of lists, or None
    return pa.array(list(cells), pa.list_(RECORD))


@pytest.mark.parametrize(
    ("condition", "a", "b", "truth"),
    [
        ("a and b", False, None, "false"),
        ("a and b", True, None, "unknown"),
        ("a or b", True, None, "true"),
        ("a or b", False, None, "unknown"),
        ("not a", None, True, "unknown"),
        ("a and not a", None, True, "unknown"),
        ("a or not a", None, True, "unknown"),
    ],
)
def test_unknown_is_neither_yes_nor_no(condition: str, a: Any, b: Any, truth: str) -> None:  # noqa: ANN401  # cells
    """And, or and not are those of strong Kleene logic."""
    columns = {"a": pa.array([a], pa.bool_()), "b": pa.array([b], pa.bool_())}

    assert [truth] == told(condition, columns)


@pytest.mark.parametrize(
    ("condition", "records", "whole", "truth"),
    [
        ("exists(offences, it.severe)", [MILD, OPEN], True, "unknown"),
        ("exists(offences, it.severe)", [OPEN, SEVERE], None, "true"),
        ("exists(offences, it.severe)", [MILD], True, "false"),
        ("exists(offences, it.severe)", [MILD], None, "unknown"),
        ("exists(offences, it.severe)", [MILD], False, "unknown"),
        ("exists(offences, it.severe)", [], True, "false"),
        ("exists(offences, it.severe)", [], None, "unknown"),
        ("exists(offences, it.severe)", None, None, "unknown"),
        ("exists(offences, it.severe)", None, True, "false"),
        ("all(offences, it.severe)", [SEVERE, OPEN], True, "unknown"),
        ("all(offences, it.severe)", [SEVERE, MILD], None, "false"),
        ("all(offences, it.severe)", [SEVERE], None, "unknown"),
        ("all(offences, it.severe)", [SEVERE], True, "true"),
        ("all(offences, it.severe)", [], True, "true"),
        ("all(offences, it.severe)", None, None, "unknown"),
        ("count(offences, it.severe) >= 1", [OPEN], True, "unknown"),
        ("count(offences, it.severe) >= 1", [SEVERE, OPEN], None, "true"),
        ("count(offences, it.severe) < 2", [SEVERE, OPEN], True, "unknown"),
        ("count(offences, it.severe) < 3", [SEVERE, OPEN], True, "true"),
        ("count(offences, it.severe) < 3", [SEVERE, OPEN], None, "unknown"),
        ("count(offences, it.severe) == 0", [], True, "true"),
        ("count(offences, it.severe) != 0", None, None, "unknown"),
        ("count(offences) == 2", [OPEN, OPEN], True, "true"),
        ("exists(offences, it.level == 'felony' and it.served > 3)", [OPEN], True, "unknown"),
    ],
)
def test_a_record_that_is_not_known_is_not_passed_over(
    condition: str,
    records: Any,  # noqa: ANN401  # records, or None
    whole: Any,  # noqa: ANN401  # yes, no or None
    truth: str,
) -> None:
    """A record of which nothing is said counts as neither, and a list is whole only if said so."""
    beside = {"offences": lists([SEVERE], records, []), "offences__complete": [None, whole, True]}

    assert truth == told(condition, beside)[1]


def test_a_record_that_is_empty_is_one_of_which_nothing_is_known() -> None:
    columns = {"offences": lists([None], [None, SEVERE]), "offences__complete": [True, True]}

    assert ["unknown", "true"] == told("exists(offences, it.severe)", columns)
    assert ["false", "true"] == told("count(offences) == 2", columns)


def test_what_lies_under_an_empty_list_is_no_record() -> None:
    """Records may lie under a list that is not there; nobody says them."""
    records = pa.array([SEVERE, SEVERE, MILD, SEVERE], RECORD)
    hidden = pa.ListArray.from_arrays(
        pa.array([0, 1, 3, 4], pa.int32()), records, mask=pa.array([False, True, False])
    )
    large = hidden.cast(pa.large_list(RECORD))
    for column in (hidden, large):
        columns = {"offences": column, "offences__complete": [True, None, None]}

        assert ["true", "unknown", "true"] == told("exists(offences, it.severe)", columns)
        assert ["unknown", "true"] == told(
            "exists(offences, it.severe)", {name: each[1:] for name, each in columns.items()}
        )


def test_what_lies_under_an_empty_cell_is_not_read() -> None:
    """A cell that is empty may lie over any value, and says nothing."""
    mask = np.array([False, True])
    columns = {
        "a": pa.array(np.array([True, True]), mask=mask),
        "number": pa.array(np.array([3, 3]), mask=mask),
        "colour": pa.DictionaryArray.from_arrays(
            pa.array(np.array([0, 99], np.int32), mask=mask), pa.array(["blue"])
        ),
    }

    assert ["true", "unknown"] == told("a", columns)
    assert ["true", "unknown"] == told("number == 3", columns)
    assert ["true", "unknown"] == told("colour == 'blue'", columns)


def test_a_word_may_be_missing_in_the_list_of_words_itself() -> None:
    words = pa.DictionaryArray.from_arrays(
        pa.array([0, 1, None], pa.int32()), pa.array([None, "red"])
    )

    assert ["unknown", "true", "unknown"] == told("colour == 'red'", {"colour": words})


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        ("colour in (blue, red)", ["unknown", "true", "unknown", "false"]),
        ("colour == 'blue'", ["unknown", "unknown", "unknown", "false"]),
        ("colour != 'green'", ["unknown", "true", "unknown", "false"]),
        ("colour in (blue, green, red)", ["true", "true", "true", "true"]),
    ],
)
def test_several_words_left_are_no_word(condition: str, truths: list[str]) -> None:
    """What holds of every word that is left holds; an empty cell leaves every word there is."""
    cells = [None, "blue|red", "blue|green", "green"]

    assert truths == told(condition, {"colour": cells})


def test_a_text_is_never_parted() -> None:
    assert ["true", "false"] == told("text == 'a|b'", {"text": ["a|b", "a"]})


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        ("number >= 5", ["unknown", "true", "unknown"]),
        ("number != 3", ["unknown", "true", "unknown"]),
        ("number <= 9", ["true", "true", "true"]),
        ("between(number, 3, 8)", ["unknown", "true", "unknown"]),
    ],
)
def test_a_number_is_known_between_two_ends(condition: str, truths: list[str]) -> None:
    ends = {"number__low": [None, 5, 2], "number__high": [None, 7, 6]}

    assert truths == told(
        condition, {name: pa.array(each, pa.int8()) for name, each in ends.items()}
    )


def test_a_day_nobody_says_still_lies_in_its_range() -> None:
    columns = {"first_on": pa.array([None, date(2022, 1, 1)], pa.date32())}

    assert ["true", "false"] == told(f"first_on <= {DATE_FACT}", columns)


def test_said_to_be_both_is_open() -> None:
    """What is said to be yes and no is open, whatever its own cell says."""
    columns = {
        "a": pa.array([True, None, True, None], pa.bool_()),
        "a__both": pa.array([True, True, False, None], pa.bool_()),
    }

    assert ["unknown", "unknown", "true", "unknown"] == told("a", columns)
