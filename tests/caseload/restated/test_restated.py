"""Restated figures: what differs is told with every place, and no label is taken for another."""

from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.caseload.restated.comparing import plain_restated
from discretion.caseload.restated.comparing import restated
from discretion.caseload.restated.comparing import restated_in
from discretion.caseload.restated.figures import Figure
from discretion.caseload.restated.figures import figures_of
from discretion.caseload.restated.grid import Grid
from tests.caseload.files.real_files import DATA
from tests.caseload.files.real_files import needs_files

if TYPE_CHECKING:
    from pathlib import Path

REAL = DATA / "ice-detention-stats"
NUMBERS = st.integers(0, 10**6)
Cells = dict[str, str | int | float]


def book(path: "Path", cells: Cells, sheet: str = "Counts") -> "Path":
    """Write a made-up workbook of some cells."""
    made = openpyxl.Workbook()
    made.active.title = sheet
    for name, value in cells.items():
        made.active[name] = value
    made.save(path)
    return path


def down(number: float, **other: str) -> Cells:
    """Return the cells of a made-up table with years down its side."""
    cells: Cells = {
        "C4": "Made-up arrests FY2020 - EOFY2023",
        "C5": "Fiscal Year",
        "D5": "Arrests",
        "C6": "FY2020",
        "D6": 7,
        "C7": "FY2021",
        "D7": number,
    }
    return cells | other


def told(folder: "Path", *tables: Cells) -> list[tuple[str, str, str, list[str]]]:
    """Return what made-up workbooks say differently: table, label, year and each number."""
    paths = [book(folder / f"{number}.xlsx", cells) for number, cells in enumerate(tables)]
    return [
        (each.table, ", ".join(each.label), each.year, [one.number for one in each.figures])
        for each in restated_in(paths)
    ]


def test_a_figure_that_differs_is_told_with_file_sheet_and_cell(tmp_path: "Path") -> None:
    first = book(tmp_path / "old.xlsx", down(218))
    moved: Cells = {"A2": "Made-up arrests FY2020 - EOFY2023", "A3": "Fiscal Year"}
    moved |= {"B3": "Arrests", "A4": "FY2021", "B4": 25}
    second = book(tmp_path / "new.xlsx", moved, sheet=" Counts anew ")

    (found,) = restated_in([first, second])

    assert {
        "table": "Made-up arrests",
        "label": ["Arrests"],
        "fiscal_year": "FY2021",
        "figures": [
            {"figure": "218", "file": "old.xlsx", "sheet": "Counts", "cell": "D7"},
            {"figure": "25", "file": "new.xlsx", "sheet": " Counts anew ", "cell": "B4"},
        ],
    } == plain_restated(found)


def test_years_along_the_headings_are_read_like_years_down_the_side(tmp_path: "Path") -> None:
    def along(number: int) -> Cells:
        cells: Cells = {"A1": "By country: FY2020 - FY2021", "A2": "Country"}
        cells |= {"B2": "FY2020", "C2": "FY2021", "A3": "Atlantis", "B3": 1, "C3": number}
        return cells | {"A4": "Lemuria", "B4": 5, "C4": 6, "A6": "Mu", "C6": number}

    assert [("By country", "Atlantis", "FY2021", ["2", "3"])] == told(tmp_path, along(2), along(3))


def test_words_beside_a_year_belong_to_the_label(tmp_path: "Path") -> None:
    def status(number: int) -> Cells:
        cells: Cells = {"A1": "Parole", "A2": "Fiscal Year", "B2": "Status", "C2": "Oct"}
        cells |= {"A3": "FY2022", "B3": "Granted", "C3": 1, "B4": "Denied", "C4": number}
        return cells | {"A5": "FY2021", "B5": "Granted", "C5": number}

    # Whose year a line without one is, the file does not say.
    assert [("Parole", "Granted, Oct", "FY2021", ["8", "9"])] == told(
        tmp_path, status(8), status(9)
    )


@pytest.mark.parametrize(
    "other",
    [
        {"D5": "Arrest"},
        {"D5": "arrests"},
        {"D5": ""},
        {"C7": "FY2021 YTD"},
        {"C7": "FY2021 (10/1/2020 - 3/31/2021)"},
        {"C7": "FY 2021"},
        {"C7": "2021"},
        {"C4": "Made-up arrest FY2020 - EOFY2023"},
        {"C4": ""},
        {"C4": "Made-up arrests FY2020 - YTD2021"},
        {"C4": "Made-up arrests: FY2021 YTD"},
        {"D7": "25*"},
        {"D7": ""},
    ],
    ids=str,
)
def test_what_is_not_the_same_word_for_word_is_never_compared(
    tmp_path: "Path", other: dict[str, str]
) -> None:
    assert [] == told(tmp_path, down(218), down(25, **other))


def test_white_space_and_the_years_that_a_title_spans_are_no_part_of_a_name(
    tmp_path: "Path",
) -> None:
    spaced = down(25, C4=" Made-up   arrests FY2018 - YTD2022 ", C7="FY2021 ", D5="Arrests\n")

    assert [("Made-up arrests", "Arrests", "FY2021", ["218", "25"])] == told(
        tmp_path, down(218), spaced
    )


def test_what_one_file_says_in_two_ways_is_no_single_figure(tmp_path: "Path") -> None:
    twice = {f"F{name[1:]}" if name[0] == "C" else f"G{name[1:]}": value
             for name, value in down(99).items()}  # fmt: skip

    assert [] == told(tmp_path, down(218), down(25) | twice)


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: "Path") -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    paths = [book(tmp_path / "a/it.xlsx", down(1)), book(tmp_path / "b/it.xlsx", down(2))]

    (found,) = restated_in(paths)

    assert [path.as_posix() for path in paths] == [each.file for each in found.figures]


def test_one_workbook_alone_and_a_damaged_one_say_nothing_differently(tmp_path: "Path") -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 no workbook")

    assert () == restated_in([book(tmp_path / "one.xlsx", down(1))])
    assert () == restated_in([book(tmp_path / "one.xlsx", down(1)), damaged])
    assert () == restated_in([tmp_path / "none.xlsx", tmp_path / "none.csv"])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("78.03627", "78.036", False),
        ("78.03627", "78.04", False),
        ("78.03627", "78.05", True),
        ("78.5", "78", False),
        ("78.6", "78", True),
        ("0", "0.0", False),
        ("1e-05", "0.00001", False),
        ("-3", "3", True),
        ("12345678901234567", "12345678901234568", True),
    ],
)
def test_numbers_rounded_from_each_other_are_no_restatement(
    one: str, other: str, *, differ: bool
) -> None:
    figures = [Figure("T", ("A",), "FY2021", one, "a.xlsx", "S", "B2"),
               Figure("T", ("A",), "FY2021", other, "b.xlsx", "S", "B2")]  # fmt: skip

    assert differ == bool(restated(figures))


@given(first=st.lists(NUMBERS, min_size=4, max_size=4), second=st.lists(NUMBERS, min_size=4))
def test_exactly_the_numbers_that_differ_are_told(first: list[int], second: list[int]) -> None:
    def grid(file: str, numbers: list[int]) -> Grid:
        rows = tuple((f"FY{2018 + year}", str(number)) for year, number in enumerate(numbers))
        return Grid(file=file, sheet="S", lines=(("T",), ("Fiscal Year", "N"), *rows))

    found = restated(
        figure
        for each in (grid("a.xlsx", first), grid("b.xlsx", second[:4]))
        for figure in figures_of(each)
    )

    assert [
        (f"FY{2018 + year}", str(one), str(other))
        for year, (one, other) in enumerate(zip(first, second[:4], strict=True))
        if one != other
    ] == [(each.year, *(figure.number for figure in each.figures)) for each in found]


@needs_files
@pytest.mark.parametrize(
    ("table", "year", "numbers", "cells"),
    [
        ("United States Armed Forces Noncitizen Arrests", "FY2021",
         ["218", "25", "25"], ["B8", "B8", "B8"]),
        ("United States Citizen Arrests", "FY2018", ["21", "30", "30"], ["B29", "B32", "B35"]),
        ("Parents of USC Arrests", "FY2018",
         ["24552", "24545", "24545"], ["B53", "B59", "B65"]),
        ("Parents of USC Removals", "FY2021", ["5523", "64", "64"], ["B72", "B80", "B88"]),
    ],
)  # fmt: skip
def test_the_agency_restated_its_own_figures(
    table: str, year: str, numbers: list[str], cells: list[str]
) -> None:
    (found,) = (
        each
        for each in restated_in(sorted(REAL.glob("*.xlsx")))
        if (each.table, each.year) == (table, year)
    )

    assert numbers == [each.number for each in found.figures]
    assert cells == [each.cell for each in found.figures]
    assert {"Semiannual"} == {each.sheet for each in found.figures}
    assert ["FY22", "FY23", "FY24"] == [each.file[:4] for each in found.figures]


@needs_files
def test_every_restated_figure_stands_in_the_cell_that_is_told() -> None:
    paths = sorted(REAL.glob("*.xlsx"))
    books = {path.name: openpyxl.load_workbook(path, data_only=True) for path in paths}

    found = restated_in(paths)

    assert 98 == len(found)
    for each in found:
        for figure in each.figures:
            assert float(figure.number) == books[figure.file][figure.sheet][figure.cell].value
