"""A mapping of one's own: used, kept with the data, and refused where it would read too much."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.caseload.tables import GOOD
from tests.caseload.tables import HEADERS
from tests.caseload.tables import row
from tests.cli.caseload.made import bytes_of
from tests.cli.caseload.made import caseload
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done


def written(folder: Path, text: str = GOOD, *lines: str) -> tuple[Path, Path]:
    """Write a mapping and a made-up table; return both."""
    mapping, table = folder / "mine.yaml", folder / "mine.csv"
    mapping.write_text(text, "utf-8")
    rows = lines or (HEADERS, *(row(Arrest_Date=f"2022-03-{day:02}") for day in range(1, 21)))
    table.write_text("\n".join(rows) + "\n", "utf-8")
    return mapping, table


def test_a_table_is_read_by_a_mapping_of_ones_own_and_keeps_it(tmp_path: Path) -> None:
    mapping, table = written(tmp_path)
    words = ("--mapping", mapping)

    done("import", table, "--out", tmp_path / "imported", *words)
    mapping.unlink()
    done("run", tmp_path / "imported", "--out", tmp_path / "run")
    done("report", tmp_path / "run", "--out", tmp_path / "report")
    answer = done("reproduce", tmp_path / "report", "--data", table, "--json").answer

    assert GOOD == (tmp_path / "imported/hand/mapping.yaml").read_text("utf-8")
    assert 20 == counts_of(tmp_path / "run")["rows"]
    assert (True, True) == (answer["is_same"], answer["was_run_again"])


def test_a_raw_file_is_run_through_a_mapping_of_ones_own(tmp_path: Path) -> None:
    mapping, table = written(tmp_path)
    run = ("run", table, "--mapping", mapping, "--out", tmp_path / "run")

    answer = done(*run, "--json").answer
    before = bytes_of(tmp_path / "run/output")
    done(*run)
    mapping.write_text(f"{GOOD}# another\n", "utf-8")
    changed = caseload(*run)

    assert "Arrest Date" == answer["decision_column"]
    assert 20 == answer["rows"]
    assert 2 == changed.code
    assert before == bytes_of(tmp_path / "run/output")


AS_A_FACT = (
    ("quarantine: [Gender]", "quarantine: []"),
    (
        "  removable: {when:",
        "  removable: {from: Gender, codes: {X: yes}}\n  mit_crime_victim: {when:",
    ),
)
AS_A_GROUP = (("quarantine: [Gender]", "quarantine: []\ngroups: {county: Gender}"),)


@pytest.mark.parametrize("changes", [AS_A_FACT, AS_A_GROUP], ids=["fact", "group"])
def test_a_mapping_that_reads_a_protected_column_is_refused(
    tmp_path: Path, changes: tuple[tuple[str, str], ...]
) -> None:
    text = GOOD
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    mapping, table = written(tmp_path, text)

    said = caseload("import", table, "--out", tmp_path / "out", "--mapping", mapping)

    assert 3 == said.code
    assert "[protected_column]" in said.err
    assert "`Gender`" in said.err
    assert not (tmp_path / "out").exists()


def test_a_mapping_with_a_mistake_is_refused_with_its_line(tmp_path: Path) -> None:
    mapping, table = written(tmp_path, GOOD.replace("bs_entry_manner", "bs_entry_maner"))

    said = caseload("import", table, "--out", tmp_path / "out", "--mapping", mapping)

    assert 3 == said.code
    assert "mine.yaml:" in said.err
    assert "did you mean `bs_entry_manner`?" in said.err


def test_a_mapping_that_is_not_there_ends_with_3(tmp_path: Path) -> None:
    _, table = written(tmp_path)

    said = caseload("import", table, "--out", tmp_path / "o", "--mapping", tmp_path / "none.yaml")

    assert 3 == said.code
    assert "none.yaml: error: the file cannot be read" in said.err


@pytest.mark.parametrize("through", [True, False])
def test_a_table_without_the_column_of_days_is_refused(tmp_path: Path, *, through: bool) -> None:
    lines = [line.partition(",")[2] for line in (HEADERS, row(), row())]
    mapping, table = written(tmp_path, GOOD, *lines)
    words = ("--mapping", mapping) if through else ()

    said = caseload("import", table, "--out", tmp_path / "out", *words)

    assert 3 == said.code
    assert "[table_unrecognised]" in said.err
    if through:
        assert (
            "comes nearest to the mapping `made-up`, and lacks `Arrest Date`, which gives the "
            "day of each decision"
        ) in said.err
    assert not (tmp_path / "out").exists()


def test_a_table_without_its_protected_columns_is_read_all_the_same(tmp_path: Path) -> None:
    place = HEADERS.split(",").index("Gender")
    mapping, table = written(tmp_path)
    bare = tmp_path / "bare.csv"
    bare.write_text(
        "".join(
            ",".join(cell for at, cell in enumerate(line.split(",")) if at != place) + "\n"
            for line in table.read_text("utf-8").splitlines()
        ),
        "utf-8",
    )

    for name in (table, bare):
        done("import", name, "--out", tmp_path / name.stem, "--mapping", mapping)
    facts = [
        pq.read_table(tmp_path / f"{name}/output/facts.parquet").drop_columns(["row_file"])
        for name in ("mine", "bare")
    ]

    assert facts[0].equals(facts[1])


@pytest.mark.parametrize("text", ["Name,Place\nA,B\n", ""])
def test_a_file_that_cannot_be_read_with_the_others_forbids_the_import(
    tmp_path: Path, text: str
) -> None:
    mapping, table = written(tmp_path)
    other = tmp_path / "other.csv"
    other.write_text(text, "utf-8")

    said = caseload("import", table, other, "--out", tmp_path / "out", "--mapping", mapping)

    assert 3 == said.code
    assert said.err.startswith("other.csv: error: ")
    assert not (tmp_path / "out").exists()
