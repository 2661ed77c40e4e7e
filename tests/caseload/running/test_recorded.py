"""When facts were recorded: later than the decision, on a day that is not said, or on no day."""

from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from discretion.caseload.running import parts
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import counts_of
from tests.cli.caseload.made import done
from tests.cli.caseload.made import imported

FACT, COLUMN = "bs_last_entry_date", "bs_last_entry_date__known_on"
OTHER = "bs_entry_manner"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an import that says of some rows since when one of its facts was known."""
    folder = imported(tmp_path_factory.mktemp("recorded"))
    path = folder / "output/facts.parquet"
    facts = pq.read_table(path)
    chance = Random(5)
    since = [
        chance.choice((None, day - timedelta(days=3), day, day + timedelta(days=1)))
        for day in facts["decision_date"].to_pylist()
    ]
    facts = facts.append_column(COLUMN, pa.array(since, pa.date32()))
    pq.write_table(facts, path, row_group_size=50)
    return folder


def recounted(table: Path) -> tuple[int, int]:
    """Return in how many rows the fact was recorded later, and on a day that is not said."""
    rows: list[dict[str, Any]] = pq.read_table(table / "output/facts.parquet").to_pylist()
    told = [row for row in rows if row[FACT] is not None]
    later = [row for row in told if row[COLUMN] and row[COLUMN] > row["decision_date"]]
    return len(later), sum(row[COLUMN] is None for row in told)


@pytest.mark.parametrize("engine", ["bitmap", "sql"])
def test_what_was_recorded_later_is_told_apart_from_what_has_no_day(
    table: Path, tmp_path: Path, engine: str
) -> None:
    """A fact recorded later is not used, one without a day is, and each is told with its rows."""
    later, undated = recounted(table)
    words = ("--known-at", "decision", "--policy", GUIDELINES, "--engine", engine)

    said = " ".join(done("run", table, "--out", tmp_path / "run", *words).out.split())
    counts = counts_of(tmp_path / "run")

    assert min(later, undated) > 10
    assert {FACT: later} == counts["not_known_yet"]
    assert {FACT: undated} == counts["without_a_day_of_record"]
    never = counts["never_with_a_day_of_record"]
    rows = pq.read_table(table / "output/facts.parquet")
    assert len(rows) - rows[OTHER].null_count == never[OTHER] > 0
    assert FACT not in never
    assert 0 not in never.values()
    assert f"{FACT} was recorded after the decision in {later} rows" in said
    assert f"{FACT} has no day on which it was recorded in {undated} rows" in said
    assert "Nothing says when these were recorded, and they count as known: " in said


def test_a_report_and_a_run_in_parts_tell_the_same(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What parts tell adds up, also where most of them stood from a run that was broken off."""
    later, undated = recounted(table)
    done("run", table, "--out", tmp_path / "one", "--known-at", "decision")
    monkeypatch.setattr(parts, "PART_GROUPS", 1)
    done("run", table, "--out", tmp_path / "run", "--known-at", "decision")
    assert len(list((tmp_path / "run/output/tallies").iterdir())) > 3
    assert counts_of(tmp_path / "one") == counts_of(tmp_path / "run")
    (tmp_path / "run/output/tallies/00001.json").unlink()
    before = counts_of(tmp_path / "run")
    (tmp_path / "run/output/counts.json").unlink()
    (tmp_path / "run/output/manifest.json").unlink()

    done("run", table, "--out", tmp_path / "run", "--known-at", "decision")
    done("report", tmp_path / "run", "--out", tmp_path / "report", "--no-suppression")

    assert before == counts_of(tmp_path / "run")
    text = (tmp_path / "report/rows.txt").read_text("utf-8")
    told = " ".join(text.split())
    assert f"{FACT} was recorded after the decision in {later} rows: not used there." in told
    assert f"{FACT} has no day of its record in {undated} rows: counts as known there." in told
    assert "Nothing says when these were recorded, and they count as known: " in told


def test_nothing_is_told_of_that_where_it_is_not_asked(table: Path, tmp_path: Path) -> None:
    done("run", table, "--out", tmp_path / "run")
    counts = counts_of(tmp_path / "run")

    assert ({}, {}, {}) == (
        counts["not_known_yet"],
        counts["without_a_day_of_record"],
        counts["never_with_a_day_of_record"],
    )
