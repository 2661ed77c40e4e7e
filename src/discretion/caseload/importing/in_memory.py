"""A raw table in memory turned into a facts table, for notebooks."""

from typing import TypeVar

import numpy as np
import pyarrow as pa

from discretion.caseload.files.parquet import as_text
from discretion.caseload.headings import find_headings
from discretion.caseload.importing.batches import SheetImporter
from discretion.caseload.importing.foreign import given_back
from discretion.caseload.importing.foreign import no_rows
from discretion.caseload.importing.foreign import taken_in
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Mapping
from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.names import ROW_NUMBER
from discretion.errors import NoDecisionColumnError
from discretion.rules.library import Library

AnyTable = TypeVar("AnyTable")


def import_table(table: AnyTable, mapping: Mapping, library: Library, ledger: Ledger) -> AnyTable:
    """Return the facts of a raw table, a row for each row that has a decision day.

    Args:
        table: a DuckDB relation, an Arrow table, batch or reader, or whatever speaks the Arrow
            PyCapsule interface, with the columns that a mapping names.
        mapping: how its rows become matters.
        library: the policies that the mapping was checked against.
        ledger: where everything goes that is left out, flagged or not understood.

    Raises:
        NoDecisionColumnError: there is no column of the days of decisions, or there are two.

    """
    raw = taken_in(table)
    headings = find_headings(raw.schema.names, mapping.origin)
    twice = set(headings.twice)
    if mapping.decision.date in twice:
        raise NoDecisionColumnError(mapping.decision.date, "stands twice")
    for name in sorted(twice & mapping.columns.keys()):
        ledger.report.error(
            "column_twice",
            None,
            f"the column `{name}` stands twice, and the two may disagree",
            "nothing is read from either: give each its own name",
        )
    places = headings.places
    if mapping.decision.date not in places:
        raise NoDecisionColumnError(mapping.decision.date)
    importer = SheetImporter(ledger.report.file, "", mapping, library.words, ledger)
    found: list[pa.RecordBatch] = []
    first = 1
    batches = raw.combine_chunks().to_batches(max_chunksize=BATCH_ROWS)
    for batch in batches or [no_rows(raw.schema)]:
        columns = {name: as_text(batch.column(place)) for name, place in places.items()}
        numbers = np.arange(first, first + batch.num_rows, dtype=np.int64)
        first += batch.num_rows
        texts = pa.RecordBatch.from_pydict({**columns, ROW_NUMBER: pa.array(numbers)})
        found.append(importer.batch(texts).facts)
    made = pa.Table.from_batches(found).unify_dictionaries()
    return given_back(made, table)  # type: ignore[no-any-return]  # of that kind
