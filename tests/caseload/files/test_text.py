"""Text files: every row with its number, none dropped silently, none joined, none guessed."""

import csv
import gzip
import io
from typing import TYPE_CHECKING
from typing import Literal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.caseload.files.batches import read_sheet
from discretion.caseload.files.notes import CUT_SHORT
from discretion.caseload.files.notes import RUNS_ON
from discretion.caseload.files.notes import SLIPPED
from discretion.caseload.files.notes import UNDECODED
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.headers import recognise
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.sheets import sheets_of
from discretion.caseload.files.text.rows import BLOCK
from discretion.caseload.files.text.stream import ALWAYS_ALLOWED
from discretion.caseload.files.text.stream import Stream
from tests.caseload.files.read import LAYOUT
from tests.caseload.files.read import read
from tests.caseload.files.read import text

if TYPE_CHECKING:
    from pathlib import Path

HEADERS = "Day,Place,Note\n"
ROW = "2022-03-01,WA,x\n"


def test_equal_rows_are_all_kept_and_numbered(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + ROW * 5))

    assert [(number, "2022-03-01", "WA", "x") for number in range(1, 6)] == found.rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", "|", "\t", ";"])
def test_line_ends_marks_and_delimiters_do_no_harm(
    tmp_path: "Path", end: str, mark: str, delimiter: str
) -> None:
    lines = ["Day,Place,Note", '2022-03-01,"a ""b"" ', 'c",x', "2022-03-02,OR,y"]
    content = mark + end.join(lines).replace(",", delimiter)
    found = read(text(tmp_path, content))

    assert [(1, "2022-03-01", f'a "b" {end}c', "x"), (2, "2022-03-02", "OR", "y")] == found.rows
    assert [] == found.codes


def test_titles_above_the_headers_are_no_rows(tmp_path: "Path") -> None:
    titles = "Office of Made-Up Records,,\n,,\nArrests for FY2022,,\n"
    found = read(text(tmp_path, titles + HEADERS + ROW))

    assert [(1, "2022-03-01", "WA", "x")] == found.rows


def test_a_slipped_row_is_left_out_and_keeps_its_number(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + ROW + "a,b\n" + ROW + "a,b,c,d\n" + ROW))

    assert [1, 3, 5] == [row[0] for row in found.rows]
    assert [(2, SLIPPED), (4, SLIPPED)] == found.rejects
    (problem,) = found.notes.rejects.problems()
    assert ("rows_left_out", "warning", "the first is row 2") == (
        problem.code,
        problem.severity,
        problem.help,
    )


def test_empty_lines_are_no_rows_and_blank_ones_are(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + "\n" + ROW + "\n\n,,\n" + ROW))

    assert [1, 2, 3] == [row[0] for row in found.rows]
    assert (2, "", "", "") == found.rows[1]
    assert [] == found.codes


def test_only_columns_that_are_wanted_become_values(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + ROW), wanted=("Note", "Day"))

    assert [(1, "x", "2022-03-01")] == found.rows


def test_a_wanted_column_that_is_not_there_is_empty_in_every_row(tmp_path: "Path") -> None:
    found = read(text(tmp_path, "Day,Note\n2022-03-01,x\n"), wanted=("Place", "Day"))

    assert [(1, None, "2022-03-01")] == found.rows
    assert ["column_missing"] == found.codes


def test_rows_are_counted_where_no_wanted_column_is_there(tmp_path: "Path") -> None:
    found = read(text(tmp_path, "Day,Note\na,b\nc,d\n"), wanted=("Place",))

    assert [(1, None), (2, None)] == found.rows


def test_batches_have_one_size_but_for_the_last(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + ROW * 25), size=10)

    assert [10, 10, 5] == found.sizes
    assert list(range(1, 26)) == [row[0] for row in found.rows]


def test_a_table_without_rows_gives_none_and_is_no_fault(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS))

    assert [] == found.rows
    assert [] == found.codes


def test_a_day_in_an_impossible_year_comes_through_as_text(tmp_path: "Path") -> None:
    found = read(text(tmp_path, HEADERS + "07/02/0999,WA,\n"))

    assert [(1, "07/02/0999", "WA", "")] == found.rows


def test_a_broken_archive_gives_its_whole_rows_and_says_where_it_ends(tmp_path: "Path") -> None:
    rows = "".join(
        f"2022-03-01,place {number},{number * 7919 % 1013}\n" for number in range(50_000)
    )
    packed = gzip.compress((HEADERS + rows).encode())
    found = read(text(tmp_path, packed[: len(packed) // 2], "made_up.csv.gz"))

    count = len(found.rows)
    assert 10_000 < count < 40_000
    assert [(n + 1, "2022-03-01", f"place {n}", str(n * 7919 % 1013)) for n in range(count)] == (
        found.rows
    )
    assert [(count + 1, CUT_SHORT)] == found.rejects
    assert ["table_unreadable"] == found.codes


@pytest.mark.parametrize(
    ("after", "codes"),
    [
        (b"\0" * 600, []),
        (b"not packed", ["table_unreadable"]),
        (gzip.compress(ROW.encode(), mtime=0), []),
    ],
)
def test_what_follows_an_archive_is_filling_a_further_part_or_a_fault(
    tmp_path: "Path", after: bytes, codes: list[str]
) -> None:
    packed = gzip.compress((HEADERS + ROW).encode()) + after
    found = read(text(tmp_path, packed, "made_up.csv.gz"))

    assert codes == found.codes
    assert (2 if after.startswith(b"\x1f") else 1) == len(found.rows)


def test_a_damaged_archive_is_said_to_be_damaged(tmp_path: "Path") -> None:
    rows = "".join(f"2022-03-01,p,{number * 7919 % 10_007}\n" for number in range(100_000))
    packed = bytearray(gzip.compress((HEADERS + rows).encode()))
    packed[-6] ^= 255
    found = read(text(tmp_path, bytes(packed), "made_up.csv.gz"))

    assert ["table_unreadable"] == found.codes
    assert "damaged" in found.notes.report.problems[0].message


def test_an_archive_that_unpacks_without_end_is_not_read_to_its_end(tmp_path: "Path") -> None:
    line = ROW.encode() * 4096
    with gzip.open(tmp_path / "made_up.csv.gz", "wb") as handle:
        handle.write(HEADERS.encode())
        for _ in range((ALWAYS_ALLOWED + 4 * BLOCK) // len(line)):
            handle.write(line)
    with Stream(tmp_path / "made_up.csv.gz") as stream:
        read_bytes = sum(len(part) for part in iter(lambda: stream.read(BLOCK), b""))

    assert "200 times" in stream.broken
    assert ALWAYS_ALLOWED - BLOCK < read_bytes < ALWAYS_ALLOWED + BLOCK


def test_an_old_encoding_is_recognised_and_said(tmp_path: "Path") -> None:
    found = read(text(tmp_path, (HEADERS + ROW + "2022-03-02,Peñasco,“x”\n").encode("cp1252")))

    assert (2, "2022-03-02", "Peñasco", "“x”") == found.rows[1]
    assert ["table_not_decoded"] == found.codes
    assert "windows-1252" in found.notes.report.problems[0].message


def test_rows_in_another_encoding_are_left_out_of_a_mixed_file(tmp_path: "Path") -> None:
    mixed = (HEADERS + "a,Peñasco,\n").encode() + "b,Peñasco,\n".encode("cp1252") + b"c,WA,\n"
    found = read(text(tmp_path, mixed))

    assert [(1, "a", "Peñasco", ""), (3, "c", "WA", "")] == found.rows
    assert [(2, UNDECODED)] == found.rejects
    assert ["table_not_decoded"] == found.codes


def test_bytes_that_no_encoding_has_leave_their_row_out(tmp_path: "Path") -> None:
    found = read(text(tmp_path, (HEADERS + ROW).encode() + b"a,\x81,\n" + ROW.encode()))

    assert [1, 3] == [row[0] for row in found.rows]
    assert [(2, UNDECODED)] == found.rejects


def test_a_slipped_row_may_hold_bytes_of_any_encoding(tmp_path: "Path") -> None:
    found = read(text(tmp_path, (HEADERS + ROW).encode() + b"a,\xf1\x81\n" + ROW.encode()))

    assert [1, 3] == [row[0] for row in found.rows]
    assert [(2, SLIPPED)] == found.rejects


def test_a_quote_that_swallows_rows_leaves_out_the_row_it_makes(tmp_path: "Path") -> None:
    swallowed = '1,"inch,a\n2,b,c\n3,inch" again,d\n'
    found = read(text(tmp_path, HEADERS + ROW + swallowed + ROW))

    assert [1, 3] == [row[0] for row in found.rows]
    assert [(2, RUNS_ON)] == found.rejects
    (problem,) = found.notes.rejects.problems()
    assert "1 row over 3 lines" in problem.message


def test_a_quote_that_swallows_rows_is_found_in_a_column_that_nobody_reads(
    tmp_path: "Path",
) -> None:
    swallowed = '1,"inch,a\n2,b,c\n3,inch" again,d\n'
    found = read(text(tmp_path, HEADERS + ROW + swallowed + ROW), wanted=("Day", "Note"))

    assert ["table_unreadable"] == found.codes
    assert "the first is row 2" in found.notes.report.problems[0].help


def test_a_quote_that_never_closes_takes_in_the_lines_below_and_says_how_many(
    tmp_path: "Path",
) -> None:
    found = read(text(tmp_path, HEADERS + ROW + 'a,"b,c\n' + ROW * 40))

    assert [1] == [row[0] for row in found.rows]
    assert [(2, RUNS_ON)] == found.rejects
    (problem,) = found.notes.rejects.problems()
    assert "1 row over 41 lines" in problem.message or "1 row over 42 lines" in problem.message


def test_a_row_longer_than_any_can_be_is_a_fault_with_its_number(tmp_path: "Path") -> None:
    long = 'a,"' + "b" * (3 * BLOCK)
    found = read(text(tmp_path, HEADERS + ROW + long))

    assert [1] == [row[0] for row in found.rows]
    assert ["table_unreadable"] == found.codes
    assert "from 2 on" in found.notes.report.problems[0].message


def test_prose_with_line_breaks_is_no_row_that_swallowed_others(tmp_path: "Path") -> None:
    prose = '2022-03-01,WA,"Seen, as told,\nby a neighbour, and again,\nthe next day"\n'
    found = read(text(tmp_path, HEADERS + prose * 3))

    assert 3 == len(found.rows)
    assert [] == found.rejects
    assert [] == found.codes


def test_a_thousand_columns_are_read(tmp_path: "Path") -> None:
    headers = [f"Column {number}" for number in range(1000)]
    cells = ",".join(str(number) for number in range(1000))
    layout = Layout(name="wide", headers=tuple(headers), required=frozenset(headers))
    path = text(tmp_path, ",".join(headers) + "\n" + (cells + "\n") * 3000)
    found = read(path, layout, wanted=("Column 0", "Column 999"), size=1000)

    assert [1000, 1000, 1000] == found.sizes
    assert (3000, "0", "999") == found.rows[-1]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_rows_that_cross_from_one_block_to_the_next_stay_whole(
    tmp_path: "Path", encoding: str
) -> None:
    rows = [f'{number},{"é" * (number % 97)},"a\n{number}"' for number in range(100_000)]
    content = (HEADERS + "\n".join(rows)).encode(encoding)
    found = read(text(tmp_path, content))

    assert len(content) > BLOCK
    assert [(n + 1, str(n), "é" * (n % 97), f"a\n{n}") for n in range(100_000)] == found.rows
    assert ([] if encoding == "utf-8" else ["table_not_decoded"]) == found.codes


def test_a_table_of_a_million_rows_and_more_is_never_held_whole(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.csv"
    with path.open("wb") as handle:
        handle.write(HEADERS.encode())
        for _ in range(1_300):
            handle.write(
                b"2022-03-01,Some Place With A Long Name Of 40 Letters,note of 15 letters\n" * 1000
            )
    notes = notes_on(path.name)
    (sheet,) = sheets_of(path, notes)
    found = recognise(sheet.preview, (LAYOUT,), notes)
    assert found is not None
    before = pa.total_allocated_bytes()
    rows = most = 0
    for batch in read_sheet(sheet, found, LAYOUT.headers, notes):
        rows += len(batch)
        most = max(most, pa.total_allocated_bytes() - before)

    assert 1_300_000 == rows
    assert most < 1 << 26 < path.stat().st_size


def test_the_delimiter_is_never_chosen_against_a_caller_who_knows_it(tmp_path: "Path") -> None:
    path = text(tmp_path, "Day|Place,Note\na|b,c\n")
    notes = notes_on(path.name)
    (sheet,) = sheets_of(path, notes, delimiters=("|",))

    assert ("Day", "Place,Note") == sheet.preview[0]


CELL = st.text("a,\"\n\ré|'  ", max_size=6)

WAYS: tuple[tuple[str, Literal[0, 1]], ...] = (
    ("\n", csv.QUOTE_ALL),
    ("\r\n", csv.QUOTE_ALL),
    ("\r\n", csv.QUOTE_MINIMAL),
)
"""How lines end, and whether every cell is quoted or only those that need it."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8), st.sampled_from(WAYS))
def test_what_a_writer_of_csv_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    way: tuple[str, Literal[0, 1]],
) -> None:
    """Every table that a writer of csv writes is read back cell by cell, row by row."""
    end, quoting = way
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator=end, quoting=quoting)
    writer.writerow(LAYOUT.headers)
    writer.writerows(rows)
    path = tmp_path_factory.mktemp("csv") / "made_up.csv"
    path.write_bytes(stream.getvalue().encode())
    found = read(path, delimiters=",")
    left_out = {row for row, _ in found.rejects}

    expected = [(number, *row) for number, row in enumerate(rows, start=1)]
    assert [row for row in expected if row[0] not in left_out] == found.rows
    # A cell made of delimiters and line breaks alone can have the shape of rows; it is said.
    assert {RUNS_ON} >= {reason for _, reason in found.rejects}
