"""The matters of a table: each row with a decision day becomes a case file of the agency's claims.

A matter keeps the address of its row and no identifier. A row is not an assessment: nothing here
finds, decides or compares anything.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path
from types import MappingProxyType

from discretion.caseload.claims import Claims
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import MATTER
from discretion.caseload.mapping import HeaderMapping
from discretion.caseload.mapping import ListMapping
from discretion.caseload.mapping import Mapping
from discretion.caseload.rows import Row
from discretion.caseload.rows import RowAddress
from discretion.caseload.rows import read_rows
from discretion.entries import nothing
from discretion.facts.case_reader import Words
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Decision
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import Dictionary
from discretion.facts.values import Spans
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.frozen import replace
from discretion.place import read_place
from discretion.truth import Truth
from discretion.truth import conjunction

DECISION_DATE = "decision_date"
"""The word that bounds a date in the dictionary by the day of the decision."""
NO_DAY = "the decision has no day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One row as a matter: where it stands, and the case file that its cells make.

    `out_of_order` says, in words, which of its dates cannot be right together; all are kept.
    `groups` holds its words under each group of the mapping, by which reports are cut: they are no
    part of the case.
    """

    address: RowAddress
    case: CaseFile
    out_of_order: tuple[str, ...] = ()
    groups: Table[str, str] = field(default_factory=nothing)


def read_matters(path: Path, mapping: Mapping, words: Words, ledger: Ledger) -> Iterator[Matter]:
    """Yield a matter for every row of a table that has a decision day, in the table's order.

    Args:
        path: the table.
        mapping: how its rows become matters.
        words: the dictionary that the mapping was checked against.
        ledger: where everything goes that is left out, flagged or not understood.

    """
    for row in read_rows(path, mapping, ledger):
        matter = matter_of(row, mapping, words, ledger)
        if matter is not None:
            yield matter


def matter_of(row: Row, mapping: Mapping, words: Words, ledger: Ledger) -> Matter | None:
    """Return the matter of one row, None where it has no decision day, which the ledger notes."""
    day = row.cells.get(mapping.decision.date)
    if not isinstance(day, date):
        ledger.leave_out(NO_DAY, row.address.row)
        return None
    claims = Claims(row, mapping, day, ledger)
    facts = {
        mapped.fact.name: account
        for mapped in mapping.facts
        if (account := claims.account(mapped)) is not None
    }
    out_of_order = tuple(_out_of_order(facts, words.dictionary, day))
    for what in out_of_order:
        ledger.flag(what, row.address.row)
    return Matter(
        address=row.address,
        case=CaseFile(
            matter=MATTER,
            name=f"row {row.address.row} of {row.address.file}",
            decision=_decision(row, mapping, day, ledger),
            facts=MappingProxyType(facts),
            lists=MappingProxyType(_lists(claims, mapping)),
            evidence=mapping.papers,
            is_record=False,
        ),
        out_of_order=out_of_order,
        groups=row.groups,
    )


def _decision(row: Row, mapping: Mapping, day: date, ledger: Ledger) -> Decision:
    decision = mapping.decision
    place = _header_word(row, decision.place, ledger)
    return Decision(
        day=day,
        type=_header_word(row, decision.type, ledger),
        place=read_place(place) if place else None,
        component=_header_word(row, decision.component, ledger),
    )


def _header_word(row: Row, mapped: HeaderMapping, ledger: Ledger) -> str:
    if not mapped.column:
        return mapped.word
    cell = row.cells.get(mapped.column)
    if not isinstance(cell, str):
        return ""
    if cell not in mapped.codes:
        ledger.unmapped_value(mapped.column, cell)
    return mapped.codes.get(cell, "")


def _lists(claims: Claims, mapping: Mapping) -> dict[str, RecordList]:
    """Return the lists of a row, each of all that feed it."""
    found: dict[str, RecordList] = {}
    for name, mapped in mapping.by_list().items():
        listed = list_of(claims, mapped)
        if listed is not None:
            found[name] = listed
    return found


def list_of(claims: Claims, mapped: Iterable[ListMapping]) -> RecordList | None:
    """Return one list of a row, None where nothing is said of it.

    A list that several columns feed is whole only if each part is.
    """
    listed = [claims.records(each) for each in mapped]
    known = [part for part in listed if part is not None]
    if not known:
        return None
    whole = conjunction(part.complete if part else Truth.UNKNOWN for part in listed)
    records = tuple(record for part in known for record in part.records)
    return replace(known[0], records=records, complete=whole)


def _out_of_order(facts: Table[str, Account], dictionary: Dictionary, day: date) -> Iterator[str]:
    """Yield, in words, each date that lies after the decision or before what must precede it."""
    days = {name: found for name, account in facts.items() if (found := _days(account)) is not None}
    for name, (low, high) in days.items():
        fact = dictionary.facts[name]
        if fact.high == DECISION_DATE and low > day:
            yield f"`{name}` lies after the day of the decision"
        before = fact.not_before
        while before and before not in days:
            before = dictionary.facts[before].not_before
        if before and high < days[before][0]:
            yield f"`{name}` lies before `{before}`"


def _days(account: Account) -> tuple[date, date] | None:
    """Return the first and last day that a claimed date may be, None for any other fact."""
    values = account.claims[0].values if account.claims else None
    if isinstance(values, Spans) and isinstance(values.low, date) and isinstance(values.high, date):
        return values.low, values.high
    return None
