"""A report is made again byte by byte, and what changed is named."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Reproduced
from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import audit_outcomes
from discretion.caseload.report import compare_runs
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from discretion.caseload.report import reproduce_report
from discretion.caseload.report import write_report
from discretion.caseload.report.writing.folder import MANIFEST
from discretion.caseload.report.writing.folder import report_files
from discretion.errors import FilesRefusedError
from discretion.frozen import replace
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run

BOTH = (INTERIM, GUIDELINES)


def small(tmp_path: Path, seed: int = 3) -> Run:
    return read_run(write_run(tmp_path / f"run-{seed}", made_rows(200, seed, BOTH), BOTH))


def extras(report: Report) -> dict[str, bytes]:
    return {"page.html": report.title.encode()}


def changed(found: Reproduced) -> tuple[list[str], list[str], list[str]]:
    kept, inputs, made = (
        [each.name for each in group if not each.is_same]
        for group in (found.kept, found.inputs, found.made)
    )
    return kept, inputs, made


def test_every_kind_of_report_is_made_again(tmp_path: Path) -> None:
    """Every kind of report is made again from its manifest alone, byte by byte."""
    run, other = small(tmp_path), small(tmp_path, seed=4)
    wanted = Wanted(by=("place",), period="month", limit=5)
    reports = (
        (make_report(run, LIBRARY, wanted), (run,)),
        (make_report(run, LIBRARY, Wanted(limit=None, every_row=True)), (run,)),
        (compare_runs(run, other, LIBRARY), (run, other)),
        (compare_runs(run, run, LIBRARY), (run,)),
        (audit_outcomes(run, LIBRARY, ("citizenship",)), (run,)),
    )
    for number, (report, runs) in enumerate(reports):
        folder = tmp_path / f"report-{number}"
        write_report(report, runs, folder, extras)

        found = reproduce_report(folder, LIBRARY, extras=extras)

        assert ([], [], []) == changed(found)
        assert found.is_same
        assert found.lines[0].startswith("Every file is the same: ")


def test_a_file_that_was_changed_is_named(tmp_path: Path) -> None:
    run = small(tmp_path)
    folder = tmp_path / "report"
    write_report(make_report(run, LIBRARY), (run,), folder)
    (folder / "rules-0.csv").write_text("0", "utf-8")
    (folder / "rows.txt").unlink()

    found = reproduce_report(folder, LIBRARY)

    assert (["rows.txt", "rules-0.csv"], [], []) == changed(found)
    assert not found.is_same
    assert any(
        line.startswith("rules-0.csv was changed after the report was written")
        for line in found.lines
    )


def test_an_input_that_was_changed_is_named_with_what_it_changes(tmp_path: Path) -> None:
    run = small(tmp_path)
    folder = tmp_path / "report"
    write_report(make_report(run, LIBRARY), (run,), folder)
    shutil.rmtree(run.folder)
    write_run(run.folder, made_rows(200, 5, BOTH), BOTH)

    kept, inputs, made = changed(reproduce_report(folder, LIBRARY))

    assert [] == kept
    assert {"facts.parquet", "results.parquet"} == set(inputs)
    assert {"rules-0.csv", "report.xlsx", MANIFEST} <= set(made)


def test_the_rows_are_imported_and_run_again_where_that_is_asked(tmp_path: Path) -> None:
    run = small(tmp_path)
    folder = tmp_path / "report"
    write_report(make_report(run, LIBRARY), (run,), folder)

    def same(found: Sequence[Run], into: Path) -> tuple[Run, ...]:
        assert [run.digests] == [each.digests for each in found]
        return (read_run(write_run(into / "run", made_rows(200, 3, BOTH), BOTH)),)

    def other(_: Sequence[Run], into: Path) -> tuple[Run, ...]:
        return (read_run(write_run(into / "run", made_rows(200, 4, BOTH), BOTH)),)

    again = reproduce_report(folder, LIBRARY, rerun=same)
    assert again.is_same
    assert again.was_run_again
    differs = reproduce_report(folder, LIBRARY, rerun=other)
    assert [] == changed(differs)[1]
    assert MANIFEST in changed(differs)[2]


def test_without_a_manifest_nothing_is_made_again(tmp_path: Path) -> None:
    for text in (None, "{", json.dumps({"format": 99}), "[]"):
        if text is not None:
            (tmp_path / MANIFEST).write_text(text, "utf-8")
        with pytest.raises(FilesRefusedError) as refused:
            reproduce_report(tmp_path, LIBRARY)
        assert "no_manifest" == refused.value.problems[0].code


def test_the_runs_may_have_moved(tmp_path: Path, rows: list[MadeRow]) -> None:
    run = read_run(write_run(tmp_path / "run", rows[:150], BOTH))
    folder = tmp_path / "report"
    write_report(make_report(run, LIBRARY), (run,), folder)
    moved = read_run(run.folder.rename(tmp_path / "moved"))

    assert reproduce_report(folder, LIBRARY, (moved,)).is_same
    with pytest.raises(FilesRefusedError):
        reproduce_report(folder, LIBRARY)


def test_protected_columns_change_an_audit_and_nothing_else(tmp_path: Path) -> None:
    """Protected columns, shuffled among the rows, change no byte of any report but an audit."""
    rows = made_rows(200, 3, BOTH)
    turned = [replace(row, protected=other.protected) for row, other in
              zip(rows, reversed(rows), strict=True)]  # fmt: skip
    a, b = (read_run(write_run(tmp_path / name, each, BOTH))
            for name, each in (("a", rows), ("b", turned)))  # fmt: skip

    assert report_files(make_report(a, LIBRARY)) == report_files(make_report(b, LIBRARY))
    audits = [report_files(audit_outcomes(each, LIBRARY, ("citizenship",))) for each in (a, b)]
    assert audits[0][MANIFEST] != audits[1][MANIFEST]
    folder = tmp_path / "audit"
    write_report(audit_outcomes(a, LIBRARY, ("citizenship",)), (a,), folder)
    assert ["quarantine.parquet"] == changed(reproduce_report(folder, LIBRARY, (b,)))[1]
