"""The facts table of one sheet: batch by batch, from texts to facts, with everything counted."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from discretion.caseload.cells import Cell
from discretion.caseload.cells import Gap
from discretion.caseload.cells import read_cell
from discretion.caseload.columns import Column
from discretion.caseload.importing.facts import CellBatch
from discretion.caseload.importing.facts import Reader
from discretion.caseload.importing.order import out_of_order
from discretion.caseload.importing.texts import Texts
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import HeaderMapping
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping import date_fact_of
from discretion.caseload.matters import NO_DAY
from discretion.caseload.names import ADDRESS
from discretion.caseload.names import DECISION
from discretion.caseload.names import GROUP
from discretion.caseload.names import ROW_NUMBER
from discretion.caseload.rows import told_cell
from discretion.facts.case_reader import Words
from discretion.frozen import dataclass

WITHHELD = "(withheld)"
"""What stands in a group where something was taken out."""
WORDS = pa.dictionary(pa.int32(), pa.string())
"""The type of columns of few words, each of them often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One batch: the facts of its rows, and their protected columns apart from them."""

    facts: pa.RecordBatch
    quarantine: pa.RecordBatch


class SheetImporter:
    """Imports one sheet of one file; everything it meets goes to the sheet's ledger."""

    def __init__(
        self, file: str, sheet: str, mapping: Mapping, words: Words, ledger: Ledger
    ) -> None:
        """Take where the rows come from and how they are read.

        Args:
            file: the name of the file, without a folder.
            sheet: the name of the sheet, empty for a file that has none.
            mapping: how its rows become matters.
            words: the dictionary that the mapping was checked against.
            ledger: for what is left out, flagged or not understood.

        """
        self.file = file
        self.sheet = sheet
        self.mapping = mapping
        self.words = words
        self.ledger = ledger
        self._reader = Reader(mapping, ledger)
        self._read: dict[str, dict[str, Cell]] = {name: {} for name in mapping.columns}

    def batch(self, raw: pa.RecordBatch) -> Imported:
        """Return the facts of a batch of texts, of every row that has a decision day.

        Args:
            raw: columns of strings named as the mapping names them, and the rows' numbers.

        """
        self.ledger.rows += raw.num_rows
        texts = {
            name: Texts(raw[name]) for name in self.mapping.columns if name in raw.schema.names
        }
        numbers = raw[ROW_NUMBER].to_numpy()
        days = self._with_day(texts, numbers)
        kept = raw if days.all() else raw.filter(pa.array(days))
        numbers = numbers[days]
        indices = {name: each.indices[days] for name, each in texts.items()}
        batch = CellBatch(
            file=self.file,
            numbers=numbers,
            cells=MappingProxyType(self._cells(texts, indices, numbers)),
            indices=MappingProxyType(indices),
        )
        return Imported(facts=self._facts(batch, kept), quarantine=self._quarantined(kept, numbers))

    def _with_day(
        self, texts: Table[str, Texts], numbers: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Return which rows have a decision day; the ledger gets the numbers of the others."""
        name = self.mapping.decision.date
        has_day = np.array([self._has_day(text) for text in texts[name].distinct], dtype=bool)
        found: npt.NDArray[np.bool_] = has_day[texts[name].indices]
        for row in numbers[~found].tolist():
            self.ledger.leave_out(NO_DAY, row)
        return found

    def _has_day(self, text: str) -> bool:
        name = self.mapping.decision.date
        return isinstance(self._cell(text, self.mapping.columns[name]), date)

    def _cell(self, text: str, column: Column) -> Cell:
        known = self._read[column.name]
        if text not in known:
            known[text] = read_cell(text, column)
        return known[text]

    def _cells(
        self,
        texts: Table[str, Texts],
        indices: Table[str, npt.NDArray[np.int64]],
        numbers: npt.NDArray[np.int64],
    ) -> dict[str, list[Cell]]:
        """Return what the distinct texts of each column hold, their gaps counted row by row."""
        found: dict[str, list[Cell]] = {}
        for name, each in texts.items():
            column = self.mapping.columns[name]
            times = np.bincount(indices[name], minlength=len(each.distinct))
            first = np.zeros(len(each.distinct), dtype=np.int64)
            first[indices[name][::-1]] = numbers[::-1]
            cells: list[Cell] = []
            for place, text in enumerate(each.distinct):
                with self.ledger.standing_for(int(times[place])):
                    cell = self._cell(text, column)
                    gone = not times[place]
                    row = int(first[place])
                    cells.append(None if gone else told_cell(cell, column, row, self.ledger))
            found[name] = cells
        return found

    def _facts(self, batch: CellBatch, raw: pa.RecordBatch) -> pa.RecordBatch:
        columns: dict[str, pa.Array] = {}
        fields: list[pa.Field] = []
        for field, column in self._columns(batch, raw):
            fields.append(field)
            columns[field.name] = column
        facts = {name: columns[name] for name in columns if not name.startswith(("row_", GROUP))}
        days = columns[date_fact_of(self.words)]
        for what, where in out_of_order(facts, days, self.words.dictionary):
            for row in batch.numbers[where].tolist():
                self.ledger.flag(what, row)
        return pa.RecordBatch.from_arrays(list(columns.values()), schema=pa.schema(fields))

    def _columns(
        self, batch: CellBatch, raw: pa.RecordBatch
    ) -> Iterator[tuple[pa.Field, pa.Array]]:
        yield from self._address(batch.numbers)
        decision = self.mapping.decision
        date_fact = date_fact_of(self.words)
        yield pa.field(date_fact, pa.date32()), batch.column(decision.date, pa.date32())
        place, component, kind = DECISION
        for name, word in (
            (kind, decision.type),
            (component, decision.component),
            (place, decision.place),
        ):
            yield pa.field(name, WORDS), self._header(word, batch)
        for each in self.mapping.facts:
            yield from self._reader.fact(each, batch)
            yield from self._reader.known_on(each.fact.name, (each.provenance,), batch)
        for name, listed in self.mapping.by_list().items():
            yield from self._reader.records(listed, batch)
            provenances = [part.provenance for part in listed]
            yield from self._reader.known_on(name, provenances, batch)
        for name, grouped in self.mapping.groups.items():
            if grouped.name in raw.schema.names:
                yield pa.field(GROUP + name, WORDS), _grouped(raw[grouped.name], grouped)

    def _address(self, numbers: npt.NDArray[np.int64]) -> Iterator[tuple[pa.Field, pa.Array]]:
        rows = len(numbers)
        file, sheet, number = ADDRESS
        yield pa.field(file, WORDS), _constant(self.file, rows)
        yield pa.field(sheet, WORDS), _constant(self.sheet, rows)
        yield pa.field(number, pa.int64()), pa.array(numbers)

    def _header(self, mapped: HeaderMapping, batch: CellBatch) -> pa.Array:
        """Return one word of each row's decision, null where it is not said."""
        if not mapped.column or mapped.column not in batch.cells:
            return _constant(mapped.word or None, len(batch.numbers))
        indices = batch.indices[mapped.column]
        times = np.bincount(indices, minlength=len(batch.cells[mapped.column]))
        words: list[str | None] = []
        for cell, count in zip(batch.cells[mapped.column], times.tolist(), strict=True):
            if isinstance(cell, str) and cell not in mapped.codes:
                with self.ledger.standing_for(count):
                    self.ledger.unmapped_value(mapped.column, cell)
            words.append((mapped.codes.get(cell) or None) if isinstance(cell, str) else None)
        return pa.array(words, pa.string()).take(pa.array(indices)).dictionary_encode()

    def _quarantined(self, raw: pa.RecordBatch, numbers: npt.NDArray[np.int64]) -> pa.RecordBatch:
        columns = dict(self._address(numbers))
        for name in self.mapping.quarantine:
            if name in raw.schema.names:
                columns[pa.field(name, WORDS)] = _grouped(raw[name], Column(name=name))
        return pa.RecordBatch.from_arrays(list(columns.values()), schema=pa.schema(list(columns)))


def _constant(word: str | None, rows: int) -> pa.Array:
    """Return a column of one word in every row."""
    indices = pa.array(np.zeros(rows, dtype=np.int32), mask=np.full(rows, word is None))
    return pa.DictionaryArray.from_arrays(indices, pa.array([word or ""], pa.string()))


def _grouped(texts: pa.Array, column: Column) -> pa.Array:
    """Return a column's words, null where they are blank."""
    found = Texts(texts)
    words = [_word(text, column) for text in found.distinct]
    return pa.array(words, pa.string()).take(pa.array(found.indices)).dictionary_encode()


def _word(text: str, column: Column) -> str | None:
    cell = read_cell(text, column)
    if cell is Gap.REDACTED:
        return WITHHELD
    return cell if isinstance(cell, str) else None
