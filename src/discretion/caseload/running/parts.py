"""The results of a run on disk, in parts: each whole or not there, so that a run can be resumed."""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from discretion.caseload.evaluating.asking import BitmapAsking
from discretion.caseload.evaluating.asking_sql import SqlAsking
from discretion.caseload.evaluating.evaluator import Evaluator
from discretion.caseload.names import ADDRESS
from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.names import KEY
from discretion.caseload.running.governance import Governance
from discretion.caseload.running.plan import Plan
from discretion.caseload.running.tallies import ROWS
from discretion.caseload.running.tallies import STOPPED
from discretion.caseload.running.tallies import Closing
from discretion.caseload.running.tallies import Recorded
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import Thing
from discretion.caseload.running.wanted import SQL
from discretion.caseload.running.wanted import RunWanted
from discretion.caseload.running.wanted import Seen
from discretion.frozen import dataclass

TALLIES = "tallies"
"""The folder beside that of the results in which each part keeps what it adds to the tallies."""
COUNTED_FORMAT = 2
"""The version of what tallies count: those of another one are counted anew."""
PART_GROUPS = 8
"""How many row groups of a facts table make one part of the results."""
KINDS: dict[str, type[Thing] | type[Recorded] | type[Closing]] = {
    "Thing": Thing,
    "Recorded": Recorded,
    "Closing": Closing,
}
"""What is counted besides rows, by the name that a file of tallies gives it."""
LABELS = (*ADDRESS[:2], "established")
"""What the columns of few words begin with, which alone are written through a dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a run's results: the row groups that it is of, and where it is written.

    `rows` is how many rows of the facts table those hold.
    """

    number: int
    groups: tuple[int, ...]
    rows: int
    folder: Path

    @property
    def results(self) -> Path:
        """The file of its rows."""
        return self.folder / f"{self.number:05}.parquet"

    @property
    def tallies(self) -> Path:
        """The file of what it adds to the tallies, written last."""
        return self.folder.parent / TALLIES / f"{self.number:05}.json"

    @property
    def is_written(self) -> bool:
        """Tell whether the whole part is there, and undamaged as far as its numbers tell."""
        try:
            counted = kept_tallies(self.tallies)
            written = pq.read_metadata(self.results).num_rows if self.rows else 0
        except (OSError, ValueError, TypeError, pa.ArrowException):
            return False
        return counted[ROWS] == self.rows and written == self.rows - counted[STOPPED]


def parts_of(facts: pq.ParquetFile, folder: Path) -> Iterator[Part]:
    """Yield the parts that the results of a facts table are written in."""
    groups = range(facts.num_row_groups)
    for number, start in enumerate(range(0, facts.num_row_groups, PART_GROUPS)):
        chosen = tuple(groups[start : start + PART_GROUPS])
        rows = sum(facts.metadata.row_group(group).num_rows for group in chosen)
        yield Part(number=number, groups=chosen, rows=rows, folder=folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Parts that are to be written, and all that is needed to write them, wherever that is.

    `facts` is the facts table, `description` what the results say of themselves.
    """

    facts: Path
    parts: tuple[Part, ...]
    seen: Seen
    wanted: RunWanted
    description: bytes


def work_here(work: Work, plan: Plan) -> Iterator[Tallies]:
    """Write parts one after the other, and yield what each adds to the tallies."""
    wanted = work.wanted
    library = wanted.library
    kind = SqlAsking if wanted.engine == SQL else BitmapAsking
    asking = kind(library.dictionary, plan.date_fact)
    alone = wanted.alone and kind is BitmapAsking
    governance = Governance(library, wanted.known_on)
    evaluator = Evaluator(plan, governance, alone=alone, asking=asking)
    facts = pq.ParquetFile(work.facts)
    for part in work.parts:
        yield write_part(part, facts, evaluator, {KEY: work.description})


def write_part(
    part: Part, facts: pq.ParquetFile, evaluator: Evaluator, description: dict[bytes, bytes]
) -> Tallies:
    """Write one part, whole or not at all, and return what it adds to the tallies."""
    tallies: Tallies = Tallies()
    unfinished = part.results.with_suffix(".unfinished")
    writer: pq.ParquetWriter | None = None
    for batch in _batches(facts, part.groups):
        found = evaluator.batch(batch)
        tallies.update(found.tallies)
        results = unstopped(found.results)
        if writer is None:
            writer = open_results(unfinished, results.schema.with_metadata(description))
        writer.write_batch(results)
    if writer is not None:
        writer.close()
        unfinished.replace(part.results)
    keep_tallies(part.tallies, tallies)
    return tallies


def _batches(facts: pq.ParquetFile, groups: Iterable[int]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of row groups; words in lists cannot be read across the end of a group."""
    for group in groups:
        yield from facts.iter_batches(batch_size=BATCH_ROWS, row_groups=[group])


def unstopped(results: pa.RecordBatch) -> pa.RecordBatch:
    """Return results without the rows that a gate stopped: nothing is said of those."""
    stopped = results[STOPPED]
    kept = results.drop_columns([STOPPED])
    return kept.filter(pc.invert(stopped)) if pc.any(stopped).as_py() else kept


def open_results(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """Return what writes results: no statistics, a dictionary for labels alone, numbers by steps.

    All of that lessens the cost of writing: masks have no useful order, and hardly ever repeat;
    packed into as many bits as they have, little is left to compress. Every engine reads it.
    """
    labels = [name for name in schema.names if name.startswith(LABELS)]
    numbers = [each.name for each in schema if each.type in {pa.int64(), pa.uint64()}]
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        write_statistics=False,
        use_dictionary=labels,
        column_encoding=dict.fromkeys(numbers, "DELTA_BINARY_PACKED"),
    )


def keep_tallies(path: Path, tallies: Tallies) -> None:
    """Write tallies, whole or not at all."""
    counted = [[type(key).__name__, key, number] for key, number in tallies.items()]
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    told = {"format": COUNTED_FORMAT, "counted": counted}
    unfinished.write_text(json.dumps(told), encoding="utf-8")
    unfinished.replace(path)


def kept_tallies(path: Path) -> Tallies:
    """Return the tallies of a part that was written before.

    Raises:
        OSError: they cannot be read.
        ValueError: they are damaged, or something else was counted then.
        TypeError: they are damaged.

    """
    told = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(told, dict) or told.get("format") != COUNTED_FORMAT:
        message = "the tallies count something else than a run counts now"
        raise ValueError(message)
    found: Tallies = Tallies()
    for kind, key, number in told.get("counted", ()):
        found[KINDS[kind](*key) if kind in KINDS else key] = number
    return found
