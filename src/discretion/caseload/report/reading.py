"""Reading a finished run: its folder as a run left it, with the digest of each file."""

import json
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.files.fingerprint import digest_of
from discretion.caseload.files.fingerprint import files_of
from discretion.caseload.names import ASKED
from discretion.caseload.names import COUNTS
from discretion.caseload.names import FACTS
from discretion.caseload.names import FORMAT
from discretion.caseload.names import GROUP
from discretion.caseload.names import KEY
from discretion.caseload.names import NAMED
from discretion.caseload.names import ONE_FILE
from discretion.caseload.names import OUTPUT
from discretion.caseload.names import PLACE
from discretion.caseload.names import QUARANTINE
from discretion.caseload.names import RESULTS
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.source import Run
from discretion.caseload.report.whole import check_whole
from discretion.caseload.report.whole import damaged
from discretion.caseload.report.whole import read_object
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import replace

NO_RESULTS = Problem(
    code="no_results",
    message="there are no results to report on",
    help="name the folder that `discretion caseload run` made",
)
NO_ROWS_ASSESSED = Problem(
    code="no_rows_assessed",
    message="no row of the table was assessed, so that there is nothing to count",
    help="see in the folder of the import which rows were left out, and why",
)
UNKNOWN_FORMAT = Problem(
    code="unknown_format",
    message="the results say in no known format what they are",
    help="make the run again with this version",
    file=ONE_FILE,
)


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
    path = run / OUTPUT / COUNTS
    counts = read_object(path) if path.is_file() else {}
    results = _results(run / OUTPUT)
    facts, quarantine = (_found(name, imported or run) for name in (FACTS, QUARANTINE))
    parts = files_of(results)
    if not parts:
        problem = NO_ROWS_ASSESSED if counts.get("rows") == 0 else NO_RESULTS
        raise FilesRefusedError((replace(problem, file=run.name),))
    try:
        schema = pq.read_schema(parts[0])
        metadata = json.loads((schema.metadata or {}).get(KEY, b"{}"))
        rows = sum(pq.read_metadata(part).num_rows for part in parts)
    except (pa.ArrowException, OSError, ValueError) as failure:
        raise damaged(results.name) from failure
    if metadata.get("format") != FORMAT:
        raise FilesRefusedError((UNKNOWN_FORMAT,))
    files = [results, *(each for each in (facts, path) if each and each.is_file())]
    return Run(
        folder=run,
        imported=imported or run,
        results=results,
        facts=facts,
        quarantine=quarantine,
        rows=rows,
        policies=tuple(_policies(metadata["policies"], schema.names)),
        metadata=MappingProxyType(metadata),
        left_out=_counted(counts, "left_out"),
        not_known_yet=_counted(counts, "not_known_yet"),
        undated=_counted(counts, "without_a_day_of_record"),
        never_dated=_counted(counts, "never_with_a_day_of_record"),
        groups=tuple(_groups(facts)),
        named=tuple(name.removeprefix(NAMED) for name in schema.names if name.startswith(NAMED)),
        digests=MappingProxyType({each.name: digest_of(each) for each in files}),
    )


def _results(output: Path) -> Path:
    """Return where the results are: a folder of parts, else one file."""
    parts = output / RESULTS
    return parts if parts.is_dir() else output / ONE_FILE


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


def _counted(counts: Table[str, Any], name: str) -> Table[str, int]:
    """Return of how many rows a run counted each of several things."""
    found = {str(each): int(count) for each, count in sorted(counts.get(name, {}).items())}
    return MappingProxyType(found)


def _groups(facts: Path | None) -> Iterator[str]:
    if facts is None:
        return
    names = pq.read_schema(facts).names
    if PLACE in names:
        yield "place"
    yield from sorted(name.removeprefix(GROUP) for name in names if name.startswith(GROUP))
