"""The agency's workbooks of statistics hold no decisions: each sheet is told apart and refused."""

import pytest
from python_calamine import CalamineWorkbook

from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import SHARED
from tests.caseload.mappings.shipped import shipped
from tests.caseload.real.files import real_files
from tests.cli.caseload.made import caseload

FOLDER = SHARED / "ice-detention-stats"
BOOKS = {"FY21": 6, "FY22": 10, "FY23": 11, "FY24": 12}
"""How many sheets each workbook has."""
DAYS = [shipped(name).decision.date for name in NAMES]

pytestmark = real_files


@pytest.fixture(scope="module", params=BOOKS)
def refused(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, list[str], list[dict[str, str]]]:
    """Return how many sheets a workbook is to have, its sheets, and every problem of its import."""
    (path,) = FOLDER.glob(f"{request.param}*.xlsx")
    out = tmp_path_factory.mktemp("books") / "out"
    said = caseload("import", path, "--out", out, "--json")
    assert 3 == said.code
    assert not out.exists()
    sheets = CalamineWorkbook.from_path(str(path)).sheet_names
    return BOOKS[request.param], sheets, said.answer["problems"]


def test_every_sheet_is_refused_by_its_name(
    refused: tuple[int, list[str], list[dict[str, str]]],
) -> None:
    count, sheets, problems = refused
    unfit = [each for each in problems if each["code"] == "no_mapping_fits"]

    assert count == len(sheets) == len(unfit)
    for sheet, problem in zip(sheets, unfit, strict=True):
        assert problem["message"].startswith(f"the sheet `{sheet}` fits no mapping: ")
        assert "error" == problem["severity"]


def test_the_nearest_mapping_is_named_with_the_day_that_is_missing(
    refused: tuple[int, list[str], list[dict[str, str]]],
) -> None:
    near = [each["message"] for each in refused[2] if "comes nearest" in each["message"]]

    assert near
    for message in near:
        assert any(f"has no column `{day}`, which would give the day" in message for day in DAYS)


def test_sheets_with_formulas_are_named_as_a_reader_sees_them(
    refused: tuple[int, list[str], list[dict[str, str]]],
) -> None:
    named = [
        each["message"].split("`")[1] for each in refused[2] if each["code"] == "formula_cells"
    ]

    assert named
    assert set(named) <= set(refused[1])
