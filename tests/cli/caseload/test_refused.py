"""What the commands about tables refuse, with which exit code, and what they say to do instead."""

import gzip
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
    (("--policy", "nonsense"), "unknown_instrument", "known instruments: dhs-2014"),
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


NO_TEXT = {
    "picture.csv": b"\x89PNG\r\n\x1a\n and so on",
    "photo.csv": b"\xff\xd8\xff\xe0 and so on",
    "program.csv": b"\x7fELF\2\1\1" + bytes(9) + b"\3\0\xff\0" * 40,
    "packed.csv.gz": gzip.compress(b"\x89PNG\r\n\x1a\n and so on"),
}
WIDE = {
    "marked.csv": "Day,Place\r\n".encode("utf-16"),
    "wide.csv": "Day,Place\r\n".encode("utf-16-le"),
    "big.csv": "Day,Place\r\n".encode("utf-16-be"),
    "wide.csv.gz": gzip.compress("Day,Place\r\n".encode("utf-16-le")),
}


@pytest.mark.parametrize("action", ["import", "map"])
@pytest.mark.parametrize("name", [*NO_TEXT, *WIDE])
def test_what_is_no_text_is_not_read_as_a_table(tmp_path: Path, name: str, action: str) -> None:
    """A picture or a program that is called a table is told so, and no mapping drafted of it."""
    path = tmp_path / name
    path.write_bytes({**NO_TEXT, **WIDE}[name])

    said = caseload(action, path, "--out", tmp_path / "out")

    assert 3 == said.code
    told = "holds bytes that are no text" if name in NO_TEXT else "is not valid utf-8 text"
    assert told in " ".join(said.err.split())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("row", [1, 200])
def test_a_byte_that_is_no_sign_does_no_harm_to_a_table(tmp_path: Path, row: int) -> None:
    """One stray byte among the first of a table, or further on, leaves it a table."""

    def stray(cells: dict[str, str], number: int) -> None:
        if number == row:
            cells["apprehension_landmark_descr"] = "A \0ROAD"

    done("import", write_table(tmp_path / "made.csv", change=stray), "--out", tmp_path / "out")


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_file_is_no_folder_to_write_into(
    table: Path, tmp_path: Path, force: tuple[str, ...]
) -> None:
    taken = tmp_path / "notes.txt"
    taken.write_text("mine", "utf-8")

    said = caseload("run", table, "--out", taken, *force)

    assert 0 != said.code
    assert "`notes.txt` cannot be read or written: it is a file" in " ".join(said.err.split())
    assert "mine" == taken.read_text("utf-8")


def test_a_folder_that_holds_no_run_is_named(table: Path, tmp_path: Path) -> None:
    done("run", table, "--out", tmp_path / "run")

    for words in (("report", table), ("compare", tmp_path / "run", table)):
        said = caseload(*words, "--out", tmp_path / "made")
        assert 0 != said.code
        assert "imported: error: there are no results to report on" in " ".join(said.err.split())


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    said = caseload("import", tmp_path / "tables", "--out", tmp_path / "out")

    assert 0 != said.code
    assert "name the files in it" in said.err
