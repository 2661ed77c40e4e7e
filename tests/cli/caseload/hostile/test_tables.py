"""Hostile tables: each is a line in the report or a clear refusal, and the good rows are kept."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from discretion.caseload.report.shares import part_of
from tests.cli.caseload.made import Cells
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import done
from tests.cli.caseload.made import headers
from tests.cli.caseload.made import write_table


def changed(path: Path, column: str, cell: str, rows: int = 30) -> Path:
    """Write a table whose first row has one cell of its own."""

    def change(cells: Cells, number: int) -> None:
        if number == 1:
            cells[column] = cell

    return write_table(path, rows, change=change)


def test_half_a_character_in_json_is_told_and_the_row_is_kept(tmp_path: Path) -> None:
    half = json.dumps([{"CHARGE_SECTION_CODE": "\ud800"}])
    table = changed(tmp_path / "made.csv", "admin_charges", half)

    said = done("import", table, "--out", tmp_path / "imported")

    assert "1 cell of `admin_charges.CHARGE_SECTION_CODE` cannot be read" in said.err
    assert 30 == pq.read_metadata(tmp_path / "imported/output/facts.parquet").num_rows


def test_two_files_of_one_name_are_refused_as_their_rows_could_not_be_told_apart(
    tmp_path: Path,
) -> None:
    one, other = (write_table(tmp_path / each / "made.csv", 30) for each in ("a", "b"))

    for pair in ((one, other), (one, one)):
        said = caseload("import", *pair, "--out", tmp_path / "imported")

        assert 3 == said.code
        assert "made.csv: error: 2 of the files have this name" in said.err
        assert "[file_twice]" in said.err
        assert not (tmp_path / "imported").exists()


@pytest.mark.parametrize("day", ["", "(b)(6)"])
def test_a_table_of_which_every_row_is_left_out_is_imported_run_and_told(
    tmp_path: Path, day: str
) -> None:
    def change(cells: Cells, _: int) -> None:
        cells["apprehension_date"] = day

    table = write_table(tmp_path / "made.csv", 12, change=change)

    done("run", table, "--out", tmp_path / "run")
    said = caseload("report", tmp_path / "run", "--out", tmp_path / "report")

    assert 3 == said.code
    assert "no row of the table was assessed, so that there is nothing to count" in said.err


@pytest.mark.parametrize("lines", [[], ["a|b|c"]])
def test_a_table_without_a_row_that_can_be_read_is_imported_and_told(
    tmp_path: Path, lines: list[str]
) -> None:
    title, names = headers()
    table = tmp_path / "made.csv"
    table.write_text("\n".join([title, "|".join(names), *lines]) + "\n", "utf-8")

    said = done("import", table, "--out", tmp_path / "imported")
    done("run", tmp_path / "imported", "--out", tmp_path / "run")
    done("run", table, "--out", tmp_path / "other")

    assert ("[no_rows]" in said.err) is not bool(lines)
    assert 0 == pq.read_metadata(tmp_path / "imported/output/facts.parquet").num_rows
    assert lines == [] or "made.csv,,1," in (tmp_path / "imported/output/rejects.csv").read_text()


@pytest.mark.parametrize("column", ["source_row", "gender_code"])
def test_a_column_that_no_rule_reads_may_stand_twice(tmp_path: Path, column: str) -> None:
    table = write_table(tmp_path / "made.csv", 30)
    lines = table.read_text("utf-8").splitlines()
    twice = [lines[0], f"{lines[1]}|{column}", *(f"{line}|X" for line in lines[2:])]
    (tmp_path / "twice.csv").write_text("\n".join(twice) + "\n", "utf-8")

    done("import", table, "--out", tmp_path / "once")
    said = done("import", tmp_path / "twice.csv", "--out", tmp_path / "twice")

    assert f"warning: the column `{column}` stands twice" in said.err
    facts = [
        pq.read_table(tmp_path / each / "output/facts.parquet").drop_columns(["row_file"])
        for each in ("once", "twice")
    ]
    assert facts[0].equals(facts[1])


def test_a_run_of_a_file_is_not_taken_up_through_another_mapping(tmp_path: Path) -> None:
    table, run = write_table(tmp_path / "made.csv", 40), tmp_path / "run"
    done("import", table, "--out", tmp_path / "imported")
    own = tmp_path / "own.yaml"
    text = (tmp_path / "imported/hand/mapping.yaml").read_text("utf-8")
    own.write_text(text.replace("id: seattle-i213", "id: my-own"), "utf-8")
    done("run", table, "--mapping", own, "--out", run)
    before = bytes_of(run)

    said = caseload("run", table, "--out", run)

    assert 2 == said.code
    assert "holds a run that asked something else" in said.err
    assert before == bytes_of(run)
    done("run", table, "--mapping", own, "--out", run)
    shutil.rmtree(run / "output/results")
    done("run", table, "--mapping", own, "--out", run)
    assert (
        bytes_of(run, "output/**/*").items()
        == {name: data for name, data in before.items() if name.startswith("output/")}.items()
    )


def test_not_quite_all_is_never_told_as_all() -> None:
    assert 0.999999 == part_of(9_999_999, 10_000_000)
    assert 0.000001 == part_of(1, 10_000_000)
    assert (0.0, 1.0, None) == (part_of(0, 9), part_of(9, 9), part_of(0, 0))


@pytest.mark.parametrize(
    "slipped", ["A204-123-456", "204123456", "1984-03-02", "3/2/1984", "12.5.84", "who@example.org"]
)
def test_a_cell_that_slipped_into_a_column_of_codes_is_counted_and_not_shown(
    tmp_path: Path, slipped: str
) -> None:
    table = changed(tmp_path / "made.csv", "apprehension_method_descr", slipped)

    said = done("import", table, "--out", tmp_path / "imported")

    assert "1 cell of `apprehension_method_descr`: 1 value that is like no code" in said.err
    assert slipped not in said.err + said.out
    for path in (tmp_path / "imported").rglob("*"):
        assert path.name in {"facts.parquet", "quarantine.parquet"} or not (
            path.is_file() and slipped in path.read_text("utf-8")
        )
