"""Hostile folders: damaged, of odd names, of other things; nothing of anybody's is ever removed."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import Cells
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a table, its import and a finished run."""
    folder = tmp_path_factory.mktemp("made")
    done("run", imported(folder, rows=60), "--out", folder / "run")
    return folder


@pytest.fixture
def run(made: Path, tmp_path: Path) -> Path:
    """Return a finished run beside the table and the import that it was made from."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "run"


@pytest.mark.parametrize("of", ["run", "run/output", "imported", "imported/output", "mine"])
@pytest.mark.parametrize("action", ["report", "compare"])
def test_a_report_that_is_written_over_takes_nothing_else_away(
    run: Path, tmp_path: Path, of: str, action: str
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("mine", "utf-8")
    before = bytes_of(tmp_path)
    runs = (run, run) if action == "compare" else (run,)

    said = caseload(action, *runs, "--out", tmp_path / of, "--force")

    assert 3 == said.code
    assert "[folder_in_use]" in said.err
    assert before == bytes_of(tmp_path)


def test_a_report_is_written_over_with_force_and_leaves_none_of_its_files(
    run: Path, tmp_path: Path
) -> None:
    done("report", run, "--out", tmp_path / "report", "--by", "method")
    before = set(bytes_of(tmp_path / "report"))
    done("report", run, "--out", tmp_path / "report", "--force")
    after = set(bytes_of(tmp_path / "report"))

    assert any("by-method" in name for name in before)
    assert not any("by-method" in name for name in after)
    (tmp_path / "report/notes.txt").write_text("mine", "utf-8")
    kept = bytes_of(tmp_path / "report")

    assert 3 == caseload("report", run, "--out", tmp_path / "report", "--force").code
    assert kept == bytes_of(tmp_path / "report")


def test_starting_files_are_written_over_and_nothing_else(tmp_path: Path) -> None:
    def change(cells: Cells, number: int) -> None:
        if number <= 12:
            cells["apprehension_date"] = "2022-01-03"
            cells["apprehension_landmark_descr"] = "A MADE-UP PLANT" * 30
            cells["apprehension_method_descr"] = "Located"

    table = imported(tmp_path, rows=60, change=change)
    out = tmp_path / "prompts"
    out.mkdir()
    (out / "mine.txt").write_text("mine", "utf-8")
    (out / "signal-of-old.yaml").write_text("operation: signal-of-old\n", "utf-8")

    done("signals", table, "--out", out, "--force")

    names = set(bytes_of(out))
    assert "mine.txt" in names
    assert "signal-of-old.yaml" not in names
    assert any(name.startswith("signal-") for name in names)


@pytest.mark.parametrize("name", ["r[1]", "r*", "it's ☃"])
def test_a_folder_may_be_called_anything(run: Path, tmp_path: Path, name: str) -> None:
    done("report", run, "--out", tmp_path / "plain")
    done("run", tmp_path / "imported", "--out", tmp_path / "r1", "--policy", GUIDELINES)
    run.rename(tmp_path / name)

    done("report", tmp_path / name, "--out", tmp_path / f"of {name}")

    plain, other = (bytes_of(tmp_path / each, "*.csv") for each in ("plain", f"of {name}"))
    assert plain
    assert plain == other
    assert 0 == caseload("reproduce", tmp_path / f"of {name}").code


@pytest.mark.parametrize(
    ("action", "words"),
    [("import", ()), ("run", ()), ("report", ()), ("compare", ()), ("signals", ())],
)
def test_a_folder_that_cannot_be_made_is_named(
    run: Path, tmp_path: Path, action: str, words: tuple[str, ...]
) -> None:
    given = {
        "import": (tmp_path / "made.csv",),
        "run": (tmp_path / "imported",),
        "report": (run,),
        "compare": (run, run),
        "signals": (tmp_path / "imported",),
    }[action]

    said = caseload(action, *given, *words, "--out", tmp_path / "made.csv/below")

    assert 2 == said.code
    assert "not a directory" in said.err
    assert "name another folder" in said.err


@pytest.mark.parametrize(
    "name",
    ["results/00000.parquet", "counts.json", "run.json"],
)
@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"PAR1 not so"])
def test_a_damaged_run_is_refused(run: Path, tmp_path: Path, name: str, data: bytes) -> None:
    (run / "output" / name).write_bytes(data)

    said = caseload("report", run, "--out", tmp_path / "report")

    assert 3 == said.code
    assert "[run_damaged]" in said.err
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize("name", ["results/00000.parquet", "tallies/00000.json"])
@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"PAR1 not so"])
def test_a_damaged_part_is_made_anew(run: Path, tmp_path: Path, name: str, data: bytes) -> None:
    before = bytes_of(run / "output")
    (run / "output" / name).write_bytes(data)

    done("run", tmp_path / "imported", "--out", run)

    assert before == bytes_of(run / "output")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"{"])
def test_a_run_that_does_not_say_what_it_asked_is_not_written_over(
    run: Path, tmp_path: Path, data: bytes
) -> None:
    (run / "output/run.json").write_bytes(data)

    assert 2 == caseload("run", tmp_path / "imported", "--out", run).code
    assert data == (run / "output/run.json").read_bytes()


def test_a_run_without_what_decides_alone_is_reported_without_it(run: Path, tmp_path: Path) -> None:
    done("run", tmp_path / "imported", "--out", tmp_path / "plain", "--no-alone")
    done("report", run, "--out", tmp_path / "with")

    done("report", tmp_path / "plain", "--out", tmp_path / "without")

    names = {each: set(bytes_of(tmp_path / each, "*.csv")) for each in ("with", "without")}
    gone = names["with"] - names["without"]
    assert gone
    assert all(name.startswith("facts-") for name in gone)
    rules = [(tmp_path / each / "rules-0.csv").read_bytes() for each in names]
    assert rules[0] == rules[1]


def test_a_run_that_was_broken_off_yesterday_is_taken_up_with_the_law_it_knew(
    run: Path, tmp_path: Path
) -> None:
    path = run / "output/run.json"
    said = json.loads(path.read_text("utf-8"))
    done("run", tmp_path / "imported", "--out", tmp_path / "old", "--known-on", "2024-05-01")
    before = bytes_of(tmp_path / "old/output")
    (tmp_path / "old/output/tallies/00000.json").unlink()

    again = done("run", tmp_path / "imported", "--out", tmp_path / "old")

    assert "2024-05-01" != said["asked"]["law_known_on"]
    assert before == bytes_of(tmp_path / "old/output")
    assert "known on 2024-05-01" in " ".join(again.out.split())
