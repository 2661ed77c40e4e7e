"""Every row of the tables of the law is found where `law_tables.yaml` says."""

import pytest

from tests.cases.law import INSTRUMENTS
from tests.cases.law import NAMES
from tests.cases.law import TABLES
from tests.cases.law import Row
from tests.cases.law import cases_of
from tests.cases.law import is_held
from tests.cases.law import library

SECTIONS = (
    "1", "2", "3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "5",
    "6.1", "6.2", "6.3", "6.4", "7", "9",
)  # fmt: skip
COMPARED = {"p14", "pek", "int", "gl", "p17"}
"""The policies to which every question of the comparison is put."""
ROWS = [
    pytest.param(row, id=f"{table['id']}/{row['row']}") for table in TABLES for row in table["rows"]
]


def table(identifier: str) -> list[Row]:
    rows: list[Row] = next(each["rows"] for each in TABLES if each["id"] == identifier)
    return rows


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_found_where_the_table_says(row: Row) -> None:
    assert row["in"]
    assert [] == [place for place in row["in"] if not is_held(place)]


@pytest.mark.parametrize(
    "place",
    [
        "gl rule gl.no_such_rule",
        "gl judgment no_such_judgment",
        "gl provision XII",
        "gl event T99",
        "gl outcome no_such_outcome",
        "gl omission Nothing that begins like this",
        "gl omission Any",
        "gl source NOBODY",
        "gl scope custody",
        "gl case no-such-case",
        "gl observed W99",
        "gl chapter I",
        "gl rule",
        "nobody rule gl.ns.1",
        "fact no_such_fact",
    ],
)
def test_what_no_pack_holds_is_not_found(place: str) -> None:
    assert not is_held(place)


def test_the_tables_are_all_there_and_each_row_stands_once() -> None:
    rows = [(each["id"], row["row"]) for each in TABLES for row in each["rows"]]

    assert SECTIONS == tuple(each["id"] for each in TABLES)
    assert len(rows) == len(set(rows))


def test_the_history_of_the_policies_has_a_row_for_every_event() -> None:
    expected = {f"T{n}" for n in range(1, 14)} | {f"L{n}" for n in range(1, 15)}

    assert expected <= {row["row"] for row in table("7")}


def test_every_bundled_pack_has_its_rows() -> None:
    authorities = {name for name, each in library().instruments.items() if not each.is_screen}

    assert authorities == set(INSTRUMENTS) == set(NAMES.values())


@pytest.mark.parametrize("row", [pytest.param(row, id=row["row"]) for row in table("6.4")])
def test_each_question_of_the_comparison_is_answered_by_a_case_of_every_policy(row: Row) -> None:
    answered = {place.split()[0] for place in row["in"] if place.split()[1] == "case"}

    assert answered == COMPARED


def test_what_an_agency_did_in_a_worked_example_is_observed_and_no_case() -> None:
    observed = {
        f"{name} observed {each.name}"
        for name, instrument in NAMES.items()
        for each in cases_of(instrument).observed
    }

    assert observed == {
        place for row in table("9") for place in row["in"] if place.split()[1] == "observed"
    }
