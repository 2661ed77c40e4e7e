"""One run by every engine: the same results to the last cell, in one part or in many."""

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.caseload.matters.data import RECIPE
from discretion.caseload.running import parts
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.run import run_folder
from discretion.caseload.running.wanted import RunWanted
from discretion.caseload.synthetic.batches import synthetic_batches
from discretion.caseload.synthetic.batches import write_synthetic
from discretion.errors import FolderTakenError
from discretion.errors import UnknownNameError
from discretion.rules.library import read_library

LIBRARY = read_library()
POLICIES = ("dhs-2021-09-30-guidelines", "ice-2021-02-18-interim")
ROWS, GROUP = 1800, 400
ASKED = (
    Asked(instruments=POLICIES, interpretation="all"),
    Asked(),
    Asked(instruments=POLICIES, known_at="decision"),
)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an import with a made-up facts table in several row groups."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "output").mkdir()
    made = folder / "made.parquet"
    write_synthetic(made, synthetic_batches(RECIPE, LIBRARY, rows=ROWS, seed=7))
    table = pq.read_table(made)
    pq.write_table(table, folder / "output/facts.parquet", row_group_size=GROUP)
    (folder / "output/import.json").write_text('{"data": []}')
    return folder


def wanted(asked: Asked, engine: str, *, alone: bool = False) -> RunWanted:
    return RunWanted(
        library=LIBRARY,
        asked=asked,
        known_on=date(2026, 11, 28),
        version="test",
        alone=alone,
        engine=engine,
    )


def results(folder: Path) -> pa.Table:
    found = pq.read_table(folder / "output/results").replace_schema_metadata(None)
    return found.cast(pa.schema([(field.name, _plain(field.type)) for field in found.schema]))


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def ran(imported: Path, out: Path, asked: Asked, engine: str = "bitmap") -> Path:
    run_folder(imported, out, wanted(asked, engine), lambda _, __: None)
    return out


@pytest.mark.parametrize("asked", ASKED)
def test_the_engine_of_sql_texts_gives_the_same_cells(
    asked: Asked, imported: Path, tmp_path: Path
) -> None:
    planes = ran(imported, tmp_path / "planes", asked)
    texts = ran(imported, tmp_path / "texts", asked, "sql")

    assert results(planes).num_rows > ROWS // 2
    assert results(planes).equals(results(texts))
    assert _counts(planes) == _counts(texts)


def test_spark_writes_the_very_bytes(
    imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("java") is None:
        pytest.skip("there is no Java, which Spark needs")
    monkeypatch.setattr(parts, "PART_GROUPS", 2)
    here = ran(imported, tmp_path / "here", ASKED[0])
    there = ran(imported, tmp_path / "there", ASKED[0], "local[2]")

    assert 3 == len(_digests(here))
    assert _digests(here) == _digests(there)
    assert _counts(here) == _counts(there)


def test_a_run_that_was_broken_off_is_taken_up_again(
    imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART_GROUPS", 2)
    out = ran(imported, tmp_path / "out", ASKED[0])
    before, counts = _digests(out), _counts(out)
    (out / "output/tallies/00001.json").unlink()
    (out / "output/results/00001.parquet").write_bytes(b"half a file")
    again = run_folder(imported, out, wanted(ASKED[0], "bitmap"), lambda _, __: None)

    assert (3, 2) == (again.parts, again.resumed)
    assert before == _digests(out)
    assert counts == _counts(out)


def test_another_question_is_not_mixed_into_a_run(imported: Path, tmp_path: Path) -> None:
    out = ran(imported, tmp_path / "out", ASKED[0])

    with pytest.raises(FolderTakenError, match="holds a run that asked something else"):
        ran(imported, out, ASKED[1])


def test_an_engine_that_nobody_knows_is_refused(imported: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="`bitmpa` is not a known engine"):
        ran(imported, tmp_path / "out", ASKED[0], "bitmpa")


def _digests(folder: Path) -> list[str]:
    files = sorted((folder / "output/results").iterdir())
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def _counts(folder: Path) -> object:
    return json.loads((folder / "output/counts.json").read_text())
