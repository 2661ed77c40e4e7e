"""Cells in the spellings of real releases: days, words that say nothing, and what was taken out."""

from datetime import date

import pytest

from discretion.caseload.cells import Cell
from discretion.caseload.cells import Gap
from discretion.caseload.cells import read_cell
from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import DayForm

ISO = Column(name="c", type=ColumnType.DATE)
MDY = Column(name="c", type=ColumnType.DATE, form=DayForm.MDY)
TIMED = Column(name="c", type=ColumnType.DATE, has_time=True)
MDY_TIMED = Column(name="c", type=ColumnType.DATE, form=DayForm.MDY, has_time=True)
DAY = date(2017, 2, 3)
NOTHING = frozenset(("NA", "None", "--", "IIDS ETL NULL", "UNKNOWN", "."))


@pytest.mark.parametrize("column", [MDY, MDY_TIMED])
@pytest.mark.parametrize(
    "text",
    [
        "2/3/2017",
        "02/03/2017",
        "2/03/2017",
        "02/3/2017",
        " 2/3/2017 ",
        "2/3/2017 0:00",
        "2/3/2017 0:00:00",
        "2/3/2017 00:00:00",
        "2/3/2017 12:00:00 AM",
        "2/3/2017 12:00 AM",
        "2017-02-03",
        "2017-02-03 00:00:00",
        "2017-02-03T00:00:00Z",
    ],
)
def test_a_day_with_its_month_first_is_read_with_and_without_zeros(
    text: str, column: Column
) -> None:
    assert DAY == read_cell(text, column)


@pytest.mark.parametrize("column", [ISO, MDY, TIMED, MDY_TIMED])
@pytest.mark.parametrize(
    "text",
    [
        "07/02/0999",
        "0999-07-02",
        "12/31/1899",
        "1/1/2100",
        "2/30/2017",
        "13/1/2017",
        "3/2017",
        "2/3/17",
        "2-3-2017",
        "3.2.2017",
        "2/3/2017x",
        "2017-2-3",
        "20170203",
        "42769",
        "June 2017",
        "2/3/2017 to 2/4/2017",
        "\N{ARABIC-INDIC DIGIT TWO}/3/2017",
    ],
)
def test_what_is_no_day_of_the_calendar_is_unreadable_in_every_form(
    text: str, column: Column
) -> None:
    assert Gap.UNREADABLE is read_cell(text, column)


@pytest.mark.parametrize("text", ["2/3/2017", "02/03/2017"])
@pytest.mark.parametrize("column", [ISO, TIMED])
def test_nothing_guesses_which_number_is_the_month(text: str, column: Column) -> None:
    assert Gap.UNREADABLE is read_cell(text, column)


@pytest.mark.parametrize(
    ("text", "column", "cell"),
    [
        ("2017-02-03 14:05:00", TIMED, DAY),
        ("2017-02-03T14:05:00.123Z", TIMED, DAY),
        ("2017-02-03T23:59:59-05:00", TIMED, DAY),
        ("2/3/2017 2:05 PM", MDY_TIMED, DAY),
        ("2/3/2017 14:05", MDY_TIMED, DAY),
        ("2017-02-03 14:05:00", ISO, Gap.UNREADABLE),
        ("2/3/2017 2:05 PM", MDY, Gap.UNREADABLE),
        ("2017-02-03 later", TIMED, Gap.UNREADABLE),
        ("2017-02-03 14", TIMED, Gap.UNREADABLE),
    ],
)
def test_a_time_of_day_is_passed_over_where_the_mapping_says_so_alone(
    text: str, column: Column, cell: Cell
) -> None:
    assert cell == read_cell(text, column)


@pytest.mark.parametrize("kind", list(ColumnType))
@pytest.mark.parametrize("word", [*sorted(NOTHING), "  NA ", "IIDS  ETL NULL"])
def test_a_word_that_says_nothing_is_blank_in_a_column_of_any_type(
    word: str, kind: ColumnType
) -> None:
    assert None is read_cell(word, Column(name="c", type=kind, nulls=NOTHING))


@pytest.mark.parametrize("word", ["na", "NAN", "none", "-", "..", "UNKNOWN OR NOT REPORTED"])
def test_only_the_words_that_are_listed_say_nothing(word: str) -> None:
    assert word == read_cell(word, Column(name="c", nulls=NOTHING))
    assert "NA" == read_cell("NA", Column(name="c"))


def test_words_that_say_nothing_and_words_that_mean_withheld_are_two_things() -> None:
    column = Column(name="c", nulls=frozenset(("NA",)), withheld=frozenset(("GONE",)))

    assert [None, Gap.REDACTED] == [read_cell(word, column) for word in ("NA", "GONE")]


def test_inside_json_a_word_that_says_nothing_leaves_no_field() -> None:
    column = Column(
        name="c",
        type=ColumnType.JSON_LIST,
        fields={"A": ColumnType.TEXT, "ON": ColumnType.DATE},
        nulls=NOTHING,
        form=DayForm.MDY,
    )

    assert ({"ON": DAY}, {"A": "x"}) == read_cell(
        '[{"A": "NA", "ON": "2/3/2017"}, {"A": "x", "ON": "--"}]', column
    )
