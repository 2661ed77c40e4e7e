"""`discretion caseload report`, `compare` and `reproduce`: tables of finished runs."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from discretion import __version__
from discretion.caseload import imported_of
from discretion.caseload import run_again
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
from discretion.cli.caseload.folders import claim_folder
from discretion.cli.caseload.limits import asked_limit
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.documents.caseload import PAGE
from discretion.documents.caseload import page_files


def run_report(words: Namespace, _: date) -> Outcome:
    """Write the tables and the page of a run, or the audit of its outcomes.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: there is no run, or not one that a report can be made from.
        FolderTakenError: the folder holds something already.
        DiscretionError: nobody knows a group or a column, or the limit hides nothing.

    """
    out = claim_folder(words.out, replace=words.force)
    library = read_sound_library()
    run = _run(words.run)
    wanted = Wanted(
        by=tuple(words.by),
        period=words.period,
        limit=asked_limit(words),
        every_row=not run.metadata.get("own_day", True),
    )
    if words.audit:
        report = audit_outcomes(run, library, tuple(words.audit), wanted)
    else:
        report = make_report(run, library, wanted)
    return _written(report, (run,), out, words)


def run_compare(words: Namespace, _: date) -> Outcome:
    """Write two runs over the same rows side by side.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: there is no run, or the two are of other rows.
        FolderTakenError: the folder holds something already.

    """
    out = claim_folder(words.out, replace=words.force)
    library = read_sound_library()
    runs = _run(words.a), _run(words.b)
    report = compare_runs(*runs, library, Wanted(limit=asked_limit(words)))
    return _written(report, runs, out, words)


def run_reproduce(words: Namespace, _: date) -> Outcome:
    """Make the tables of a report again, and compare them byte by byte.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: there is no report, no run, or not every source file.

    """
    library = read_sound_library()
    files = [Path(name) for name in words.data]
    found = reproduce_report(
        Path(words.folder),
        library,
        extras=page_files,
        rerun=run_again(files, library) if files else None,
    )
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [],
            "is_same": found.is_same,
            "was_run_again": found.was_run_again,
            "files": [
                {"file": each.name, "then": each.then, "now": each.now, "is_same": each.is_same}
                for each in found.made
            ],
            "says": list(found.lines),
        },
        write=lambda: "".join(_reproduced(found)),
        code=DONE if found.is_same else STOPPED,
    )


def _run(folder: str) -> Run:
    path = Path(folder)
    return read_run(path, imported_of(path))


def _written(report: Report, runs: tuple[Run, ...], out: Path, words: Namespace) -> Outcome:
    files = write_report(report, runs, out, page_files, replace=words.force)
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [],
            "title": report.title,
            "summary": list(report.summary),
            "tables": [
                {"id": each.id, "title": each.title, "rows": len(each.rows)}
                for each in report.tables
            ],
            "files": [path.name for path in files],
        },
        write=lambda: "".join(_lines(report, len(files), words.out)),
    )


def _lines(report: Report, files: int, out: str) -> Iterator[str]:
    yield paragraph(report.title)
    for sentence in report.summary:
        yield paragraph(sentence)
    yield heading("Tables")
    for table in report.tables:
        yield paragraph(f"{table.id}: {table.title}", bullet="- ")
    yield paragraph(f"Written: {files} files in {out}; begin with {PAGE}.")


def _reproduced(found: Reproduced) -> Iterator[str]:
    for line in found.lines:
        yield paragraph(line)
    if not found.was_run_again:
        yield paragraph(
            "The results were taken as they lie: name the source files with `--data` to import "
            "and run them again as well."
        )
