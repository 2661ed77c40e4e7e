"""What a report is made from: the files of a run and of its import, each with its digest."""

import hashlib
import json
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.files.fingerprint import sha256_of
from discretion.caseload.names import ASKED
from discretion.caseload.names import COUNTS
from discretion.caseload.names import FACTS
from discretion.caseload.names import FORMAT
from discretion.caseload.names import GROUP
from discretion.caseload.names import KEY
from discretion.caseload.names import NAMED
from discretion.caseload.names import OUTPUT
from discretion.caseload.names import PLACE
from discretion.caseload.names import QUARANTINE
from discretion.caseload.names import RESULTS
from discretion.caseload.report.whole import check_whole
from discretion.caseload.report.whole import damaged
from discretion.caseload.report.whole import read_object
from discretion.caseload.running.wanted import SQL
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace

ONE_FILE = "results.parquet"
"""Where results lie that were not written in parts."""
WORD = 64
"""How many bits one column of a mask holds."""
NO_RESULTS = Problem(
    code="no_results",
    message="there are no results to report on",
    help="name the folder that `discretion caseload run` made",
    file=ONE_FILE,
)
NO_ROWS_ASSESSED = Problem(
    code="no_rows_assessed",
    message="no row of the table was assessed, so that there is nothing to count",
    help="see in the folder of the import which rows were left out, and why",
    file=ONE_FILE,
)
UNKNOWN_FORMAT = Problem(
    code="unknown_format",
    message="the results say in no known format what they are",
    help="make the run again with this version",
    file=ONE_FILE,
)

OTHER_FACTS = Problem(
    code="other_rows",
    message="the imported table is another than the one that the run was made from",
    help="make the run again from the table as it is now",
    file=FACTS,
)
OTHER_DATA = Problem(
    code="other_rows",
    message="the two runs are over different source files, and their rows are not the same",
    help="name two runs over one import",
    file=ONE_FILE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRun:
    """One policy of a run: what it is, and what the bits of its masks stand for.

    `is_limited` tells that the results say in which rows each rule is asked, which else is in all.
    """

    number: int
    instrument: str
    interpretation: str
    digest: str
    rules: tuple[str, ...]
    outcomes: tuple[str, ...]
    facts: tuple[str, ...]
    is_limited: bool = False

    @property
    def name(self) -> str:
        """The instrument, with the interpretation where there is one to choose."""
        return (
            f"{self.instrument}+{self.interpretation}" if self.interpretation else self.instrument
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished run with its import, as files.

    `metadata` is what the results say of themselves. `left_out` counts the rows of the data of
    which no result was made, by reason. `groups` and `named` are the columns that the rows may be
    grouped by, and the named conditions that were evaluated. `digests` holds the digest of each
    file by its name. `folder` and `imported` are where they lie, which no file of a report says.
    """

    folder: Path
    imported: Path
    results: Path
    facts: Path | None
    quarantine: Path | None
    rows: int
    policies: tuple[PolicyRun, ...]
    metadata: Table[str, Any]
    left_out: Table[str, int]
    groups: tuple[str, ...]
    named: tuple[str, ...]
    digests: Table[str, str]

    @property
    def tells_alone(self) -> bool:
        """Whether it was looked for the missing facts that alone could decide a rule."""
        asked = self.metadata.get("asked", {})
        return bool(asked.get("decides_alone", True)) and self.metadata.get("engine") != SQL


def read_run(run: Path, imported: Path | None = None) -> Run:
    """Return a finished run.

    Args:
        run: the folder that `caseload run` made.
        imported: the folder that `caseload import` made; None where both are one folder.

    Raises:
        FilesRefusedError: there are no results, or not such as a report can be made from, or the
            run was broken off, or its files are damaged.

    """
    check_whole(run)
    results = _results(run / OUTPUT)
    facts, quarantine = (_found(name, imported or run) for name in (FACTS, QUARANTINE))
    parts = _parts(results)
    if not parts:
        raise _refused(NO_ROWS_ASSESSED if _assessed_none(run / OUTPUT / COUNTS) else NO_RESULTS)
    try:
        schema = pq.read_schema(parts[0])
        metadata = json.loads((schema.metadata or {}).get(KEY, b"{}"))
        rows = sum(pq.read_metadata(part).num_rows for part in parts)
    except (pa.ArrowException, OSError, ValueError) as failure:
        raise damaged(results.name) from failure
    if metadata.get("format") != FORMAT:
        raise _refused(UNKNOWN_FORMAT)
    counts = _counts(run / OUTPUT / COUNTS)
    files = [results, *(each for each in (facts, run / OUTPUT / COUNTS) if each and each.is_file())]
    return Run(
        folder=run,
        imported=imported or run,
        results=results,
        facts=facts,
        quarantine=quarantine,
        rows=rows,
        policies=tuple(_policies(metadata["policies"], schema.names)),
        metadata=MappingProxyType(metadata),
        left_out=MappingProxyType(counts),
        groups=tuple(_groups(facts)),
        named=tuple(name.removeprefix(NAMED) for name in schema.names if name.startswith(NAMED)),
        digests=MappingProxyType({each.name: digest_of(each) for each in files}),
    )


def check_facts(run: Run) -> None:
    """Check that the facts beside a run are those that it was made from.

    Raises:
        FilesRefusedError: they were imported anew, or changed, after the run.

    """
    said = run.metadata.get("facts_sha256")
    if said and run.digests.get(FACTS, f"sha256:{said}") != f"sha256:{said}":
        raise _refused(OTHER_FACTS)


def check_same_data(a: Run, b: Run) -> None:
    """Check that two runs are over the same source files.

    Raises:
        FilesRefusedError: they are not, so that their rows are not those of one another.

    """
    ones, others = ({each["sha256"] for each in run.metadata.get("data", ())} for run in (a, b))
    if ones != others:
        raise _refused(OTHER_DATA)


def with_quarantine(run: Run) -> Run:
    """Return a run with the digest of its quarantined columns, which an audit alone rests on."""
    if run.quarantine is None:
        return run
    own = {run.quarantine.name: digest_of(run.quarantine)}
    return replace(run, digests=MappingProxyType({**run.digests, **own}))


def digest_of(path: Path) -> str:
    """Return the digest of a file, or of the parts of a folder, as `sha256:` and hexadecimal."""
    if path.is_dir():
        digest = hashlib.sha256()
        for part in _parts(path):
            digest.update(f"{digest_of(part)}  {part.name}\n".encode())
        return f"sha256:{digest.hexdigest()}"
    return f"sha256:{sha256_of(path)}"


def _results(output: Path) -> Path:
    """Return where the results are: a folder of parts, else one file."""
    parts = output / RESULTS
    return parts if parts.is_dir() else output / ONE_FILE


def _parts(results: Path) -> list[Path]:
    """Return the files of the results, in the order of their rows."""
    if results.is_dir():
        return sorted(results.glob("*.parquet"))
    return [results] if results.is_file() else []


def _found(name: str, folder: Path) -> Path | None:
    path = folder / OUTPUT / name
    return path if path.is_file() else None


def _policies(found: list[dict[str, Any]], columns: Collection[str]) -> Iterator[PolicyRun]:
    for number, each in enumerate(found):
        yield PolicyRun(
            number=number,
            instrument=each["instrument"],
            interpretation=each.get("interpretation", ""),
            digest=each.get("digest", ""),
            rules=tuple(each["rules"]),
            outcomes=tuple(each.get("outcomes", ())),
            facts=tuple(each.get("facts", ())),
            is_limited=f"{ASKED}{number}" in columns,
        )


def _counts(path: Path) -> dict[str, int]:
    """Return how many rows were left out, by reason, as a run counted them."""
    if not path.is_file():
        return {}
    found = read_object(path).get("left_out", {})
    return {str(reason): int(count) for reason, count in sorted(found.items())}


def _assessed_none(counts: Path) -> bool:
    """Tell whether a run was finished and found no row to assess."""
    return counts.is_file() and read_object(counts).get("rows") == 0


def _groups(facts: Path | None) -> Iterator[str]:
    if facts is None:
        return
    names = pq.read_schema(facts).names
    if PLACE in names:
        yield "place"
    yield from sorted(name.removeprefix(GROUP) for name in names if name.startswith(GROUP))


def _refused(problem: Problem) -> FilesRefusedError:
    return FilesRefusedError((problem,))
