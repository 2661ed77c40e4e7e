"""From a raw table to a report that is made again: the commands one after the other."""

import json
from pathlib import Path

import pytest

from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import INTERIM
from tests.cli.caseload.made import ROWS
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported
from tests.cli.caseload.made import policies_of
from tests.cli.caseload.made import write_table

NO_DECISION = "a human decides"


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which a table was imported, run twice, reported and compared."""
    folder = tmp_path_factory.mktemp("journey")
    table = imported(folder)
    done("run", table, "--out", folder / "run")
    done("run", table, "--out", folder / "assumed", "--assume", SET)
    done("report", folder / "run", "--out", folder / "report", "--by", "method")
    done("compare", folder / "run", folder / "assumed", "--out", folder / "compared")
    return folder


def test_every_folder_says_by_which_command_it_was_made(journey: Path) -> None:
    commands = {
        name: (journey / name / "command.txt").read_text("utf-8")
        for name in ("imported", "run", "assumed")
    }

    assert {
        "imported": "discretion caseload import made.csv --out imported\n",
        "run": "discretion caseload run imported --out run\n",
        "assumed": f"discretion caseload run imported --out assumed --assume {SET}\n",
    } == commands


def test_a_log_says_how_many_rows_and_by_which_mapping(journey: Path) -> None:
    log = (journey / "imported/log.txt").read_text("utf-8")

    assert f"2026-11-24 made.csv: {ROWS} rows, read by seattle-i213 2\n" == log
    assert "2026-11-24 1 part, none of which was there already\n" == (
        journey / "run/log.txt"
    ).read_text("utf-8")


def test_an_import_keeps_its_mapping_apart_from_what_it_wrote(journey: Path) -> None:
    assert {
        "command.txt",
        "log.txt",
        "hand/mapping.yaml",
        "output/data-report.json",
        "output/facts.parquet",
        "output/import.json",
        "output/quarantine.parquet",
        "output/rejects.csv",
    } == set(bytes_of(journey / "imported"))


def test_each_row_is_asked_by_what_governed_it_on_its_own_day(journey: Path) -> None:
    counts = counts_of(journey / "run")

    assert [GUIDELINES, INTERIM] == list(policies_of(journey / "run"))
    assert {True} == {each["own_day"] for each in counts["policies"]}
    assert ROWS == counts["rows"]
    assert ROWS >= sum(each["rows"] for each in counts["policies"]) > ROWS / 2


def test_what_a_set_assumes_turns_unknowns_and_is_named(journey: Path) -> None:
    read = [counts_of(journey / name) for name in ("run", "assumed")]
    before, after = (counts["policies"][0]["counts"]["gl.bs.b"] for counts in read)

    assert [[], [SET]] == [counts["assumptions"] for counts in read]
    assert 0 == before["true"] < after["true"]
    assert before["unknown"] > after["unknown"]
    assert sum(before.values()) == sum(after.values())


def test_a_report_begins_with_a_page_and_its_manifest(journey: Path) -> None:
    files = bytes_of(journey / "report")
    page = files["report.html"].decode()

    assert {"report.html", "report.json", "report.xlsx"} <= set(files)
    assert any("method" in name for name in files)
    assert "A person decides" in page


def test_a_comparison_says_what_each_side_assumes(journey: Path) -> None:
    page = " ".join((journey / "compared/report.html").read_text("utf-8").split())

    assert "A assumes nothing, with facts as recorded." in page
    assert f"B assumes {SET}, with facts as recorded." in page


def test_a_report_is_counted_again_to_the_byte(journey: Path) -> None:
    said = done("reproduce", journey / "compared")

    assert said.out.startswith("Every file is the same: ")
    assert "counted again." in said.out
    assert "name the source files with `--data`" in said.out


def test_a_report_is_imported_and_run_again_to_the_byte(journey: Path) -> None:
    answer = done("reproduce", journey / "report", "--data", journey / "made.csv", "--json").answer

    assert (True, True) == (answer["is_same"], answer["was_run_again"])
    assert set(bytes_of(journey / "report")) == {each["file"] for each in answer["files"]}
    assert ["Every file is the same"] == [each.partition(":")[0] for each in answer["says"]]


@pytest.mark.parametrize(
    "words",
    [("--engine", "sql"), ("--no-alone",), ("--known-at", "decision"), ("--interpretation", "all")],
)
def test_whatever_a_run_was_asked_and_by_which_engine_is_asked_again(
    journey: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A report is the same again from the source file, however its run was made."""
    done("run", journey / "made.csv", "--out", tmp_path / "run", *words)
    done("report", tmp_path / "run", "--out", tmp_path / "report")

    said = done("reproduce", tmp_path / "report", "--data", journey / "made.csv", "--json")

    assert said.answer["is_same"] is True
    assert said.answer["was_run_again"] is True


def test_another_table_under_the_same_name_is_found_out(journey: Path, tmp_path: Path) -> None:
    other = write_table(tmp_path / "made.csv", seed=8)

    said = caseload("reproduce", journey / "report", "--data", other, "--json")

    assert 1 == said.code
    assert said.answer["is_same"] is False


def test_a_source_file_that_is_not_named_is_asked_for(journey: Path, tmp_path: Path) -> None:
    other = write_table(tmp_path / "other.csv", 3)

    said = caseload("reproduce", journey / "report", "--data", other)

    assert 3 == said.code
    assert "made from `made.csv`, which was not given" in said.err


def test_a_raw_file_is_imported_before_it_is_run(journey: Path, tmp_path: Path) -> None:
    done("run", journey / "made.csv", "--out", tmp_path / "run")

    assert (tmp_path / "run/imported/output/facts.parquet").is_file()
    results = bytes_of(journey / "run/output", "results/*", "counts.json")
    assert results == bytes_of(tmp_path / "run/output", "results/*", "counts.json")
    done("report", tmp_path / "run", "--out", tmp_path / "report", "--by", "method")
    tables = bytes_of(journey / "report", "*.csv")
    assert tables == bytes_of(tmp_path / "report", "*.csv")


def test_the_same_table_has_the_same_facts_and_results_to_the_byte(
    journey: Path, tmp_path: Path
) -> None:
    again = imported(tmp_path)
    done("run", again, "--out", tmp_path / "run")

    assert bytes_of(journey / "imported/output") == bytes_of(again / "output")
    assert bytes_of(journey / "run/output") == bytes_of(tmp_path / "run/output")


def test_a_manifest_says_what_the_results_rest_on(journey: Path) -> None:
    manifest = json.loads((journey / "assumed/output/manifest.json").read_text("utf-8"))

    assert [{"file": "made.csv"}] == [{"file": each["file"]} for each in manifest["data"]]
    assert [SET] == list(manifest["assumption_digests"])
    assert {GUIDELINES, INTERIM} == {each["instrument"] for each in manifest["policies"]}
    assert all(each["digest"].startswith("sha256:") for each in manifest["policies"])
    assert ["results/00000.parquet"] == [each["file"] for each in manifest["results"]]


@pytest.mark.parametrize(
    "words",
    [("import", "made.csv"), ("run", "imported"), ("compare", "run", "assumed")],
)
def test_every_answer_is_no_decision(journey: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    action, *names = words
    named = [journey / name for name in names]

    answer = done(action, *named, "--out", tmp_path / "a", "--json").answer

    assert answer["not_a_decision"] is True
    assert [] == answer["problems"]


def test_a_reader_is_told_first_that_a_human_decides(journey: Path, tmp_path: Path) -> None:
    said = done("run", journey / "imported", "--out", tmp_path / "run")

    first, _, _ = said.out.partition("\n\n")
    assert NO_DECISION in first
    assert "A row is not an assessment" in " ".join(first.split())
    assert "The law is read as it was known on 2026-11-24" in " ".join(first.split())
