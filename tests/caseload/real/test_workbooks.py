"""The agency's workbooks of statistics hold no decisions: each sheet is told apart and refused."""

import pytest
from python_calamine import CalamineWorkbook

from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import SHARED
from tests.caseload.real.files import real_files
from tests.cli.caseload.made import caseload

FOLDER = SHARED / "ice-detention-stats"
BOOKS = {"FY21": 6, "FY22": 10, "FY23": 11, "FY24": 12}
"""How many sheets each workbook has."""

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

    assert count == len(sheets) == len(problems)
    for sheet, problem in zip(sheets, problems, strict=True):
        assert f"the sheet `{sheet}`" in problem["message"]
        assert problem["code"] in {"table_unrecognised", "wrong_header_row"}
        assert "error" == problem["severity"]


def test_the_nearest_layout_is_named_with_what_a_sheet_lacks(
    refused: tuple[int, list[str], list[dict[str, str]]],
) -> None:
    near = [each for each in refused[2] if "comes nearest to the mapping" in each["message"]]

    assert near
    for problem in near:
        assert any(f"`{name}`, and lacks " in problem["message"] for name in NAMES)
        assert "see whether it holds decisions" in problem["help"]
