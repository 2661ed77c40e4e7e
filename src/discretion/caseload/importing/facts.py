"""The facts and lists of one batch: each distinct combination of cells is read once, for all rows.

What a combination says is read by `Claims`, as for a single row.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from discretion.caseload.cells import Cell
from discretion.caseload.claims import Claims
from discretion.caseload.importing.forms import Fields
from discretion.caseload.importing.forms import cells_of
from discretion.caseload.importing.forms import fields_of
from discretion.caseload.importing.forms import list_type
from discretion.caseload.importing.forms import record_fields
from discretion.caseload.importing.texts import combinations
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import FactMapping
from discretion.caseload.mapping import FromYears
from discretion.caseload.mapping import ListMapping
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping import Provenance
from discretion.caseload.matters import list_of
from discretion.caseload.rows import Row
from discretion.caseload.rows import RowAddress
from discretion.engines.table import COMPLETE
from discretion.engines.table import KNOWN_ON
from discretion.facts.casefile import Account
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.values import Values
from discretion.facts.values import union
from discretion.frozen import dataclass
from discretion.truth import Truth

_Said = TypeVar("_Said")
WHOLE = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}
"""What stands in the column that says whether a list is complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellBatch:
    """The cells of the rows of one batch that have a decision day, each distinct one read once.

    `cells` maps a column to what its distinct texts hold, `indices` to which of them each row
    has. `numbers` are the rows' numbers in their sheet.
    """

    file: str
    numbers: npt.NDArray[np.int64]
    cells: Table[str, list[Cell]]
    indices: Table[str, npt.NDArray[np.int64]]

    def column(self, name: str, kind: pa.DataType) -> pa.Array:
        """Return the typed cells of a column, null where there is none."""
        values = [cell if isinstance(cell, str | int | date) else None for cell in self.cells[name]]
        return pa.array(values, kind).take(pa.array(self.indices[name]))


class Reader:
    """Reads the facts of batches through one mapping."""

    def __init__(self, mapping: Mapping, ledger: Ledger) -> None:
        """Take the mapping, and the ledger for what no code covers."""
        self.mapping = mapping
        self.ledger = ledger

    def fact(self, mapped: FactMapping, batch: CellBatch) -> Iterator[tuple[pa.Field, pa.Array]]:
        """Yield the columns of one fact."""
        asked = mapped.columns
        if isinstance(mapped.source, FromYears):
            asked = (*asked, self.mapping.decision.date)
        fields = fields_of(mapped.fact, (mapped.source,))
        said, inverse = self._read(batch, asked, lambda claims: values_of(claims.account(mapped)))
        rows = [cells_of(mapped.fact, fields, values) for values in said]
        for field in fields:
            column = pa.array([row.get(field.name) for row in rows], field.type)
            yield field, column.take(inverse)

    def known_on(
        self, name: str, provenances: Sequence[Provenance], batch: CellBatch
    ) -> Iterator[tuple[pa.Field, pa.Array]]:
        """Yield the column of days from which a fact or a list was known, if anything says them.

        A list that several columns feed counts from the day on which the last part was known.
        """
        asked = tuple(dict.fromkeys(each for one in provenances for each in one.known_on))
        if not asked and all(one.drawn_on is None for one in provenances):
            return

        def known_from(claims: Claims) -> date | None:
            days = [one.known_from(claims.row.cells, claims.day) for one in provenances]
            return max((day for day in days if day is not None), default=None)

        said, inverse = self._read(batch, (*asked, self.mapping.decision.date), known_from)
        yield pa.field(name + KNOWN_ON, pa.date32()), pa.array(said, pa.date32()).take(inverse)

    def records(
        self, mapped: tuple[ListMapping, ...], batch: CellBatch
    ) -> Iterator[tuple[pa.Field, pa.Array]]:
        """Yield the columns of one list, of all that feed it."""
        name = mapped[0].fact.name
        asked = tuple(dict.fromkeys(column for each in mapped for column in each.reads))
        fields = record_fields(mapped)
        kind = list_type(fields)
        said, inverse = self._read(batch, asked, lambda claims: list_of(claims, mapped))
        records = [None if each is None else _records(each, fields) for each in said]
        yield pa.field(name, kind), pa.array(records, kind).take(inverse)
        complete = [None if each is None else WHOLE[each.complete] for each in said]
        yield pa.field(name + COMPLETE, pa.bool_()), pa.array(complete, pa.bool_()).take(inverse)

    def _read(
        self, batch: CellBatch, asked: tuple[str, ...], reading: Callable[[Claims], _Said]
    ) -> tuple[list[_Said], pa.Array]:
        """Return what each distinct combination of some columns says, and which each row has."""
        names = [name for name in asked if name in batch.cells]
        found = combinations([batch.indices[name] for name in names], len(batch.numbers))
        said: list[_Said] = []
        day_cells = batch.cells[self.mapping.decision.date]
        day_indices = batch.indices[self.mapping.decision.date]
        for first, times in zip(found.first.tolist(), found.counts.tolist(), strict=True):
            cells = {name: batch.cells[name][batch.indices[name][first]] for name in names}
            row = Row(
                address=RowAddress(file=batch.file, row=int(batch.numbers[first])),
                cells=MappingProxyType(
                    {name: cell for name, cell in cells.items() if cell is not None}
                ),
            )
            day = day_cells[day_indices[first]]
            if not isinstance(day, date):
                message = "a row without a decision day is no matter"
                raise TypeError(message)
            with self.ledger.standing_for(times):
                said.append(reading(Claims(row, self.mapping, day, self.ledger)))
        return said, pa.array(found.inverse)


def values_of(account: Account | None) -> Values | None:
    """Return the values that an account leaves, None where it leaves all of them."""
    if account is None or not account.claims:
        return None
    return union(claim.values for claim in account.claims)


def _records(
    listed: RecordList, fields: Table[str, tuple[FactType, Fields]]
) -> list[dict[str, object]]:
    """Return the records of a list as rows of a column of structs."""
    made: list[dict[str, object]] = []
    for record in listed.records:
        row: dict[str, object] = {}
        for name, account in record.items():
            row |= cells_of(*fields[name], values_of(account))
        made.append(row)
    return made
