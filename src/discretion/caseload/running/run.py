"""Running policies over an imported folder: parts, tallies and a manifest that tells it all."""

import hashlib
import json
import os
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from discretion.caseload.files.fingerprint import sha256_of
from discretion.caseload.names import COUNTS
from discretion.caseload.names import DESCRIPTION
from discretion.caseload.names import FACTS
from discretion.caseload.names import IMPORT
from discretion.caseload.names import MANIFEST
from discretion.caseload.names import OUTPUT
from discretion.caseload.names import RESULTS
from discretion.caseload.running.parts import TALLIES
from discretion.caseload.running.parts import Part
from discretion.caseload.running.parts import Work
from discretion.caseload.running.parts import kept_tallies
from discretion.caseload.running.parts import parts_of
from discretion.caseload.running.parts import work_here
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.tallies import ROWS
from discretion.caseload.running.tallies import STOPPED
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import tallied
from discretion.caseload.running.wanted import BITMAP
from discretion.caseload.running.wanted import HERE
from discretion.caseload.running.wanted import SQL
from discretion.caseload.running.wanted import RunWanted
from discretion.caseload.running.wanted import check_engine
from discretion.caseload.running.wanted import plan_of
from discretion.caseload.running.wanted import survey
from discretion.caseload.running.written import described
from discretion.errors import FilesRefusedError
from discretion.errors import FolderTakenError
from discretion.errors import Problem
from discretion.frozen import dataclass

NO_IMPORT = Problem(
    code="no_import",
    message="the folder holds no imported table",
    help="name a table, or the folder that `discretion caseload import` made",
    file=FACTS,
)
DAMAGED_IMPORT = Problem(
    code="import_damaged",
    message="what the folder holds is damaged, or is no imported table",
    help="import the table again into another folder",
    file=FACTS,
)
ANOTHER_RUN = "a run that asked something else"
STOP_REASON = "stopped for a claim to United States citizenship"
Progress = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run came to: its plan, its counts, and how many of its parts were there already."""

    plan: Plan
    tallies: Tallies
    description: Table[str, Any]
    parts: int
    resumed: int

    @property
    def left_out(self) -> dict[str, int]:
        """How many rows have no result, by reason: at the import, and because a gate stopped."""
        found = dict(self.description.get("left_out", {}))
        if self.tallies[STOPPED]:
            found[STOP_REASON] = self.tallies[STOPPED]
        return found

    @property
    def counts(self) -> dict[str, Any]:
        """The counts, as an answer."""
        return tallied(self.tallies, self.plan)


def run_folder(
    source: Path, out: Path, wanted: RunWanted, progress: Progress, *, replace: bool = False
) -> Ran:
    """Evaluate the facts of an imported folder and write the results.

    A run that was broken off is taken up where it stopped: its finished parts stay as they are.

    Args:
        source: the folder of an import.
        out: the folder of the run; it may hold finished parts of the very same run and no other.
        wanted: the policies and what is asked of them.
        progress: is told how far the run is.
        replace: take another run out of the folder first, once this one can be made.

    Raises:
        FilesRefusedError: the source is no folder of an import, or what it holds is damaged.
        FolderTakenError: the folder holds a run that asked something else.
        UnknownInstrumentError: no pack describes an instrument that is asked for.
        UnknownNameError: an assumption set, a choice of knowledge or an engine is not known.

    """
    check_engine(wanted.engine)
    facts, imported = _opened(source)
    path = source / OUTPUT / FACTS
    seen = survey(facts.iter_batches, wanted, imported.get("mapping", {}).get("id", ""))
    plan = plan_of(seen, wanted)
    origin = {**imported, "facts_sha256": sha256_of(path)}
    engine = SQL if wanted.engine == SQL else BITMAP
    description = {**described(plan, wanted.version, origin, engine), "asked": wanted.told}
    if replace:
        remove_run(out)
    folder = out / OUTPUT / RESULTS
    way = Path(os.path.relpath(source.resolve(), out.resolve())).as_posix()
    _claim(out / OUTPUT, {**description, "imported": way})
    folder.mkdir(parents=True, exist_ok=True)
    parts = list(parts_of(facts, folder))
    _remove_parts(out / OUTPUT, parts)
    done = [part for part in parts if part.is_written]
    work = Work(
        facts=path,
        parts=tuple(part for part in parts if part not in done),
        seen=seen,
        wanted=wanted,
        description=json.dumps(description, sort_keys=True).encode(),
    )
    tallies: Tallies = Tallies()
    for found in chain((kept_tallies(part.tallies) for part in done), _worked(work, plan)):
        tallies.update(found)
        progress(tallies[ROWS], facts.metadata.num_rows)
    ran = Ran(
        plan=plan,
        tallies=tallies,
        description=description,
        parts=len(parts),
        resumed=len(done),
    )
    _finish(out / OUTPUT, ran, parts)
    return ran


def _worked(work: Work, plan: Plan) -> Iterator[Tallies]:
    """Write the parts that are not there yet, here or on Spark, and yield what each adds."""
    engine = work.wanted.engine
    if engine not in HERE:
        from discretion.caseload.spark.working import work_on_spark

        yield from work_on_spark(work)
        return
    yield from work_here(work, plan)


def is_run(out: Path) -> bool:
    """Tell whether a folder holds a run, finished or broken off."""
    return (out / OUTPUT / DESCRIPTION).is_file()


def remove_run(out: Path) -> None:
    """Remove what a run wrote into a folder, and nothing else that is there."""
    output = out / OUTPUT
    for name in (DESCRIPTION, COUNTS, MANIFEST):
        (output / name).unlink(missing_ok=True)
    _remove_parts(output, keep=())


def _opened(source: Path) -> tuple[pq.ParquetFile, dict[str, Any]]:
    """Return the facts of an import, and what it says of itself."""
    try:
        facts = pq.ParquetFile(source / OUTPUT / FACTS)
        said = json.loads((source / OUTPUT / IMPORT).read_text(encoding="utf-8"))
    except FileNotFoundError as failure:
        raise FilesRefusedError((NO_IMPORT,)) from failure
    except (OSError, ValueError) as failure:
        raise FilesRefusedError((DAMAGED_IMPORT,)) from failure
    return facts, said


def _claim(output: Path, description: Table[str, Any]) -> None:
    """Say in a folder which run it is of, or take up the run that it holds."""
    path = output / DESCRIPTION
    text = json.dumps(description, sort_keys=True, indent=1) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") != text:
        raise FolderTakenError(str(output.parent), ANOTHER_RUN)
    output.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _remove_parts(output: Path, keep: Collection[Part]) -> None:
    """Remove parts but for some: what another cutting of the rows left would count as more rows."""
    own = {path for part in keep for path in (part.results, part.tallies)}
    for folder in (RESULTS, TALLIES):
        for path in (output / folder).glob("*"):
            if path.suffix in {".parquet", ".json", ".unfinished"} and path not in own:
                path.unlink()


def _finish(output: Path, ran: Ran, parts: list[Part]) -> None:
    told = {**ran.counts, "left_out": ran.left_out}
    counts = json.dumps(told, indent=1) + "\n"
    (output / COUNTS).write_text(counts, encoding="utf-8")
    files = [part.results for part in parts if part.results.is_file()]
    manifest = {
        **ran.description,
        "results": [
            {"file": f"{RESULTS}/{path.name}", "sha256": sha256_of(path)} for path in files
        ],
        "counts_sha256": hashlib.sha256(counts.encode()).hexdigest(),
    }
    text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
    (output / MANIFEST).write_text(text, encoding="utf-8")
