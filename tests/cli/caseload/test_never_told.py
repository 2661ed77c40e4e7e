"""No cell of a row leaves the tables of facts and protected columns: a canary in every column.

Every other file that a command writes, and everything that it says, is searched for it.
"""

import gzip
import io
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.caseload.made import SET
from tests.cli.caseload.made import Cells
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import done
from tests.cli.caseload.made import headers
from tests.cli.caseload.made import write_table
from tests.cli.console import Said

CANARY = "CANARY"
HOLD_CELLS = ("facts.parquet", "quarantine.parquet")
CODED = (
    "entry_admission_class_descr",
    "apprehension_method_descr",
    "apprehension_state",
    "spouse_citizenship_group",
    "health_status_group",
)
"""Columns that are read through codes. A word that no code covers is named once, on the screen."""
ASKED = {
    "gender_code": ["quarantine.parquet"],
    "apprehension_landmark_descr": ["facts.parquet"],
}
"""Columns that are kept, and the file in which they are."""
UNASKED = ("source_row", "site_code", "occupation_group", "entry_date", "age")
"""Columns that nothing reads, and two whose cells cannot be read as what they should be."""
BIRD = 30
"""The row in which every open column holds a canary."""


def plant(cells: Cells, number: int) -> None:
    """Put a canary into every column of one row that no code reads, and keep its day."""
    if number == BIRD:
        for name in headers()[1]:
            if name not in {*CODED, "apprehension_date"}:
                cells[name] = f"{CANARY} {name}"
    elif number == BIRD + 1:
        cells["apprehension_date"] = f"{CANARY} day"
    elif number == BIRD + 2:
        cells["admin_charges"] = f'[{{"CHARGE_SECTION_CODE": "{CANARY}", "MORE": "{CANARY}"}}]'
        cells["criminal_charges"] = f'[{{"NCIC_CATEGORY": "{CANARY}", "CHARGE_STATUS": 1}}]'
    elif number == BIRD + 3:
        cells["criminal_charges"] = f'{{"broken": "{CANARY}'


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Said]]:
    """Return all that the commands wrote and said about a table with canaries."""
    folder = tmp_path_factory.mktemp("canary")
    table = write_table(folder / "made.csv", 60, change=plant)
    made, run, assumed = folder / "imported", folder / "run", folder / "assumed"
    every = ("--policy", "dhs-2021-09-30-guidelines", "--interpretation", "all")
    asked: list[tuple[object, ...]] = [
        ("import", table, "--out", made),
        ("import", table, "--out", made, "--force", "--json"),
        ("run", made, "--out", run, "--json"),
        ("run", made, "--out", run),
        ("run", table, "--out", assumed, "--assume", SET, "--known-at", "decision", *every),
        ("report", run, "--out", folder / "report", "--by", "landmark", "--by", "disposition"),
        ("report", run, "--out", folder / "audit", "--audit", "gender_code"),
        ("compare", run, assumed, "--out", folder / "compared", "--json"),
    ]
    said = [done(*words) for words in asked]
    table.unlink()
    return folder, said


def texts_in(name: str, content: bytes) -> str:
    """Return all that a file holds, unpacked."""
    if name.endswith(".parquet"):
        table = pq.read_table(io.BytesIO(content))
        return f"{table.schema.metadata} {table.to_pylist()}"
    if name.endswith(".gz"):
        return gzip.decompress(content).decode("utf-8", "replace")
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return " ".join(texts_in(each, packed.read(each)) for each in packed.namelist())
    return content.decode("utf-8", "replace")


def test_no_file_holds_a_cell_but_the_two_that_are_made_for_it(
    everything: tuple[Path, list[Said]],
) -> None:
    folder, _ = everything
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert not (folder / "made.csv").exists()
    told = [
        path.relative_to(folder).as_posix()
        for path in files
        if CANARY in texts_in(path.name, path.read_bytes())
    ]

    assert len(files) > 60
    assert told
    assert set(HOLD_CELLS) == {Path(name).name for name in told}


def test_nothing_that_is_said_holds_a_cell(everything: tuple[Path, list[Said]]) -> None:
    _, said = everything

    assert [False] * len(said) == [CANARY in each.out + each.err for each in said]


def test_columns_that_nothing_reads_are_in_no_file_at_all(
    everything: tuple[Path, list[Said]],
) -> None:
    folder, _ = everything
    held = {
        name: " ".join(texts_in(path.name, path.read_bytes()) for path in folder.rglob(name))
        for name in HOLD_CELLS
    }
    found = {
        column: [name for name, text in held.items() if f"{CANARY} {column}" in text]
        for column in (*ASKED, *UNASKED)
    }

    assert {column: [] for column in UNASKED} | ASKED == found


def test_a_row_that_cannot_be_taken_apart_is_named_by_its_number(tmp_path: Path) -> None:
    table = write_table(tmp_path / "made.csv", 5)
    with table.open("a", encoding="utf-8") as handle:
        handle.write(f"{CANARY}|{CANARY}\n")

    said = done("import", table, "--out", tmp_path / "out")
    rejects = (tmp_path / "out/output/rejects.csv").read_text("utf-8").splitlines()

    assert ["made.csv,,6,the number of cells differs from that of the headers"] == rejects[1:]
    assert CANARY not in said.out + said.err


def test_a_table_that_is_refused_shows_no_cell(tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text(f"Name,Arrest\n{CANARY},2022-01-01\n", "utf-8")

    said = caseload("import", table, "--out", tmp_path / "out")

    assert 3 == said.code
    assert CANARY not in said.out + said.err


def test_a_word_that_no_code_covers_is_said_and_written_nowhere(tmp_path: Path) -> None:
    def strange(cells: Cells, number: int) -> None:
        if number == BIRD:
            cells["apprehension_method_descr"] = CANARY

    table = write_table(tmp_path / "made.csv", 40, change=strange)
    said = done("import", table, "--out", tmp_path / "out")
    files = (path for path in tmp_path.glob("out/**/*") if path.is_file())
    told = {path.name for path in files if CANARY in texts_in(path.name, path.read_bytes())}

    assert f"no code covers 1 cell of `apprehension_method_descr`: `{CANARY}`" in said.err
    assert {"facts.parquet"} == told
