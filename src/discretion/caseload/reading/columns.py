"""Reading the columns of a mapping file: what type each has, and what its cells may mean."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import DayForm
from discretion.caseload.columns import word_of
from discretion.caseload.mapping import Origin
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.source import Node
from discretion.source import Report

TYPES = {kind.value: kind for kind in ColumnType}
FIELD_TYPES = {word: kind for word, kind in TYPES.items() if kind is not ColumnType.JSON_LIST}
FORMS = {form.value: form for form in DayForm}
TIMES = {"midnight": False, "any": True}
"""What may stand beside a day: midnight, which says nothing, or any time of day."""


def read_columns(entries: Entries, origin: Origin, at: Node | None) -> Table[str, Column]:
    """Return every header with its type; what the file types no further holds text.

    Args:
        entries: the keys of the mapping file.
        origin: every header, in the table's order.
        at: where the file names them.

    """
    nulls = frozenset(_flat(entries.texts("nulls")))
    columns = {name: Column(name=name, nulls=nulls) for name in origin.every}
    for name, value in entries.pairs("columns"):
        if name.text in columns:
            row = Entries(value, entries.report, f"the column `{name.text}`")
            columns[name.text] = _typed(name.text, row, nulls)
            row.finish()
        else:
            entries.report.error(
                "unknown_column",
                name,
                f"`{name.text}` is none of the headers",
                nearest(name.text, columns) or "add it under `source: headers:`",
            )
    _check_names(origin.every, at, entries.report)
    return MappingProxyType(columns)


def _typed(name: str, row: Entries, nulls: frozenset[str]) -> Column:
    kind = row.word("type", TYPES, ColumnType.TEXT)
    typed = Entries(row.node_of("fields"), row.report, "the fields of a JSON column")
    fields = {
        field.text: typed.word(field.text, FIELD_TYPES, ColumnType.TEXT)
        for field, _ in typed.node.entries
    }
    if fields and kind is not ColumnType.JSON_LIST:
        row.report.error(
            "fields_without_list",
            row.node,
            f"the column `{name}` has fields and is no JSON list",
            "write `type: json_list`",
        )
    if kind is not ColumnType.DATE and (row.has("format") or row.has("time")):
        row.report.error(
            "format_without_date",
            row.node,
            f"the column `{name}` says how its days are written and holds none",
            "write `type: date`",
        )
    withheld = frozenset(_flat(row.texts("withheld")))
    nulls |= frozenset(_flat(row.texts("nulls")))
    for word in sorted(withheld & nulls):
        row.report.error(
            "null_and_withheld",
            row.node,
            f"`{word}` cannot mean both that nothing was said and that something was taken out",
            "write it under `nulls` or under `withheld`",
        )
    return Column(
        name=name,
        type=kind,
        fields=MappingProxyType(fields),
        withheld=withheld,
        nulls=nulls,
        form=row.word("format", FORMS, DayForm.ISO),
        has_time=row.word("time", TIMES, default=False),
    )


def _flat(words: Iterable[str]) -> Iterable[str]:
    return (" ".join(word.split()) for word in words)


def _check_names(headers: tuple[str, ...], at: Node | None, report: Report) -> None:
    """Report headers that nothing tells apart, as they stand or as conditions write them."""
    words = [word_of(name) for name in headers]
    for name in dict.fromkeys(headers):
        if headers.count(name) > 1:
            report.error("header_twice", at, f"the header `{name}` stands twice", "write it once")
        elif words.count(word_of(name)) > 1:
            report.error(
                "headers_alike",
                at,
                f"conditions write `{name}` and another header alike, as `{word_of(name)}`",
                "rename one of the two columns in a copy of the table",
            )
