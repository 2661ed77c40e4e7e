"""Tables of published figures are refused as tables of decisions, and what they restate is told."""

from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.cli.caseload.made import caseload

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def books(tmp_path: "Path") -> "list[Path]":
    """Return two made-up workbooks that differ in one figure of two."""
    return [written(tmp_path / "old.xlsx", 2180), written(tmp_path / "new.xlsx", 25)]


def written(path: "Path", number: int) -> "Path":
    made = openpyxl.Workbook()
    made.active.title = "Semiannual"
    for line in (
        ("Made-up arrests FY2020 - EOFY2023",),
        ("Fiscal Year", "Arrests"),
        ("FY2020", 7),
        ("FY2021", number),
    ):
        made.active.append(line)
    made.save(path)
    return path


def test_a_refusal_tells_the_problems_and_then_what_differs(
    books: "list[Path]", tmp_path: "Path"
) -> None:
    said = caseload("import", *books, "--out", tmp_path / "out")

    assert 3 == said.code
    assert 2 == said.err.count("[wrong_header_row]") + said.err.count("[table_unrecognised]")
    assert (
        "2 problems forbid an answer.\n"
        "\n"
        "Restated figures\n"
        "================\n"
        "1 figure of one table, label and fiscal year differs between these workbooks. Which is\n"
        "right the files do not tell: cite each with its file.\n"
        "Made-up arrests:\n"
        "- Arrests, FY2021: 2,180 in old.xlsx, sheet `Semiannual`, cell B4; 25 in new.xlsx, sheet\n"
        "  `Semiannual`, cell B4.\n"
    ) == said.out
    assert not (tmp_path / "out").exists()


def test_a_refusal_as_data_lists_what_differs(books: "list[Path]", tmp_path: "Path") -> None:
    said = caseload("import", *books, "--out", tmp_path / "out", "--json")

    assert 3 == said.code
    assert said.answer["not_a_decision"]
    assert ["old.xlsx", "new.xlsx"] == [each["file"] for each in said.answer["problems"]]
    assert [
        {
            "table": "Made-up arrests",
            "label": ["Arrests"],
            "fiscal_year": "FY2021",
            "figures": [
                {"figure": "2180", "file": "old.xlsx", "sheet": "Semiannual", "cell": "B4"},
                {"figure": "25", "file": "new.xlsx", "sheet": "Semiannual", "cell": "B4"},
            ],
        }
    ] == said.answer["restated"]


def test_where_nothing_differs_a_refusal_is_as_ever(tmp_path: "Path") -> None:
    books = [written(tmp_path / name, 25) for name in ("old.xlsx", "new.xlsx")]

    text, data = (
        caseload("import", *books, "--out", tmp_path / "out", *more) for more in ((), ("--json",))
    )

    assert (3, "") == (text.code, text.out)
    assert text.err.endswith("2 problems forbid an answer.\n")
    assert "restated" not in data.answer
