"""Running policies over an imported folder: parts, tallies and a manifest that tells it all."""

import hashlib
import json
import os
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from discretion.caseload.running.evaluating import Evaluator
from discretion.caseload.running.governance import DECISION
from discretion.caseload.running.governance import Governance
from discretion.caseload.running.parts import BATCH_ROWS
from discretion.caseload.running.parts import Part
from discretion.caseload.running.parts import kept_tallies
from discretion.caseload.running.parts import parts_of
from discretion.caseload.running.parts import write_part
from discretion.caseload.running.plan import Asked
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.plan import make_plan
from discretion.caseload.running.plan import may_be_asked
from discretion.caseload.running.tallies import STOPPED
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import tallied
from discretion.caseload.running.written import KEY
from discretion.caseload.running.written import described
from discretion.errors import FilesRefusedError
from discretion.errors import FolderTakenError
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.truth import Truth

OUTPUT, FACTS, IMPORT = "output", "facts.parquet", "import.json"
RESULTS, DESCRIPTION, COUNTS, MANIFEST = "results", "run.json", "counts.json", "manifest.json"
"""The names of what stands in the output of an import and of a run."""
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
class RunWanted:
    """What a run needs besides the table.

    `known_on` is the day up to which law is known. `alone` tells whether the missing facts are
    found that alone could decide a rule.
    """

    library: Library
    asked: Asked
    known_on: date
    version: str
    alone: bool = True

    @property
    def told(self) -> dict[str, Any]:
        """What is asked, as a run says it of itself, so that it can be asked again."""
        asked = self.asked
        return {
            "instruments": list(asked.instruments),
            "interpretation": asked.interpretation,
            "assumptions": list(asked.assumptions),
            "known_at": asked.known_at,
            "law_known_on": self.known_on.isoformat(),
            "decides_alone": self.alone,
        }


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
        UnknownNameError: an assumption set or a choice of knowledge is not known.

    """
    facts, imported = _opened(source)
    governance = Governance(wanted.library, wanted.known_on)
    mapping = imported.get("mapping", {}).get("id", "")
    plan = plan_for(facts.iter_batches, governance, wanted, mapping)
    origin = {**imported, "facts_sha256": sha256_of(source / OUTPUT / FACTS)}
    description = {
        **described(plan, wanted.version, origin, "bitmap"),
        "asked": wanted.told,
    }
    if replace:
        remove_run(out)
    folder = out / OUTPUT / RESULTS
    way = Path(os.path.relpath(source.resolve(), out.resolve())).as_posix()
    _claim(out / OUTPUT, {**description, "imported": way})
    folder.mkdir(parents=True, exist_ok=True)
    evaluator = Evaluator(plan, governance, alone=wanted.alone)
    tallies: Tallies = Tallies()
    parts, resumed = list(parts_of(facts, folder)), 0
    metadata = {KEY: json.dumps(description, sort_keys=True).encode()}
    for part in parts:
        if part.is_written:
            tallies.update(kept_tallies(part.tallies))
            resumed += 1
        else:
            tallies.update(write_part(part, facts, evaluator, metadata))
        progress(tallies["rows"], facts.metadata.num_rows)
    ran = Ran(
        plan=plan, tallies=tallies, description=description, parts=len(parts), resumed=resumed
    )
    _finish(out / OUTPUT, ran, parts)
    return ran


def plan_for(
    batches: Callable[..., Iterator[pa.RecordBatch]],
    governance: Governance,
    wanted: RunWanted,
    mapping: str = "",
) -> Plan:
    """Return the plan for a table: its decisions are looked at before any of its facts.

    Args:
        batches: yields the batches of a facts table, with the columns asked for.
        governance: tells what governed a decision.
        wanted: what is asked.
        mapping: the mapping that the table was read through, empty for none.

    """
    library = governance.library
    date_fact = library.words.matters["case"].date_fact
    governing: set[str] = set()
    decisions: set[str] = set()
    for batch in batches(batch_size=BATCH_ROWS, columns=[date_fact, *DECISION]):
        for standings in governance.governed(batch, date_fact).distinct:
            governing.update(
                name for name, each in standings.items() if each.governs is not Truth.FALSE
            )
        types = pc.unique(batch["decision_type"]).to_pylist()
        decisions.update(word or "" for word in types)
    asked = {name for name in governing if may_be_asked(library.pack(name))}
    # A table without rows has no decision of a type that a policy would not speak to.
    return make_plan(library, wanted.asked, asked, decisions or {""}, mapping)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_run(out: Path) -> bool:
    """Tell whether a folder holds a run, finished or broken off."""
    return (out / OUTPUT / DESCRIPTION).is_file()


def remove_run(out: Path) -> None:
    """Remove what a run wrote into a folder, and nothing else that is there."""
    output = out / OUTPUT
    for name in (DESCRIPTION, COUNTS, MANIFEST):
        (output / name).unlink(missing_ok=True)
    for path in (output / RESULTS).glob("*"):
        if path.suffix in {".parquet", ".json", ".unfinished"}:
            path.unlink()


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
