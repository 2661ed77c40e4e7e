"""`discretion caseload import` and `run`: tables of decisions, read and run."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from discretion import FilesRefusedError
from discretion import FolderTakenError
from discretion import Library
from discretion import Problem
from discretion import __version__
from discretion import has_errors
from discretion import plain_problem
from discretion.caseload import Asked
from discretion.caseload import Imported
from discretion.caseload import ReadMapping
from discretion.caseload import RunWanted
from discretion.caseload import bundled_mappings
from discretion.caseload import check_engine
from discretion.caseload import import_files
from discretion.caseload import law_known_on
from discretion.caseload import own_mapping
from discretion.caseload import run_folder
from discretion.caseload.folder.again import is_import_of
from discretion.caseload.restated.comparing import plain_restated
from discretion.caseload.restated.comparing import restated_in
from discretion.caseload.running.run import ANOTHER_RUN
from discretion.caseload.running.run import Ran
from discretion.caseload.running.run import is_run
from discretion.caseload.running.run import remove_run
from discretion.cli.caseload.folders import ProgressBar
from discretion.cli.caseload.folders import claim_folder
from discretion.cli.caseload.folders import folder_named
from discretion.cli.caseload.folders import note_command
from discretion.cli.caseload.imported_text import show_import
from discretion.cli.caseload.imported_text import show_restated
from discretion.cli.caseload.text import show_run
from discretion.cli.outcome import DATA
from discretion.cli.outcome import DONE
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import counted
from discretion.cli.text.problems import show_refusal

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
    if words.force:
        remove_run(out)
    files = [Path(name) for name in words.files]
    try:
        imported = _import(words, files, out, library)
    except FilesRefusedError as refused:
        return _refusal(refused, files)
    note_command(out, words.typed, today, _told(imported))
    return Outcome(
        answer=_answer(imported),
        write=lambda: show_import(imported, words.out),
        problems=imported.problems,
        code=_code(imported.problems),
    )


def _refusal(refused: FilesRefusedError, files: list[Path]) -> Outcome:
    """Return the refusal of tables of published figures, with what these say differently.

    Raises:
        FilesRefusedError: they say nothing differently, so that there is no more to be told.

    """
    restated = restated_in(files)
    if not restated:
        raise refused
    answer = {
        "not_a_decision": True,
        "version": __version__,
        "problems": [plain_problem(each) for each in refused.problems],
        "restated": [plain_restated(each) for each in restated],
    }
    return Outcome(
        answer=answer,
        write=lambda: show_refusal(refused.problems) + show_restated(restated),
        problems=refused.problems,
        code=DATA,
    )


def run_run(words: Namespace, today: date) -> Outcome:
    """Run policies over a table; a raw file is imported first.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the mapping has, or the table fits none.
        FolderRefusedError: a file has the name of the folder.
        FolderTakenError: the folder holds another run.
        DiscretionError: nobody knows a policy, an assumption set or an interpretation.

    """
    check_engine(words.engine)
    library = read_sound_library()
    out = folder_named(words.out)
    table, problems = _table(words, out, library)
    bar = ProgressBar()
    known_on = words.known_on or (None if words.force else law_known_on(out)) or today
    wanted = _wanted(words, library, known_on)
    ran = run_folder(table, out, wanted, bar.of_rows, replace=words.force)
    bar.end()
    lines = [_how_made(ran)]
    note_command(out, words.typed, today, lines)
    return Outcome(
        answer=_answer_to_run(ran, problems),
        write=lambda: show_run(ran, library, words.out),
        problems=problems,
        code=_code(problems),
    )


def _how_made(ran: Ran) -> str:
    parts = counted(ran.parts, "part")
    if not ran.resumed:
        return f"{parts}, none of which was there already"
    return f"{parts}, of which {ran.resumed} stood from a run that was broken off"


def _answer_to_run(ran: Ran, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """Return what a run came to, its counts between what they are of and what they rest on."""
    said, counts = ran.description, ran.counts
    return {
        "not_a_decision": True,
        "version": __version__,
        "problems": [plain_problem(each) for each in problems],
        "rows": counts["rows"],
        "decision_column": said.get("decision_column", ""),
        "policies": counts["policies"],
        "flags": counts["flags"],
        "assumptions": counts["assumptions"],
        "data": {"files": said.get("data", []), "sha256": said["facts_sha256"]},
        "known_at": counts["known_at"],
        "law_known_on": said["asked"]["law_known_on"],
        "left_out": ran.left_out,
        "governed_by_none": counts.get("governed_by_none"),
        "closed": counts["closed"],
        "not_known_yet": counts["not_known_yet"],
        "without_a_day_of_record": counts["without_a_day_of_record"],
        "never_with_a_day_of_record": counts["never_with_a_day_of_record"],
    }


def _table(words: Namespace, out: Path, library: Library) -> tuple[Path, tuple[Problem, ...]]:
    """Return the folder of the imported table; a raw file is imported beside the run's output.

    Raises:
        FolderTakenError: the folder holds a run of another file, whose import must stay.

    """
    table, inside = Path(words.table), out / IMPORTED
    if table.is_dir():
        return table, ()
    if is_run(out) and not words.force:
        if not is_import_of(inside, table, _mappings(words.mapping, library)):
            raise FolderTakenError(words.out, ANOTHER_RUN)
        return inside, ()
    imported = _import(words, [table], inside, library)
    return inside, imported.problems


def _code(problems: tuple[Problem, ...]) -> int:
    """Return the exit code of what was read: a file at fault is told so, and its good rows kept."""
    return DATA if has_errors(problems) else DONE


def _wanted(words: Namespace, library: Library, known_on: date) -> RunWanted:
    return RunWanted(
        library=library,
        asked=Asked(
            instruments=tuple(words.policy),
            interpretation=words.interpretation,
            assumptions=tuple(words.assume),
            known_at=words.known_at,
        ),
        known_on=known_on,
        version=__version__,
        alone=not words.no_alone,
        engine=words.engine,
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
        f"{each.fit.shown}: {each.ledger.rows} rows, read by {imported.mapping.id} "
        f"{imported.mapping.version}"
        for each in imported.sheets
    ]
