"""A total that a file states is told beside the rows that were read of it."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.caseload.tables import GOOD
from tests.caseload.tables import HEADERS
from tests.caseload.tables import row
from tests.cli.caseload.made import done


@pytest.mark.parametrize(
    ("stated", "words"),
    [(20, "as many as the 20 rows"), (21, "another number than the 20 rows")],
)
def test_a_total_is_told_beside_the_rows_that_were_read(
    stated: int, words: str, tmp_path: Path
) -> None:
    mapping, book = tmp_path / "mine.yaml", openpyxl.Workbook()
    mapping.write_text(GOOD, "utf-8")
    table, summary = book.active, book.create_sheet("Summary")
    table.append(["Made-up arrests"])
    table.append(HEADERS.split(","))
    for day in range(1, 21):
        table.append(row(Arrest_Date=f"2022-03-{day:02}").split(","))
    summary.append(["Made-up arrests by year"])
    summary.append(["Year", "Arrests"])
    summary.append(["2022", stated])
    summary.append(["Total", stated])
    book.save(tmp_path / "mine.xlsx")

    said = done("import", tmp_path / "mine.xlsx", "--out", tmp_path / "out", "--mapping", mapping)

    report = json.loads((tmp_path / "out/output/data-report.json").read_text("utf-8"))
    (total,) = report["totals"]
    assert ("Summary", 4, "Total", stated, 20) == tuple(
        total[key] for key in ("sheet", "line", "label", "found", "rows_read")
    )
    assert words in " ".join(said.out.split())
