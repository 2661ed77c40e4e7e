"""A run in several parts, and in batches of any size, comes to what a run in one comes to."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest

from discretion.caseload.running import parts
from discretion.caseload.running.asked import Asked
from tests.caseload.running.made import ran
from tests.caseload.running.made import rows_of
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import INTERIM
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import imported
from tests.cli.caseload.parted import regrouped

if TYPE_CHECKING:
    from discretion.rules.library import Library

ASKED = Asked(instruments=(GUIDELINES, INTERIM), interpretation="all", assumptions=(SET,))
ROWS, GROUP = 130, 11


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an import whose rows stand in groups whose number is no multiple of anything."""
    made = imported(tmp_path_factory.mktemp("table"), rows=ROWS)
    regrouped(made, rows=GROUP)
    return made


def told(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "output/counts.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("case", [(Asked(), 5, 3), (ASKED, 1, 12), (ASKED, 7, 2)])
def test_several_parts_come_to_what_one_comes_to(
    folder: Path,
    tmp_path: Path,
    library: "Library",
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[Asked, int, int],
) -> None:
    asked, groups, count = case
    monkeypatch.setattr(parts, "PART_GROUPS", 100)
    whole = rows_of(ran(folder, tmp_path / "one", library, asked))
    monkeypatch.setattr(parts, "PART_GROUPS", groups)
    several = rows_of(ran(folder, tmp_path / "several", library, asked))

    assert count == len(list((tmp_path / "several/output/results").glob("*.parquet")))
    assert ROWS == len(whole)
    assert whole == several
    assert told(tmp_path / "one") == told(tmp_path / "several")


@pytest.mark.parametrize("rows", [7, 64])
def test_batches_of_any_size_come_to_the_same(
    folder: Path,
    tmp_path: Path,
    library: "Library",
    monkeypatch: pytest.MonkeyPatch,
    rows: int,
) -> None:
    whole = rows_of(ran(folder, tmp_path / "one", library, ASKED))
    monkeypatch.setattr(parts, "BATCH_ROWS", rows)

    batched = rows_of(ran(folder, tmp_path / "batched", library, ASKED))

    assert whole == batched
    assert told(tmp_path / "one") == told(tmp_path / "batched")
