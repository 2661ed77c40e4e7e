"""A table imported in bulk says what its rows say one by one: each fact, list, flag and count."""

import csv
import gzip
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from discretion.caseload.importing.batches import SheetImporter
from discretion.caseload.importing.facts import values_of
from discretion.caseload.importing.forms import cells_of
from discretion.caseload.importing.forms import fields_of
from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from tests.caseload.real_rows import FILE
from tests.caseload.real_rows import needs_file

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.facts.casefile import Account
    from discretion.rules.library import Library

MADE_UP = Path(__file__).parent.parent / "made_up_i213.csv"


class Both:
    """One table, read row by row and in batches of so many rows."""

    def __init__(self, path: Path, mapping: "Mapping", library: "Library", rows: int) -> None:
        self.mapping = mapping
        self.slow = Ledger(path.name)
        self.matters = list(read_matters(path, mapping, library.words, self.slow))
        self.fast = Ledger(path.name)
        importer = SheetImporter(path.name, "", mapping, library.words, self.fast)
        headers, lines = _lines(path, mapping)
        batches = [
            importer.batch(_texts(headers, lines[start : start + rows], start))
            for start in range(0, len(lines), rows)
        ]
        self.table = pa.Table.from_batches([each.facts for each in batches]).unify_dictionaries()
        self.quarantine = pa.Table.from_batches([each.quarantine for each in batches])


def _lines(path: Path, mapping: "Mapping") -> tuple[tuple[str, ...], list[list[str]]]:
    """Return the headers of a table, and the cells of every line below them."""
    written = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = io.StringIO(written.decode(), newline="")
    lines = list(csv.reader(text, delimiter=mapping.origin.layout.delimiter))
    at = next(place for place, line in enumerate(lines) if mapping.decision.date in line)
    return tuple(lines[at]), [line for line in lines[at + 1 :] if line]


def _texts(headers: tuple[str, ...], lines: list[list[str]], start: int) -> pa.RecordBatch:
    columns = {
        name: pa.array([line[place] or None for line in lines], pa.string())
        for place, name in enumerate(headers)
    }
    numbers = pa.array(range(start + 1, start + len(lines) + 1), pa.int64())
    return pa.RecordBatch.from_pydict({**columns, "row_number": numbers})


@pytest.fixture(params=[3, 1000])
def both(request: pytest.FixtureRequest, seattle: "Mapping", library: "Library") -> Both:
    return Both(MADE_UP, seattle, library, request.param)


def expected(matter: "Matter", mapping: "Mapping") -> dict[str, object]:
    found: dict[str, object] = {"decision_date": matter.case.decision.day}
    for each in mapping.facts:
        fields = fields_of(each.fact, (each.source,))
        values = values_of(matter.case.facts.get(each.fact.name))
        found |= {field.name: None for field in fields} | dict(cells_of(each.fact, fields, values))
    return found


def check(both: Both) -> None:
    names = list(expected(both.matters[0], both.mapping))
    rows = both.table.select(names).to_pylist()

    assert [expected(each, both.mapping) for each in both.matters] == rows
    assert [each.address.row for each in both.matters] == both.table["row_number"].to_pylist()


def test_each_fact(both: Both) -> None:
    check(both)


def test_each_list_has_its_records_and_says_whether_they_are_all(both: Both) -> None:
    for name in both.mapping.by_list():
        for matter, records, complete in zip(
            both.matters,
            both.table[name].to_pylist(),
            both.table[f"{name}__complete"].to_pylist(),
            strict=True,
        ):
            listed = matter.case.lists.get(name)

            assert (listed is None) is (records is None)
            if listed is None:
                assert complete is None
                continue
            assert [_said(record) for record in listed.records] == [
                {key: cell for key, cell in row.items() if cell is not None} for row in records
            ]
            assert {True: "true", False: "false", None: "unknown"}[complete] == str(listed.complete)


def _said(record: "Table[str, Account]") -> dict[str, object]:
    said = {field: values_of(account) for field, account in record.items()}
    return {field: values.single for field, values in said.items() if values is not None}


def test_everything_met_is_counted_alike(both: Both) -> None:
    assert both.slow.unmapped == both.fast.unmapped
    assert both.slow.unreadable == both.fast.unreadable
    assert both.slow.redacted == both.fast.redacted
    assert both.slow.left_out == both.fast.left_out
    assert both.slow.flags == both.fast.flags


def test_protected_columns_stand_apart(both: Both) -> None:
    assert set(both.mapping.quarantine) <= set(both.quarantine.schema.names)
    assert set(both.mapping.quarantine).isdisjoint(both.table.schema.names)


@needs_file
def test_each_fact_and_count_of_the_real_rows(seattle: "Mapping", library: "Library") -> None:
    both = Both(FILE, seattle, library, 4096)

    check(both)
    test_everything_met_is_counted_alike(both)
