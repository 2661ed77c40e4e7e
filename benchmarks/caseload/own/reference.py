"""The reference engine on the rows of a table: what masks, tallies and labels have to be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.caseload.asked.task import DATE_FACT
from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.matters.data import RECIPE
from discretion.engines.reference import ReferenceEngine
from discretion.engines.table import COMPLETE
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.truth import Truth
from discretion.truth import truth_of


def expected(table: Path, task: Task, rows: int) -> Iterator[dict[str, Any]]:
    """Yield what the first rows of a table have to come to, as engines write it."""
    with pq.ParquetFile(table) as file:
        left = rows
        for batch in file.iter_batches(min(rows, 10_000)):
            for row in batch.slice(0, left).to_pylist():
                yield {"row_number": row["row_number"], **_results(row, task)}
            left -= min(batch.num_rows, left)
            if not left:
                return


def _results(row: dict[str, Any], task: Task) -> dict[str, Any]:
    engine = ReferenceEngine(view_of(row, task), task.reading)
    found: dict[str, Any] = {}
    for number, policy in enumerate(task.policies):
        truths = [engine.rule(rule).truth for rule in policy.rules]
        masks = {
            "true": sum((each is Truth.TRUE) << bit for bit, each in enumerate(truths)),
            "known": sum((each is not Truth.UNKNOWN) << bit for bit, each in enumerate(truths)),
        }
        for kind, mask in masks.items():
            found[f"{kind}_{number}"] = mask
            found[f"{kind}_count_{number}"] = mask.bit_count()
        established = (token for token, when in policy.outcomes if engine.truth(when) is Truth.TRUE)
        found[f"established_{number}"] = next(established, None)
    return found


def view_of(row: dict[str, Any], task: Task) -> View:
    """Return what a row of the made-up table says."""
    day = row[DATE_FACT]
    said = {name: row[name] for name in RECIPE.facts if row[name] is not None}
    return View(
        dictionary=task.dictionary,
        day=day,
        known={DATE_FACT: one_value(day), **_values(said)},
        records={items: tuple(map(_values, row[items] or ())) for items in RECIPE.lists},
        complete={
            items: Truth.UNKNOWN if whole is None else truth_of(holds=whole)
            for items in RECIPE.lists
            for whole in (row[f"{items}{COMPLETE}"],)
        },
        is_record=False,
    )


def _values(said: dict[str, Any]) -> dict[str, Values]:
    return {name: _value(value) for name, value in said.items() if value is not None}


def _value(value: Any) -> Values:  # noqa: ANN401  # a cell of a table
    if isinstance(value, bool):
        return one_word("yes" if value else "no")
    return one_word(value) if isinstance(value, str) else one_value(value)
