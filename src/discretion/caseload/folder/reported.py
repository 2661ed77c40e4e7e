"""The data report of an import: what each sheet held, and how much of it says nothing.

Its unit of observation is the row of the source: one decision, as the mapping's grain says.
"""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from discretion.caseload.folder.fitting import Fit
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Mapping
from discretion.caseload.names import GROUP
from discretion.caseload.report.shares import part_of
from discretion.engines.table import BESIDE
from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.frozen import dataclass

NO_FACTS = ("row_", "decision_", GROUP)
"""What the columns of a facts table begin with that hold no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMet:
    """One sheet as it was imported, with everything that was met in it."""

    fit: Fit
    ledger: Ledger


def data_report(mapping: Mapping, sheets: Sequence[SheetMet], facts: Path) -> dict[str, object]:
    """Return the data report of an import.

    Args:
        mapping: the mapping that every sheet fits.
        sheets: what each held.
        facts: the facts table that was written.

    """
    told: dict[str, object] = {
        "mapping": {"id": mapping.id, "version": mapping.version, "status": mapping.status},
        "grain": mapping.grain,
        "sheets": [_sheet(each) for each in sheets],
        "rows": sum(each.ledger.rows for each in sheets),
        "quarantined": list(mapping.quarantine),
    }
    if facts.is_file():
        told |= _facts(facts, mapping)
    return told


def _sheet(met: SheetMet) -> dict[str, object]:
    ledger, fit = met.ledger, met.fit
    kept = ledger.rows - sum(len(rows) for rows in ledger.left_out.values())
    return {
        "file": fit.sheet.file,
        "sheet": fit.sheet.name,
        "header_line": fit.found.line + 1,
        "rows": ledger.rows,
        "rows_kept": kept,
        "left_out": {reason: len(rows) for reason, rows in ledger.left_out.items()},
        "flags": {what: len(rows) for what, rows in ledger.flags.items()},
        "unmapped_columns": list(fit.found.unknown),
        "unmapped_values": {
            column: {"cells": values.total(), "distinct": len(values)}
            for column, values in ledger.unmapped.items()
        },
        "unreadable_cells": dict(ledger.unreadable),
        "redacted_share": {
            column: part_of(number, ledger.rows) for column, number in ledger.redacted.items()
        },
    }


def _facts(path: Path, mapping: Mapping) -> dict[str, object]:
    """Return how much the rows say: what is unknown of each fact, and of which days they are."""
    file = pq.ParquetFile(path)
    columns = [name for name in file.schema_arrow.names if not name.startswith(NO_FACTS)]
    names = [name for name in columns if _is_fact(name)]
    days = "decision_date"
    unsaid = dict.fromkeys(names, 0)
    first = last = None
    for batch in file.iter_batches(columns=[days, *columns]):
        for name in names:
            unsaid[name] += _silent(batch, name)
        ends = pc.min_max(batch[days]).as_py()
        if ends["min"] is not None:
            first = min(first or ends["min"], ends["min"])
            last = max(last or ends["max"], ends["max"])
    rows = file.metadata.num_rows
    return {
        "rows_kept": rows,
        "first_decision": first.isoformat() if first else None,
        "last_decision": last.isoformat() if last else None,
        "decision_column": mapping.decision.date,
        "unknown_share": {
            name.removesuffix(LOW): part_of(number, rows) for name, number in unsaid.items()
        },
    }


def _silent(batch: pa.RecordBatch, name: str) -> int:
    """Return how many rows of a batch say nothing of a fact or a list.

    A list without a record says something only where it says that there is none.
    """
    fact = name.removesuffix(LOW)
    says = batch[name].is_valid()
    if pa.types.is_list(batch[name].type):
        says = pc.coalesce(pc.greater(pc.list_value_length(batch[name]), 0), pa.scalar(value=False))
    for beside in (fact + HIGH, fact + BOTH, fact + COMPLETE):
        if beside in batch.schema.names:
            column = batch[beside]
            also = (
                column.is_valid()
                if beside.endswith(HIGH)
                else pc.fill_null(column, fill_value=False)
            )
            says = pc.or_(says, also)
    return len(says) - int(pc.sum(says).as_py() or 0)


def _is_fact(name: str) -> bool:
    """Tell whether a column holds a fact, once for a fact that has two."""
    if name.startswith(NO_FACTS) or name.endswith(HIGH):
        return False
    return name.endswith(LOW) or not name.endswith(BESIDE)
