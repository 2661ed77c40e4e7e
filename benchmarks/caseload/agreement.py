"""Whether all engines find the same in every cell: what the reference engine finds."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.caseload.asked.expressions import random_task
from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.bulk import NAMES
from benchmarks.caseload.bulk import Bulk
from benchmarks.caseload.own.reference import expected
from benchmarks.caseload.results import read_results
from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample

EXPRESSIONS = 120
SEED = 120

ABOUT = """\
Cells that differ from what the reference engine, which walks each condition for each row, makes of
the same rows: the truths of the 42 rules with tallies and labels, and the truths of 120 random
expressions of depth 4 over all facts and the list, which refer to each other, to judgments and to
facts that follow. A goal of 0 is met by 0 alone. The times are of whole processes, once."""


def measure(task: Task, table: Path, folder: Path, engines: Sequence[str], rows: int) -> Result:
    """Compare every engine with the reference engine.

    Args:
        task: the rules.
        table: a table of matters, which every engine reads whole.
        folder: where results go.
        engines: which engines.
        rows: how many rows, from the first on, are compared.

    """
    samples: list[Sample] = []
    goals: list[Goal] = []
    told: list[str] = []
    made = (EXPRESSIONS, SEED)
    random = random_task(task, *made)
    for what, each, expressions in (("rules", task, ()), ("expressions", random, made)):
        right = list(expected(table, each, rows))
        runs = Bulk(each, table, folder, expressions)
        for engine in engines:
            runs.run(engine)
            wrong = differing(right, runs.out(engine), each)
            name = f"{what}, {NAMES[engine]}: cells that differ"
            goals.append(Goal(what=name, value=wrong, limit=0, unit=""))
        taken = runs.samples(engines).values()
        samples.extend(replace(sample, what=f"{what}, {sample.what}") for sample in taken)
        cells = rows * len(each.rules)
        told.append(f"{len(each.rules)} {what}: {cells:,} cells, {_open_share(right, each):.1%}")
    return Result(
        title=f"The same in every cell of {rows:,} rows",
        about=f"{ABOUT}\n{' unknown; '.join(told)} unknown.",
        samples=tuple(samples),
        goals=tuple(goals),
    )


def differing(right: list[dict[str, Any]], out: Path, task: Task) -> int:
    """Return in how many cells the results of an engine differ from the right ones."""
    found = read_results(out, task).order("row_number").limit(len(right)).to_arrow_table()
    if found.column("row_number").to_pylist() != [row["row_number"] for row in right]:
        return len(right)
    wrong = 0
    for number in range(len(task.policies)):
        differs = np.zeros(len(right), np.uint64)
        for kind in ("true", "known"):
            mask = np.array([row[f"{kind}_{number}"] for row in right], np.uint64)
            other = found.column(f"{kind}_{number}").to_numpy()
            differs |= mask ^ other
        wrong += int(np.bitwise_count(differs).sum())
        for name in (f"true_count_{number}", f"known_count_{number}", f"established_{number}"):
            pairs = zip(found.column(name).to_pylist(), right, strict=True)
            wrong += sum(value != row[name] for value, row in pairs)
    return wrong


def _open_share(right: list[dict[str, Any]], task: Task) -> float:
    rules = sum(len(policy.rules) for policy in task.policies)
    known: int = sum(
        row[f"known_count_{number}"] for row in right for number in range(len(task.policies))
    )
    return 1 - known / (rules * len(right))
