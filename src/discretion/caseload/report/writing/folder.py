"""The folder of a report: its files, and a manifest with the digest of each."""

import hashlib
import json
import os
from collections.abc import Callable
from collections.abc import Mapping as Table
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from discretion.caseload.report.provenance import MARK
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import Run
from discretion.caseload.report.writing.plain import as_csv
from discretion.caseload.report.writing.plain import as_parquet
from discretion.caseload.report.writing.plain import as_text
from discretion.caseload.report.writing.workbook import as_workbook
from discretion.errors import FilesRefusedError
from discretion.errors import Problem

MANIFEST = "report.json"
WORKBOOK = "report.xlsx"
FORMAT = 1
Files = Table[str, bytes]
Extras = Callable[[Report], Files]
"""What makes further files from a report, by their names: a page, pictures."""


def no_extras(_: Report) -> Files:
    """Return no further files."""
    return {}


def report_files(report: Report, runs: Sequence[str] = (), extras: Extras = no_extras) -> Files:
    """Return every file of a report by its name, the manifest last.

    Args:
        report: the tables.
        runs: where the folders of each run lie, from that of the report.
        extras: makes further files.

    """
    files: dict[str, bytes] = {}
    for table in report.tables:
        lines = report.under(table)
        files[f"{table.id}.csv"] = as_csv(table)
        files[f"{table.id}.parquet"] = as_parquet(table, lines)
        files[f"{table.id}.txt"] = as_text(table, lines)
    files[WORKBOOK] = as_workbook(report)
    files |= extras(report)
    manifest = _manifest(report, runs, files)
    return files | {MANIFEST: _written(manifest)}


def write_report(
    report: Report,
    runs: Sequence[Run],
    out: Path,
    extras: Extras = no_extras,
    *,
    replace: bool = False,
) -> tuple[Path, ...]:
    """Write a report into a folder that is new or empty, and return its files.

    Args:
        report: the tables.
        runs: what they were made from, in the order of its provenance.
        out: the folder.
        extras: makes further files, which the manifest lists too.
        replace: take out what an earlier report wrote into the folder, and nothing else.

    Raises:
        FilesRefusedError: the folder holds something that is not to be taken out.

    """
    earlier = _earlier(out) if replace else ()
    if out.exists() and (not out.is_dir() or {*out.iterdir()} - {*earlier}):
        problem = Problem(
            code="folder_in_use",
            message="the folder of the report holds something already",
            help="name a new folder, or empty this one",
            file=out.name,
        )
        raise FilesRefusedError((problem,))
    files = report_files(report, [_way(run, out) for run in runs], extras)
    out.mkdir(parents=True, exist_ok=True)
    for path in earlier:
        path.unlink()
    written = []
    for name, data in files.items():
        path = out / name
        path.write_bytes(data)
        written.append(path)
    return tuple(written)


def _earlier(out: Path) -> tuple[Path, ...]:
    """Return the files of a folder that an earlier report wrote, as its manifest lists them."""
    try:
        listed = [*json.loads((out / MANIFEST).read_text("utf-8"))["files"], MANIFEST]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(
        out / name for name in listed if Path(name).name == name and (out / name).is_file()
    )


def _way(run: Run, out: Path) -> str:
    """Return how to come from the folder of a report to that of its run and of its import."""
    ways = (run.folder, run.imported)
    return "|".join(
        Path(os.path.relpath(each.resolve(), out.resolve())).as_posix() for each in ways
    )


def _manifest(report: Report, runs: Sequence[str], files: Files) -> dict[str, Any]:
    wanted = report.wanted
    return {
        "format": FORMAT,
        "kind": report.kind,
        "title": report.title,
        "mark": MARK,
        "summary": report.summary,
        "wanted": {
            "by": wanted.by,
            "period": wanted.period,
            "limit": wanted.limit,
            "every_row": wanted.every_row,
            "columns": report.columns,
        },
        "runs": runs,
        "sources": [
            {
                "letter": letter,
                "files": dict(each.files),
                "data": [{"file": name, "sha256": digest} for name, digest in each.data],
                "policies": each.policies,
                "assumptions": each.assumptions,
                "known_at": each.known_at,
                "mapping": each.mapping,
                "version": each.version,
            }
            for letter, each in report.provenance
        ],
        "tables": [
            {"id": each.id, "title": each.title, "rows": len(each.rows)} for each in report.tables
        ],
        "files": {
            name: f"sha256:{hashlib.sha256(data).hexdigest()}"
            for name, data in sorted(files.items())
        },
    }


def _written(manifest: dict[str, Any]) -> bytes:
    return f"{json.dumps(manifest, ensure_ascii=False, indent=1)}\n".encode()
