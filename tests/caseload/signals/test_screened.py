"""A starting file is read by the screen of operations, and says what it is; the command tells."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from discretion.caseload.signals.methods import read_methods
from discretion.caseload.signals.operation_file import name_of
from discretion.caseload.signals.operation_file import to_operation_file
from discretion.caseload.signals.shown import Asked
from discretion.caseload.signals.shown import show_signals
from discretion.rules.library import read_library
from tests.caseload.signals.made import JAIL
from tests.caseload.signals.made import STREET
from tests.caseload.signals.made import TOWN
from tests.caseload.signals.made import Arrests
from tests.caseload.signals.made import find
from tests.caseload.signals.made import table
from tests.cli.console import run

LINES = [Arrests(1, 31), Arrests(2, 4), Arrests(1, 2, TOWN), Arrests(3, 40, TOWN, method=JAIL)]
"""Thirty-seven rows that count, of which six stand on days that are too small to be shown."""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a folder as an import leaves it."""
    (tmp_path / "imported/output").mkdir(parents=True)
    pq.write_table(table(LINES), tmp_path / "imported/output/facts.parquet")
    return str(tmp_path / "imported")


def test_a_starting_file_is_screened_and_held_for_what_is_unknown(tmp_path: Path) -> None:
    found = show_signals(find(LINES), 10, Asked(most=9))
    text = to_operation_file(found.signals[0], found, read_library().words)
    path = tmp_path / "operation.yaml"
    path.write_text(text, "utf-8")
    said = run("operation", "screen", str(path), "--json")

    assert 1 == said.code
    assert ("hold_scale_undetermined", True) == (
        said.answer["state"],
        said.answer["because_unknown"],
    )
    assert [] == said.answer["problems"]


@pytest.mark.parametrize("place", ["Zürich: #1\n\tfacts:", "'\"{[", "日本", "- a: b"])
def test_no_name_of_a_place_breaks_a_starting_file(place: str, tmp_path: Path) -> None:
    found = show_signals(find([Arrests(1, 31, place, None)]), 10, Asked(most=1))
    path = tmp_path / "operation.yaml"
    path.write_text(to_operation_file(found.signals[0], found, read_library().words), "utf-8")

    assert 1 == run("operation", "screen", str(path)).code


def test_a_starting_file_says_a_day_and_an_agency_and_leaves_the_rest_open() -> None:
    found = show_signals(find(LINES), 10, Asked(most=9))
    text = to_operation_file(found.signals[0], found, read_library().words)
    lines = [line for line in text.splitlines() if not line.startswith("#")]

    assert [
        f"operation: {name_of(found.signals[0])}",
        "facts:",
        "  op_date: 2022-03-02    # of the arrests; it may have begun before",
        "  op_agency: ICE",
        "  op_actions: {complete: unknown, records: [{kind: unknown}]}",
    ] == lines
    assert text.startswith("# A prompt from counts, and no finding")


def test_an_agency_that_rows_do_not_name_is_unknown() -> None:
    found = show_signals(find(LINES, "decision_component"), 10, Asked(most=9))

    assert "op_agency: unknown" in to_operation_file(found.signals[0], found, read_library().words)


def test_the_command_lists_counts_and_says_that_they_are_no_finding(folder: str) -> None:
    said = run("caseload", "signals", folder)

    assert 0 == said.code
    assert said.out.startswith("A signal is no finding.")
    assert "31 arrests that count" in said.out
    assert "10 or fewer on it" in said.out
    assert "Of 77 rows some count" in " ".join(said.out.split())
    assert "37" not in said.out


def test_every_starting_file_of_the_command_is_screened(folder: str, tmp_path: Path) -> None:
    out = tmp_path / "prompts"
    said = run("caseload", "signals", folder, "--out", str(out), "--json")
    files = sorted(path.name for path in out.glob("*.yaml"))

    assert sorted(said.answer["files"]) == files
    assert files
    assert {1} == {run("operation", "screen", str(out / name)).code for name in files}
    assert {"command.txt", "log.txt"} <= {path.name for path in out.iterdir()}


def test_a_folder_that_holds_something_is_left_alone(folder: str, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/note.txt").write_text("mine", "utf-8")

    assert 2 == run("caseload", "signals", folder, "--out", str(tmp_path / "taken")).code


def test_hidden_counts_are_no_numbers_in_the_answer(folder: str) -> None:
    (signal,) = run("caseload", "signals", folder, "--by", "landmark", "--json").answer["signals"]
    private = run(
        "caseload", "signals", folder, "--by", "landmark", "--no-suppression", "--json"
    ).answer["signals"]

    assert ("hidden", "hidden") == (signal["largest_other_day"], signal["median_other_day"])
    assert [31, 2] == [each["rows"] for each in private]
    assert 4 == private[0]["largest_other_day"]


def test_a_limit_that_hides_nothing_is_refused(folder: str) -> None:
    assert 2 == run("caseload", "signals", folder, "--limit", "1").code


def test_a_folder_without_an_import_is_refused(tmp_path: Path) -> None:
    said = run("caseload", "signals", str(tmp_path))

    assert 3 == said.code
    assert "no facts table to look for signals in" in said.out + said.err


def test_a_sorting_with_a_kind_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "methods.yaml"
    path.write_text(
        f"id: a\nversion: 1\nkinds: {{street: {{counts: yes, says: outside}}}}\n"
        f"codes: {{{STREET}: stret}}\n",
        "utf-8",
    )
    methods, problems = read_methods(path)

    assert methods is None
    assert ["unknown_kind"] == [problem.code for problem in problems]
    assert "did you mean `street`?" == problems[0].help
