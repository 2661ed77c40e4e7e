"""What a terminal shows of a run hides small counts, and says so; the folder holds every count."""

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from discretion.caseload.report.hiding import CMS_LIMIT
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import ROWS
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import Cells
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported

NUMBER = re.compile(r"(?<![\w.-])\d[\d,]*(?![\w.-]|,?\d)")


def rare(cells: Cells, number: int) -> None:
    """Let the form say how and when somebody entered in a few rows alone."""
    few = number <= CMS_LIMIT // 2
    cells["apprehension_date"] = "2022-02-10"
    cells["admin_charges"] = ""
    cells["entry_date"] = "2021-05-20" if few else ""
    cells["entry_admission_class_descr"] = "Without Inspection" if few else ""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("few")
    table = imported(folder, change=rare)
    out = folder / "run"
    said = done("run", table, "--out", out, "--policy", GUIDELINES, "--assume", SET)
    return " ".join(said.out.split()), out


def small(counts: dict[str, int]) -> list[int]:
    return [number for number in counts.values() if 0 < number <= CMS_LIMIT]


def test_a_rule_of_few_rows_is_shown_with_its_counts_hidden(run: tuple[str, Path]) -> None:
    said, out = run
    (policy,) = counts_of(out)["policies"]
    rules = [rule for rule, counts in policy["counts"].items() if small(counts)]

    assert rules
    for rule in rules:
        shown, *_ = re.findall(rf"- {re.escape(rule)}: ([^.]+)\.", said)
        numbers = [int(each.replace(",", "")) for each in NUMBER.findall(shown)]
        assert "hidden" in shown
        assert [] == [number for number in numbers if 0 < number <= CMS_LIMIT]


def test_the_reader_is_told_that_counts_are_hidden(run: tuple[str, Path]) -> None:
    said, _ = run

    assert f"Counts from 1 to {CMS_LIMIT} are hidden here" in said
    assert "the folder of the run holds every count" in said


@pytest.mark.parametrize("rows", [CMS_LIMIT, 1])
def test_of_a_handful_of_rows_nothing_is_told(tmp_path: Path, rows: int) -> None:
    table = imported(tmp_path, rows=rows, change=rare)

    said = " ".join(done("run", table, "--out", tmp_path / "run").out.split())

    assert f"Rows whose decision it governed: at most {CMS_LIMIT}" in said
    assert "Too few rows for anything to be told of them here." in said
    assert "Outcomes" not in said


def test_a_report_hides_small_counts_unless_it_is_private(
    run: tuple[str, Path], tmp_path: Path
) -> None:
    _, out = run
    (policy,) = counts_of(out)["policies"]
    rule = next(rule for rule, counts in policy["counts"].items() if small(counts))
    done("report", out, "--out", tmp_path / "open", "--period", "year")
    done("report", out, "--out", tmp_path / "private", "--no-suppression", "--period", "year")
    lines = {}
    for name in ("open", "private"):
        table = (tmp_path / name / "rules-0.csv").read_text("utf-8").splitlines()
        lines[name] = next(line for line in table if line.startswith(f"{rule},"))

    assert "hidden" in lines["open"]
    assert "hidden" not in lines["private"]
    assert "Do not publish" in (tmp_path / "private/rules-0.txt").read_text("utf-8")


def test_a_limit_that_hides_nothing_is_refused(run: tuple[str, Path], tmp_path: Path) -> None:
    said = caseload("report", run[1], "--out", tmp_path / "report", "--limit", "0")

    assert 2 == said.code


def test_few_rows_that_are_not_asked_do_not_follow_from_a_line(tmp_path: Path) -> None:
    """Where few rows are not asked, because a part had no effect, their line hides with them."""

    def change(cells: Cells, number: int) -> None:
        few = number <= CMS_LIMIT // 2
        cells["apprehension_date"] = "2022-03-25" if few else "2022-02-10"

    table = imported(tmp_path, change=change)
    path = table / "output/facts.parquet"
    facts = pq.read_table(path)
    place = facts.schema.get_field_index("decision_type")
    of_any_type = pa.nulls(len(facts), facts.schema.field(place).type)
    pq.write_table(facts.set_column(place, "decision_type", of_any_type), path)
    said = " ".join(done("run", table, "--out", tmp_path / "run").out.split())
    policy = next(
        each for each in counts_of(tmp_path / "run")["policies"] if each["instrument"] == GUIDELINES
    )
    lines = re.findall(r"- (gl\.[\w.]+): ([\d,]+|hidden), ([\d,]+|hidden), ([\d,]+|hidden)\.", said)
    asked = {rule: sum(counts.values()) for rule, counts in policy["counts"].items()}
    told = {rule: cells for rule, *cells in lines}
    unasked = [rule for rule in told if 0 < policy["rows"] - asked[rule] <= CMS_LIMIT]

    assert ROWS == policy["rows"]
    assert unasked
    assert "Part II had no effect in hidden of these rows" in said
    for rule in unasked:
        assert "hidden" in told[rule]
    for rule, cells in told.items():
        if "hidden" not in cells:
            assert ROWS == sum(map(int, cells)), rule
    assert "any category is met at all" not in said


def test_a_reader_is_told_that_lines_together_may_give_away_what_is_hidden(
    run: tuple[str, Path],
) -> None:
    said, _ = run

    assert "Lines taken together may still give them away: keep this to yourself" in said
    assert "a report is what you hand on" in said
