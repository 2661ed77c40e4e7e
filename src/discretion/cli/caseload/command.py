"""`discretion caseload import` and `run`: tables of decisions, read and run."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from discretion import Library
from discretion import Problem
from discretion import __version__
from discretion import plain_problem
from discretion.caseload import Asked
from discretion.caseload import Imported
from discretion.caseload import ReadMapping
from discretion.caseload import RunWanted
from discretion.caseload import bundled_mappings
from discretion.caseload import import_files
from discretion.caseload import own_mapping
from discretion.caseload import run_folder
from discretion.cli.caseload.folders import ProgressBar
from discretion.cli.caseload.folders import claim_folder
from discretion.cli.caseload.folders import note_command
from discretion.cli.caseload.imported_text import show_import
from discretion.cli.caseload.text import show_run
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library

IMPORTED = "imported"
"""The folder beside the output of a run in which a raw file is imported first."""


def run_import(words: Namespace, today: date) -> Outcome:
    """Read tables into a folder.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the mapping has, or no table fits one.
        FolderTakenError: the folder holds something already.

    """
    out = claim_folder(words.out, replace=words.force)
    library = read_sound_library()
    imported = _import(words, [Path(name) for name in words.files], out, library)
    note_command(out, sys.argv[1:], today, _told(imported))
    return Outcome(
        answer=_answer(imported),
        write=lambda: show_import(imported, words.out),
        problems=imported.problems,
    )


def run_run(words: Namespace, today: date) -> Outcome:
    """Run policies over a table; a raw file is imported first.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the mapping has, or the table fits none.
        FolderTakenError: the folder holds another run.
        DiscretionError: nobody knows a policy, an assumption set or an interpretation.

    """
    library = read_sound_library()
    out, table = Path(words.out), Path(words.table)
    problems: tuple[Problem, ...] = ()
    if not table.is_dir():
        imported = _import(words, [table], out / IMPORTED, library)
        problems = imported.problems
        table = out / IMPORTED
    bar = ProgressBar()
    ran = run_folder(table, out, _wanted(words, library, today), bar.of_rows)
    bar.end()
    lines = [f"{ran.parts} parts, of which {ran.resumed} were there already"]
    note_command(out, sys.argv[1:], today, lines)
    counts = ran.counts
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(each) for each in problems],
            "decision_column": ran.description.get("decision_column", ""),
            **counts,
            "data": ran.description.get("data", []),
        },
        write=lambda: show_run(counts, library, words.out),
        problems=problems,
    )


def _wanted(words: Namespace, library: Library, today: date) -> RunWanted:
    return RunWanted(
        library=library,
        asked=Asked(
            instruments=tuple(words.policy),
            interpretation=words.interpretation,
            assumptions=tuple(words.assume),
            known_at=words.known_at,
        ),
        known_on=words.known_on or today,
        version=__version__,
        alone=not words.no_alone,
    )


def _import(words: Namespace, files: list[Path], out: Path, library: Library) -> Imported:
    bar = ProgressBar()
    mappings = _mappings(words.mapping, library)
    imported = import_files(files, out, mappings, library.words, bar.of_file)
    bar.end()
    return imported


def _mappings(path: str | None, library: Library) -> tuple[ReadMapping, ...]:
    if path is None:
        return bundled_mappings(library.folder, library.words)
    return own_mapping(Path(path), library.words)


def _answer(imported: Imported) -> dict[str, Any]:
    return {
        "not_a_decision": True,
        "version": __version__,
        "problems": [plain_problem(each) for each in imported.problems],
        **imported.report,
    }


def _told(imported: Imported) -> list[str]:
    return [
        f"{each.fit.sheet.shown}: {each.ledger.rows} rows, read by {imported.mapping.id} "
        f"{imported.mapping.version}"
        for each in imported.sheets
    ]
