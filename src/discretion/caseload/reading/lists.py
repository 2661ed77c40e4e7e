"""Reading where the records of lists come from: the items of JSON columns, or rows."""

from collections.abc import Iterator
from typing import assert_never

from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.mapping import Always
from discretion.caseload.mapping import FieldMapping
from discretion.caseload.mapping import FieldSource
from discretion.caseload.mapping import FromColumn
from discretion.caseload.mapping import FromTerm
from discretion.caseload.mapping import ListMapping
from discretion.caseload.reading.codes import column_type_of
from discretion.caseload.reading.codes import read_codes
from discretion.caseload.reading.headers import Headers
from discretion.caseload.reading.headers import report_protected
from discretion.caseload.reading.provenance import check_nulls
from discretion.caseload.reading.provenance import read_gaps
from discretion.caseload.reading.provenance import read_provenance
from discretion.caseload.reading.sources import fact_named
from discretion.caseload.reading.sources import read_column
from discretion.caseload.reading.sources import read_when
from discretion.caseload.reading.traits import trait_named
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
from discretion.source import Mapping as Keys
from discretion.source import Node
from discretion.source import Scalar
from discretion.truth import Truth

PLAIN = (ColumnType.TEXT, ColumnType.DATE, ColumnType.NUMBER)
"""The types of columns that hold one value each."""
PARTS = ("days", "months", "years")
"""The parts of a term, each a column of its own."""


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
    columns = tuple(_columns(fact, row, headers))
    complete = row.word("complete", COMPLETE, Truth.UNKNOWN)
    provenance = read_provenance(row, headers)
    if not columns:
        for key in ("fields", "when"):
            row.node_of(key)
        return None
    json = columns[0] if columns[0].type is ColumnType.JSON_LIST else None
    text = row.text("when")
    items = json.word if json is not None else ""
    condition = read_when(fact, text, row.node_of("when"), headers, items) if text else None
    fields = tuple(_fields(fact, row, json, headers))
    asked = [] if condition is None else [headers.named(name) for name in facts_in(condition)]
    if json is None:
        asked.extend(name for each in fields for name in _read_of(each.source))
    return ListMapping(
        fact=fact,
        columns=tuple(column.name for column in columns),
        reads=tuple(dict.fromkeys((*(column.name for column in columns), *asked))),
        condition=condition,
        complete=complete,
        fields=fields,
        provenance=provenance,
    )


def _columns(fact: FactType, row: Entries, headers: Headers) -> Iterator[Column]:
    """Yield the JSON column, or the columns of which a filled one says that there is a record."""
    withheld = read_gaps(row)
    at = row.node_of("from")
    names = [" ".join(name.split()) for name in row.texts("from")]
    if not names:
        row.required("from")
    types = PLAIN if len(names) > 1 else (ColumnType.JSON_LIST, *PLAIN)
    for name in names:
        column = headers.ask(name, at, types, withheld, beside=bool(fact.adjacent))
        if column is not None:
            yield column


def _fields(
    fact: FactType, row: Entries, json: Column | None, headers: Headers
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
        source = _field_source(fact, field, node, json, headers)
        if source is not None:
            yield FieldMapping(fact=field, source=source)


def _field_source(
    fact: FactType, field: FactType, node: Node, json: Column | None, headers: Headers
) -> FieldSource | None:
    """Return where a field comes from: one value for all, the JSON column, or the row."""
    report = headers.report
    if isinstance(node, Scalar) or (isinstance(node, Keys) and node.get("one_of") is not None):
        values = read_values(field, node, LAST_DAY, report)
        return None if values is None else Always(values=values)
    row = Entries(node, report, f"the field `{field.name}`")
    source: FieldSource | None
    if json is not None:
        source = _from_item(fact, field, row, json, headers)
    elif any(row.has(part) for part in PARTS):
        source = _from_term(field, row, headers)
    else:
        name, withheld = row.required("from"), read_gaps(row)
        source = read_column(field, name, row, headers, withheld, beside=bool(fact.adjacent))
    row.finish()
    return source


def _from_term(field: FactType, row: Entries, headers: Headers) -> FromTerm | None:
    """Return the columns of days, months and years that make up a number of days."""
    if field.kind is not Kind.NUMBER:
        row.report.error(
            "wrong_term",
            row.node,
            f"`{field.name}` is no number of days",
            "days, months and years make up a number, and nothing else",
        )
        return None
    names = [row.required(part) for part in PARTS]
    found = [
        headers.ask(name, row.node_of(part), (ColumnType.NUMBER,))
        for name, part in zip(names, PARTS, strict=True)
    ]
    if any(column is None for column in found):
        return None
    days, months, years = names
    return FromTerm(days=days, months=months, years=years)


def _from_item(
    fact: FactType, field: FactType, row: Entries, json: Column, headers: Headers
) -> FromColumn | None:
    """Return the field of a JSON column that a field comes from."""
    name, at = row.required("from"), row.node_of("from")
    codes = read_codes(field, row)
    if name not in json.fields:
        row.report.error(
            "unknown_field",
            at,
            f"the column `{json.name}` has no field `{name}`",
            nearest(name, json.fields) or f"fields: {', '.join(json.fields)}",
        )
        return None
    if trait_named(name, headers.protected) and not fact.adjacent:
        report_protected(name, at, row.report)
        return None
    needed = ColumnType.TEXT if codes is not None else column_type_of(field)
    if json.fields[name] is not needed:
        words = needed.value if needed else f"no column for a {field.kind.value}"
        row.report.error(
            "wrong_column_type",
            at,
            f"the field `{name}` holds {json.fields[name].value}, and {words} is needed here",
            f"type it under `columns: {json.name}: fields:`",
        )
        return None
    check_nulls(codes, json.nulls, row)
    return FromColumn(column=name, codes=codes)


def _read_of(source: FieldSource) -> tuple[str, ...]:
    """Return the columns of the row that a field is read from."""
    match source:
        case FromColumn():
            return (source.column,)
        case FromTerm():
            return tuple(name for name in (source.days, source.months, source.years) if name)
        case Always():
            return ()
        case _:
            assert_never(source)
