"""What the commands about tables refuse, with which exit code, and what they say to do instead."""

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from discretion.cli.caseload.dispatch import NEEDED
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported
from tests.cli.caseload.made import write_table

UNKNOWN = [
    (("--policy", "nonsense"), "unknown_instrument", "known instruments: "),
    (("--policy", f"{GUIDELINES}x"), "unknown_instrument", f"did you mean `{GUIDELINES}`?"),
    (("--policy", "screen-operation"), "unknown_instrument", "one of: dhs-2014-11-20-priorities"),
    (("--policy", "eo-14159"), "unknown_instrument", "one of: dhs-2014-11-20-priorities"),
    (("--assume", "nonsense"), "unknown_assumption_set", "one of: latest_entry"),
    (("--interpretation", "nonsense"), "unknown_interpretation", "one of: all, any_entry, "),
    (("--assume", "mass_determined"), "unknown_assumption_set", "one of: latest_entry"),
    (("--interpretation", "days_sentenced"), "unknown_interpretation", "one of: all, any_entry, "),
    (("--interpretation", "any_entri"), "unknown_interpretation", "did you mean `any_entry`?"),
    (("--engine", "nonsense"), "unknown_engine", "one of: bitmap"),
]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("table"), rows=30)


@pytest.mark.parametrize(("words", "code", "help_begins"), UNKNOWN)
def test_a_word_nobody_knows_ends_with_2(
    table: Path, tmp_path: Path, words: tuple[str, str], code: str, help_begins: str
) -> None:
    out = tmp_path / "run"

    said = caseload("run", table, "--out", out, *words)
    (problem,) = caseload("run", table, "--out", out, *words, "--json").answer["problems"]

    assert (2, "") == (said.code, said.out)
    assert f"`{words[1]}`" in said.err
    assert code == problem["code"]
    assert problem["help"].startswith(help_begins)
    assert not out.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("run", "--known-at", "yesterday"),
        ("run", "--known-on", "2022-02-30"),
        ("run", "--assum", "x"),
        ("import",),
        ("tabulate",),
        (),
    ],
)
def test_words_that_make_no_command_end_with_2(table: Path, words: tuple[str, ...]) -> None:
    action, *rest = words or ("",)
    given = (action, table, "--out", "x", *rest) if rest else words

    assert 2 == caseload(*given).code


def test_nobody_groups_by_what_the_mapping_does_not_keep(table: Path, tmp_path: Path) -> None:
    done("run", table, "--out", tmp_path / "run")
    for words, code in (
        (("--by", "gender_code"), "unknown_group"),
        (("--audit", "method"), "unknown_column"),
    ):
        out = tmp_path / "report"

        said = caseload("report", tmp_path / "run", "--out", out, *words, "--json")

        assert 2 == said.code
        assert [code] == [each["code"] for each in said.answer["problems"]]
        assert not out.exists()


def test_a_folder_without_an_import_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    said = caseload("run", tmp_path / "empty", "--out", tmp_path / "run")

    assert 3 == said.code
    assert "the folder holds no imported table [no_import]" in said.err
    assert "`discretion caseload import`" in said.err
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("name", ["facts.parquet", "import.json"])
def test_a_damaged_import_ends_with_3(tmp_path: Path, name: str) -> None:
    table = imported(tmp_path, rows=5)
    (table / "output" / name).write_bytes(b"PAR1 not so")

    said = caseload("run", table, "--out", tmp_path / "run")

    assert 3 == said.code
    assert "[import_damaged]" in said.err


@pytest.mark.parametrize("action", ["report", "compare"])
def test_a_folder_without_a_run_ends_with_3(table: Path, tmp_path: Path, action: str) -> None:
    runs = [table] * (2 if action == "compare" else 1)

    said = caseload(action, *runs, "--out", tmp_path / "out")

    assert 3 == said.code
    assert "name the folder that `discretion caseload run` made" in said.err


def test_two_tables_are_not_compared_row_by_row(table: Path, tmp_path: Path) -> None:
    other = imported(tmp_path / "other", rows=31, seed=9)
    for name, each in (("a", table), ("b", other)):
        done("run", each, "--out", tmp_path / name)

    said = caseload("compare", tmp_path / "a", tmp_path / "b", "--out", tmp_path / "out")

    assert 3 == said.code
    assert "the two runs are over different source files" in said.err
    assert not bytes_of(tmp_path / "out")


def test_nothing_is_reported_of_a_table_that_was_imported_anew(tmp_path: Path) -> None:
    table = imported(tmp_path, rows=30)
    done("run", table, "--out", tmp_path / "run")
    write_table(tmp_path / "made.csv", 30, seed=9)
    done("import", tmp_path / "made.csv", "--out", table, "--force")

    said = caseload("report", tmp_path / "run", "--out", tmp_path / "out")

    assert 3 == said.code
    assert "the imported table is another than the one that the run was made from" in said.err


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("action", ["import", "run", "report", "compare", "reproduce"])
def test_a_missing_library_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, name: str, action: str
) -> None:
    def found(wanted: str) -> ModuleSpec | None:
        return None if wanted == name else importlib.util.find_spec(wanted)

    monkeypatch.setattr("discretion.cli.caseload.dispatch.find_spec", found)
    runs = ("a", "b") if action == "compare" else ("a",)
    out = () if action == "reproduce" else ("--out", "x")

    said = caseload(action, *runs, *out)

    assert 2 == said.code
    assert (
        f"discretion: working with tables needs `{name}`, which is not installed: run "
        "`pip install 'discretion[caseload]'`\n"
    ) == said.err
    assert not Path("x").exists()
