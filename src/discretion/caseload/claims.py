"""What one row claims: each fact as the agency's saying, with its day and its paper.

A blank cell claims nothing; a redacted one is unknown for that reason; a value that no code covers
is counted and claims nothing. Nothing is guessed.
"""

from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType
from typing import assert_never

from discretion.caseload.cells import Cell
from discretion.caseload.cells import Gap
from discretion.caseload.cells import Item
from discretion.caseload.columns import word_of
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Always
from discretion.caseload.mapping import FactMapping
from discretion.caseload.mapping import FieldMapping
from discretion.caseload.mapping import FromColumn
from discretion.caseload.mapping import FromCondition
from discretion.caseload.mapping import FromTerm
from discretion.caseload.mapping import FromYear
from discretion.caseload.mapping import FromYears
from discretion.caseload.mapping import ListMapping
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping import Provenance
from discretion.caseload.rows import Row
from discretion.caseload.spans.days import born
from discretion.caseload.spans.days import in_year
from discretion.caseload.spans.terms import term_of
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.engines.terms import Record
from discretion.entries import nothing
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.truth import Truth

AGENCY = "agency"
"""Who says what a table of the agency's records says."""
AUTHOR = "the agency"
"""Who drew a legal conclusion that such a table states."""
NO_RULES = Reading(rules=nothing(), judgments=nothing(), derivable=nothing())
"""A row of a table has no rules, judgments or derived facts."""
WORDS = {Truth.TRUE: one_word("yes"), Truth.FALSE: one_word("no")}


class Claims:
    """What one row of one decision day claims, fact by fact and list by list."""

    def __init__(self, row: Row, mapping: Mapping, day: date, ledger: Ledger) -> None:
        """Take the row; its conditions are prepared when the first is asked.

        Args:
            row: the mapped cells.
            mapping: for the dictionary in which conditions read the columns.
            day: the day of the row's decision.
            ledger: where a value goes that no code covers.

        """
        self.row = row
        self.mapping = mapping
        self.day = day
        self.ledger = ledger
        self._engine: ReferenceEngine | None = None

    def account(self, mapped: FactMapping) -> Account | None:
        """Return what the row says of a fact, None where it says nothing."""
        fact = mapped.fact
        values = self._fact_values(mapped)
        if values is not None:
            claim = self._claim(fact, values, mapped.provenance)
            return Account(claims=(claim,), disclosure=fact.disclosure, line=self.row.address.row)
        if any(self.row.cells.get(name) is Gap.REDACTED for name in mapped.columns):
            return Account(reason="redacted", disclosure=fact.disclosure, line=self.row.address.row)
        return None

    def records(self, mapped: ListMapping) -> RecordList | None:
        """Return the records that the row gives a list, None where its cells say nothing."""
        cells = [self.row.cells.get(name) for name in mapped.columns]
        said = [cell for cell in cells if cell is not None and not isinstance(cell, Gap)]
        if not said:
            return None
        items = said[0] if isinstance(said[0], tuple) else None
        kept: list[Table[str, Account]] = []
        complete = mapped.complete
        for item in (None,) if items is None else items:
            truth = self._keeps(mapped, item)
            if truth is Truth.UNKNOWN:
                complete = Truth.UNKNOWN
            elif truth is Truth.TRUE:
                kept.append(self._record(mapped, item))
        return RecordList(records=tuple(kept), complete=complete, disclosure=mapped.fact.disclosure)

    def _fact_values(self, mapped: FactMapping) -> Values | None:
        source = mapped.source
        match source:
            case FromColumn():
                cell = self.row.cells.get(source.column)
                return self._cell_values(mapped.fact, source, cell, source.column)
            case FromYears():
                years = self.row.cells.get(source.column)
                return born(years, self.day) if isinstance(years, int) else None
            case FromYear():
                return self._in_year(source.column)
            case FromCondition():
                truth = self._truth(source.condition)
                return WORDS.get(truth) if source.tells_no or truth is Truth.TRUE else None
            case _:
                assert_never(source)

    def _in_year(self, column: str) -> Values | None:
        year = self.row.cells.get(column)
        if not isinstance(year, int):
            return None
        days = in_year(year)
        if days is None:
            self.ledger.unreadable_cell(column, self.row.address.row)
        return days

    def _cell_values(
        self, fact: FactType, source: FromColumn, cell: Cell, label: str
    ) -> Values | None:
        """Return what a cell says of a fact; `label` names its column, or field, in problems."""
        if cell is None or isinstance(cell, Gap | tuple):
            return None
        if source.codes is not None:
            word = str(cell)
            if word not in source.codes:
                self.ledger.unmapped_value(label, word)
            return source.codes.get(word)
        if isinstance(cell, str):
            return self._word_values(fact, cell, label)
        values = one_value(cell)
        if fact.kind is Kind.NUMBER and not _inside(values, fact, self.day):
            self.ledger.unreadable_cell(label, self.row.address.row)
            return None
        return values

    def _word_values(self, fact: FactType, word: str, label: str) -> Values | None:
        if fact.kind is Kind.TEXT or word in fact.words:
            return one_word(word)
        self.ledger.unmapped_value(label, word)
        return None

    def _record(self, mapped: ListMapping, item: Item | None) -> Table[str, Account]:
        """Return one record, from an item of a JSON column or, where it is None, from the row."""
        record: dict[str, Account] = {}
        cells: Table[str, Cell] = self.row.cells if item is None else item
        for each in mapped.fields:
            field = each.fact
            label = f"{mapped.columns[0]}." if item is not None else ""
            values, redacted = self._field_values(each, cells, label)
            if values is not None:
                claim = self._claim(field, values, mapped.provenance)
                record[field.name] = Account(claims=(claim,), disclosure=field.disclosure)
            elif redacted:
                record[field.name] = Account(reason="redacted", disclosure=field.disclosure)
        return MappingProxyType(record)

    def _field_values(
        self, mapped: FieldMapping, cells: Table[str, Cell], label: str
    ) -> tuple[Values | None, bool]:
        """Return what some cells say of a field, and whether anything was taken out of them."""
        source = mapped.source
        match source:
            case Always():
                return source.values, False
            case FromColumn():
                cell = cells.get(source.column)
                values = self._cell_values(mapped.fact, source, cell, label + source.column)
                return values, cell is Gap.REDACTED
            case FromTerm():
                parts = [cells.get(name) for name in (source.days, source.months, source.years)]
                days, months, years = [part if isinstance(part, int) else None for part in parts]
                term = term_of(days, months, years, _most(mapped.fact, self.day))
                return term, Gap.REDACTED in parts
            case _:
                assert_never(source)

    def _claim(self, fact: FactType, values: Values, provenance: Provenance) -> Claim:
        return Claim(
            values=values,
            by=AGENCY,
            on=provenance.known_from(self.row.cells, self.day),
            evidence=(provenance.evidence,) if provenance.evidence else (),
            author=AUTHOR if fact.authored else "",
        )

    def _keeps(self, mapped: ListMapping, item: Item | None) -> Truth:
        if mapped.condition is None:
            return Truth.TRUE
        record = None if item is None else Record(word_of(mapped.columns[0]), _known(item))
        return self._conditions().derive(mapped.condition, record).truth

    def _truth(self, condition: Condition) -> Truth:
        return self._conditions().truth(condition)

    def _conditions(self) -> ReferenceEngine:
        """Return the engine that reads the row's columns as facts, made once a row."""
        if self._engine is None:
            cells = self.row.cells
            lists = {
                word_of(name): tuple(_known(item) for item in cell)
                for name, cell in cells.items()
                if isinstance(cell, tuple)
            }
            view = View(
                dictionary=self.mapping.dictionary,
                day=self.day,
                known={word_of(name): values for name, values in _known(cells).items()},
                records=lists,
            )
            self._engine = ReferenceEngine(view, NO_RULES)
        return self._engine


def _known(cells: Table[str, Cell]) -> dict[str, Values]:
    """Return the values of the cells that have one; a gap and a blank are unknown."""
    return {
        name: one_word(cell) if isinstance(cell, str) else one_value(cell)
        for name, cell in cells.items()
        if isinstance(cell, str | date | int)
    }


def _inside(values: Spans, fact: FactType, day: date) -> bool:
    domain = fact.domain(day)
    if not isinstance(domain, Spans):
        return True
    return domain.low <= values.low and values.high <= domain.high  # type: ignore[operator]  # one kind


def _most(fact: FactType, day: date) -> int | None:
    """Return the most that a number can be, None where it has no bound."""
    domain = fact.domain(day)
    most = domain.high if isinstance(domain, Spans) else None
    return most if isinstance(most, int) else None
