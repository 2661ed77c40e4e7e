"""A run that was broken off is taken up where it stopped; another run is never written over it."""

import shutil
from pathlib import Path

import pytest

from discretion.caseload.running import parts
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported
from tests.cli.caseload.made import write_table
from tests.cli.caseload.parted import regrouped

TAKEN = "holds a run that asked something else: name another, or write over it with `--force`\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an import whose rows stand in many small groups."""
    folder = imported(tmp_path_factory.mktemp("table"))
    regrouped(folder, rows=25)
    return folder


@pytest.fixture
def run(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a finished run that was written in several parts."""
    monkeypatch.setattr(parts, "PART_GROUPS", 3)
    done("run", table, "--out", tmp_path / "run")
    assert 4 == len(bytes_of(tmp_path / "run/output/results", "*.parquet"))
    return tmp_path / "run"


@pytest.mark.parametrize(
    "lost", ["tallies/00003.json", "results/00003.parquet", "tallies/00001.json"]
)
def test_a_lost_part_is_made_again_to_the_byte(table: Path, run: Path, lost: str) -> None:
    before = bytes_of(run / "output")
    kept = run / "output/results/00000.parquet"
    stood = kept.stat().st_mtime_ns
    (run / "output" / lost).unlink()
    (run / "output/manifest.json").unlink()

    done("run", table, "--out", run)

    assert before == bytes_of(run / "output")
    assert stood == kept.stat().st_mtime_ns
    assert "4 parts, of which 3 stood from a run that was broken off" in (
        run / "log.txt"
    ).read_text("utf-8")


def test_a_part_that_was_broken_off_while_it_was_written_is_made_anew(
    table: Path, run: Path
) -> None:
    before = bytes_of(run / "output")
    results = run / "output/results"
    (run / "output/tallies/00002.json").unlink()
    (results / "00002.parquet").rename(results / "00002.unfinished")
    (results / "00002.unfinished").write_bytes(b"PAR1")

    done("run", table, "--out", run)

    assert before == bytes_of(run / "output")


@pytest.mark.parametrize(
    "words",
    [
        ("--assume", SET),
        ("--policy", GUIDELINES),
        ("--known-at", "decision"),
        ("--interpretation", "all"),
        ("--known-on", "2024-01-01"),
        ("--no-alone",),
    ],
)
def test_another_question_is_refused_in_the_same_folder(
    table: Path, run: Path, words: tuple[str, ...]
) -> None:
    before = bytes_of(run)

    said = caseload("run", table, "--out", run, *words)

    assert 2 == said.code
    assert f"discretion: the folder `{run}` {TAKEN}" == said.err
    assert before == bytes_of(run)


def test_another_question_takes_its_place_with_force(table: Path, run: Path) -> None:
    (run / "notes.txt").write_text("mine", "utf-8")
    (run / "output/notes.txt").write_text("mine", "utf-8")

    done("run", table, "--out", run, "--policy", GUIDELINES, "--force")

    counts = counts_of(run)
    assert [GUIDELINES] == [each["instrument"] for each in counts["policies"]]
    assert counts["rows"] == counts["policies"][0]["rows"]
    assert {"notes.txt", "output/notes.txt"} <= set(bytes_of(run))


def test_a_question_that_nobody_can_answer_takes_nothing_away(table: Path, run: Path) -> None:
    before = bytes_of(run)

    assert 2 == caseload("run", table, "--out", run, "--policy", "nonsense", "--force").code
    assert before == bytes_of(run)


def test_fewer_parts_leave_none_of_the_old_ones(
    table: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART_GROUPS", 100)

    done("run", table, "--out", run, "--force")

    assert ["00000.parquet"] == list(bytes_of(run / "output/results", "*.parquet"))
    assert ["00000.json"] == list(bytes_of(run / "output/tallies"))


def test_a_raw_file_is_taken_up_again_and_another_one_is_not(tmp_path: Path) -> None:
    table = write_table(tmp_path / "made.csv", 40)
    other = write_table(tmp_path / "other/made.csv", 40, seed=8)
    run = tmp_path / "run"
    done("run", table, "--out", run)
    before = bytes_of(run, "output/**/*", "imported/**/*")
    (run / "output/tallies/00000.json").unlink()

    done("run", table, "--out", run)
    assert before == bytes_of(run, "output/**/*", "imported/**/*")

    said = caseload("run", other, "--out", run)
    assert (2, f"discretion: the folder `{run}` {TAKEN}") == (said.code, said.err)
    assert before == bytes_of(run, "output/**/*", "imported/**/*")

    done("run", other, "--out", run, "--force")
    assert before != bytes_of(run, "output/**/*", "imported/**/*")


def test_a_table_is_imported_over_another_with_force_alone(tmp_path: Path) -> None:
    folder = imported(tmp_path, rows=30)
    done("run", folder, "--out", folder)
    before = bytes_of(folder)

    said = caseload("import", tmp_path / "made.csv", "--out", folder)

    assert 2 == said.code
    assert f"the folder `{folder}` holds something already" in said.err
    assert before == bytes_of(folder)
    done("import", tmp_path / "made.csv", "--out", folder, "--force")
    left = set(bytes_of(folder / "output"))
    assert {"facts.parquet", "quarantine.parquet", "import.json"} <= left
    assert {"run.json", "counts.json", "manifest.json"}.isdisjoint(left)


def test_a_run_may_stand_in_the_folder_of_its_import(tmp_path: Path) -> None:
    folder = imported(tmp_path, rows=30)
    done("run", folder, "--out", folder)
    shutil.copytree(folder, tmp_path / "moved")

    done("report", tmp_path / "moved", "--out", tmp_path / "report")


@pytest.mark.parametrize("told", ["[]", "{}", '{"format": 1, "counted": []}', "7", "{"])
def test_tallies_of_another_kind_are_counted_anew(table: Path, run: Path, told: str) -> None:
    """What an earlier version counted, or nobody can read, is never taken for a zero."""
    before = bytes_of(run / "output")
    (run / "output/tallies/00001.json").write_text(told, "utf-8")

    done("run", table, "--out", run)

    assert before == bytes_of(run / "output")


def test_parts_of_another_cutting_are_not_left_to_be_counted(
    table: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the same rows are cut into fewer parts, those that are over do not stay."""
    before = counts_of(run)
    monkeypatch.setattr(parts, "PART_GROUPS", 6)

    done("run", table, "--out", run)

    assert ["00000.parquet", "00001.parquet"] == list(bytes_of(run / "output/results", "*.parquet"))
    assert before == counts_of(run)
