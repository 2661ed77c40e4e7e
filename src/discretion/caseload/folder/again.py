"""Running again: what a finished run says that it was asked, asked once more of the same files."""

import json
from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from discretion.caseload.files.fingerprint import sha256_of
from discretion.caseload.folder.importing import import_files
from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.folder.mappings import own_mapping
from discretion.caseload.names import DESCRIPTION
from discretion.caseload.names import FACTS
from discretion.caseload.names import HAND
from discretion.caseload.names import IMPORT
from discretion.caseload.names import MAPPING
from discretion.caseload.names import OUTPUT
from discretion.caseload.report.reading import read_run
from discretion.caseload.report.source import Run
from discretion.caseload.report.whole import read_object
from discretion.caseload.running.run import run_folder
from discretion.caseload.running.wanted import wanted_again
from discretion.dates import day_of
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.rules.library import Library


def imported_of(run: Path) -> Path:
    """Return the folder of the import that a run was made from, the run's own where none is said.

    Args:
        run: the folder of the run.

    Raises:
        FilesRefusedError: what the run says of itself is damaged.

    """
    path = run / OUTPUT / DESCRIPTION
    if not path.is_file():
        return run
    return (run / str(read_object(path).get("imported", "."))).resolve()


def law_known_on(run: Path) -> date | None:
    """Return the day up to which a run knew the law, None where it does not say it.

    A run that is taken up again is the same only if it knows the same law.

    Args:
        run: the folder of the run, finished or broken off.

    """
    try:
        said = json.loads((run / OUTPUT / DESCRIPTION).read_text(encoding="utf-8"))
        return day_of(said["asked"]["law_known_on"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_import_of(folder: Path, file: Path, mappings: Sequence[ReadMapping]) -> bool:
    """Tell whether a folder holds the import of one file, read as it would be read now.

    Args:
        folder: the folder of an import.
        file: the file.
        mappings: those that it may be read through.

    """
    try:
        said = json.loads((folder / OUTPUT / IMPORT).read_text(encoding="utf-8"))
        told = [(each["file"], each["sha256"]) for each in said["data"]]
        is_same = told == [(file.name, sha256_of(file))]
        known = {f"sha256:{each.sha256}" for each in mappings}
        is_same = is_same and said["mapping"]["digest"] in known
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return is_same and (folder / OUTPUT / FACTS).is_file()


def run_again(
    files: Sequence[Path], library: Library
) -> Callable[[Sequence[Run], Path], Sequence[Run]]:
    """Return what imports and runs again, from some source files, what runs say of themselves.

    Args:
        files: the source files, wherever they lie now; they are known by their names.
        library: the policies.

    """

    def again(runs: Sequence[Run], into: Path) -> Sequence[Run]:
        return [_again(run, files, library, into / f"{number}") for number, run in enumerate(runs)]

    return again


def _again(run: Run, files: Sequence[Path], library: Library, into: Path) -> Run:
    """Import the files of one run and run what it was asked.

    Raises:
        FilesRefusedError: a file that it was made from was not given.

    """
    said = run.metadata
    by_name = {path.name: path for path in files}
    missing = [each["file"] for each in said["data"] if each["file"] not in by_name]
    if missing:
        raise FilesRefusedError(tuple(map(_not_given, missing)))
    imported, made = into / "imported", into / "run"
    mappings = own_mapping(run.imported / HAND / MAPPING, library.words)
    paths = [by_name[each["file"]] for each in said["data"]]
    import_files(paths, imported, mappings, library.words, lambda _, __: None)
    wanted = wanted_again(said["asked"], library, said["version"], said["engine"])
    run_folder(imported, made, wanted, lambda _, __: None)
    return read_run(made, imported)


def _not_given(name: str) -> Problem:
    return Problem(
        code="data_not_given",
        message=f"the run was made from `{name}`, which was not given",
        help="name every source file with `--data`, or none to count its results again",
        file=name,
    )
