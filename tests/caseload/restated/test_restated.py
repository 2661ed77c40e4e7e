"""Published figures that two workbooks give two values are told with file, sheet and cell."""

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from discretion.caseload.folder.fitting import look_at
from discretion.caseload.restated.figures import figures_in
from discretion.caseload.restated.restating import Restated
from discretion.caseload.restated.restating import restated_in
from tests.cli.console import run
from tests.repository.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

REAL = ROOT.parent / "shared/data/ice-detention-stats"
FIRST: list[list[object]] = [
    ["Arrests of Crews FY2018 - YTD2022"],
    ["Fiscal Year", "Arrests"],
    ["FY2018", 21],
    ["FY2021", 218],
    ["FY2022 (10/1/2021 - 3/31/2022)", 133],
]
SECOND: list[list[object]] = [
    ["Arrests of Crews FY2018 - EOFY2023"],
    ["Fiscal Year", "Arrests"],
    ["FY2018 ", 21],
    ["FY2021", 25],
    ["FY2022", 17],
    [],
    ["Releases of Crews"],
    ["Fiscal Year", "Office", "Oct"],
    ["FY2021", "North", 7],
    ["FY2021", "South", 9],
]


def written(path: Path, lines: "Sequence[Sequence[object]]") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Semiannual"
    for line in lines:
        sheet.append(list(line))
    book.save(path)
    return path


def found_in(paths: "Sequence[Path]") -> tuple[Restated, ...]:
    return restated_in(each for path in paths for each in figures_in(look_at(path).sheets))


@pytest.fixture
def books(tmp_path: Path) -> list[Path]:
    return [written(tmp_path / "first.xlsx", FIRST), written(tmp_path / "second.xlsx", SECOND)]


def test_a_figure_with_two_values_is_told_with_both_places(books: list[Path]) -> None:
    said = [each.says for each in found_in(books)]

    (one,) = said
    assert one == (
        "Arrests of Crews, Arrests, FY2021: 218 in first.xlsx (Semiannual, B4); "
        "25 in second.xlsx (Semiannual, B4)"
    )


def test_a_part_of_a_year_and_another_line_are_other_figures(books: list[Path]) -> None:
    figures = [each.figure for path in books for each in figures_in(look_at(path).sheets)]

    assert {"FY2022", "FY2022 (10/1/2021 - 3/31/2022)"} <= {each.year for each in figures}
    assert {"North, Oct", "South, Oct"} <= {each.what for each in figures}


def test_the_refusal_of_such_workbooks_shows_what_was_restated(
    books: list[Path], tmp_path: Path
) -> None:
    said = run("caseload", "import", *map(str, books), "--out", str(tmp_path / "out"))

    assert 3 == said.code
    assert "second.xlsx: warning: one figure was published with several values: Arrests" in said.err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not REAL.is_dir(), reason="the agency's workbooks are not here")
def test_what_the_agency_restated_is_found() -> None:
    said = {
        (each.figure.table, each.figure.year): [place.value for place in each.published]
        for each in found_in(sorted(REAL.glob("*.xlsx")))
    }

    assert [218, 25, 25] == said["United States Armed Forces Noncitizen Arrests", "FY2021"]
    assert [21, 30, 30] == said["United States Citizen Arrests", "FY2018"]
    assert [24_552, 24_545, 24_545] == said["Parents of USC Arrests", "FY2018"]
