"""The rows of a made-up table, in batches: a row is one decision about nobody."""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from os import PathLike

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.random import PCG64
from numpy.random import Generator
from numpy.random import SeedSequence

from discretion.caseload.synthetic.drawing import EPOCH
from discretion.caseload.synthetic.drawing import Drawing
from discretion.caseload.synthetic.drawing import Flags
from discretion.caseload.synthetic.drawing import Numbers
from discretion.caseload.synthetic.drawing import chosen_words
from discretion.caseload.synthetic.recipe import Recipe
from discretion.engines.table import COMPLETE
from discretion.facts.dictionary import Dictionary
from discretion.rules.derived import Derivations

BATCH_ROWS = 131_072
"""How many rows a batch, and a row group of a file, has unless another number is asked for."""
BLOCK_ROWS = 16_384
"""How many rows are drawn from one seed: that of the table with the number of the block."""
UNKNOWN = 0.3
"""The share of cells that say nothing."""
SILENT_LISTS, FILLED_LISTS = 0.15, 0.35
"""The share of lists of which nothing is known, and of those with records; the others are empty."""
MOST_RECORDS = 4
FILE = "made-up"
"""What a made-up row names as its file."""
SAYS = "Made up by a program from a seed: no row is about anybody, and no share of anything is real"
METADATA = b"discretion"


def synthetic_batches(
    recipe: Recipe,
    dictionary: Dictionary,
    derivations: Derivations,
    *,
    rows: int,
    seed: int,
    unknown: float = UNKNOWN,
    batch_rows: int = BATCH_ROWS,
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a made-up table.

    Every block of rows is drawn from the seed and its own number alone. So the same seed gives the
    same rows in every process and whatever the size of a batch, and a longer table begins with the
    rows of a shorter one.

    Args:
        recipe: what the table holds.
        dictionary: every fact that can be said, with its range.
        derivations: the order of days, and the conditions under which facts apply.
        rows: how many.
        seed: not negative.
        unknown: the share of cells that say nothing.
        batch_rows: how many rows a batch has, the last one excepted.

    Raises:
        NotDrawnError: the recipe names a fact that no made-up table can hold.

    """
    maker = _Maker(recipe, dictionary, derivations, seed, unknown)
    kept: list[pa.RecordBatch] = []
    waiting = 0
    for start in range(0, rows, BLOCK_ROWS):
        block = maker.block(start // BLOCK_ROWS).slice(0, rows - start)
        while waiting + block.num_rows >= batch_rows:
            missing = batch_rows - waiting
            yield pa.concat_batches([*kept, block.slice(0, missing)])
            block, kept, waiting = block.slice(missing), [], 0
        if block.num_rows:
            kept.append(block)
            waiting += block.num_rows
    if kept:
        yield pa.concat_batches(kept)


def write_synthetic(path: str | PathLike[str], batches: Iterable[pa.RecordBatch]) -> int:
    """Write batches of a table as a Parquet file, one row group each, and return how many rows.

    Raises:
        ValueError: there is no batch.

    """
    writer, rows = None, 0
    try:
        for batch in batches:
            if writer is None:
                writer = pq.ParquetWriter(path, batch.schema, compression="zstd")
            writer.write_batch(batch, row_group_size=max(batch.num_rows, 1))
            rows += batch.num_rows
    finally:
        if writer is not None:
            writer.close()
    if writer is None:
        message = "a table without a batch has no columns"
        raise ValueError(message)
    return rows


class _Maker:
    """Makes the blocks of one table."""

    def __init__(
        self,
        recipe: Recipe,
        dictionary: Dictionary,
        derivations: Derivations,
        seed: int,
        unknown: float,
    ) -> None:
        self.recipe = recipe
        self.facts = {name: dictionary.facts[name] for name in recipe.facts}
        self.fields = {
            items: {name: dictionary.facts[items].fields[name] for name in fields}
            for items, fields in recipe.lists.items()
        }
        self.derivations = derivations
        self.seed = seed
        self.unknown = unknown
        told = {"format": 1, "made_up": SAYS, "seed": seed, "unknown": unknown}
        self.metadata = {METADATA: json.dumps(told).encode()}

    def block(self, number: int) -> pa.RecordBatch:
        """Return one block, which the seed of the table and its number determine."""
        random = Generator(PCG64(SeedSequence((self.seed, number))))
        days = self._days(random)
        columns: dict[str, pa.Array] = {
            "row_file": chosen_words(np.zeros(BLOCK_ROWS), (FILE,)),
            "row_sheet": chosen_words(np.zeros(BLOCK_ROWS), ("",), np.ones(BLOCK_ROWS, np.bool_)),
            "row_number": pa.array(np.arange(BLOCK_ROWS) + (number * BLOCK_ROWS + 1)),
            self.recipe.date_fact: pa.array(days).cast(pa.date32()),
        }
        columns.update(self._words(random))
        orders = [(later, earlier) for items, later, earlier in self.derivations.orders if not items]
        drawing = Drawing(
            random, self.facts, days, self.unknown, orders, self.derivations.guards
        )
        columns.update((name, drawing.draw(name).column()) for name in self.facts)
        for items in self.fields:
            columns.update(self._list(random, items, days))
        schema = pa.schema([(name, column.type) for name, column in columns.items()])
        return pa.record_batch(list(columns.values()), schema.with_metadata(self.metadata))

    def _days(self, random: Generator) -> Numbers:
        start, end = self.recipe.days.start or date.min, self.recipe.days.end or date.max
        first, after = (start - EPOCH).days, (end - EPOCH).days
        return random.integers(first, after, BLOCK_ROWS, dtype=np.int32)

    def _words(self, random: Generator) -> Iterator[tuple[str, pa.Array]]:
        """Yield the words of the decision, and the columns to slice by."""
        named = {
            **{f"decision_{name}": words for name, words in self.recipe.header.items()},
            **{f"group_{name}": words for name, words in self.recipe.groups.items()},
        }
        for name, words in named.items():
            places = random.integers(0, len(words), BLOCK_ROWS)
            yield name, chosen_words(places, words, random.random(BLOCK_ROWS) < self.unknown)

    def _list(
        self, random: Generator, items: str, days: Numbers
    ) -> Iterator[tuple[str, pa.Array]]:
        """Yield a list, and whether its records are all there are."""
        share = random.random(BLOCK_ROWS)
        silent: Flags = share < SILENT_LISTS
        filled = ~silent & (share < SILENT_LISTS + FILLED_LISTS)
        counts = np.where(filled, random.integers(1, MOST_RECORDS + 1, BLOCK_ROWS), 0)
        orders = [
            (later, earlier)
            for name, later, earlier in self.derivations.orders
            if name == items
        ]
        fields = self.fields[items]
        drawing = Drawing(random, fields, np.repeat(days, counts), self.unknown, orders)
        records = pa.StructArray.from_arrays(
            [drawing.draw(name).column() for name in fields], list(fields)
        )
        offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))).astype(np.int32)
        yield items, pa.ListArray.from_arrays(pa.array(offsets), records, mask=pa.array(silent))
        complete = random.integers(0, 3, BLOCK_ROWS)
        yield f"{items}{COMPLETE}", pa.array(complete == 1, mask=silent | (complete == 2))
