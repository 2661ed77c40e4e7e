"""Reproducing a report: its tables made again from what they were made from, byte by byte."""

import hashlib
import json
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from discretion.caseload.report.kinds.audit import AUDIT
from discretion.caseload.report.kinds.audit import audit_outcomes
from discretion.caseload.report.kinds.comparison import COMPARISON
from discretion.caseload.report.kinds.comparison import compare_runs
from discretion.caseload.report.kinds.one_run import make_report
from discretion.caseload.report.reading import read_run
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import Run
from discretion.caseload.report.source import with_quarantine
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.writing.folder import FORMAT
from discretion.caseload.report.writing.folder import MANIFEST
from discretion.caseload.report.writing.folder import Extras
from discretion.caseload.report.writing.folder import no_extras
from discretion.caseload.report.writing.folder import report_files
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.rules.library import Library

Rerun = Callable[[Sequence[Run], Path], Sequence[Run]]
"""What imports and runs again, from what some runs say of themselves, into an empty folder."""
ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One file: its digest in the manifest, and the one that was found or made now."""

    name: str
    then: str
    now: str

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return self.then == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Reproduced:
    """What became of a report that was made again.

    `kept` compares the files of the folder with its manifest, `inputs` what the report was made
    from, `made` what was made again. `was_run_again` tells whether the rows were imported and
    assessed again too, or the results taken as they lie.
    """

    kept: tuple[Compared, ...]
    inputs: tuple[Compared, ...]
    made: tuple[Compared, ...]
    was_run_again: bool

    @property
    def is_same(self) -> bool:
        """Whether everything is as it was."""
        return all(each.is_same for each in (*self.kept, *self.inputs, *self.made))

    @property
    def lines(self) -> tuple[str, ...]:
        """What became of it, in sentences."""
        return tuple(_told(self))


def reproduce_report(
    folder: Path,
    library: Library,
    runs: Sequence[Run] | None = None,
    *,
    extras: Extras = no_extras,
    rerun: Rerun | None = None,
) -> Reproduced:
    """Make a report again and compare it byte by byte.

    Args:
        folder: the folder of the report, with its manifest.
        library: the packs and the dictionary, for their words.
        runs: what the report was made from; None for the folders that the manifest leads to.
        extras: what made its further files.
        rerun: imports and runs again; None to take the results as they lie.

    Raises:
        FilesRefusedError: there is no manifest, or no run where it leads to.

    """
    manifest = read_manifest(folder)
    found = tuple(runs) if runs is not None else runs_of(folder, manifest)
    inputs = tuple(_inputs(manifest, found))
    with TemporaryDirectory() as again:
        used = tuple(rerun(found, Path(again))) if rerun is not None else found
        report = _made(manifest, used, library)
        files = report_files(report, manifest["runs"], extras)
    then = dict(manifest["files"])
    now = {name: _digest(data) for name, data in files.items() if name != MANIFEST}
    own = (folder / MANIFEST).read_bytes()
    return Reproduced(
        kept=tuple(_kept(folder, then)),
        inputs=inputs,
        made=(
            *_differences(then, now),
            Compared(name=MANIFEST, then=_digest(own), now=_digest(files[MANIFEST])),
        ),
        was_run_again=rerun is not None,
    )


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a report.

    Raises:
        FilesRefusedError: there is none, or not one that this version reads.

    """
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        problem = Problem(
            code="no_manifest",
            message="the folder holds no manifest of a report that can be read",
            help="name the folder that `discretion caseload report` wrote",
            file=MANIFEST,
        )
        raise FilesRefusedError((problem,))
    return found


def runs_of(folder: Path, manifest: Table[str, Any]) -> tuple[Run, ...]:
    """Return the runs that the manifest of a report leads to.

    Raises:
        FilesRefusedError: there is no run.

    """
    ways = (way.split("|") for way in manifest["runs"])
    return tuple(
        read_run((folder / run).resolve(), (folder / imported).resolve()) for run, imported in ways
    )


def _made(manifest: Table[str, Any], runs: Sequence[Run], library: Library) -> Report:
    asked = manifest["wanted"]
    wanted = Wanted(
        by=tuple(asked["by"]),
        period=asked["period"],
        limit=asked["limit"],
        every_row=asked["every_row"],
    )
    match manifest["kind"]:
        case kind if kind == COMPARISON:
            return compare_runs(runs[0], runs[-1], library, wanted)
        case kind if kind == AUDIT:
            return audit_outcomes(runs[0], library, tuple(asked["columns"]), wanted)
        case _:
            return make_report(runs[0], library, wanted)


def _inputs(manifest: Table[str, Any], runs: Sequence[Run]) -> Iterator[Compared]:
    """Yield the files of each run, as they were and as they lie now."""
    rested = map(with_quarantine, runs) if manifest["kind"] == AUDIT else runs
    # A run that is compared with itself is one source, however often it is named.
    for source, run in zip(manifest["sources"], rested, strict=False):
        letter = f"{source['letter']}: " if source["letter"] else ""
        for each in _differences(source["files"], run.digests):
            yield Compared(name=f"{letter}{each.name}", then=each.then, now=each.now)


def _kept(folder: Path, then: Table[str, str]) -> Iterator[Compared]:
    for name, digest in then.items():
        path = folder / name
        now = _digest(path.read_bytes()) if path.is_file() else ABSENT
        yield Compared(name=name, then=digest, now=now)


def _differences(then: Table[str, str], now: Table[str, str]) -> Iterator[Compared]:
    for name in sorted({*then, *now}):
        yield Compared(name=name, then=then.get(name, ABSENT), now=now.get(name, ABSENT))


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _told(found: Reproduced) -> Iterator[str]:
    again = "imported, assessed and counted" if found.was_run_again else "counted"
    if found.is_same:
        yield f"Every file is the same: {len(found.made)} files, {again} again."
        return
    for what, group in (
        ("was changed after the report was written", found.kept),
        ("is not what the report was made from", found.inputs),
        (f"differs when it is {again} again", found.made),
    ):
        for each in group:
            if not each.is_same:
                yield f"{each.name} {what}: {each.then} then, {each.now} now."
