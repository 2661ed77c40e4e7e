"""Blocks of a made-up table: so many rows from one seed, that of the table with their number."""

import json
from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.random import PCG64
from numpy.random import Generator
from numpy.random import SeedSequence

from discretion.caseload.names import GROUP
from discretion.caseload.synthetic.drawing import EPOCH
from discretion.caseload.synthetic.drawing import Drawing
from discretion.caseload.synthetic.drawing import Flags
from discretion.caseload.synthetic.drawing import Numbers
from discretion.caseload.synthetic.drawing import chosen_words
from discretion.caseload.synthetic.recipe import Recipe
from discretion.engines.table import COMPLETE
from discretion.rules.library import Library

BLOCK_ROWS = 16_384
"""How many rows are drawn from one seed."""
SILENT_LISTS, FILLED_LISTS = 0.15, 0.35
"""The share of lists of which nothing is known, and of those with records; the others are empty."""
MOST_RECORDS = 4
THIRD = 1 / 3
"""The share of lists that are said to be whole, that are said not to be, and that say neither."""
FILE = "made-up"
"""What a made-up row names as its file."""
SAYS = "Made up by a program from a seed: no row is about anybody, and no share of anything is real"
METADATA = "discretion"


class Blocks:
    """Makes the blocks of one table."""

    def __init__(self, recipe: Recipe, library: Library, seed: int) -> None:
        """Take what the table holds, the ranges and orders of facts, and the seed."""
        facts = library.dictionary.facts
        self.recipe = recipe
        self.facts = {name: facts[name] for name in recipe.facts}
        self.fields = {
            items: {name: facts[items].fields[name] for name in fields}
            for items, fields in recipe.lists.items()
        }
        self.derivations = library.derivations
        self.seed = seed
        told = {"format": 1, "made_up": SAYS, "seed": seed, "unknown": recipe.unknown}
        self.metadata = {METADATA: json.dumps(told)}

    def block(self, number: int) -> pa.RecordBatch:
        """Return one block.

        Raises:
            NotDrawnError: the recipe names a fact that no made-up table can hold.

        """
        random = Generator(PCG64(SeedSequence((self.seed, number))))
        days = self._days(random)
        columns: dict[str, pa.Array] = {
            "row_file": chosen_words(np.zeros(BLOCK_ROWS), (FILE,)),
            "row_sheet": chosen_words(np.zeros(BLOCK_ROWS), ("",), np.ones(BLOCK_ROWS, np.bool_)),
            "row_number": pa.array(np.arange(BLOCK_ROWS) + (number * BLOCK_ROWS + 1)),
            self.recipe.date_fact: pa.array(days).cast(pa.date32()),
        }
        columns.update(self._words(random))
        drawing = Drawing(
            random=random,
            facts=self.facts,
            days=days,
            unknown=self.recipe.unknown,
            orders=self._orders(""),
            guards=self.derivations.guards,
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
            **{f"{GROUP}{name}": words for name, words in self.recipe.groups.items()},
        }
        for name, words in named.items():
            places = random.integers(0, len(words), BLOCK_ROWS)
            unsaid = random.random(BLOCK_ROWS) < self.recipe.unknown
            yield name, chosen_words(places, words, unsaid)

    def _list(self, random: Generator, items: str, days: Numbers) -> Iterator[tuple[str, pa.Array]]:
        """Yield a list, and whether its records are all there are."""
        share = random.random(BLOCK_ROWS)
        silent: Flags = share < SILENT_LISTS
        filled = ~silent & (share < SILENT_LISTS + FILLED_LISTS)
        counts = np.where(filled, random.integers(1, MOST_RECORDS + 1, BLOCK_ROWS), 0)
        fields = self.fields[items]
        drawing = Drawing(
            random=random,
            facts=fields,
            days=np.repeat(days, counts),
            unknown=self.recipe.unknown,
            orders=self._orders(items),
        )
        records = pa.StructArray.from_arrays(
            [drawing.draw(name).column() for name in fields], list(fields)
        )
        offsets = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))).astype(np.int32)
        yield items, pa.ListArray.from_arrays(pa.array(offsets), records, mask=pa.array(silent))
        said = random.random(BLOCK_ROWS)
        unsaid = silent | (said < THIRD)
        yield f"{items}{COMPLETE}", pa.array(said > 1 - THIRD, mask=unsaid)

    def _orders(self, items: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (later, earlier) for name, later, earlier in self.derivations.orders if name == items
        )
