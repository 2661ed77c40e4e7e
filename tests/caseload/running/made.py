"""An imported table of made-up decisions, in memory and as a folder."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.running.asked import Asked
from discretion.caseload.running.run import run_folder
from discretion.caseload.running.wanted import RunWanted
from discretion.rules.library import Library

KNOWN_ON = date(2026, 11, 24)


def facts_of(imported: Path) -> Any:  # noqa: ANN401  # a table of Arrow
    """Return the facts of an import, its words told apart in the same order throughout."""
    return pq.read_table(imported / "output/facts.parquet")


def ran(imported: Path, out: Path, library: Library, asked: Asked) -> Any:  # noqa: ANN401  # as above
    """Return the results of a run, all parts."""
    wanted = RunWanted(library=library, asked=asked, known_on=KNOWN_ON, version="0")
    run_folder(imported, out, wanted, lambda _, __: None)
    parts = sorted((out / "output/results").glob("*.parquet"))
    return pa.concat_tables([pq.read_table(part) for part in parts])


def rows_of(results: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # as above
    """Return results row by row, whatever their words are written through."""
    rows: list[dict[str, Any]] = results.to_pylist()
    return rows
