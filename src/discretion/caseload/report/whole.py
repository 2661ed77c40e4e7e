"""Whether a run is whole: finished, and every file as it was written. Less is not reported on."""

import json
from collections.abc import Mapping as Table
from pathlib import Path
from typing import Any

from discretion.caseload.files.fingerprint import sha256_of
from discretion.caseload.names import COUNTS
from discretion.caseload.names import DESCRIPTION
from discretion.caseload.names import MANIFEST
from discretion.caseload.names import OUTPUT
from discretion.caseload.names import RESULTS
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import replace

NOT_FINISHED = Problem(
    code="run_not_finished",
    message="the run was broken off, and its results are a part of the table alone",
    help="give the command of the run again, which takes it up where it stopped",
    file=MANIFEST,
)
DAMAGED = Problem(
    code="run_damaged",
    message="what the folder of the run holds is damaged, or not as the run wrote it",
    help="give the command of the run again, which makes anew what is damaged",
)


def check_whole(run: Path) -> None:
    """Check that a run was finished, and that its files are those that it wrote.

    A folder that no run says it made is left to whoever reads its results.

    Args:
        run: the folder of the run.

    Raises:
        FilesRefusedError: it was broken off, or a file is another than it wrote.

    """
    output = run / OUTPUT
    if not (output / DESCRIPTION).is_file():
        return
    said = read_object(output / DESCRIPTION)
    if not isinstance(said.get("policies"), list):
        raise damaged(DESCRIPTION)
    if not (output / MANIFEST).is_file():
        raise FilesRefusedError((NOT_FINISHED,))
    manifest = read_object(output / MANIFEST)
    try:
        files = {str(each["file"]): str(each["sha256"]) for each in manifest[RESULTS]}
        files[COUNTS] = str(manifest["counts_sha256"])
    except (KeyError, TypeError) as failure:
        raise damaged(MANIFEST) from failure
    for name, digest in files.items():
        if _digest(output / name) != digest:
            raise damaged(name)


def read_object(path: Path) -> Table[str, Any]:
    """Return what a file of a run says.

    Raises:
        FilesRefusedError: it is damaged.

    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as failure:
        raise damaged(path.name) from failure
    if not isinstance(found, dict):
        raise damaged(path.name)
    return found


def damaged(name: str) -> FilesRefusedError:
    """Return the refusal of a run of which a file is damaged."""
    return FilesRefusedError((replace(DAMAGED, file=Path(name).name),))


def _digest(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return ""
