"""Working the parts of a run on Spark: each worker writes its parts where this process would.

A part is read from the facts table and written beside the others, so that workers have to see the
same files as this process. The engine is the one on bit planes, and the bytes are the same.
"""

import json
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discretion.caseload.running.parts import Part
from discretion.caseload.running.parts import Work
from discretion.caseload.running.parts import kept_tallies
from discretion.caseload.running.parts import work_here
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.wanted import Seen
from discretion.caseload.running.wanted import plan_of
from discretion.caseload.running.wanted import wanted_again
from discretion.caseload.spark.session import spark_session
from discretion.rules.library import read_library


def work_on_spark(work: Work) -> Iterator[Tallies]:
    """Write parts on Spark, and yield what each adds to the tallies.

    Raises:
        MissingExtraError: Spark's library for Python is not installed.

    """
    if not work.parts:
        return
    told = json.dumps(_told(work))
    by_number = {part.number: part for part in work.parts}
    with spark_session(work.wanted.engine) as session:
        numbers = session.sparkContext.parallelize(list(by_number), len(by_number))
        for number in numbers.mapPartitions(_worker(told)).toLocalIterator():
            yield kept_tallies(by_number[number].tallies)


def _worker(told: str) -> Callable[[Iterator[int]], Iterator[int]]:
    """Return what a worker does with the numbers of parts that it is handed."""

    def write(numbers: Iterator[int]) -> Iterator[int]:
        work = _work(json.loads(told), list(numbers))
        for part, _ in zip(
            work.parts, work_here(work, plan_of(work.seen, work.wanted)), strict=True
        ):
            yield part.number

    return write


def _told(work: Work) -> dict[str, Any]:
    """Return what a worker has to know, as plain data."""
    wanted = work.wanted
    return {
        "facts": str(work.facts.resolve()),
        "folder": str(work.parts[0].folder.resolve()),
        "groups": {part.number: list(part.groups) for part in work.parts},
        "rows": {part.number: part.rows for part in work.parts},
        "policies": wanted.library.folder,
        "governing": sorted(work.seen.governing),
        "decisions": sorted(work.seen.decisions),
        "mapping": work.seen.mapping,
        "asked": wanted.told,
        "version": wanted.version,
        "description": work.description.decode(),
    }


def _work(told: dict[str, Any], numbers: list[int]) -> Work:
    """Return the work of one worker, from what it was told."""
    folder = Path(told["folder"])
    return Work(
        facts=Path(told["facts"]),
        parts=tuple(
            Part(
                number=number,
                groups=tuple(told["groups"][str(number)]),
                rows=told["rows"][str(number)],
                folder=folder,
            )
            for number in numbers
        ),
        seen=Seen(
            governing=frozenset(told["governing"]),
            decisions=frozenset(told["decisions"]),
            mapping=told["mapping"],
        ),
        wanted=wanted_again(told["asked"], read_library(told["policies"]), told["version"]),
        description=told["description"].encode(),
    )
