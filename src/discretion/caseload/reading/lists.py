"""Reading where the records of lists come from: the items of JSON columns, or filled cells."""

from collections.abc import Iterator

from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.mapping import Always
from discretion.caseload.mapping import FieldMapping
from discretion.caseload.mapping import FromColumn
from discretion.caseload.mapping import ListMapping
from discretion.caseload.reading.codes import column_type_of
from discretion.caseload.reading.codes import read_codes
from discretion.caseload.reading.headers import Headers
from discretion.caseload.reading.headers import protected_column
from discretion.caseload.reading.headers import report_protected
from discretion.caseload.reading.sources import fact_named
from discretion.caseload.reading.sources import read_gaps
from discretion.caseload.reading.sources import read_provenance
from discretion.caseload.reading.sources import read_when
from discretion.dates import LAST_DAY
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.account_reader import COMPLETE
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values_read import read_values
from discretion.rules.condition import facts_in
from discretion.source import Listing
from discretion.source import Scalar
from discretion.truth import Truth

LIST_TYPES = (ColumnType.JSON_LIST, ColumnType.TEXT)


def read_lists(entries: Entries, headers: Headers, words: Words) -> Iterator[ListMapping]:
    """Yield where records come from; a list that several columns feed has several entries."""
    for name, node in entries.pairs("lists"):
        fact = fact_named(name, words, entries.report)
        if fact is None:
            continue
        if fact.kind is not Kind.LIST:
            entries.report.error(
                "fact_as_list", name, f"`{name.text}` is no list", "map it under `facts:`"
            )
            continue
        for part in node.items if isinstance(node, Listing) else (node,):
            row = Entries(part, entries.report, f"the list `{name.text}`")
            mapped = _list(fact, row, headers)
            row.finish()
            if mapped is not None:
                yield mapped


def _list(fact: FactType, row: Entries, headers: Headers) -> ListMapping | None:
    withheld = read_gaps(row)
    column = headers.ask(row.required("from"), row.node_of("from"), LIST_TYPES, withheld)
    complete = row.word("complete", COMPLETE, Truth.UNKNOWN)
    provenance = read_provenance(row, headers)
    if column is None:
        for key in ("fields", "when"):
            row.node_of(key)
        return None
    items = column.word if column.type is ColumnType.JSON_LIST else ""
    text = row.text("when")
    condition = read_when(fact, text, row.node_of("when"), headers, items) if text else None
    asked = () if condition is None else map(headers.named, facts_in(condition))
    return ListMapping(
        fact=fact,
        column=column.name,
        columns=tuple(dict.fromkeys((column.name, *asked))),
        condition=condition,
        complete=complete,
        fields=tuple(_fields(fact, row, column, headers)),
        provenance=provenance,
    )


def _fields(
    fact: FactType, row: Entries, column: Column, headers: Headers
) -> Iterator[FieldMapping]:
    for name, node in row.pairs("fields"):
        field = fact.fields.get(name.text)
        if field is None:
            row.report.error(
                "unknown_field",
                name,
                f"the list `{fact.name}` has no field `{name.text}`",
                nearest(name.text, fact.fields) or f"fields: {', '.join(fact.fields)}",
            )
            continue
        if isinstance(node, Scalar):
            values = read_values(field, node, LAST_DAY, row.report)
            if values is not None:
                yield FieldMapping(fact=field, source=Always(values=values))
            continue
        inner = Entries(node, row.report, f"the field `{name.text}`")
        source = _field_source(fact, field, inner, column, headers)
        inner.finish()
        if source is not None:
            yield FieldMapping(fact=field, source=source)


def _field_source(
    fact: FactType, field: FactType, row: Entries, column: Column, headers: Headers
) -> FromColumn | None:
    """Return the field of a JSON column, or the text column itself, that a field comes from."""
    name, at = row.required("from"), row.node_of("from")
    codes = read_codes(field, row)
    held = column.fields if column.type is ColumnType.JSON_LIST else {column.name: column.type}
    if name not in held:
        row.report.error(
            "unknown_field",
            at,
            f"the column `{column.name}` has no field `{name}`",
            nearest(name, held) or f"fields: {', '.join(held)}",
        )
        return None
    if protected_column(name, headers.protected) and not fact.adjacent:
        report_protected(name, at, row.report)
        return None
    needed = ColumnType.TEXT if codes is not None else column_type_of(field)
    if held[name] is not needed:
        words = needed.value if needed else f"no column for a {field.kind.value}"
        row.report.error(
            "wrong_column_type",
            at,
            f"the field `{name}` holds {held[name].value}, and {words} is needed here",
            f"type it under `columns: {column.name}: fields:`",
        )
        return None
    return FromColumn(column=name, codes=codes)
