"""The benchmark of whole tables still runs, and would notice an engine that finds otherwise.

Its numbers mean nothing on so few rows, and are not judged.
"""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.caseload import agreement
from benchmarks.caseload import bulk
from benchmarks.caseload import memory
from benchmarks.caseload.asked.expressions import random_task
from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.asked.task import task_of
from benchmarks.caseload.asked.variants import copied
from benchmarks.caseload.asked.variants import moved
from benchmarks.caseload.matters.data import RECIPE
from benchmarks.caseload.matters.data import snapshot
from benchmarks.caseload.matters.data import written
from benchmarks.caseload.matters.files import batches_of
from benchmarks.caseload.own.ours import Ours
from benchmarks.caseload.own.reference import expected
from benchmarks.caseload.processes import NotDoneError
from benchmarks.caseload.processes import done
from benchmarks.caseload.results import DisagreementError
from benchmarks.caseload.results import check_same
from benchmarks.caseload.workers.job import Job
from discretion import Library
from discretion import read_library

ROWS = 20_000
COMPARED = 400
"""How many rows the reference engine walks; the engines are compared with each other on all."""
PEERS = {"duck": 0.5, "polar": 0.6}
"""The peers that every development environment has and that start soon, with made-up limits."""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "wait4"), reason="this system does not tell the CPU time of one process"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def task(library: Library) -> Task:
    return task_of(library)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


@pytest.fixture(scope="module")
def table(folder: Path, library: Library) -> Path:
    return written(folder, ROWS, library)


def test_there_are_42_rules_and_45_facts(task: Task) -> None:
    assert 42 == len(set(task.rules))
    assert 45 == len(set(RECIPE.facts))
    assert [8] == [len(set(fields)) for fields in RECIPE.lists.values()]


def test_engines_find_what_the_reference_engine_finds(
    task: Task, table: Path, folder: Path
) -> None:
    result = agreement.measure(task, table, folder, ("bitmap", *PEERS), COMPARED)

    assert 6 == len(result.goals)
    assert {0} == {goal.value for goal in result.goals}


def test_whole_runs_are_measured_with_their_starts(
    task: Task, table: Path, folder: Path, tmp_path: Path, library: Library
) -> None:
    runs = bulk.Bulk(task, table, folder)
    tiny = bulk.Bulk(task, written(tmp_path, 100, library), tmp_path)
    result = bulk.measure(runs, 1, bulk.Others(tiny=tiny, million=runs), PEERS)

    assert 8 == len(result.samples)
    assert [*PEERS.values(), bulk.LEAST, 800.0, 2.2] == [goal.limit for goal in result.goals]
    assert 1.0 == result.goals[-1].value


def test_counts_are_measured_in_every_way(task: Task, table: Path, folder: Path) -> None:
    programs = bulk.Bulk(task, table, folder).programs
    tables = {"parquet": table, "arrow": snapshot(table)}
    result = memory.measure(tables, programs, rounds=1)

    assert 9 == len(result.samples)
    assert 5 == len(result.goals)
    assert all(time > 0 for sample in result.samples for time in sample.times)


def test_an_engine_that_writes_otherwise_is_noticed(
    task: Task, table: Path, tmp_path: Path
) -> None:
    right, wrong = tmp_path / "right.parquet", tmp_path / "wrong.parquet"
    ours = Ours(task)
    ours.write(batches_of(table, ours.columns(pq.read_schema(table).names)), right)
    written_by = pq.read_table(right)
    mask = written_by.column("known_1").to_pylist()
    mask[7] ^= 1
    place = written_by.schema.get_field_index("known_1")
    pq.write_table(written_by.set_column(place, "known_1", pa.array(mask, pa.uint64())), wrong)
    rows = list(expected(table, task, 10))

    assert ROWS == check_same({"one": right, "other": right}, task)
    assert [0, 1] == [agreement.differing(rows, out, task) for out in (right, wrong)]
    with pytest.raises(DisagreementError):
        check_same({"one": right, "other": wrong}, task)


def test_an_order_of_rows_is_no_difference(task: Task, table: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.parquet", tmp_path / "other.parquet"
    ours = Ours(task)
    ours.write(batches_of(table, ours.columns(pq.read_schema(table).names)), one)
    pq.write_table(pq.read_table(one).sort_by([("row_number", "descending")]), other)

    assert ROWS == check_same({"one": one, "other": other}, task)


def test_copies_of_rules_are_all_different(task: Task) -> None:
    rules = copied(task, 10)

    assert 420 == len(set(rules.rules))
    assert 420 - 42 == len(
        {rules.reading.rules[rule] for rule in rules.rules} - set(task.reading.rules.values())
    )


def test_moved_constants_find_something_else_in_the_same_rows(task: Task, table: Path) -> None:
    ours, other = Ours(task), Ours(moved(task, 1))
    batches = list(batches_of(table, ours.columns(pq.read_schema(table).names)))

    assert other.counts(batches) != ours.counts(batches)
    assert Ours(moved(task, 0)).counts(batches) == ours.counts(batches)


def test_random_expressions_are_the_same_for_the_same_seed(task: Task) -> None:
    one, other = (random_task(task, 120, seed=3).reading.rules for _ in range(2))

    assert one == other
    assert 110 < len(set(one.values()))
    assert one != random_task(task, 120, seed=4).reading.rules


def test_a_job_that_fails_says_why(tmp_path: Path) -> None:
    job = Job(engine="arrow", work="read", table=str(tmp_path / "missing.parquet"))

    with pytest.raises(NotDoneError, match=r"missing\.parquet"):
        done(job)


def test_a_table_is_made_once(folder: Path, table: Path, library: Library) -> None:
    when = table.stat().st_mtime_ns

    assert table == written(folder, ROWS, library)
    assert when == table.stat().st_mtime_ns
