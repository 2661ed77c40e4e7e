"""Recognition: the headers found wherever they stand, and everything about them that is off."""

import pytest

from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.headers import recognise
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import Recognised

ARRESTS = Layout(
    name="arrests",
    headers=("Apprehension Date", "Gender", "Unique Identifier"),
    required=frozenset(("Apprehension Date",)),
    spellings={"Unique Identifier": ("Anonymized Identifer", "Civ Id(Subject Key) Unique Id")},
)
REMOVALS = Layout(
    name="removals",
    headers=("Departed Date", "Gender", "Final Order#1", "Final Order#2"),
    required=frozenset(("Departed Date",)),
    spellings={
        "Final Order#1": ("Final Order Yes No#1",),
        "Final Order#2": ("Final Order Yes No#2",),
    },
)
Met = list[tuple[str, str, str, str]]


def looked_at(*lines: tuple[str, ...]) -> tuple[Recognised | None, Met]:
    notes = notes_on("made_up.csv")
    found = recognise(lines, (ARRESTS, REMOVALS), notes)
    met = [(each.code, each.severity, each.message, each.help) for each in notes.report.problems]
    return found, met


def codes(met: Met) -> list[str]:
    return [code for code, *_ in met]


def test_the_headers_are_found_under_titles() -> None:
    found, met = looked_at(
        ("Office of  Made-Up", "", ""),
        (),
        ("Unique Identifier", "Gender", " Apprehension \r\n Date "),
        ("1", "x", "2022-03-01"),
    )

    assert found is not None
    assert ("arrests", 2, 3) == (found.layout, found.line, found.width)
    assert {"Apprehension Date": 2, "Gender": 1, "Unique Identifier": 0} == dict(found.places)
    assert " Apprehension \r\n Date " == found.written["Apprehension Date"]
    assert ("Office of Made-Up", "") == found.titles
    assert [] == met


@pytest.mark.parametrize("spelling", ["Anonymized Identifer", "Civ Id(Subject Key)\r\nUnique Id"])
def test_every_spelling_that_is_listed_is_found(spelling: str) -> None:
    found, met = looked_at(("Apprehension Date", spelling, "Gender"))

    assert found is not None
    assert 1 == found.places["Unique Identifier"]
    assert [] == met


def test_a_name_in_other_letters_is_another_name_and_is_pointed_at() -> None:
    found, met = looked_at(("Apprehension Date", "Unique Identifier", "GENDER"))

    assert found is not None
    assert ("Gender",) == found.missing
    assert ("GENDER",) == found.unknown
    assert [
        (
            "column_missing",
            "warning",
            "the table has no column `Gender`, and what it feeds stays unknown",
            "did you mean `GENDER`?",
        ),
        (
            "column_unmapped",
            "warning",
            "the layout `arrests` knows no such column of the table: `GENDER`",
            "it is not read: give it a place in the mapping",
        ),
    ] == met


@pytest.mark.parametrize("second", ["Gender", " Gender", "Gender...4"])
def test_a_column_that_stands_twice_has_no_place(second: str) -> None:
    found, met = looked_at(("Apprehension Date", "Unique Identifier", "Gender", second))

    assert found is not None
    assert "Gender" not in found.places
    assert ("Gender",) == found.twice
    assert () == found.missing
    assert [("column_twice", "error")] == [(code, severity) for code, severity, *_ in met]


@pytest.mark.parametrize(
    "names",
    [
        ("Final Order Yes No", "Final Order Yes No"),
        ("Final Order Yes No...3", "Final Order Yes No...4"),
    ],
)
def test_columns_of_one_name_are_told_apart_where_the_layout_counts_them(
    names: tuple[str, str],
) -> None:
    found, met = looked_at(("Departed Date", "Gender", *names))

    assert found is not None
    assert (2, 3) == (found.places["Final Order#1"], found.places["Final Order#2"])
    assert [] == met


def test_the_layout_is_the_one_that_knows_most_of_the_table() -> None:
    found, _ = looked_at(("Apprehension Date", "Gender", "Departed Date", "Unique Identifier"))

    assert found is not None
    assert "arrests" == found.layout
    assert ("Departed Date",) == found.unknown


def test_two_layouts_that_fit_alike_are_never_chosen_between() -> None:
    found, met = looked_at(("Apprehension Date", "Departed Date", "Final Order", "x"))
    notes = notes_on("made_up.csv")
    again = Layout(name="again", headers=ARRESTS.headers, required=ARRESTS.required)
    none = recognise([ARRESTS.headers], (ARRESTS, again), notes)

    # Only the number of columns that are missing tells the first two apart.
    assert found is not None
    assert "arrests" == found.layout
    assert {"column_missing", "column_unmapped"} == set(codes(met))
    assert none is None
    assert ["layouts_alike"] == [problem.code for problem in notes.report.problems]
    assert "`again` and `arrests`" in notes.report.problems[0].message


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((("...1", "...2", "Nationwide Figures", "...4"), ("1", "2", "3", "4")), "`...1`"),
        ((("ERO Made-Up Unit",),), "the title `ERO Made-Up Unit`"),
        ((("Average", "5.0", "Cost", "8.7939598E7"),), "values instead of names"),
        ((("2022-03-01", "WA", "x"), ("2022-03-02", "OR", "y")), "values instead of names"),
    ],
)
def test_a_wrong_line_of_headers_is_reported(
    lines: tuple[tuple[str, ...], ...], words: str
) -> None:
    found, met = looked_at(*lines)

    assert found is None
    assert [("wrong_header_row", "error")] == [(code, severity) for code, severity, *_ in met]
    assert words in met[0][2]


def test_a_wrong_line_above_the_right_one_is_reported_and_passed_over() -> None:
    found, met = looked_at(
        ("...1", "Nationwide Figures", "...3"),
        ("Apprehension Date", "Gender", "Unique Identifier"),
        ("2022-03-01", "x", "1"),
    )

    assert found is not None
    assert 1 == found.line
    assert [("wrong_header_row", "warning")] == [(code, severity) for code, severity, *_ in met]


def test_headers_that_fit_nothing_name_the_nearest_layout_and_name() -> None:
    day = "Apprehension Date"
    found, met = looked_at(("title",), ("Aprehension Date", "Gender", "Unique Identifier"))

    assert found is None
    assert [
        (
            "table_unrecognised",
            "error",
            f"line 2 of the table comes nearest to the layout `{ARRESTS.name}`, and lacks `{day}`",
            "did you mean `Aprehension Date`?",
        )
    ] == met


def test_headers_that_nobody_knows_are_said_to_be_so() -> None:
    found, met = looked_at(("Term", "Definition"), ("ADP", "Average"))

    assert found is None
    assert [
        (
            "table_unrecognised",
            "error",
            "no layout knows a header of the table in its first 2 lines",
            "layouts: arrests, removals",
        )
    ] == met


def test_a_table_without_a_line_is_not_recognised() -> None:
    found, met = looked_at()

    assert found is None
    assert ["table_unrecognised"] == codes(met)


def test_many_unknown_columns_are_counted() -> None:
    names = tuple(f"New {number}" for number in range(30))
    found, met = looked_at((*ARRESTS.headers, "", *names))

    assert found is not None
    assert 31 == len(found.unknown)
    assert "one without a name, `New 0`" in met[0][2]
    assert met[0][2].endswith("and 11 more")
