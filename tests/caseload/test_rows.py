"""Rows: found under whatever titles, typed by the mapping, never dropped and never guessed."""

import gzip
from datetime import date
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.cells import Gap
from discretion.caseload.cells import read_cell
from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.ledger import Ledger
from discretion.caseload.rows import matches
from discretion.caseload.rows import read_rows
from tests.caseload.tables import GOOD
from tests.caseload.tables import HEADERS
from tests.caseload.tables import good
from tests.caseload.tables import mapping_of
from tests.caseload.tables import row
from tests.caseload.tables import table

if TYPE_CHECKING:
    from pathlib import Path

    from discretion.caseload.rows import Row
    from discretion.rules.library import Library

TEXT = Column(name="c", withheld=frozenset(("TAKEN OUT",)))
DAY = Column(name="c", type=ColumnType.DATE)
NUMBER = Column(name="c", type=ColumnType.NUMBER)
JSON = Column(
    name="c",
    type=ColumnType.JSON_LIST,
    fields={
        "A": ColumnType.TEXT,
        "ON": ColumnType.DATE,
        "N": ColumnType.NUMBER,
        "L": ColumnType.JSON_LIST,
    },
)


@pytest.mark.parametrize(
    ("text", "column", "cell"),
    [
        ("", TEXT, None),
        ("  \t ", DAY, None),
        (" two   words ", TEXT, "two words"),
        ("TAKEN  OUT", TEXT, Gap.REDACTED),
        ("2021-09-30", DAY, date(2021, 9, 30)),
        ("2021-09-30T00:00:00Z", DAY, date(2021, 9, 30)),
        ("2021-09-30 00:00:00.000", DAY, date(2021, 9, 30)),
        ("2021-09-30 00:00", DAY, date(2021, 9, 30)),
        ("2021-09-30T14:05:00Z", DAY, Gap.UNREADABLE),
        ("2021-02-30", DAY, Gap.UNREADABLE),
        ("0999-07-02", DAY, Gap.UNREADABLE),
        ("07/02/2021", DAY, Gap.UNREADABLE),
        ("44469", DAY, Gap.UNREADABLE),
        ("0", NUMBER, 0),
        ("034", NUMBER, 34),
        ("-1", NUMBER, Gap.UNREADABLE),
        ("3.5", NUMBER, Gap.UNREADABLE),
        ("[]", JSON, ()),
        ("not json", JSON, Gap.UNREADABLE),
        ('{"A": "x"}', JSON, Gap.UNREADABLE),
        ("[1]", JSON, Gap.UNREADABLE),
        ("[" * 100_000, JSON, Gap.UNREADABLE),
    ],
)
def test_a_cell_is_a_value_a_blank_or_a_gap(text: str, column: Column, cell: object) -> None:
    assert cell == read_cell(text, column)


@pytest.mark.parametrize(
    "text",
    [
        "(b)(6), (b)(7)(c)",
        "(B)(6);(B)(7)(C) ",
        "(B)(7)(E) ",
        "(b)(6), (b)(7)(C), (b)(7)(E)",
        "(b)(6),(b)(7)c)",
        "(b)(3), (b)(6), (b)(7)(c)",
        "b(6), b(7)c",
        "(B)(3)",
    ],
)
@pytest.mark.parametrize("column", [TEXT, DAY, NUMBER, JSON])
def test_an_exemption_is_redacted_however_it_is_spelt(text: str, column: Column) -> None:
    assert Gap.REDACTED is read_cell(text, column)


def test_a_section_with_a_letter_in_brackets_is_no_redaction() -> None:
    assert "8 USC 1326(b)(1)" == read_cell("8 USC 1326(b)(1)", TEXT)


def test_a_json_cell_gives_the_typed_fields_alone() -> None:
    text = """[{"A": " x ", "ON": "2021-09-30", "N": 3, "B": "never read"},
               {"A": null, "ON": "soon", "N": "4"},
               {"A": "(b)(6)", "ON": ["2021-09-30"], "N": 1.5}, {"L": "[]"}]"""

    assert (
        {"A": "x", "ON": date(2021, 9, 30), "N": 3},
        {"ON": Gap.UNREADABLE, "N": 4},
        {"A": Gap.REDACTED, "ON": Gap.UNREADABLE, "N": Gap.UNREADABLE},
        {"L": Gap.UNREADABLE},
    ) == read_cell(text, JSON)


def rows_of(path: "Path", library: "Library") -> "tuple[list[Row], Ledger]":
    ledger = Ledger(path.name)
    return list(read_rows(path, good(library), ledger)), ledger


def test_headers_are_found_under_titles(tmp_path: "Path", library: "Library") -> None:
    path = table(tmp_path, "Arrests", "", "run on,2026-01-01", HEADERS, row(), row(State="OR"))

    found, ledger = rows_of(path, library)

    assert () == ledger.problems()
    assert ["WA", "OR"] == [each.cells["State"] for each in found]
    assert [("made_up.csv", 1), ("made_up.csv", 2)] == [
        (each.address.file, each.address.row) for each in found
    ]


def test_an_empty_line_is_no_row(tmp_path: "Path", library: "Library") -> None:
    found, ledger = rows_of(table(tmp_path, HEADERS, row(), "", row()), library)

    assert [1, 2] == [each.address.row for each in found]
    assert 2 == ledger.rows


def test_gaps_inside_json_are_counted_by_field(tmp_path: "Path", library: "Library") -> None:
    charges = '[{"SECTION": "(b)(6)", "COUNT": "many"}]'

    _, ledger = rows_of(table(tmp_path, HEADERS, row(Charges=charges)), library)

    assert {"Charges.SECTION": 1} == ledger.redacted
    assert {"Charges.COUNT": 1} == ledger.unreadable


def test_a_compressed_table_reads_like_a_plain_one(tmp_path: "Path", library: "Library") -> None:
    path = tmp_path / "made_up.csv.gz"
    path.write_bytes(gzip.compress(f"\ufeff{HEADERS}\n{row()}\n".encode()))

    found, _ = rows_of(path, library)

    assert [date(2022, 3, 1)] == [each.cells["Arrest Date"] for each in found]


def test_another_delimiter_and_quote_are_the_mappings_to_say(
    tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace('delimiter: ","', 'delimiter: "|"').replace("quote: '\"'", "quote: '~'")
    mapping, _ = mapping_of(text, library)
    path = table(tmp_path, HEADERS.replace(",", "|"), "2022-03-01|~W|A~|||||||||")
    assert mapping is not None

    (found,) = read_rows(path, mapping, Ledger("x"))

    assert "W|A" == found.cells["State"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["State,How", "WA,EWI"], "no_decision_column"),
        ([], "no_decision_column"),
        ([HEADERS.replace("Arrest Date", "Arest Date"), row()], "no_decision_column"),
        ([f"{HEADERS},Age", f"{row()},3"], "column_twice"),
        ([HEADERS, '"2022-03-01,unclosed'], "table_unreadable"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    lines: list[str], code: str, tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = rows_of(table(tmp_path, *lines), library)

    assert [] == found
    assert [(code, "error")] == [(problem.code, problem.severity) for problem in ledger.problems()]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("none.csv", None, "table_unreadable"),
        ("a.csv.gz", b"not compressed", "table_unreadable"),
        ("cut.csv.gz", gzip.compress(HEADERS.encode() * 99)[:-20], "table_unreadable"),
        ("a.csv", HEADERS.encode() + b"\n\xff", "table_not_decoded"),
    ],
)
def test_a_damaged_file_is_a_problem_and_no_crash(
    name: str, content: bytes | None, code: str, tmp_path: "Path", library: "Library"
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    found, ledger = rows_of(path, library)

    assert [] == found
    assert code in [problem.code for problem in ledger.problems()]


def test_a_row_whose_cells_slipped_is_counted_and_not_read(
    tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = rows_of(table(tmp_path, HEADERS, row(), f"{row()},more", row()), library)

    assert [1, 3] == [each.address.row for each in found]
    assert 3 == ledger.rows
    assert [[2]] == list(ledger.left_out.values())
    assert ["rows_left_out"] == [problem.code for problem in ledger.problems()]


def test_a_new_column_is_reported_and_never_read(tmp_path: "Path", library: "Library") -> None:
    found, ledger = rows_of(table(tmp_path, f"{HEADERS},Race", f"{row()},x"), library)

    assert ["column_unmapped"] == [problem.code for problem in ledger.problems()]
    assert "Race" not in found[0].cells


def test_a_missing_column_leaves_what_it_feeds_unknown(
    tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = rows_of(table(tmp_path, "Arrest Date,State", "2022-03-01,WA"), library)

    assert {"Arrest Date", "State"} == found[0].cells.keys()
    assert {("column_missing", "warning")} == {
        (problem.code, problem.severity) for problem in ledger.problems()
    }
    assert 7 == len(ledger.problems())


def test_a_blank_cell_has_no_key_and_a_redacted_one_is_counted(
    tmp_path: "Path", library: "Library"
) -> None:
    (found,), ledger = rows_of(
        table(tmp_path, HEADERS, row(How="", Entered="(b)(6)", Age="old")), library
    )

    assert {"How", "Age"}.isdisjoint(found.cells)
    assert Gap.REDACTED is found.cells["Entered"]
    assert {"Entered": 1} == ledger.redacted
    assert {"Age": 1} == ledger.unreadable


def test_a_mapping_matches_a_table_that_has_all_its_headers(
    tmp_path: "Path", library: "Library"
) -> None:
    mapping = good(library)

    assert matches(table(tmp_path, "title", f"{HEADERS},New"), mapping)
    assert not matches(table(tmp_path, HEADERS.replace("Note", "Notes")), mapping)
    assert not matches(tmp_path / "none.csv", mapping)
